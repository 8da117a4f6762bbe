#include "app/campaign/task_result.h"

#include "app/exchange/csv_file.h"
#include "app/exchange/events/event_json.h"
#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr const char* kResultColumns[] = {"unit", "asset_no", "name", "class_code", "book_quantity",
        "book_original_yuan", "book_place", "book_user", "result", "counted_quantity", "seen_place",
        "seen_condition", "first_seen_at", "entry", "events"};

    void writeOutcome(CsvWriter& csv, const CountOutcome& outcome)
    {
        csv.appendPlain(tokenRow(kLineResults, outcome.result).token);
        csv.appendNumber(outcome.countedQuantity);
        csv.appendText(outcome.seenPlace);
        csv.appendPlain(
            outcome.seenCondition ? tokenRow(kConditions, *outcome.seenCondition).token : std::string_view());
        csv.appendPlain(outcome.firstSeenAt ? formatInstant(*outcome.firstSeenAt) : std::string());
        csv.appendPlain(outcome.entry ? tokenRow(kEntryModes, *outcome.entry).token : std::string_view());
        csv.appendNumber(outcome.events);
        csv.endRow();
    }

    /// Returns how many lines it wrote.
    std::int64_t writeSheet(CsvWriter& csv, const std::string& unit, const CountedSheet& counted)
    {
        for (std::size_t i = 0; i < counted.book.lines.size(); ++i) {
            const BookLine& book = counted.book.lines[i];
            csv.appendText(unit);
            csv.appendText(book.assetNo);
            csv.appendText(book.name);
            csv.appendText(book.classCode);
            csv.appendNumber(book.quantity);
            csv.appendHundredths(book.original.fen());
            csv.appendText(book.place);
            csv.appendText(book.user);
            writeOutcome(csv, counted.outcome.lines[i]);
        }
        for (const SurplusOutcome& surplus : counted.outcome.surplus) {
            csv.appendText(unit);
            csv.appendEmpty();
            csv.appendText(surplus.name);
            csv.appendText(surplus.classCode);
            for (int i = 0; i < 4; ++i)
                csv.appendEmpty();
            writeOutcome(csv, surplus.outcome);
        }
        return static_cast<std::int64_t>(counted.book.lines.size() + counted.outcome.surplus.size());
    }

} // namespace

Result<std::int64_t> writeTaskResult(const OpenTask& task, std::span<const std::string> units,
    const std::filesystem::path& file, const ProgressCallback& progress)
{
    if (upper(file.extension().string()) != ".CSV")
        return fail(ErrorCode::InvalidArgument, "result.format", file.string());
    const auto sheets = task.sheets(units);
    if (!sheets)
        return fail(sheets.error());
    if (std::all_of(sheets->begin(), sheets->end(),
            [](const CountSheet& sheet) { return sheet.state < SheetState::Frozen; }))
        return fail(ErrorCode::RuleViolated, "inventory.not_frozen", task.task.taskNo);

    auto out = CsvFile::create(file);
    if (!out)
        return fail(out.error());
    CsvWriter& csv = (*out)->csv();
    for (const char* column : kResultColumns)
        csv.appendPlain(column);
    csv.endRow();
    std::int64_t done = 0;
    std::int64_t rows = 0;
    for (const CountSheet& sheet : *sheets) {
        rows += writeSheet(csv, sheet.unitCode, task.service->countedSheet(task.task, sheet));
        progress(++done, static_cast<std::int64_t>(sheets->size()));
    }
    (*out)->commit();
    return rows;
}

} // namespace guanwu
