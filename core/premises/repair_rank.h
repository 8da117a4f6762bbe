#pragma once

#include "core/cards/registered_card.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// A repair that waits for its place in the plan of a year.
struct RepairRequest {
    std::string documentNo;
    std::string unit;
    std::string parts;
    std::string hazard; ///< a to d, empty = not appraised
    std::string kind; ///< full, part, daily
    std::optional<std::int64_t> lastRepairYear;
    Area area;
    Money estimate;
};

struct RankedRepair {
    RepairRequest request;
    std::int64_t rank = 0; ///< from 1
    Money before; ///< what those of a higher rank cost together
    std::string reasonZh;
    std::string reasonEn;
};

/// Safety first: by hazard, D before C before what was not appraised before B and A; then what was repaired
/// longest ago, then the smaller sum, then the number of the request (lifecycle 4.4: 安全优先; the order below
/// safety is ours). A suggestion: whoever plans writes the rank he decides on.
[[nodiscard]] std::vector<RankedRepair> rankRepairs(std::vector<RepairRequest> requests);

} // namespace guanwu
