#pragma once

#include "core/premises/proposal.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

inline constexpr int kMostTogether = 20; ///< people who are asked to share a room

/// Somebody who needs a seat.
struct SeatSeeker {
    Reference person;
    std::int64_t unit = 0;
    OrganLevel level = OrganLevel::Municipal;
    std::string rank;
    std::int64_t present = 0; ///< room he has now
    std::int64_t building = 0; ///< where his unit sits
    Area presentArea {}; ///< of that room, where it may be kept
};

/// Whoever sits in a room that is not above the sum of the limits of all in it keeps it with them: the
/// standard sets no lower limit. Of the others leaders get a room each, whoever has the lowest limit shares
/// one with others of his unit, at most `together` of them and in as few rooms as that takes. People who
/// share a room now stay together as long as they are no more; those who are fewer are put together with
/// others, so that as many as can be have one among them whose room is right for all. `leastPercent` of the
/// limits has to be there. Errors: space.together (below 1 or above kMostTogether), office.no_limit.
[[nodiscard]] Result<std::vector<RoomNeed>> needsOf(
    std::span<const SeatSeeker> people, std::int64_t together, std::int64_t leastPercent);

} // namespace guanwu
