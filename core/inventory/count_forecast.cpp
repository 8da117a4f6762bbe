#include "core/inventory/count_forecast.h"

#include <algorithm>

namespace guanwu {

namespace {

    using namespace std::chrono;

    using LocalTime = local_time<milliseconds>; ///< on the clocks of the offices

    constexpr hours kDayOfWork {9};
    constexpr hours kOverTime {2};
    constexpr minutes kOpens = hours(8) + minutes(30);
    constexpr minutes kCloses = hours(17) + minutes(30);
    constexpr int kDaysAhead = 10; ///< working days; what lies behind them is said not to be reached

    LocalTime localTime(Instant at) { return LocalTime((at + kChinaOffset).time_since_epoch()); }

    Instant instantOf(LocalTime at) { return Instant(at.time_since_epoch() - kChinaOffset); }

    bool isWorkingDay(local_days day)
    {
        const weekday name(day);
        return name != Saturday && name != Sunday;
    }

    /// For how long who counts now goes on without a break.
    milliseconds workInOneGo(LocalTime now)
    {
        const auto day = floor<days>(now);
        if (!isWorkingDay(day) || now - day >= kCloses)
            return kOverTime;
        if (now - day >= kOpens)
            return day + kCloses - now;
        return std::min<milliseconds>(kOverTime, day + kOpens - now);
    }

    bool isBeforeWork(LocalTime now)
    {
        const auto day = floor<days>(now);
        return isWorkingDay(day) && now - day < kOpens;
    }

    LocalTime roundedUp(LocalTime at, milliseconds step)
    {
        const auto since = at.time_since_epoch();
        return LocalTime((since + step - milliseconds(1)) / step * step);
    }

    /// What `lines` would take: the mean of the pace of the last hour and of four times the last quarter of it.
    milliseconds workOf(std::int64_t lines, const SheetProgress& unit)
    {
        const std::int64_t eventsInTwoHours = unit.last60Minutes + 4 * unit.last15Minutes;
        return lines * milliseconds(hours(2)) / eventsInTwoHours;
    }

} // namespace

CountForecast forecastOf(const SheetProgress& unit, Instant now)
{
    const std::int64_t left = unit.counters.book().lines - unit.checkedLines();
    if (unit.sheet.state >= SheetState::UnitChecked)
        return {ForecastKind::Signed, {}};
    if (unit.counters.book().lines > 0 && left <= 0)
        return {ForecastKind::AllSeen, {}};
    if (unit.checkedLines() == 0 && !unit.lastEventAt)
        return {ForecastKind::NotBegun, {}};
    if (unit.last60Minutes == 0)
        return {ForecastKind::Quiet, {}};

    const LocalTime local = localTime(now);
    milliseconds work = workOf(left, unit);
    if (work <= workInOneGo(local)) {
        const minutes step(work <= hours(1) ? 5 : work <= hours(4) ? 10 : 30);
        const LocalTime at = roundedUp(local + work, step);
        const bool isToday = floor<days>(at) == floor<days>(local);
        return {isToday ? ForecastKind::Today : ForecastKind::Later, instantOf(at)};
    }
    work -= workInOneGo(local);
    auto day = floor<days>(local);
    if (isBeforeWork(local)) {
        if (work <= kDayOfWork)
            return {ForecastKind::Today, instantOf(roundedUp(day + kOpens + work, minutes(30)))};
        work -= kDayOfWork;
    }
    for (int ahead = 0; ahead < kDaysAhead;) {
        day += days(1);
        if (!isWorkingDay(day))
            continue;
        if (work <= kDayOfWork)
            return {ForecastKind::Later, instantOf(roundedUp(day + kOpens + work, minutes(30)))};
        work -= kDayOfWork;
        ++ahead;
    }
    return {ForecastKind::TooFar, {}};
}

} // namespace guanwu
