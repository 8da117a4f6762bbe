#pragma once

#include "scanner/regions.h"

namespace guanwu {

/// How much lines across the bars look like those `apart` pixels from them, which may lie a little beside, up
/// to 1. A tenth of the height apart, bars have 0.6 and more in fair light, the rows of a PDF417 less than
/// 0.4.
[[nodiscard]] double continuity(LumView picture, const Region& region, double apart);

/// Gives each region the standing that the others leave it, and puts first what takes in most.
void rankRegions(LumView picture, std::vector<Region>& regions);

} // namespace guanwu
