#include "core/rules/depreciation.h"

#include <algorithm>

namespace guanwu {

Money DepreciationSchedule::monthly() const
{
    if (months <= 0)
        return {};
    return Money::fromFen((base.fen() * 2 + months) / (2 * static_cast<std::int64_t>(months)));
}

std::int32_t DepreciationSchedule::monthsTaken(std::chrono::year_month month) const
{
    if (months <= 0 || month < from)
        return 0;
    const auto taken = (month - from).count() + 1;
    return static_cast<std::int32_t>(std::min<std::int64_t>(taken, months));
}

Money DepreciationSchedule::accumulatedAt(std::chrono::year_month month) const
{
    const std::int32_t taken = monthsTaken(month);
    if (taken == 0)
        return opening;
    if (taken == months)
        return opening + base;
    // Rounding up can use the base up early (50 fen over 72 months): no month takes more than what is left.
    return opening + Money::fromFen(std::min(monthly().fen() * taken, base.fen()));
}

Money DepreciationSchedule::takenIn(std::chrono::year_month month) const
{
    if (months <= 0 || month < from)
        return {};
    return accumulatedAt(month) - accumulatedAt(month - std::chrono::months(1));
}

} // namespace guanwu
