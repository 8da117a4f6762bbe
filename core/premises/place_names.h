#pragma once

#include "core/premises/room_line.h"

#include <string>
#include <string_view>

namespace guanwu {

/// The part of a name that the name above it does not say already: of 第一办公区1号办公楼 in 第一办公区 the
/// 1号办公楼, of 1号办公楼1层 in 第一办公区1号办公楼 the 1层. Names are entered to be read alone, on a label
/// or in a list.
[[nodiscard]] std::string_view nameWithin(std::string_view name, std::string_view above);

/// Where a room is, a level a column, each as it is called inside the one before; empty = there is no such
/// level.
struct RoomPlace {
    std::string compound;
    std::string building;
    std::string floor;

    bool operator==(const RoomPlace&) const = default;
};
[[nodiscard]] RoomPlace placeOf(const RoomLine& room);

} // namespace guanwu
