#include "app/reporting/scheduled_reports.h"

#include "app/exchange/events/event_json.h"
#include "app/private_folder.h"
#include "app/reporting/report_words.h"
#include "core/audit/local_actor.h"
#include "core/values/calendar.h"
#include "schema/access/soci_account_store.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/unit_of_work.h"
#include "schema/reporting/report_schedules.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    using Date = std::chrono::year_month_day;

    bool isOfPeriod(const ReportInfo& info)
    {
        return std::any_of(info.takes.begin(), info.takes.end(), [](const TakenParameter& taken) {
            return taken.parameter == ReportParameter::Month || taken.parameter == ReportParameter::Year;
        });
    }

    /// Fills in what the period gives and the report takes.
    void fillPast(ReportRequest& request, const ReportInfo& info, const ReportSchedule& schedule, Date due)
    {
        const SchedulePast past = pastOf(schedule.period, due);
        for (const TakenParameter& taken : info.takes)
            switch (taken.parameter) {
            case ReportParameter::Month:
                request.month = past.last;
                break;
            case ReportParameter::From:
                request.from = past.first;
                break;
            case ReportParameter::Year:
                request.year = static_cast<int>(past.last.year());
                break;
            default:
                break;
            }
    }

    AuditAct actOf(Session& session, const RunClaim& run, const std::function<Instant()>& now)
    {
        AuditAct act;
        act.action = AuditAction::KeepReport;
        act.object = "kept-reports";
        act.actor = run.schedule.madeBy;
        act.source = "schedule";
        act.requestId = std::to_string(session.newId());
        act.now = now;
        return act;
    }

    /// A report is made with the rights that whoever wanted it has now, not with those he had: his account
    /// may be disabled, hold another role, or belong to another unit. At the command line nobody's rights
    /// end.
    Result<void> stillMay(Session& session, const ReportSchedule& schedule)
    {
        if (schedule.madeBy.starts_with(kLocalActor))
            return {};
        const auto account = SociAccountStore(session).findAccount(schedule.madeBy);
        if (!account || account->disabled)
            return fail(ErrorCode::Forbidden, "schedule.maker_gone", schedule.madeBy);
        const bool isAllowed = account->role && allows(*account->role, kSchedulePermission)
            && ReportSchedules(session, account->scope()).reaches(schedule);
        return isAllowed ? Result<void> {}
                         : fail(ErrorCode::Forbidden, "schedule.maker_rights", schedule.madeBy);
    }

    /// Whether it was kept here.
    Result<bool> serve(Session& session, ReportSchedules& schedules, const RunClaim& run,
        const std::function<Instant()>& now, const std::string& bureau)
    {
        if (const auto may = stillMay(session, run.schedule); !may)
            return fail(may.error());
        auto request = requestOfRun(run.schedule, run.due, chinaDate(now()));
        if (!request)
            return fail(request.error());
        request->bureau = bureau;
        const PrivateFolder folder;
        const auto file
            = folder / std::string("report.").append(tokenRow(kReportFormats, run.schedule.format).token);
        // Nobody stands behind it, so it shows no restricted fields.
        auto made = makeToKeep(session, run.schedule.scope(), {run.schedule.madeBy, {}}, *request, file,
            now(), [](std::int64_t, std::int64_t) {});
        if (!made)
            return fail(made.error());
        const Acting acting(session.audit(), {actOf(session, run, now)});
        UnitOfWork work(session);
        const auto kept = keepFile(session, made->kept, file);
        if (!kept)
            return fail(kept.error());
        // Another server has taken over what took too long here: its report is the one that is kept.
        const bool isMine = schedules.finish(run, kept->id);
        if (isMine)
            work.commit();
        return isMine;
    }

} // namespace

