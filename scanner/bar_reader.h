#pragma once

#include "scanner/fused_bars.h"
#include "scanner/work_clock.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// What earlier efforts, on this frame and on those before, left of a region of bars.
struct BarMemory {
    std::int64_t frame = 0; ///< the one that is being read
    std::int64_t stripsFrame = -1;
    BarStrips strips; ///< of that frame: turning bars upright takes longer than reading them
    FusedBars fused;
    int greyTries = 0; ///< of the dearest effort, so that the next one begins where this one hardly got to
};

/// Reads the linear codes of a region of bars. `effort` 0 is cheap and reads what is sharp; each higher one,
/// up to kBarEfforts - 1, tries what the ones before left. The last one gives up when the thread's work reaches
/// `until`.
inline constexpr int kBarEfforts = 4;
inline constexpr int kDearestOfBars = kBarEfforts - 1;
[[nodiscard]] std::vector<RawRead> readBars(
    LumView picture, const Region& region, int effort, WorkClock::time_point until, BarMemory& memory);

/// Reads the PDF417 of a region of stacked bars, with growing effort up to kStackedEfforts - 1; the
/// dearer ones give up as the last of readBars() does.
inline constexpr int kStackedEfforts = 3;
[[nodiscard]] std::vector<RawRead> readStacked(LumView picture, const Region& region, int effort,
    WorkClock::time_point until = WorkClock::time_point::max());

} // namespace guanwu
