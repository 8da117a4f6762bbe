#include "app/server/routes/routes.h"

#include "app/exchange/events/event_json.h"
#include "app/exchange/import_job.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/sent_file.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "app/text/explain.h"
#include "core/values/calendar.h"
#include "schema/repositories/import_batches.h"

#include <mutex>

namespace guanwu {

namespace import_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::uint64_t kMostBytes = 32 << 20;
    constexpr std::size_t kProblemsTold = 1'000;
    constexpr std::size_t kLongestName = 200; // bytes

    /// One import of a process at a time: batches know each other's loader by its process, so a second one
    /// would take the first for dead and clear its rows away.
    std::unique_lock<std::mutex> onlyImport()
    {
        static std::mutex one;
        return std::unique_lock(one, std::try_to_lock);
    }

    /// What an import finds wrong, for the answer.
    class Told {
    public:
        explicit Told(Language language)
            : m_language(language)
        {
        }
        void take(const ImportProblem& problem)
        {
            ++m_count;
            if (problem.error.subject == "import.column_unknown")
                m_unknown.push_back(problem.column);
            if (m_problems.size() == kProblemsTold)
                return;
            m_problems.push_back({{"severity", problem.severity == Severity::Error ? "error" : "warning"},
                {"row", problem.row}, {"column", textOrNull(problem.column)},
                {"value", textOrNull(problem.value)}, {"code", problem.error.subject},
                {"message", explain(problem.error, m_language)}});
        }
        void addTo(Json& out)
        {
            out["problems"] = std::move(m_problems);
            out["problem_count"] = m_count;
            out["headings"] = {{"unknown", std::move(m_unknown)}};
        }

    private:
        Language m_language;
        Json m_problems = Json::array();
        Json m_unknown = Json::array();
        std::int64_t m_count = 0;
    };

    /// Errors: import.dry_run, table.encoding_name, date.month and what else a month may be.
    Result<ImportRequest> requestOf(const RouteCall& call, ImportKind kind)
    {
        ImportRequest request;
        request.kind = kind;
        request.scope = call.scope();
        const std::string dryRun = call.queryValue("dry_run");
        if (!dryRun.empty() && dryRun != "true" && dryRun != "false")
            return fail(inField({ErrorCode::InvalidArgument, "import.dry_run", dryRun}, "dry_run"));
        request.dryRun = dryRun == "true";
        if (const std::string name = call.queryValue("encoding"); !name.empty()) {
            const auto encoding = parseToken(kTextEncodings, name, "table.encoding_name");
            if (!encoding)
                return fail(inField(encoding.error(), "encoding"));
            request.table.encoding = *encoding;
        }
        if (const std::string month = call.queryValue("opening"); !month.empty()) {
            const auto opening = parseMonth(month);
            if (!opening)
                return fail(inField(opening.error(), "opening"));
            request.opening = *opening;
        }
        request.name = call.queryValue("name");
        if (request.name.size() > kLongestName)
            return fail(inField(
                {ErrorCode::InvalidArgument, "import.too_long", std::to_string(kLongestName)}, "name"));
        request.table.readerProgram = call.server.readerProgram;
        // The day of the city, whatever the clock of the machine is set to.
        request.today = std::chrono::year_month_day(
            call.server.today());
        return request;
    }

    HttpResponse outcomeResponse(const ImportRequest& request, const ImportOutcome& outcome, Told& told)
    {
        Json out {{"batch", outcome.batch.value == 0 ? Json() : Json(std::to_string(outcome.batch.value))},
            {"dry_run", request.dryRun}, {"rows", outcome.rows},
            {"accepted", outcome.errors == 0 ? outcome.rows : 0}, {"errors", outcome.errors},
            {"warnings", outcome.warnings}};
        told.addTo(out);
        return jsonResponse(out, outcome.batch.value == 0 ? 200 : 201);
    }

    Result<HttpResponse> takeOf(RouteCall& call, ImportKind kind)
    {
        auto request = requestOf(call, kind);
        if (!request)
            return fail(request.error());
        return writeResumed(call, [&](const FinishWrite& finish) -> Result<HttpResponse> {
            const auto only = onlyImport();
            if (!only)
                return fail(ErrorCode::Conflict, "import.busy");
            const SentFile file(call.content);
            request->file = file.path();
            Told told(call.language);
            std::optional<HttpResponse> done;
            request->lastStep = [&](const ImportOutcome& outcome, const std::function<void()>& apply) {
                done = *finish([&]() -> Result<HttpResponse> {
                    apply();
                    return outcomeResponse(*request, outcome, told);
                });
            };
            const auto outcome = importFile(
                call.session, *request, [&](const ImportProblem& problem) { told.take(problem); },
                [](ImportStage, std::int64_t, std::int64_t) {});
            if (!outcome)
                return fail(outcome.error());
            return done ? *done : outcomeResponse(*request, *outcome, told);
        });
    }

