#pragma once

#include "core/premises/repair_line.h"

#include <string>
#include <vector>

namespace guanwu {

/// A repair that waits for its place in the plan of a year, with the place it should have.
struct RankedRepair {
    RepairLine line;
    std::int64_t rank = 0; ///< from 1
    Money before; ///< what those of a higher rank cost together
    std::string reasonZh;
    std::string reasonEn;
};

/// Those of the lines that wait. Safety first: by hazard, D before C before what was not appraised before B
/// and A; then what was repaired longest ago (by the request, else by the lines), then the smaller sum, then
/// the number of the request (lifecycle 4.4: safety first; the order below safety is ours). A suggestion:
/// whoever plans writes the rank he decides on.
[[nodiscard]] std::vector<RankedRepair> rankRepairs(std::vector<RepairLine> lines);

} // namespace guanwu
