#include "core/inventory/inventory_service.h"

#include "core/base/text_length.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// Small sheets are stored together: a transaction for each would be most of the work.
    constexpr std::size_t kLinesStoredAtOnce = 2'000;

    /// For a page of lines with one result so many are folded; a page that is not full then says where to go
    /// on.
    constexpr std::int64_t kLinesLookedAt = 5'000;
    constexpr int kSlicesLookedAt = 4;

    SheetState nextState(SheetState state) { return static_cast<SheetState>(static_cast<int>(state) + 1); }

    Error stateError(SheetState from, SheetState to)
    {
        return Error {ErrorCode::RuleViolated, "inventory.state",
            std::string(tokenRow(kSheetStates, from).token) + " -> "
                + std::string(tokenRow(kSheetStates, to).token)};
    }

    /// Whether decisions may be made on it, or taken back. Errors: inventory.state.
    Result<void> checkOpen(const CountSheet& sheet)
    {
        if (sheet.state < SheetState::Frozen || sheet.state >= SheetState::Verified)
            return fail(ErrorCode::RuleViolated, "inventory.state",
                std::string(tokenRow(kSheetStates, sheet.state).token));
        return {};
    }

} // namespace

Result<void> InventoryService::checkCreate(const InventoryTask& task, std::span<const UnitId> units)
{
    if (units.empty())
        return fail(ErrorCode::InvalidArgument, "inventory.no_units");
    if (auto sound = checkTask(task); !sound)
        return sound;
    if (m_store.findTask(task.taskNo))
        return fail(ErrorCode::Conflict, "inventory.task_exists", task.taskNo);
    return {};
}

Result<void> InventoryService::create(const InventoryTask& task, std::span<const UnitId> units)
{
    if (auto sound = checkCreate(task, units); !sound)
        return sound;
    const auto created = m_store.createTask(task, units);
    return created ? Result<void> {} : fail(created.error());
}

Result<InventoryTask> InventoryService::checkIssue(const std::string& taskNo)
{
    auto task = m_store.findTask(taskNo);
    if (task && task->state != SheetState::Draft)
        return fail(stateError(task->state, SheetState::Issued));
    return task;
}

Result<void> InventoryService::issue(const std::string& taskNo)
{
    const auto task = checkIssue(taskNo);
    if (!task)
        return fail(task.error());
    for (const CountSheet& sheet : m_store.sheets(task->id))
        if (sheet.state == SheetState::Draft)
            if (auto moved = m_store.moveSheet(sheet, SheetState::Issued, {}); !moved)
                return moved;
    return m_store.moveTask(*task, SheetState::Issued);
}

Result<InventoryTask> InventoryService::checkFreeze(const std::string& taskNo)
{
    auto task = m_store.findTask(taskNo);
    if (!task)
        return task;
    if (task->state != SheetState::Issued)
        return fail(stateError(task->state, SheetState::Frozen));
    // The books are taken at the end of the base date, Asia/Shanghai.
    const auto today = chinaDate(m_now());
    if (std::chrono::sys_days(task->baseDate) > today)
        return fail(ErrorCode::RuleViolated, "inventory.base_date_ahead", formatDate(task->baseDate));
    return task;
}

Result<void> InventoryService::freeze(
    const std::string& taskNo, const ProgressCallback& progress, const LastStep& last)
{
    const auto task = checkFreeze(taskNo);
    if (!task)
        return fail(task.error());
    const auto sheets = m_store.sheets(task->id);
    std::int64_t done = 0;
    for (const CountSheet& sheet : sheets) {
        if (sheet.state == SheetState::Issued) {
            while (m_store.freezePiece(sheet)) { }
            if (auto moved = m_store.moveSheet(sheet, SheetState::Frozen, {}); !moved)
                return moved;
        }
        progress(++done, static_cast<std::int64_t>(sheets.size()));
    }
    return last([&] { return m_store.moveTask(*task, SheetState::Frozen); });
}

CountedSheet InventoryService::countedSheet(const InventoryTask& task, const CountSheet& sheet)
{
    return counted(task, sheet,
        {m_store.book(sheet.id), m_store.events(sheet.id), m_store.lineDecisions(sheet.id),
            m_store.surplusDecisions(sheet.id), true});
}

CountedSheet InventoryService::counted(const InventoryTask& task, const CountSheet& sheet, SheetInput input)
{
    CountedSheet counted;
    counted.book = std::move(input.book);
    counted.decisions = std::move(input.decisions);
    counted.surplusDecisions = std::move(input.surplusDecisions);
    const CodeLookup lookup = [&](const std::string& code) { return m_store.findCard(task, code); };
    counted.outcome = foldSheet(counted.book.lines, input.events, lookup, phaseOf(sheet.state));
    applyDecisions(counted);
    return counted;
}

