#include "app/exchange/import_job.h"

#include "app/exchange/importer.h"
#include "app/exchange/reading_ahead.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/repositories/import_batches.h"

namespace guanwu {

namespace {

    constexpr std::int64_t kRowsPerReport = 1000;

    std::int64_t nowMilliseconds()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch())
            .count();
    }

    /// Reads on until the heading row is known; keeps the data rows that were read on the way.
    struct Head {
        HeadingMap headings;
        std::vector<std::pair<std::int64_t, std::vector<std::string>>> firstRows;
    };

    Result<Head> readHead(TableReader& reader, const ImportRequest& request, ProblemSink& problems)
    {
        HeadingFinder finder(columnsOf(request.kind), request.headings);
        Head head;
        TableRow row;
        for (int i = 0; i < HeadingFinder::kRowsLookedAt; ++i) {
            const auto more = reader.next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            std::vector<std::string> cells(row.cells.begin(), row.cells.end());
            finder.addRow(row.row, cells);
            head.firstRows.emplace_back(row.row, std::move(cells));
        }
        auto headings = finder.find(problems);
        if (!headings)
            return fail(headings.error());
        head.headings = std::move(*headings);
        std::erase_if(head.firstRows,
            [&](const auto& candidate) { return candidate.first <= head.headings.headingRow(); });
        return head;
    }

    void load(Session& session, const ImportRequest& request, BatchId batch, RowSpool& spool,
        const Importer& importer, const ImportOutcome& outcome, const ImportProgress& progress)
    {
        ImportBatches batches(session, Scope::everything());
        const std::string kind(tokenRow(kImportKinds, request.kind).token);
        const bool isLong = spool.rows() > kPieceRows;
        batches.begin(batch,
            {kind, request.name.empty() ? request.file.filename().string() : request.name, outcome.warnings,
                nowMilliseconds()},
            batch.value);
        try {
            if (isLong)
                batches.putIndexesOff(kind);
            spool.loadInto(session.bulk(), importer.tables(), [&](std::int64_t loaded) {
                batches.heartbeat(batch, nowMilliseconds());
                progress(ImportStage::Load, loaded, spool.rows());
            });
            if (isLong)
                batches.completeIndexes(kind);
        } catch (const StorageError&) {
            // The disk is full, or another program stored the same number meanwhile: nothing of the file
            // stays.
            ImportBatches(session, Scope::everything()).recover();
            throw;
        }
        const auto apply = [&] { batches.apply(batch, outcome.rows, session.newId(), nowMilliseconds()); };
        request.lastStep ? request.lastStep(outcome, apply) : apply();
    }

} // namespace

Result<ImportOutcome> importFile(Session& session, const ImportRequest& request,
    const ProblemSink::Listener& listener, const ImportProgress& progress)
{
    auto reader = openTable(request.file, request.table);
    if (!reader)
        return fail(reader.error());
    ProblemSink problems(listener);
    auto head = readHead(**reader, request, problems);
    if (!head)
        return fail(head.error());

    ImportBatches(session, Scope::everything()).recover();
    const RegistryIndex index = RegistryIndex::load(session, request.scope);
    RowSpool spool;
    const BatchId batch {session.newId()};
    const auto lastMonth = request.today.year() / request.today.month() - std::chrono::months(1);
    const ImportContext context {session, index, spool, problems, head->headings, batch, request.today,
        request.opening.value_or(lastMonth)};
    const auto importer = makeImporter(request.kind, context);
    RowFields fields(columnsOf(request.kind), head->headings, problems);
    ReadingAhead rows(std::move(*reader));

    ImportOutcome outcome;
    const auto take = [&](std::int64_t number, std::span<const std::string_view> cells) {
        fields.setRow(number, cells);
        if (fields.isBlank() || fields.isTotal() || fields.isFooter())
            return;
        importer->row(fields);
        if (++outcome.rows % kRowsPerReport == 0)
            progress(ImportStage::Check, static_cast<std::int64_t>(rows.bytesRead()),
                static_cast<std::int64_t>(rows.bytesTotal()));
    };
    for (const auto& [number, texts] : head->firstRows)
        take(number, std::vector<std::string_view>(texts.begin(), texts.end()));
    TableRow row;
    for (;;) {
        const auto more = rows.next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        take(row.row, row.cells);
    }
    importer->finish();
    if (const std::string sheets = rows.otherSheets(); !sheets.empty())
        problems.report(
            {Severity::Warning, 0, {}, sheets, {ErrorCode::InvalidArgument, "import.other_sheets", sheets}});

    outcome.errors = problems.errors();
    outcome.warnings = problems.warnings();
    if (outcome.errors == 0 && !request.dryRun && outcome.rows > 0) {
        outcome.batch = batch;
        load(session, request, batch, spool, *importer, outcome, progress);
    }
    return outcome;
}

} // namespace guanwu
