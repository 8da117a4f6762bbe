#include "app/cli/task_status.h"

#include "core/values/decimal.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

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

void printStatus(const CliContext& context, const OpenTask& task, std::ostream& out)
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
                out << '\t' << nameOf(kLineResults, row.value, context.language) << '='
                    << counter.of(row.value).lines;
        out << '\t' << formatHundredths(counter.matchRate()) << "%\n";
    }
}

} // namespace guanwu
