#include "core/documents/room_seats.h"

#include "core/base/text.h"

namespace guanwu {

namespace {

    void replaceAll(std::string& text, std::string_view from, char to)
    {
        for (auto at = text.find(from); at != text.npos; at = text.find(from, at))
            text.replace(at, from.size(), 1, to);
    }

} // namespace

Result<std::vector<RoomSeats>> roomSeatsOf(std::string_view text)
{
    std::string plain(text);
    for (const auto& [from, to] :
        {std::pair {"；", ';'}, std::pair {"，", ','}, std::pair {"、", ','}, std::pair {"＝", '='}})
        replaceAll(plain, from, to);
    std::vector<RoomSeats> out;
    for (const std::string& part : split(plain, ';')) {
        if (trimmed(part).empty())
            continue;
        const auto equals = part.find('=');
        RoomSeats one;
        one.room = trimmed(std::string_view(part).substr(0, equals));
        if (equals != part.npos)
            for (const std::string& person : split(std::string_view(part).substr(equals + 1), ','))
                if (const auto code = trimmed(person); !code.empty())
                    one.people.emplace_back(code);
        if (one.room.empty() || one.people.empty())
            return fail(ErrorCode::InvalidArgument, "space.seats", std::string(trimmed(part)));
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
