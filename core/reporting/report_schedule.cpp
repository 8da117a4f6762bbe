#include "core/reporting/report_schedule.h"

namespace guanwu {

namespace {

    using Day = std::chrono::year_month_day;
    using Month = std::chrono::year_month;

    constexpr unsigned kMonthsOfQuarter = 3;

    bool isDueMonth(const ReportSchedule& schedule, Month month)
    {
        const unsigned number = static_cast<unsigned>(month.month());
        switch (schedule.period) {
        case SchedulePeriod::Month:
            return true;
        case SchedulePeriod::Quarter:
            return number % kMonthsOfQuarter == 1;
        case SchedulePeriod::Year:
            return number == static_cast<unsigned>(schedule.dueMonth);
        }
        return false;
    }

} // namespace

Scope ReportSchedule::scope() const
{
    switch (reach) {
    case Scope::Reach::Everything:
        return Scope::everything();
    case Scope::Reach::UnitAndSubordinates:
        return Scope::ofUnitAndSubordinates(unit);
    case Scope::Reach::Unit:
        return Scope::ofUnit(unit);
    case Scope::Reach::Department:
        return Scope::ofDepartment(unit, department);
    case Scope::Reach::Nothing:
        break;
    }
    return {};
}

Result<void> checkSchedule(const ReportSchedule& schedule)
{
    if (schedule.dueDay < 1 || schedule.dueDay > kLatestDueDay)
        return fail(ErrorCode::InvalidArgument, "schedule.day", std::to_string(kLatestDueDay));
    const bool isYear = schedule.period == SchedulePeriod::Year;
    if (isYear ? schedule.dueMonth < 1 || schedule.dueMonth > 12 : schedule.dueMonth != 0)
        return fail(ErrorCode::InvalidArgument, "schedule.month");
    return {};
}

std::vector<Day> dueDays(const ReportSchedule& schedule, Day through)
{
    std::vector<Day> out;
    for (Month month {schedule.from.year(), schedule.from.month()}; month / 1 <= through;
         month += std::chrono::months(1)) {
        const Day due = month / std::chrono::day(static_cast<unsigned>(schedule.dueDay));
        if (isDueMonth(schedule, month) && due >= schedule.from && due <= through)
            out.push_back(due);
    }
    return out;
}

SchedulePast pastOf(SchedulePeriod period, Day due)
{
    const Month month {due.year(), due.month()};
    const Month last = month - std::chrono::months(1);
    switch (period) {
    case SchedulePeriod::Month:
        return {last, last};
    case SchedulePeriod::Quarter:
        return {month - std::chrono::months(kMonthsOfQuarter), last};
    case SchedulePeriod::Year:
        break;
    }
    const std::chrono::year before = due.year() - std::chrono::years(1);
    return {before / std::chrono::January, before / std::chrono::December};
}

} // namespace guanwu
