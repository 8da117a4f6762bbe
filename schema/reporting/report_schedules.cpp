#include "schema/reporting/report_schedules.h"

#include "core/values/calendar.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/reporting/kept_scope.h"

#include <map>
#include <set>

namespace guanwu {

namespace {

    constexpr std::size_t kScheduleColumns = 16;
    constexpr std::string_view kSelectSchedule
        = "SELECT k.id, k.report, k.format, k.parameters, k.reach, k.unit_id, k.department_id, COALESCE(u.name, ''), "
          "k.period, k.due_month, k.due_day, k.from_on, k.made_by, k.made_at, k.ended_by, k.is_of_period FROM report_schedule k LEFT "
          "JOIN unit u ON u.id = k.unit_id WHERE 1 = 1";

    std::string scheduleName(std::int64_t id) { return "report-schedules/" + std::to_string(id); }

    ReportSchedule readSchedule(const Query& query)
    {
        ReportSchedule out;
        out.id = query.integer(0);
        out.report = query.text(1);
        out.format = storedToken(kReportFormats, query.text(2));
        out.parameters = query.text(3);
        out.reach = storedToken(kReaches, query.text(4));
        out.unit = UnitId {query.integer(5)};
        out.department = DepartmentId {query.integer(6)};
        out.unitName = query.text(7);
        out.period = storedToken(kSchedulePeriods, query.text(8));
        out.dueMonth = static_cast<int>(query.integer(9));
        out.dueDay = static_cast<int>(query.integer(10));
        out.from = fromDayColumn(query.text(11)).value_or(std::chrono::year_month_day {});
        out.madeBy = query.text(12);
        out.madeAt = fromInstantColumn(query.integer(13));
        out.endedBy = query.text(14);
        out.isOfPeriod = query.integer(15) != 0;
        return out;
    }

} // namespace

std::vector<ReportSchedule> ReportSchedules::list()
{
    std::vector<ReportSchedule> out;
    Query query(m_session);
    query.add(kSelectSchedule);
    addKeptScope(query, m_scope);
    query.add(" ORDER BY k.id DESC");
    while (query.next(kScheduleColumns))
        out.push_back(readSchedule(query));
    return out;
}

bool ReportSchedules::reaches(const ReportSchedule& schedule)
{
    using Reach = Scope::Reach;
    const Scope wanted = schedule.scope();
    if (wanted == m_scope || m_scope.reach() == Reach::Everything)
        return true;
    const bool isPart = wanted.reach() == Reach::Department
        || (wanted.reach() == Reach::Unit && m_scope.reach() == Reach::UnitAndSubordinates);
    if (!isPart || m_scope.reach() == Reach::Department)
        return false;
    Query query(m_session);
    query.add("SELECT u.id FROM unit u WHERE u.id = ", schedule.unit.value)
        .add(ScopeCondition(m_scope, "u.id"));
    return query.next(1);
}

Result<ReportSchedule> ReportSchedules::add(ReportSchedule schedule)
{
    if (!reaches(schedule))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    schedule.id = m_session.newId();
    retrying(m_session, [&] {
        UnitOfWork work(m_session);
        insertRow(m_session, "report_schedule",
            {{"id", schedule.id}, {"report", schedule.report},
                {"format", tokenRow(kReportFormats, schedule.format).token},
                {"parameters", schedule.parameters}, {"reach", tokenRow(kReaches, schedule.reach).token},
                {"unit_id", schedule.unit.value}, {"department_id", schedule.department.value},
                {"period", tokenRow(kSchedulePeriods, schedule.period).token},
                {"due_month", std::int64_t {schedule.dueMonth}}, {"due_day", std::int64_t {schedule.dueDay}},
                {"from_on", formatDate(schedule.from)},
                {"is_of_period", std::int64_t {schedule.isOfPeriod ? 1 : 0}}, {"made_by", schedule.madeBy},
                {"made_at", toInstantColumn(schedule.madeAt)}});
        m_session.audit().note({scheduleName(schedule.id), {}, schedule.report + ' ' + schedule.parameters});
        work.commit();
    });
    return schedule;
}

Result<void> ReportSchedules::end(std::int64_t id, const std::string& by, Instant at)
{
    return retrying(m_session, [&]() -> Result<void> {
        UnitOfWork work(m_session);
        {
            Query query(m_session);
            query.add(kSelectSchedule).add(" AND k.ended_by IS NULL AND k.id = ", id);
            addKeptScope(query, m_scope);
            if (!query.next(kScheduleColumns))
                return fail(ErrorCode::NotFound, "schedule.not_found", std::to_string(id));
            const ReportSchedule schedule = readSchedule(query);
            if (!m_scope.mayChange(schedule.unit, schedule.department))
                return fail(ErrorCode::Forbidden, "access.forbidden");
            m_session.audit().note({scheduleName(id), schedule.report + ' ' + schedule.parameters, {}});
        }
        Query query(m_session);
        query.add("UPDATE report_schedule SET ended_by = ", by).add(", ended_at = ", toInstantColumn(at));
        query.add(" WHERE id = ", id).run();
        work.commit();
        return {};
    });
}

std::vector<ReportRun> ReportSchedules::runs(std::int64_t schedule, std::int64_t most)
{
    std::vector<ReportRun> out;
    Query query(m_session);
    query.add(
        "SELECT r.due_on, r.state, r.kept_id, r.rule, r.claimed_at FROM report_run r JOIN report_schedule k ON "
        "k.id = r.schedule_id WHERE r.schedule_id = ",
        schedule);
    addKeptScope(query, m_scope);
    query.add(" ORDER BY r.due_on DESC LIMIT ", most);
    while (query.next(5))
        out.push_back({schedule, fromDayColumn(query.text(0)).value_or(std::chrono::year_month_day {}),
            storedToken(kRunStates, query.text(1)), query.integer(2), query.text(3),
            fromInstantColumn(query.integer(4))});
    return out;
}

std::optional<RunClaim> ReportSchedules::take(Instant now)
{
    const auto today = chinaDate(now);
    for (const ReportSchedule& schedule : list()) {
        if (!schedule.endedBy.empty())
            continue;
        std::set<std::string> notNow; // served, or being served, or waiting for another attempt
        {
            Query query(m_session);
            query.add("SELECT r.due_on FROM report_run r WHERE r.schedule_id = ", schedule.id);
            query.add(" AND (r.state IN ('done', 'missed') OR (r.state = 'running' AND r.claimed_at > ",
                toInstantColumn(now - kRunTerm));
            query.add(") OR (r.state = 'failed' AND r.claimed_at > ", toInstantColumn(now - kRunPause))
                .add("))");
            while (query.next(1))
                notNow.insert(query.text(0).substr(0, 10));
        }
        const auto days = dueDays(schedule, today);
        for (const auto& due : days) {
            if (notNow.contains(formatDate(due)))
                continue;
            RunClaim run {schedule, due, m_session.newId()};
            if (!schedule.isOfPeriod && due != days.back())
                miss(schedule, due, now);
            else if (claim(run, now))
                return run;
        }
    }
    return std::nullopt;
}

bool ReportSchedules::claim(const RunClaim& run, Instant now)
{
    try {
        return retrying(m_session, [&] {
            UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
            Query over(m_session);
            over.add("UPDATE report_run SET state = 'running', claim = ", run.claim);
            over.add(", claimed_at = ", toInstantColumn(now));
            over.add(" WHERE schedule_id = ", run.schedule.id).add(" AND due_on = ", formatDate(run.due));
            over.add(" AND ((state = 'running' AND claimed_at <= ", toInstantColumn(now - kRunTerm));
            over.add(") OR (state = 'failed' AND claimed_at <= ", toInstantColumn(now - kRunPause)).add("))");
            if (over.run() == 0)
                insertRow(m_session, "report_run",
                    {{"schedule_id", run.schedule.id}, {"due_on", formatDate(run.due)},
                        {"state", std::string("running")}, {"claim", run.claim},
                        {"claimed_at", toInstantColumn(now)}});
            work.commit();
            return true;
        });
    } catch (const DuplicateKey&) {
        return false; // another server was first
    }
}

/// How things stood on that day can no longer be told.
void ReportSchedules::miss(const ReportSchedule& schedule, std::chrono::year_month_day due, Instant now)
{
    try {
        retrying(m_session, [&] {
            UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
            Query query(m_session);
            query.add("UPDATE report_run SET state = 'missed' WHERE schedule_id = ", schedule.id);
            query.add(" AND due_on = ", formatDate(due)).add(" AND state <> 'done'");
            if (query.run() == 0)
                insertRow(m_session, "report_run",
                    {{"schedule_id", schedule.id}, {"due_on", formatDate(due)},
                        {"state", std::string("missed")}, {"claim", std::int64_t {0}},
                        {"claimed_at", toInstantColumn(now)}});
            work.commit();
        });
    } catch (const DuplicateKey&) { // another server has it
    }
}

bool ReportSchedules::finish(const RunClaim& run, std::int64_t kept)
{
    Query query(m_session);
    query.add("UPDATE report_run SET state = 'done', rule = NULL, kept_id = ", kept);
    query.add(" WHERE schedule_id = ", run.schedule.id).add(" AND due_on = ", formatDate(run.due));
    query.add(" AND state = 'running' AND claim = ", run.claim);
    return query.run() == 1;
}

void ReportSchedules::failed(const RunClaim& run, const std::string& rule, Instant at)
{
    retrying(m_session, [&] {
        UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
        Query query(m_session);
        query.add("UPDATE report_run SET state = 'failed', rule = ", rule)
            .add(", claimed_at = ", toInstantColumn(at));
        query.add(" WHERE schedule_id = ", run.schedule.id).add(" AND due_on = ", formatDate(run.due));
        query.add(" AND claim = ", run.claim).run();
        work.commit();
    });
}

} // namespace guanwu