LinePage InventoryService::lines(const InventoryTask& task, const CountSheet& sheet, const LineQuery& query)
{
    LinePage page;
    AssetId after = query.after;
    const std::int64_t most = query.result ? std::max(query.most, kLinesLookedAt) : query.most;
    for (int slice = 0; slice < kSlicesLookedAt; ++slice) {
        SheetInput input = m_store.slice(sheet.id, after, most);
        const bool isLast = input.isLast;
        CountedSheet part = counted(task, sheet, std::move(input));
        for (std::size_t i = 0; i < part.book.lines.size(); ++i) {
            after = part.book.assets[i];
            if (query.result && part.outcome.lines[i].result != *query.result)
                continue;
            const LineDecision* decision = part.decisionOn(i);
            page.lines.push_back({after, std::move(part.book.lines[i]), std::move(part.outcome.lines[i]),
                decision ? std::optional(*decision) : std::nullopt});
            if (static_cast<std::int64_t>(page.lines.size()) < query.most)
                continue;
            if (!isLast || i + 1 < part.book.lines.size())
                page.next = after;
            return page;
        }
        if (isLast)
            return page;
    }
    // There may be more, or not: who wants to know asks on from here.
    page.next = after;
    return page;
}

std::int64_t InventoryService::project(const InventoryTask& task, const ProgressCallback& progress)
{
    auto sheets = m_store.sheets(task.id);
    std::erase_if(sheets, [](const CountSheet& sheet) { return sheet.stale == 0; });
    if (sheets.empty())
        return 0;
    const auto total = static_cast<std::int64_t>(sheets.size());
    const auto inputs = m_store.inputs(sheets);
    std::vector<FoldedSheet> folded;
    std::size_t lines = 0;
    for (std::int64_t done = 1; const CountSheet& sheet : sheets) {
        folded.push_back({sheet, {}, {}, {}, {}});
        for (bool isLast = false; !isLast;) {
            SheetInput input = inputs->next();
            isLast = input.isLast;
            folded.back().add(counted(task, sheet, std::move(input)));
        }
        lines += folded.back().lines.size();
        if (lines >= kLinesStoredAtOnce || done == total) {
            m_store.storeOutcomes(task, folded);
            folded.clear();
            lines = 0;
        }
        progress(done++, total);
    }
    return total;
}

bool InventoryService::isAsFolded(
    const InventoryTask& task, const CountSheet& sheet, const SheetCounters& stored)
{
    FoldedSheet folded;
    const auto inputs = m_store.inputs({&sheet, 1});
    for (bool isLast = false; !isLast;) {
        SheetInput input = inputs->next();
        isLast = input.isLast;
        folded.add(counted(task, sheet, std::move(input)));
    }
    std::vector<std::pair<AssetId, LineResult>> results;
    for (const FoldedSheet::Line& line : folded.lines)
        results.emplace_back(line.asset, line.outcome.result);
    std::sort(results.begin(), results.end(),
        [](const auto& left, const auto& right) { return left.first.value < right.first.value; });
    return folded.counters == stored && results == m_store.storedResults(sheet.id);
}

std::vector<CountSheet> InventoryService::differing(const InventoryTask& task)
{
    std::vector<CountSheet> out;
    const auto all = m_store.sheets(task.id);
    const auto counters = m_store.counters(task.id);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].stale != 0 || all[i].state < SheetState::Frozen || isAsFolded(task, all[i], counters[i]))
            continue;
        // Perhaps somebody counted meanwhile: what is there now decides.
        const auto now = m_store.sheets(task.id);
        if (now.size() == all.size() && now[i].stale == 0
            && !isAsFolded(task, now[i], m_store.counters(task.id)[i]))
            out.push_back(now[i]);
    }
    return out;
}

Result<CountSheet> InventoryService::undecideLines(const InventoryTask& task, const CountSheet& sheet,
    const CountedSheet& counted, std::span<const std::size_t> lines)
{
    if (auto open = checkOpen(sheet); !open)
        return fail(open.error());
    // No signature stands over a line in doubt.
    const auto undecided = sheet.state < SheetState::UnitChecked
        ? SheetOutcome()
        : this->counted(task, sheet, {counted.book, m_store.events(sheet.id), {}, {}, true}).outcome;
    std::vector<AssetId> assets;
    for (const std::size_t line : lines) {
        if (line < undecided.lines.size() && undecided.lines[line].result == LineResult::Doubt)
            return fail(ErrorCode::RuleViolated, "inventory.doubt", counted.book.lines[line].assetNo);
        assets.push_back(counted.book.assets[line]);
    }
    return m_store.undecide(sheet, assets);
}

Result<CountSheet> InventoryService::undecideSurplus(const CountSheet& sheet, const std::string& eventId)
{
    if (auto open = checkOpen(sheet); !open)
        return fail(open.error());
    return m_store.undecide(sheet, eventId);
}

Result<CountSheet> InventoryService::decideLine(
    const InventoryTask& task, const CountSheet& sheet, const std::string& assetNo, LineDecision decision)
{
    CountedSheet counted;
    counted.book = m_store.countingBook(sheet.id);
    const auto line = std::find_if(counted.book.lines.begin(), counted.book.lines.end(),
        [&](const BookLine& candidate) { return candidate.assetNo == assetNo; });
    if (line == counted.book.lines.end())
        return fail(ErrorCode::NotFound, "inventory.no_line", assetNo);
    const std::size_t position[] = {static_cast<std::size_t>(line - counted.book.lines.begin())};
    return decideLines(task, sheet, counted, position, std::move(decision));
}

