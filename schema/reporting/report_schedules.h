#pragma once

#include "core/reporting/report_schedule.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// What became of a day on which a schedule was due.
struct ReportRun {
    std::int64_t schedule = 0;
    std::chrono::year_month_day due {};
    RunState state {};
    std::int64_t kept = 0; ///< in the archive; 0 = not yet
    std::string rule; ///< why it could not be made; tried again later
    Instant at {}; ///< of the last attempt

    /// It was kept, but on a later day than the one that was due.
    [[nodiscard]] bool isMadeUp() const { return state == RunState::Done && chinaDate(at) > due; }
};

/// A day that somebody has taken on himself to serve.
struct RunClaim {
    ReportSchedule schedule;
    std::chrono::year_month_day due {};
    std::int64_t claim = 0;
};

/// How long an attempt may take before another server thinks it was cut off, and how long what could not be
/// made waits for the next one.
inline constexpr std::chrono::minutes kRunTerm {60};
inline constexpr std::chrono::minutes kRunPause {60};

/// Reports on schedule. Any number of servers may serve them: a day that is due is served once.
class ReportSchedules {
public:
    ReportSchedules(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// Those whose reports lie within the scope, the newest first.
    [[nodiscard]] std::vector<ReportSchedule> list();
    /// One that checkSchedule() has passed; gives it its id. Errors: access.forbidden.
    [[nodiscard]] Result<ReportSchedule> add(ReportSchedule schedule);
    /// Nothing is due any more; what was kept stays. Errors: schedule.not_found, access.forbidden.
    [[nodiscard]] Result<void> end(std::int64_t id, const std::string& by, Instant at);
    /// The newest first.
    [[nodiscard]] std::vector<ReportRun> runs(std::int64_t schedule, std::int64_t most);
    /// Whether the scope reads all that the reports of the schedule hold: who may have them made.
    [[nodiscard]] bool reaches(const ReportSchedule& schedule);

    // For who serves them all:

    /// The first day of a schedule that is due and that nobody serves or has served; it is his now.
    [[nodiscard]] std::optional<RunClaim> take(Instant now);
    /// Inside the unit of work that keeps the report. False: somebody else has taken it over, so nothing may
    /// be kept.
    [[nodiscard]] bool finish(const RunClaim& run, std::int64_t kept);
    void failed(const RunClaim& run, const std::string& rule, Instant at);

private:
    [[nodiscard]] bool claim(const RunClaim& run, Instant now);
    void miss(const ReportSchedule& schedule, std::chrono::year_month_day due, Instant now);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
