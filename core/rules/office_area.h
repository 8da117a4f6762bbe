#pragma once

#include "core/base/error.h"
#include "core/values/area.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guanwu {

/// An office as it is used. All areas are usable area, measured inside the room.
struct OfficeUse {
    Area usable; ///< with the toilet and rest room inside, which count
    Area toilet; ///< of `usable`; 0 = none
    std::vector<Area> limits; ///< of the people who work there, one each; shared rooms have several
    bool toiletAllowed = false;
};

struct OfficeFinding {
    Area limit; ///< sum of the limits
    Area over; ///< what is above it, 0 = not over
    bool toiletForbidden = false; ///< a toilet that the post may not have
    Area toiletOver; ///< what an allowed toilet is above its own limit

    bool operator==(const OfficeFinding&) const = default;
};

/// Over area is usable area less the sum of the limits, never below 0. `toiletLimit`: office_standard,
/// private_toilet.
[[nodiscard]] OfficeFinding assessOffice(const OfficeUse& office, Area toiletLimit);

/// A leader with several posts may have one more room, by approval, and only below his limit. Reported apart.
[[nodiscard]] constexpr bool isSecondRoomWithin(Area usable, Area limit) { return usable < limit; }

/// Service area a post, for units with more than `over` and at most `to` established posts:
/// (constant - slope * posts) / divisor, in 0.01 m2. A fixed 8 m2 is {.., 800, 0, 1}.
struct ServiceBand {
    std::int64_t over = 0;
    std::optional<std::int64_t> to; ///< nullopt = no end
    std::int64_t constant = 0;
    std::int64_t slope = 0;
    std::int64_t divisor = 1;
};

/// Floor area for each thing above `over` things, until the next step begins: canteen seats, parking spaces.
struct FloorStep {
    std::int64_t over = 0;
    Area each;
};

/// Adds up the steps: 3.7 m2 for each of the first 100, 2.6 m2 for each above is 760 m2 for 250.
[[nodiscard]] Area floorAreaOf(const std::vector<FloorStep>& steps, std::int64_t count);

/// Established posts that share a limit.
struct PostGroup {
    Area limit;
    std::int64_t posts = 0;
};

/// What the area of a unit is computed with; all of it data of office_standard.
struct SpaceRates {
    std::vector<ServiceBand> service;
    std::int64_t equipmentPercent = 0; ///< of offices and service rooms together
    std::int64_t usePercent = 100; ///< K in percent: usable area of floor area
};

struct UnitSpace {
    Area offices; ///< A
    Area service; ///< B
    Area equipment; ///< 9 % of A + B
    Area net; ///< A + B + equipment, usable area
    Area mainFloor; ///< net / K, floor area
    Area ancillary; ///< C, floor area
    Area floor; ///< S = net / K + C

    bool operator==(const UnitSpace&) const = default;
};

/// S = [A + B + (A + B) * 9 %] / K + C. Every figure is rounded half up once, from unrounded numbers. Errors:
/// office.no_service_rule (no band of the rates holds so many posts).
[[nodiscard]] Result<UnitSpace> unitSpace(
    const std::vector<PostGroup>& posts, const SpaceRates& rates, Area ancillary);

} // namespace guanwu
