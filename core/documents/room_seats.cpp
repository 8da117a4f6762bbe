#include "core/documents/room_seats.h"

#include "core/base/text.h"
#include "core/documents/premises_effect.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kListComma = "、";

} // namespace

Result<std::vector<RoomSeats>> roomSeatsOf(std::string_view text)
{
    std::vector<RoomSeats> out;
    for (const std::string& part : codeList(text)) {
        const auto equals = std::min(part.find('='), part.size());
        RoomSeats one {std::string(trimmed(part.substr(0, equals))), {}};
        std::string people = part.substr(std::min(equals + 1, part.size()));
        // Full-width commas are plain ones by now, those of Chinese lists are not.
        for (std::size_t at = 0; (at = people.find(kListComma, at)) != people.npos;)
            people.replace(at, kListComma.size(), ",");
        for (const std::string& person : split(people, ','))
            if (const auto code = trimmed(person); !code.empty())
                one.people.emplace_back(code);
        if (one.room.empty() || one.people.empty())
            return fail(ErrorCode::InvalidArgument, "space.seats", part);
        out.push_back(std::move(one));
    }
    return out;
}

std::string roomSeatsText(std::span<const RoomSeats> seats)
{
    std::vector<std::string> parts;
    for (const RoomSeats& one : seats)
        parts.push_back(one.room + '=' + joined(one.people, ","));
    return joined(parts, ";");
}

} // namespace guanwu
