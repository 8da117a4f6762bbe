#include "core/premises/place_names.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// The same, unless next to nothing would be left: in 中山路1号 the 1号楼 is no 楼.
    std::string ownName(std::string_view name, std::string_view above)
    {
        constexpr std::size_t kFewest = 2;
        const std::string_view out = trimmed(nameWithin(name, above));
        return std::string(characterCount(out) < kFewest ? name : out);
    }

} // namespace

std::string_view nameWithin(std::string_view name, std::string_view above)
{
    // "…办公区2号办公楼" has rooms that begin with "2号办公楼": the end of its name is enough, from two
    // characters.
    constexpr std::size_t kTwoCharacters = 6;
    for (std::size_t at = 0; at + std::min(kTwoCharacters, above.size()) <= above.size(); ++at) {
        const std::string_view end = above.substr(at);
        const bool isInside
            = !end.empty() && (static_cast<unsigned char>(end.front()) & 0xC0U) == 0x80U; // of a character
        if (!isInside && name.size() > end.size() && name.starts_with(end)) {
            name.remove_prefix(end.size());
            break;
        }
    }
    while (name.size() > 1 && (name.front() == ' ' || name.front() == '-'))
        name.remove_prefix(1);
    return name;
}

std::string nameInBuilding(const Reference& one, const Reference& building, std::string_view suffix)
{
    const std::string_view name = one.name.empty() ? std::string_view(one.code) : std::string_view(one.name);
    std::string_view out = nameWithin(nameWithin(name, building.name), building.code);
    if (out.size() > suffix.size() && out.ends_with(suffix))
        out.remove_suffix(suffix.size());
    return std::string(out);
}

std::string roomNumber(const Reference& room, const Reference& building, const Reference& floor)
{
    Reference inFloor = room;
    inFloor.name = nameWithin(room.name, floor.name);
    const std::string name = nameInBuilding(inFloor, building, "室");
    if (std::any_of(name.begin(), name.end(), isDigit))
        return name;
    return room.code.empty() ? room.name : std::string(nameWithin(room.code, building.code));
}

RoomPlace placeOf(const RoomLine& room)
{
    RoomPlace out;
    out.compound = room.compound.name;
    out.building = ownName(room.building.name, out.compound);
    // A floor may be called after its building, or after the compound alone.
    out.floor = ownName(ownName(room.floor.name, room.building.name), out.compound);
    out.room = roomNumber(room.room, room.building, room.floor);
    return out;
}

} // namespace guanwu
