// Reports that are made and kept by themselves: the schedules, and what became of the days that were due.
#include "app/reporting/scheduled_reports.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "app/text/explain.h"
#include "schema/reporting/report_schedules.h"

namespace guanwu {

namespace schedule_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::int64_t kRunsTold = 12; ///< of each schedule; the others by its runs

    /// A day or a month; what no calendar has is -1.
    int wholeOf(const RouteCall& call, std::string_view name)
    {
        const auto value = call.has(name) ? call.body[std::string(name)].get<std::int64_t>() : 0;
        return value >= 0 && value <= 31 ? static_cast<int>(value) : -1;
    }

    /// With why it could not be made as a sentence.
    Json runToldJson(const RouteCall& call, const ReportRun& run)
    {
        Json out = runJson(run);
        out["problem"]
            = run.rule.empty() ? Json() : Json(explain({ErrorCode::Conflict, run.rule, {}}, call.language));
        return out;
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        Json rows = Json::array();
        ReportSchedules schedules(call.session, call.scope());
        for (const ReportSchedule& schedule : schedules.list()) {
            Json row = scheduleJson(schedule);
            Json told = Json::array();
            for (const ReportRun& run : schedules.runs(schedule.id, kRunsTold))
                told.push_back(runToldJson(call, run));
            row["last_run"] = told.empty() ? Json() : told.front();
            row["runs"] = std::move(told);
            rows.push_back(std::move(row));
        }
        return jsonResponse({{"schedules", std::move(rows)}});
    }

    Result<HttpResponse> add(RouteCall& call)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto schedule = scheduleOf(call.session, call.scope(),
                {call.text("report"), call.text("format"),
                    call.has("parameters") ? call.body["parameters"] : nlohmann::json(), call.text("period"),
                    wholeOf(call, "due_month"), wholeOf(call, "due_day"), call.caller.account.login,
                    call.server.now()});
            if (!schedule)
                return fail(schedule.error());
            const auto added = ReportSchedules(call.session, call.scope()).add(*schedule);
            return added ? Result<HttpResponse>(jsonResponse(scheduleJson(*added), 201))
                         : fail(added.error());
        });
    }

    Result<HttpResponse> end(RouteCall& call)
    {
        const auto id = wholeNumber(call.pathValue("id"));
        if (!id)
            return fail(ErrorCode::NotFound, "schedule.not_found", call.pathValue("id"));
        const auto ended = ReportSchedules(call.session, call.scope())
                               .end(*id, call.caller.account.login, call.server.now());
        return ended ? Result<HttpResponse>(emptyResponse()) : fail(ended.error());
    }

    Result<HttpResponse> runs(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        Json rows = Json::array();
        const auto id = wholeNumber(call.pathValue("id"));
        for (const ReportRun& run : ReportSchedules(call.session, call.scope()).runs(id.value_or(0), *limit))
            rows.push_back(runToldJson(call, run));
        return jsonResponse({{"runs", std::move(rows)}});
    }

    constexpr RouteField kBody[] = {
        {"report", FieldKind::Text, FieldNeed::Required, "Name of a report."},
        {"format", FieldKind::Text, FieldNeed::Required, "xlsx, csv or pdf."},
        {"period", FieldKind::Text, FieldNeed::Required,
            "month, quarter or year: what is over when it is due."},
        {"due_day", FieldKind::Integer, FieldNeed::Required, "Of the month, 1 to 28."},
        {"due_month", FieldKind::Integer, FieldNeed::Optional, "Of a yearly report, 1 to 12."},
        {"parameters", FieldKind::Object, FieldNeed::Optional,
            "What the report is asked with besides month, from and year, which the period gives."},
    };
    constexpr RouteField kRunsQuery[] = {kLimitField};

    constexpr auto kPermitted = Admission::Permitted;
    const Route kRoutes[] = {
        {"GET", "/report-schedules", kPermitted, Permission::ReadRegistry, Reach::OwnRows,
            "The schedules whose reports hold nothing but what the caller reaches.", list},
        {"POST", "/report-schedules", kPermitted, kSchedulePermission, Reach::OwnRows,
            "Has a report made and kept after every month, quarter or year.",
            {AuditAction::ScheduleReport, add}, {}, BodyKind::Json, kBody},
        {"DELETE", "/report-schedules/{id}", kPermitted, kSchedulePermission, Reach::OwnUnit,
            "Ends a schedule; what was kept stays.", {AuditAction::EndSchedule, end}},
        {"GET", "/report-schedules/{id}/runs", kPermitted, Permission::ReadRegistry, Reach::OwnRows,
            "The days that were due, what was kept of them, or why nothing could be.", runs, kRunsQuery},
    };

} // namespace schedule_routes

std::span<const Route> scheduleRoutes() { return schedule_routes::kRoutes; }

} // namespace guanwu
