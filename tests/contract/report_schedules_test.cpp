#include "schema/connection/unit_of_work.h"
#include "schema/reporting/report_schedules.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

using Day = std::chrono::year_month_day;

Day dayOf(int year, unsigned month, unsigned day)
{
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

/// Ten in the morning there.
Instant morningOf(Day day) { return std::chrono::sys_days(day) + 2h; }

ReportSchedule monthly(int dueDay = 5)
{
    ReportSchedule out;
    out.report = "overview";
    out.format = ReportFormat::Pdf;
    out.parameters = "{}";
    out.reach = Scope::Reach::Everything;
    out.period = SchedulePeriod::Month;
    out.dueDay = dueDay;
    out.from = dayOf(2026, 1, 10);
    out.isOfPeriod = true;
    out.madeBy = "zhang";
    out.madeAt = kNow;
    return out;
}

} // namespace

TEST_CASE("A schedule is due on its day of each month, quarter or year, and is of what is over then",
    "[contract][reports]")
{
    ReportSchedule schedule = monthly();
    CHECK(dueDays(schedule, dayOf(2026, 2, 4)).empty());
    CHECK(dueDays(schedule, dayOf(2026, 4, 5))
        == std::vector {dayOf(2026, 2, 5), dayOf(2026, 3, 5), dayOf(2026, 4, 5)});
    schedule.from = dayOf(2026, 2, 5);
    CHECK(dueDays(schedule, dayOf(2026, 2, 5)).size() == 1);
    schedule.period = SchedulePeriod::Quarter;
    CHECK(dueDays(schedule, dayOf(2026, 12, 31))
        == std::vector {dayOf(2026, 4, 5), dayOf(2026, 7, 5), dayOf(2026, 10, 5)});
    schedule.period = SchedulePeriod::Year;
    schedule.dueMonth = 3;
    CHECK(dueDays(schedule, dayOf(2028, 1, 1)) == std::vector {dayOf(2026, 3, 5), dayOf(2027, 3, 5)});

    const auto past = [](SchedulePeriod period, Day due) {
        const SchedulePast of = pastOf(period, due);
        return std::pair(formatMonth(of.first), formatMonth(of.last));
    };
    using Months = std::pair<std::string, std::string>;
    CHECK(past(SchedulePeriod::Month, dayOf(2026, 1, 5)) == Months("2025-12", "2025-12"));
    CHECK(past(SchedulePeriod::Quarter, dayOf(2026, 1, 5)) == Months("2025-10", "2025-12"));
    CHECK(past(SchedulePeriod::Year, dayOf(2026, 3, 5)) == Months("2025-01", "2025-12"));

    CHECK(checkSchedule(monthly(28)));
    CHECK(checkSchedule(monthly(29)).error().subject == "schedule.day");
    CHECK(checkSchedule(monthly(0)).error().subject == "schedule.day");
    schedule.dueMonth = 13;
    CHECK(checkSchedule(schedule).error().subject == "schedule.month");
}

