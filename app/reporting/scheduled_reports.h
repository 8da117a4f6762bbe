#pragma once

#include "app/reporting/keep_report.h"
#include "core/reporting/report_schedule.h"

#include <nlohmann/json.hpp>

namespace guanwu {

struct ReportRun;

/// What somebody asks to have made by itself.
struct ScheduleOrder {
    std::string report;
    std::string format;
    nlohmann::json parameters; ///< besides those of the period
    std::string period;
    int dueMonth = 0;
    int dueDay = 1;
    std::string by;
    Instant now {};
};

/// The schedule of an order; the first report is due behind today. Errors: schedule.period, report.format,
/// unit.not_found, report.needs (something that no period gives), those of requestOfWords() and
/// checkSchedule().
[[nodiscard]] Result<ReportSchedule> scheduleOf(
    Session& session, const Scope& scope, const ScheduleOrder& order);

/// The request of a schedule on a day it is due. Errors: those of requestOfWords() and checkRequest().
[[nodiscard]] Result<ReportRequest> requestOfRun(
    const ReportSchedule& schedule, std::chrono::year_month_day due, std::chrono::year_month_day today);

/// What came of the reports that were due.
struct ServedRuns {
    int kept = 0;
    int failed = 0; ///< tried again later
};

/// Makes and keeps every report that is due and that nobody else is making, of each schedule the day first
/// that is due longest. Of what was due while no server ran, a report of a month or a year is made up for day
/// by day, one that shows how things stand once. Stops early when `stop` says so. `bureau`: see
/// ReportRequest.
ServedRuns serveSchedules(Session& session, const std::function<Instant()>& now,
    const std::function<bool()>& stop, const std::string& bureau = {});

[[nodiscard]] nlohmann::ordered_json scheduleJson(const ReportSchedule& schedule);
[[nodiscard]] nlohmann::ordered_json runJson(const ReportRun& run);

} // namespace guanwu