Result<ReportSchedule> scheduleOf(Session& session, const Scope& scope, const ScheduleOrder& order)
{
    const auto period = parseToken(kSchedulePeriods, order.period, "schedule.period");
    const auto format = parseToken(kReportFormats, order.format, "report.format");
    if (!period || !format)
        return fail(!period ? period.error() : format.error());
    ReportSchedule out;
    out.report = order.report;
    out.format = *format;
    out.period = *period;
    out.dueMonth = order.dueMonth;
    out.dueDay = order.dueDay;
    out.from = chinaDate(order.now + std::chrono::hours(24));
    out.madeBy = order.by;
    out.madeAt = order.now;
    if (const auto sound = checkSchedule(out); !sound)
        return fail(sound.error());
    const auto info = findReport(order.report);
    const auto words = wordsOf(order.parameters);
    if (!info || !words)
        return fail(!info ? info.error() : words.error());
    out.isOfPeriod = isOfPeriod(*info);
    const auto fixed = requestOfWords(order.report, *words, out.from);
    if (!fixed)
        return fail(fixed.error());
    out.parameters = parametersOf(*fixed).dump();
    if (const auto request = requestOfRun(out, out.from, out.from); !request)
        return fail(request.error());
    const auto narrowed = keptScope(session, scope, *fixed);
    if (!narrowed)
        return fail(narrowed.error());
    out.reach = narrowed->reach();
    if (out.reach != Scope::Reach::Everything)
        out.unit = narrowed->unit();
    if (out.reach == Scope::Reach::Department)
        out.department = narrowed->department();
    return out;
}

Result<ReportRequest> requestOfRun(const ReportSchedule& schedule, Date due, Date today)
{
    const auto words = wordsOf(nlohmann::json::parse(schedule.parameters, nullptr, false));
    if (!words)
        return fail(words.error());
    auto request = requestOfWords(schedule.report, *words, today);
    if (!request)
        return request;
    const auto info = findReport(schedule.report);
    if (!info)
        return fail(info.error());
    fillPast(*request, *info, schedule, due);
    request->hasHead = schedule.format != ReportFormat::Csv;
    if (const auto sound = checkRequest(*request); !sound)
        return fail(sound.error());
    return request;
}

ServedRuns serveSchedules(Session& session, const std::function<Instant()>& now,
    const std::function<bool()>& stop, const std::string& bureau)
{
    ServedRuns out;
    ReportSchedules schedules(session, Scope::everything());
    while (!stop()) {
        const auto run = schedules.take(now());
        if (!run)
            break;
        const auto served = serve(session, schedules, *run, now, bureau);
        if (!served)
            schedules.failed(*run, served.error().subject, now());
        out.failed += served ? 0 : 1;
        out.kept += served && *served ? 1 : 0;
    }
    return out;
}

nlohmann::ordered_json scheduleJson(const ReportSchedule& schedule)
{
    return {{"id", std::to_string(schedule.id)}, {"report", schedule.report},
        {"format", tokenRow(kReportFormats, schedule.format).token},
        {"parameters", Json::parse(schedule.parameters, nullptr, false)},
        {"reach", tokenRow(kReaches, schedule.reach).token},
        {"unit_name", schedule.unit.value == 0 ? Json() : Json(schedule.unitName)},
        {"period", tokenRow(kSchedulePeriods, schedule.period).token},
        {"due_month", schedule.dueMonth == 0 ? Json() : Json(schedule.dueMonth)},
        {"due_day", schedule.dueDay}, {"from", formatDate(schedule.from)}, {"made_by", schedule.madeBy},
        {"made_at", formatInstant(schedule.madeAt)}, {"makes_up", schedule.isOfPeriod},
        {"ended_by", schedule.endedBy.empty() ? Json() : Json(schedule.endedBy)}};
}

nlohmann::ordered_json runJson(const ReportRun& run)
{
    return {{"due_on", formatDate(run.due)}, {"state", tokenRow(kRunStates, run.state).token},
        {"kept", run.kept == 0 ? Json() : Json(std::to_string(run.kept))}, {"made_up", run.isMadeUp()},
        {"rule", run.rule.empty() ? Json() : Json(run.rule)}, {"at", formatInstant(run.at)}};
}

} // namespace guanwu
