#pragma once

#include "core/rules/depreciation.h"

namespace guanwu {

// What else becomes of a schedule in the middle of its life; rebuilt() and settled() are its neighbours.

/// Of a thing that is worth `original` and of which `accumulated` was taken up to `lastTaken`: the rest
/// spread over the months that another schedule has left. For a part of that thing, or for several merged.
[[nodiscard]] DepreciationSchedule goneOn(
    const DepreciationSchedule& before, std::chrono::year_month lastTaken, Money original, Money accumulated);

/// Nothing is taken any more after `lastTaken`; what is left stays in the base (a rebuild begins).
[[nodiscard]] DepreciationSchedule stopped(
    const DepreciationSchedule& before, std::chrono::year_month lastTaken);

} // namespace guanwu