TEST_CASE("A day that is due is served once, however many servers look, and made up for after a stop",
    "[contract][reports]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const auto other = registry.backEnd.connect();
    ReportSchedules first(*registry.session, Scope::everything());
    ReportSchedules second(*other, Scope::everything());
    const auto schedule = first.add(monthly());
    REQUIRE(schedule);
    CHECK_FALSE(first.take(morningOf(dayOf(2026, 2, 4))));

    // Nobody looked for a month: both days are due, and each goes to one of them.
    const Instant late = morningOf(dayOf(2026, 3, 20));
    const auto one = first.take(late);
    const auto two = second.take(late);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->due == dayOf(2026, 2, 5));
    CHECK(two->due == dayOf(2026, 3, 5));
    CHECK_FALSE(first.take(late));
    const auto finish = [](Session& session, ReportSchedules& schedules, const RunClaim& run) {
        UnitOfWork work(session);
        const bool isMine = schedules.finish(run, 77);
        work.commit();
        return isMine;
    };
    CHECK(finish(*registry.session, first, *one));
    CHECK_FALSE(finish(*registry.session, first, *one));

    // The second was cut off. After its term another takes over, and what comes late keeps nothing.
    CHECK_FALSE(first.take(late + kRunTerm - 1s));
    const auto again = first.take(late + kRunTerm + 1s);
    REQUIRE(again);
    CHECK(again->due == two->due);
    CHECK_FALSE(finish(*other, second, *two));

    // What cannot be made says why, and is tried again later.
    first.failed(*again, "books.not_posted", late + kRunTerm + 2s);
    CHECK_FALSE(second.take(late + kRunTerm + 30min));
    const auto runs = first.runs(schedule->id, 10);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].rule == "books.not_posted");
    CHECK(runs[0].state == RunState::Failed);
    CHECK(runs[1].state == RunState::Done);
    CHECK(runs[1].kept == 77);
    const auto later = second.take(late + kRunTerm + kRunPause + 3s);
    REQUIRE(later);
    CHECK(finish(*other, second, *later));
    CHECK(first.runs(schedule->id, 10)[0].rule.empty());

    REQUIRE(first.end(schedule->id, "zhang", late));
    CHECK_FALSE(first.take(morningOf(dayOf(2027, 1, 1))));
    CHECK(first.end(schedule->id, "zhang", late).error().subject == "schedule.not_found");
    CHECK(first.list().at(0).endedBy == "zhang");
}

TEST_CASE("What shows how things stand is made for the last day that is due, those before are missed",
    "[contract][reports]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    ReportSchedules schedules(*registry.session, Scope::everything());
    ReportSchedule standing = monthly();
    standing.isOfPeriod = false;
    const auto schedule = schedules.add(standing);
    REQUIRE(schedule);
    const Instant late = morningOf(dayOf(2026, 4, 20));
    const auto run = schedules.take(late);
    REQUIRE(run);
    CHECK(run->due == dayOf(2026, 4, 5));
    schedules.failed(*run, "x", late);
    CHECK_FALSE(schedules.take(late));

    // It could not be made until the next day was due.
    const auto next = schedules.take(morningOf(dayOf(2026, 5, 5)));
    REQUIRE(next);
    CHECK(next->due == dayOf(2026, 5, 5));
    CHECK_FALSE(schedules.take(morningOf(dayOf(2026, 5, 5))));
    const auto runs = schedules.runs(schedule->id, 10);
    REQUIRE(runs.size() == 4);
    CHECK(runs[0].state == RunState::Running);
    for (std::size_t at = 1; at < runs.size(); ++at)
        CHECK(runs[at].state == RunState::Missed);
    CHECK(runs[3].due == dayOf(2026, 2, 5));
}

TEST_CASE("A schedule is set up and ended by whom it is of", "[contract][reports]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const Scope own = Scope::ofUnit(UnitId {1});
    ReportSchedule ofUnit = monthly();
    ofUnit.reach = Scope::Reach::Unit;
    ofUnit.unit = UnitId {1};
    const auto of = [&](const Scope& scope) { return ReportSchedules(*registry.session, scope); };
    const auto made = of(own).add(ofUnit);
    REQUIRE(made);
    CHECK(of(own).add(monthly()).error().subject == "access.forbidden");
    CHECK(of(Scope::ofUnit(UnitId {3})).list().empty());
    CHECK(of(Scope::ofUnit(UnitId {3})).end(made->id, "x", kNow).error().subject == "schedule.not_found");
    CHECK(of(Scope::ofUnitAndSubordinates(UnitId {1})).list().size() == 1);
    CHECK(of(own).list().at(0).unitName == "第1局");
    CHECK(of(own).list().at(0).scope() == own);
    CHECK(of(own).end(made->id, "x", kNow));
}
