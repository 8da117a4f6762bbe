#include "app/cli/task_output.h"

#include "app/exchange/csv_file.h"
#include "app/exchange/events/event_json.h"
#include "core/values/decimal.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

constexpr const char* kResultColumns[] = {"unit", "asset_no", "name", "class_code", "book_quantity", "book_original_yuan",
    "book_place", "book_user", "result", "counted_quantity", "seen_place", "seen_condition", "first_seen_at", "entry", "events"};

void writeOutcome(CsvWriter& csv, const CountOutcome& outcome)
{
    csv.appendPlain(tokenRow(kLineResults, outcome.result).token);
    csv.appendNumber(outcome.countedQuantity);
    csv.appendText(outcome.seenPlace);
    csv.appendPlain(outcome.seenCondition ? tokenRow(kConditions, *outcome.seenCondition).token : std::string_view());
    csv.appendPlain(outcome.firstSeenAt ? formatInstant(*outcome.firstSeenAt) : std::string());
    csv.appendPlain(outcome.entry ? tokenRow(kEntryModes, *outcome.entry).token : std::string_view());
    csv.appendNumber(outcome.events);
    csv.endRow();
}

void writeSheet(CsvWriter& csv, const std::string& unit, const CountedSheet& counted)
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
}

nlohmann::ordered_json countersToJson(const SheetCounters& counters)
{
    nlohmann::ordered_json out;
    out["lines"] = counters.book().lines;
    out["book_original_yuan"] = counters.book().original.toYuanString();
    for (const auto& row : kLineResults)
        out[std::string(row.token)] = counters.of(row.value).lines;
    out["match_rate_percent"] = formatHundredths(counters.matchRate());
    return out;
}

} // namespace

void printStatus(const CliContext& context, TaskContext& task, std::ostream& out)
{
    const auto sheets = task.store->sheets(task.task.id);
    const auto counters = task.store->counters(task.task.id);
    if (context.json) {
        nlohmann::ordered_json json;
        json["task"] = task.task.taskNo;
        json["state"] = tokenRow(kSheetStates, task.task.state).token;
        json["units"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            nlohmann::ordered_json unit;
            unit["unit"] = sheets[i].unitCode;
            unit["name"] = sheets[i].unitName;
            unit["state"] = tokenRow(kSheetStates, sheets[i].state).token;
            unit.update(countersToJson(counters[i]));
            json["units"].push_back(std::move(unit));
        }
        out << json.dump() << '\n';
        return;
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const SheetCounters& counter = counters[i];
        out << sheets[i].unitCode << '\t' << sheets[i].unitName << '\t'
            << nameOf(kSheetStates, sheets[i].state, context.language) << '\t' << counter.book().lines;
        for (const auto& row : kLineResults)
            if (counter.of(row.value).lines != 0)
                out << '\t' << nameOf(kLineResults, row.value, context.language) << '=' << counter.of(row.value).lines;
        out << '\t' << formatHundredths(counter.matchRate()) << "%\n";
    }
}

Result<void> writeTaskResult(TaskContext& task, std::span<const std::string> units, const std::filesystem::path& file,
    const ProgressCallback& progress)
{
    auto sheets = task.store->sheets(task.task.id);
    for (const std::string& unit : units)
        if (std::none_of(sheets.begin(), sheets.end(), [&](const CountSheet& sheet) { return sheet.unitCode == unit; }))
            return fail(ErrorCode::NotFound, "inventory.no_sheet", unit);
    if (!units.empty())
        std::erase_if(sheets,
            [&](const CountSheet& sheet) { return std::find(units.begin(), units.end(), sheet.unitCode) == units.end(); });

    auto out = CsvFile::create(file);
    if (!out)
        return fail(out.error());
    CsvWriter& csv = (*out)->csv();
    for (const char* column : kResultColumns)
        csv.appendPlain(column);
    csv.endRow();
    std::int64_t done = 0;
    for (const CountSheet& sheet : sheets) {
        writeSheet(csv, sheet.unitCode, task.service->countedSheet(task.task, sheet));
        progress(++done, static_cast<std::int64_t>(sheets.size()));
    }
    (*out)->commit();
    return {};
}

} // namespace guanwu
