#pragma once

#include "core/premises/room_line.h"

#include <string>
#include <string_view>

namespace guanwu {

/// The part of a name that the name above it does not say already: of 第一办公区1号办公楼 in 第一办公区 the
/// 1号办公楼, of 1号办公楼1层 in 第一办公区1号办公楼 the 1层. Names are entered to be read alone, on a label
/// or in a list.
[[nodiscard]] std::string_view nameWithin(std::string_view name, std::string_view above);

/// What a thing in a building is called there, without the name or the code of the building; of a room
/// without 室 behind its number. Whoever has no name goes by the code.
[[nodiscard]] std::string nameInBuilding(
    const Reference& one, const Reference& building, std::string_view suffix = {});

/// 房号: what is on its door. A room whose name says no number, the duty room, goes by its code.
[[nodiscard]] std::string roomNumber(
    const Reference& room, const Reference& building, const Reference& floor = {});

/// Where a room is, a level a column, each as it is called inside the one before; empty = there is no such
/// level.
struct RoomPlace {
    std::string compound;
    std::string building;
    std::string floor;
    std::string room {}; ///< its number

    bool operator==(const RoomPlace&) const = default;
};
[[nodiscard]] RoomPlace placeOf(const RoomLine& room);

} // namespace guanwu
