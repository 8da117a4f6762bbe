#include "core/documents/premises_effect.h"

#include "core/base/text.h"

namespace guanwu {

std::string useCertificateNo(std::string_view documentNo)
{
    const auto dash = documentNo.find('-');
    return std::string(kUseCertificateLetters)
        + std::string(dash == std::string_view::npos ? documentNo : documentNo.substr(dash));
}

namespace {

    constexpr std::string_view kOfRoom = "：";
    constexpr std::string_view kNextRoom = "；";

} // namespace

void passTitle(std::optional<TitleEffect>& title, const RegisteredCard& card, const Reference& to)
{
    if (card.card.building || card.card.land)
        (title ? *title : title.emplace()).reused.push_back({card.card.id, UnitId {card.usingUnit.id}, to});
}

std::string formerUsersText(const std::vector<RoomLine>& rooms)
{
    std::string out;
    for (const RoomLine& room : rooms)
        if (room.usedBy.id != 0)
            out.append(out.empty() ? "" : kNextRoom)
                .append(room.room.code)
                .append(kOfRoom)
                .append(room.usedBy.name);
    return out;
}

std::string formerUserIn(std::string_view text, std::string_view room)
{
    while (!text.empty()) {
        const auto end = text.find(kNextRoom);
        const std::string_view part = text.substr(0, end);
        if (part.starts_with(room) && part.substr(room.size()).starts_with(kOfRoom))
            return std::string(part.substr(room.size() + kOfRoom.size()));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + kNextRoom.size());
    }
    return {};
}

std::vector<std::string> codeList(std::string_view text)
{
    std::vector<std::string> out;
    const std::string tidy = normalized(text); // full-width semicolons become plain ones
    std::string_view rest = tidy;
    while (!rest.empty()) {
        const auto end = rest.find(';');
        if (const auto part = trimmed(rest.substr(0, end)); !part.empty())
            out.emplace_back(part);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

} // namespace guanwu
