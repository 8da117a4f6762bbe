#pragma once

#include "scanner/bar_reader.h"
#include "scanner/matrix_reader.h"
#include "scanner/regions.h"
#include "scanner/work_clock.h"

#include <span>
#include <vector>

namespace guanwu {

/// How much the region looks like a symbol, from 0 to 1.
[[nodiscard]] double promiseOf(const Region& region);

/// Below this, regions are read by the quick look only.
inline constexpr double kLeastPromise = 0.12;
/// From this on, regions are tried hard before the others are looked at: in 48 drawn frames no dearer try read
/// anything in a region of less.
inline constexpr double kFairPromise = 0.5;

/// What bars have that are long and high enough for a code.
inline constexpr double kBarsPromise = 0.85;

/// Those of findFaintMatrices() that look like a tag.
[[nodiscard]] std::vector<Region> findFaintTags(LumView half, std::span<const Region> known);

/// A near PDF417 that lies aslant has rows that look like modules, and a wide box; so has print.
[[nodiscard]] bool mayBeNearPdf417(const Region& region);

/// How many efforts there are for this region, 0 being the quick look.
[[nodiscard]] int effortsFor(const Region& region);

/// What earlier efforts and frames showed of a region and left unread.
struct RegionMemory {
    BarMemory bars;
    FusedGrids grids;

    /// Whether the next frame will add to what is known: print and furniture seldom look like a code twice.
    [[nodiscard]] bool grows() const { return bars.fused.frames() > 1 || grids.grows(); }

    /// What follows is of this frame.
    void begin(std::int64_t frame)
    {
        bars.frame = frame;
        grids.begin(frame);
    }
};

/// Reads the region with one effort. `until`: when tries give up. `memory`: of the efforts and
/// frames before, which this one is added to.
[[nodiscard]] std::vector<RawRead> readRegion(
    LumView picture, const Region& region, int effort, WorkClock::time_point until, RegionMemory& memory);

} // namespace guanwu
