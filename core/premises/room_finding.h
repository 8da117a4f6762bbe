#pragma once

#include "core/premises/room_line.h"

#include <vector>

namespace guanwu {

/// What the standard says of an office and those who sit in it (algorithms 5).
struct RoomFinding {
    std::vector<Area> limits; ///< one a seat, in their order; nothing for whoever is seconded
    Area limit; ///< their sum
    Area over; ///< 0 = within
    bool isJudged = false; ///< an office with people whose limits are known
    bool isUnoccupied = false; ///< an allocated office in which nobody is registered
    bool isShared = false;
    bool toiletForbidden = false; ///< a toilet that nobody in there may have
    Area toiletOver;
    bool secondTooLarge = false; ///< the room of a second post has to be below the limit

    [[nodiscard]] bool isOver() const
    {
        return over > Area() || toiletForbidden || toiletOver > Area() || secondTooLarge;
    }
    bool operator==(const RoomFinding&) const = default;
};

[[nodiscard]] RoomFinding judged(const RoomLine& room);

/// Why it is above the standard, in Chinese and English; empty when it is not.
[[nodiscard]] std::string overGroundsZh(const RoomFinding& finding);
[[nodiscard]] std::string overGroundsEn(const RoomFinding& finding);

} // namespace guanwu
