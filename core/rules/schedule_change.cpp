#include "core/rules/schedule_change.h"

#include <algorithm>

namespace guanwu {

DepreciationSchedule goneOn(
    const DepreciationSchedule& before, std::chrono::year_month lastTaken, Money original, Money accumulated)
{
    // What is over stays over: the month that took the rest does not move.
    if (before.isFinishedAt(lastTaken) && original == accumulated)
        return {{}, before.from, before.months, accumulated};
    return {original - accumulated, std::max(lastTaken + std::chrono::months(1), before.from),
        before.months - before.monthsTaken(lastTaken), accumulated};
}

DepreciationSchedule stopped(const DepreciationSchedule& before, std::chrono::year_month lastTaken)
{
    const Money taken = before.accumulatedAt(lastTaken);
    return {before.opening + before.base - taken, lastTaken + std::chrono::months(1), 0, taken};
}

} // namespace guanwu
