#include "core/rules/depreciation.h"

#include "core/values/ratio.h"

#include <algorithm>

namespace guanwu {

Money DepreciationSchedule::monthly() const
{
    return months > 0 ? Money::fromFen(roundedHalfUp(base.fen(), months)) : Money();
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
    return accumulatedAt(month) - accumulatedAt(month - std::chrono::months(1));
}

Money DepreciationSchedule::accumulatedOnLeaving(std::chrono::year_month month) const
{
    return accumulatedAt(month - std::chrono::months(1));
}

std::chrono::year_month DepreciationSchedule::lastMonth() const
{
    return from + std::chrono::months(std::max(months - 1, 0));
}

bool DepreciationSchedule::isFinishedAt(std::chrono::year_month month) const
{
    return months > 0 && month >= lastMonth();
}

DepreciationSchedule scheduleOfNew(Money original, std::chrono::year_month entered, std::int32_t lifeMonths)
{
    return {original, entered, lifeMonths, {}};
}

DepreciationSchedule scheduleOfTransferIn(
    Money original, Money accumulated, std::chrono::year_month entered, std::int32_t monthsLeft)
{
    return {original - accumulated, entered, monthsLeft, accumulated};
}

DepreciationSchedule rebuilt(const DepreciationSchedule& before, std::chrono::year_month lastTaken,
    Money added, std::chrono::year_month resumed, std::int32_t monthsLeft)
{
    const Money taken = before.accumulatedAt(lastTaken);
    return {before.opening + before.base - taken + added, resumed, monthsLeft, taken};
}

DepreciationSchedule settled(
    const DepreciationSchedule& estimated, std::chrono::year_month lastTaken, Money finalOriginal)
{
    const Money taken = estimated.accumulatedAt(lastTaken);
    return {finalOriginal - taken, std::max(lastTaken + std::chrono::months(1), estimated.from),
        estimated.months - estimated.monthsTaken(lastTaken), taken};
}

} // namespace guanwu