    Result<HttpResponse> take(RouteCall& call)
    {
        const auto kind = parseToken(kImportKinds, call.queryValue("kind"), "import.kind");
        return kind ? takeOf(call, *kind) : fail(inField(kind.error(), "kind"));
    }

    Result<HttpResponse> takeLedger(RouteCall& call) { return takeOf(call, ImportKind::Ledger); }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        const auto batches = ImportBatches(call.session, call.scope()).list(BatchId {*start}, *limit);
        const auto time = [](std::int64_t ms) {
            return ms == 0 ? Json() : Json(formatInstant(Instant(std::chrono::milliseconds(ms))));
        };
        Json rows = Json::array();
        for (const ImportBatches::Row& batch : batches)
            rows.push_back(
                {{"batch", std::to_string(batch.id.value)}, {"kind", batch.kind}, {"name", batch.fileName},
                    {"state", batch.state}, {"rows", batch.rows}, {"warnings", batch.warnings},
                    {"started_at", time(batch.startedAt)}, {"finished_at", time(batch.finishedAt)}});
        const bool mayBeMore = batches.size() == static_cast<std::size_t>(*limit);
        return jsonResponse({{"imports", rows}, {"next", mayBeMore ? rows.back()["batch"] : Json()}});
    }

    Result<HttpResponse> undoOf(RouteCall& call, std::optional<ImportKind> only)
    {
        const std::string& text = call.pathValue("batch");
        const auto batch = wholeNumber(text);
        if (!batch)
            return fail(ErrorCode::NotFound, "import.no_batch", text);
        const auto alone = onlyImport();
        if (!alone)
            return fail(ErrorCode::Conflict, "import.busy");
        ImportBatches batches(call.session, call.scope());
        batches.recover();
        if (only) {
            const auto kind = batches.checkUndo(BatchId {*batch});
            if (!kind)
                return fail(kind.error());
            if (*kind != tokenRow(kImportKinds, *only).token)
                return fail(ErrorCode::NotFound, "import.no_batch", text);
        }
        const auto undone = batches.undo(BatchId {*batch});
        return undone ? Result<HttpResponse>(emptyResponse()) : fail(undone.error());
    }

    Result<HttpResponse> undo(RouteCall& call) { return undoOf(call, std::nullopt); }
    Result<HttpResponse> undoLedger(RouteCall& call) { return undoOf(call, ImportKind::Ledger); }

    constexpr RouteField kDryRunField {
        "dry_run", FieldKind::Text, FieldNeed::Optional, "true = check only; false when left out."};
    constexpr RouteField kNameField {
        "name", FieldKind::Text, FieldNeed::Optional, "Of the file, for the list of batches."};
    constexpr RouteField kEncodingField {"encoding", FieldKind::Text, FieldNeed::Optional,
        "Of a CSV: utf-8, gb18030, utf-16le or utf-16be; found out when left out."};
    constexpr RouteField kTakeQuery[] = {
        {"kind", FieldKind::Text, FieldNeed::Required,
            "units, places, people, rooms, assets, certificates, allocations, repairs or ledger."},
        kDryRunField,
        kNameField,
        kEncodingField,
        {"opening", FieldKind::Text, FieldNeed::Optional,
            "YYYY-MM that a given accumulated depreciation stands for."},
    };
    constexpr RouteField kLedgerQuery[] = {kDryRunField, kNameField, kEncodingField};
    constexpr RouteField kListQuery[] = {kLimitField, kAfterField};

    const Route kRoutes[] = {
        {"GET", "/imports", Admission::Permitted, Permission::ImportTables, Reach::Common,
            "The batches that files were imported in, the newest first.", list, kListQuery},
        {"POST", "/imports", Admission::Permitted, Permission::ImportTables, Reach::Common,
            "Imports a CSV, XLSX or ODS file of at most 32 MiB: all of it or nothing.",
            {AuditAction::Import, take}, kTakeQuery, BodyKind::File, {}, kMostBytes, Lane::Long},
        {"DELETE", "/imports/{batch}", Admission::Permitted, Permission::ImportTables, Reach::Common,
            "Takes a batch back, if nothing newer stands on it.", {AuditAction::UndoImport, undo}, {},
            BodyKind::None, {}, 0, Lane::Long},
        {"POST", "/ledgers", Admission::Permitted, Permission::KeepBooks, Reach::Common,
            "Imports balances of ledgers from a CSV, XLSX or ODS file: of units that the caller reaches, all or nothing.",
            {AuditAction::Import, takeLedger}, kLedgerQuery, BodyKind::File, {}, kMostBytes, Lane::Long},
        {"DELETE", "/ledgers/{batch}", Admission::Permitted, Permission::KeepBooks, Reach::Common,
            "Takes such a batch back.", {AuditAction::UndoImport, undoLedger}, {}, BodyKind::None, {}, 0,
            Lane::Long},
    };

} // namespace import_routes

std::span<const Route> importRoutes() { return import_routes::kRoutes; }

} // namespace guanwu
