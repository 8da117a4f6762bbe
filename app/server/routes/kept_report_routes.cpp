// The archive of reports: keeping one, which there are, its bytes, and whether they are still what was kept.
#include "app/private_folder.h"
#include "app/reporting/keep_report.h"
#include "app/reporting/report_words.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "schema/reporting/report_archive.h"

namespace guanwu {

namespace kept_report_routes {

    using Json = nlohmann::ordered_json;

    constexpr const char* typeOf(ReportFormat format)
    {
        switch (format) {
        case ReportFormat::Xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case ReportFormat::Csv:
            return "text/csv; charset=utf-8";
        case ReportFormat::Pdf:
            break;
        }
        return "application/pdf";
    }

    ReportArchive archiveOf(RouteCall& call)
    {
        return {call.session, call.scope(), caseReaderOf(call.caller.account.role, call.server.today())};
    }

    Result<KeptReport> named(RouteCall& call)
    {
        const auto id = wholeNumber(call.pathValue("id"));
        if (!id)
            return fail(ErrorCode::NotFound, "report.not_kept", call.pathValue("id"));
        return archiveOf(call).find(*id);
    }

    Result<HttpResponse> keep(RouteCall& call)
    {
        const auto format = parseToken(kReportFormats, call.text("format"), "report.format");
        const auto words = wordsOf(call.has("parameters") ? call.body["parameters"] : nlohmann::json());
        if (!format || !words)
            return fail(!format ? format.error() : words.error());
        auto request = requestOfWords(call.text("report"), *words, call.server.today());
        if (!request)
            return fail(request.error());
        return writeResumed(call, [&](const FinishWrite& finish) -> Result<HttpResponse> {
            const PrivateFolder folder;
            const auto file = folder / std::string("report.").append(tokenRow(kReportFormats, *format).token);
            request->hasHead = printsHead(file);
            request->bureau = call.server.bureau;
            const auto made = makeToKeep(call.session, call.scope(),
                {call.caller.account.login, call.caller.account.role}, *request, file, call.server.now(),
                [](std::int64_t, std::int64_t) {});
            if (!made)
                return fail(made.error());
            return finish([&]() -> Result<HttpResponse> {
                const auto kept = keepFile(call.session, made->kept, file);
                if (!kept)
                    return fail(kept.error());
                // As it is read, with the names of what it is of.
                const auto shown = archiveOf(call).find(kept->id);
                return jsonResponse(keptJson(shown ? *shown : *kept), 201);
            });
        });
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto before = pageStart(call);
        if (!limit || !before)
            return fail(!limit ? limit.error() : before.error());
        auto found
            = archiveOf(call).list({call.queryValue("report"), call.queryValue("unit"), *before}, *limit + 1);
        Json next;
        if (found.size() > static_cast<std::size_t>(*limit)) {
            found.pop_back();
            next = std::to_string(found.back().id);
        }
        Json rows = Json::array();
        for (const KeptReport& report : found)
            rows.push_back(keptJson(report));
        return jsonResponse({{"kept_reports", std::move(rows)}, {"next", std::move(next)}});
    }

    Result<HttpResponse> read(RouteCall& call)
    {
        const auto report = named(call);
        if (!report)
            return fail(report.error());
        auto bytes = archiveOf(call).read(*report);
        if (!bytes)
            return fail(bytes.error());
        HttpResponse out = fileResponse(typeOf(report->format), std::move(*bytes));
        out.headers.add("Content-Disposition",
            "attachment; filename=\"" + report->report + '-' + std::to_string(report->id) + '.'
                + std::string(tokenRow(kReportFormats, report->format).token) + '"');
        return out;
    }

    Result<HttpResponse> verify(RouteCall& call)
    {
        const auto report = named(call);
        if (!report)
            return fail(report.error());
        const KeptCheck check = archiveOf(call).verify(*report);
        return jsonResponse(
            {{"id", std::to_string(report->id)}, {"holds", check.holds()}, {"bytes_hold", check.bytesHold},
                {"trail_holds", check.trailHolds}, {"sha256", report->sha256}, {"sm3", report->sm3}});
    }

    constexpr RouteField kBody[] = {
        {"report", FieldKind::Text, FieldNeed::Required, "Name of a report."},
        {"format", FieldKind::Text, FieldNeed::Required, "xlsx, csv or pdf."},
        {"parameters", FieldKind::Object, FieldNeed::Optional,
            "What the report is asked with, by the names of its query."},
    };
    constexpr RouteField kQuery[]
        = {{"report", FieldKind::Text, FieldNeed::Optional, "Name of a report; all if not given."},
            {"unit", FieldKind::Text, FieldNeed::Optional,
                "Code of the unit that they are of; all if not given."},
            kLimitField, kAfterField};

    constexpr auto kPermitted = Admission::Permitted;
    const Route kRoutes[] = {
        {"POST", "/kept-reports", kPermitted, Permission::SignDocuments, Reach::OwnRows,
            "Makes a report and keeps it for good, with its digests and who made it.",
            {AuditAction::KeepReport, keep}, {}, BodyKind::Json, kBody, 0, Lane::Long},
        {"GET", "/kept-reports", kPermitted, Permission::ReadRegistry, Reach::OwnRows,
            "The kept reports that hold nothing but what the caller reaches, the newest first.", list,
            kQuery},
        {"GET", "/kept-reports/{id}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The bytes of a kept report.", read, {}, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/kept-reports/{id}/verification", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Whether the bytes give the digests that were kept, and the audit trail knows of these.", verify,
            {}, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace kept_report_routes

std::span<const Route> keptReportRoutes() { return kept_report_routes::kRoutes; }

} // namespace guanwu