Result<CountSheet> InventoryService::decideLines(const InventoryTask& task, const CountSheet& sheet,
    const CountedSheet& counted, std::span<const std::size_t> lines, LineDecision decision)
{
    if (auto open = checkOpen(sheet); !open)
        return fail(open.error());
    if (isWorking(decision.result) || decision.result == LineResult::Surplus)
        return fail(ErrorCode::InvalidArgument, "inventory.result_not_final",
            std::string(tokenRow(kLineResults, decision.result).token));
    if (decision.reason.empty())
        return fail(ErrorCode::InvalidArgument, "inventory.reason_missing", task.taskNo);
    if (const auto fits = checkLengths({{decision.reason, kLongestNote}, {decision.proposal, kLongestNote}});
        !fits)
        return fail(fits.error());
    decision.decidedAt = m_now();
    std::vector<LineDecision> decisions(lines.size(), decision);
    for (std::size_t i = 0; i < lines.size(); ++i)
        decisions[i].asset = counted.book.assets[lines[i]];
    return m_store.decide(sheet, decisions);
}

Result<CountSheet> InventoryService::decideSurplus(const CountSheet& sheet, SurplusDecision decision)
{
    if (auto open = checkOpen(sheet); !open)
        return fail(open.error());
    if (decision.accepted && (!decision.value || decision.valueBasis.empty()))
        return fail(ErrorCode::InvalidArgument, "inventory.value_basis_missing");
    if (const auto fits
        = checkLengths({{decision.reason, kLongestNote}, {decision.valueBasis, kLongestValueBasis}});
        !fits)
        return fail(fits.error());
    decision.decidedAt = m_now();
    return m_store.decide(sheet, decision);
}

Result<void> InventoryService::checkMove(
    const InventoryTask& task, const CountSheet& sheet, SheetState to, const std::string& reason)
{
    const auto withUnit = [&](Error error) {
        error.detail = sheet.unitCode + ": " + error.detail;
        return fail(std::move(error));
    };
    if (to == SheetState::Counting && sheet.state > SheetState::Counting) {
        if (!isStep(sheet.state, to))
            return withUnit(stateError(sheet.state, to));
        if (reason.empty())
            return fail(ErrorCode::InvalidArgument, "inventory.reason_missing", sheet.unitCode);
        return checkLengths({{reason, kLongestNote}});
    }
    if (to <= sheet.state || sheet.state < SheetState::Frozen)
        return withUnit(stateError(sheet.state, to));
    if (to < SheetState::UnitChecked)
        return {};

    // What would the counters say once the sheet is signed? Unseen lines become shortage.
    CountSheet signedSheet = sheet;
    signedSheet.state = to;
    const SheetCounters counters = countedSheet(task, signedSheet).counters();
    if (const auto broken = brokenIdentity(counters, m_store.frozenTotals(sheet.id)))
        return withUnit(*broken);
    return {};
}

Result<std::vector<CountSheet>> InventoryService::checkAdvance(const std::string& taskNo, SheetState to,
    std::span<const std::string> units, const std::string& reason, const ProgressCallback& progress)
{
    const auto task = m_store.findTask(taskNo);
    if (!task)
        return fail(task.error());
    std::vector<CountSheet> sheets = m_store.sheets(task->id);
    if (auto chosen = keepUnits(sheets, units); !chosen)
        return fail(chosen.error());
    // Sheets that are there already are not asked again, so an advance that was cut off can be repeated.
    std::erase_if(sheets, [&](const CountSheet& sheet) { return sheet.state == to; });

    const auto total = static_cast<std::int64_t>(sheets.size()) * 2;
    std::int64_t done = 0;
    for (const CountSheet& sheet : sheets) {
        if (auto allowed = checkMove(*task, sheet, to, reason); !allowed)
            return fail(allowed.error());
        progress(++done, total);
    }
    return sheets;
}

Result<void> InventoryService::advance(const std::string& taskNo, SheetState to,
    std::span<const std::string> units, const std::string& reason, const ProgressCallback& progress,
    const LastStep& last)
{
    auto sheets = checkAdvance(taskNo, to, units, reason, progress);
    if (!sheets)
        return fail(sheets.error());
    auto done = static_cast<std::int64_t>(sheets->size());
    const std::int64_t total = done * 2;
    for (CountSheet& sheet : *sheets) {
        while (sheet.state != to) {
            const SheetState step = isStep(sheet.state, to) ? to : nextState(sheet.state);
            if (auto moved = m_store.moveSheet(sheet, step, reason); !moved)
                return moved;
            sheet.state = step;
            ++sheet.revision;
        }
        progress(++done, total);
    }
    return last([&] { return moveTaskToSlowest(taskNo); });
}

Result<void> InventoryService::moveTaskToSlowest(const std::string& taskNo)
{
    const auto task = m_store.findTask(taskNo);
    if (!task)
        return fail(task.error());
    const auto slowest = m_store.slowestState(task->id);
    if (!slowest || slowest == task->state)
        return {};
    return m_store.moveTask(*task, *slowest);
}

} // namespace guanwu
