#include "core/inventory/inventory_task.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace guanwu {

Result<void> checkTask(const InventoryTask& task)
{
    if (task.taskNo.empty() || task.taskNo.size() > 64 || !isValidText(task.taskNo)
        || !isValidText(task.name))
        return fail(ErrorCode::InvalidArgument, "inventory.task_no", task.taskNo);
    return {};
}

Result<void> keepUnits(std::vector<CountSheet>& sheets, std::span<const std::string> units)
{
    for (const std::string& unit : units)
        if (std::none_of(sheets.begin(), sheets.end(),
                [&](const CountSheet& sheet) { return sheet.unitCode == unit; }))
            return fail(ErrorCode::NotFound, "inventory.no_sheet", unit);
    if (!units.empty())
        std::erase_if(sheets, [&](const CountSheet& sheet) {
            return std::find(units.begin(), units.end(), sheet.unitCode) == units.end();
        });
    return {};
}

SheetCounters CountedSheet::counters() const
{
    SheetCounters out;
    for (std::size_t i = 0; i < book.lines.size(); ++i)
        out.addLine(book.lines[i], outcome.lines[i]);
    for (const SurplusOutcome& surplus : outcome.surplus)
        out.addSurplus(surplus.quantity);
    return out;
}

const LineDecision* CountedSheet::decisionOn(std::size_t line) const
{
    const AssetId asset = book.assets[line];
    const auto found = std::lower_bound(decisions.begin(), decisions.end(), asset,
        [](const LineDecision& decision, AssetId wanted) { return decision.asset < wanted; });
    return found == decisions.end() || found->asset != asset ? nullptr : &*found;
}

const SurplusDecision* CountedSheet::decisionOn(const SurplusOutcome& surplus) const
{
    const auto found = std::find_if(surplusDecisions.begin(), surplusDecisions.end(),
        [&](const SurplusDecision& decision) { return decision.eventId == surplus.eventId; });
    return found == surplusDecisions.end() ? nullptr : &*found;
}

void applyDecisions(CountedSheet& sheet)
{
    for (std::size_t i = 0; !sheet.decisions.empty() && i < sheet.book.lines.size(); ++i) {
        const LineDecision* decision = sheet.decisionOn(i);
        if (!decision)
            continue;
        CountOutcome& line = sheet.outcome.lines[i];
        line.result = decision->result;
        const std::int64_t there = line.firstSeenAt ? line.seenQuantity : sheet.book.lines[i].quantity;
        line.countedQuantity = isCounted(line.result) ? there : 0;
    }
    std::erase_if(sheet.outcome.surplus, [&](const SurplusOutcome& surplus) {
        const SurplusDecision* decision = sheet.decisionOn(surplus);
        return decision && !decision->accepted;
    });
}

void FoldedSheet::add(CountedSheet slice)
{
    counters += slice.counters();
    for (std::size_t i = 0; i < slice.outcome.lines.size(); ++i) {
        const LineResult result = slice.outcome.lines[i].result;
        if (result != LineResult::Match && result != LineResult::NotChecked)
            lines.push_back({slice.book.assets[i], std::move(slice.outcome.lines[i])});
    }
    std::move(slice.outcome.surplus.begin(), slice.outcome.surplus.end(), std::back_inserter(surplus));
    std::move(slice.outcome.findings.begin(), slice.outcome.findings.end(), std::back_inserter(findings));
}

} // namespace guanwu
