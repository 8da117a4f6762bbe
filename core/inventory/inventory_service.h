#pragma once

#include "core/inventory/inventory_store.h"

#include <functional>

namespace guanwu {

/// Told after each piece of a long job: `done` of `total`, in the job's own unit (sheets, events).
using ProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;

/// Takes the last step of a job of several transactions. Whoever calls may put something of his own into its
/// transaction: what he keeps is then there if, and only if, the job was done.
using LastStep = std::function<Result<void>(const std::function<Result<void>()>& step)>;
[[nodiscard]] inline Result<void> takeLastStep(const std::function<Result<void>()>& step) { return step(); }

/// Which lines of a sheet are wanted, and from where on.
struct LineQuery {
    AssetId after; ///< {} = from the first
    std::int64_t most = 50;
    std::optional<LineResult> result; ///< nullopt = any
};

/// Lines of a sheet as they stand now.
struct LinePage {
    struct Line {
        AssetId asset;
        BookLine book;
        CountOutcome outcome; ///< decision applied
        std::optional<LineDecision> decision;
    };
    std::vector<Line> lines; ///< in the order of ids
    std::optional<AssetId> next; ///< to be asked after; nullopt = that was the end
};

/// The use cases of an inventory campaign. What the command line, the API and the sync all call.
class InventoryService {
public:
    /// `now` tells the time; tests choose it.
    InventoryService(InventoryStore& store, std::function<Instant()> now)
        : m_store(store)
        , m_now(std::move(now))
    {
    }

    // Each of create, issue, freeze and advance first asks its check…() below; a dry run asks nothing else.

    /// Errors: inventory.no_units, inventory.task_exists.
    [[nodiscard]] Result<void> create(const InventoryTask& task, std::span<const UnitId> units);
    [[nodiscard]] Result<void> checkCreate(const InventoryTask& task, std::span<const UnitId> units);
    /// draft → issued. Errors: inventory.state.
    [[nodiscard]] Result<void> issue(const std::string& taskNo);
    [[nodiscard]] Result<InventoryTask> checkIssue(const std::string& taskNo);
    /// issued → frozen, sheet by sheet in pieces; a freeze that was cut off goes on where it stopped.
    /// Errors: inventory.state, inventory.base_date_ahead.
    [[nodiscard]] Result<void> freeze(
        const std::string& taskNo, const ProgressCallback& progress, const LastStep& last = takeLastStep);
    [[nodiscard]] Result<InventoryTask> checkFreeze(const std::string& taskNo);

    /// Folds the sheets that have new events or decisions; returns how many.
    std::int64_t project(const InventoryTask& task, const ProgressCallback& progress);
    /// The sheets whose stored outcome is not what their books, events and decisions give, but for those that
    /// are to be folded again anyway. Nothing is stored.
    [[nodiscard]] std::vector<CountSheet> differing(const InventoryTask& task);
    /// One sheet folded from its events, with decisions applied. Nothing is stored.
    [[nodiscard]] CountedSheet countedSheet(const InventoryTask& task, const CountSheet& sheet);

    /// A page of a sheet's lines, folded from its events there and then: never older than they are. With a
    /// result wanted it may hold fewer lines than asked for, or none, and still have a next one.
    [[nodiscard]] LinePage lines(const InventoryTask& task, const CountSheet& sheet, const LineQuery& query);

    // The decisions return the sheet as it is then: who decides again does so on that one.

    /// Replaces the result of a line. Errors: inventory.state, inventory.no_line, inventory.result_not_final,
    /// inventory.sheet_changed.
    [[nodiscard]] Result<CountSheet> decideLine(const InventoryTask& task, const CountSheet& sheet,
        const std::string& assetNo, LineDecision decision);
    /// The same decision on many lines of a sheet, by their positions in its book: for thousands of them one
    /// transaction, not one each. Errors: inventory.state, inventory.result_not_final,
    /// inventory.sheet_changed.
    [[nodiscard]] Result<CountSheet> decideLines(const InventoryTask& task, const CountSheet& sheet,
        const CountedSheet& counted, std::span<const std::size_t> lines, LineDecision decision);
    [[nodiscard]] Result<CountSheet> decideSurplus(const CountSheet& sheet, SurplusDecision decision);
    /// Takes the decisions on these lines back: they stand again as the events have them. Errors:
    /// inventory.state, inventory.sheet_changed, inventory.undecided, inventory.doubt (a line of a signed
    /// sheet that only its decision takes out of doubt).
    [[nodiscard]] Result<CountSheet> undecideLines(const InventoryTask& task, const CountSheet& sheet,
        const CountedSheet& counted, std::span<const std::size_t> lines);
    [[nodiscard]] Result<CountSheet> undecideSurplus(const CountSheet& sheet, const std::string& eventId);

    /// Moves the given sheets (empty = all) to a state, step by step, and the task to that of its slowest
    /// sheet. Forward over unit_checked it demands that no line is in doubt, over verified that the
    /// identities of lifecycle 3.3 hold; back only to counting and with a reason. No sheet moves unless all
    /// can. Errors: inventory.state, inventory.reason_missing, inventory.doubt, inventory.lines_differ, ...,
    /// with the unit.
    [[nodiscard]] Result<void> advance(const std::string& taskNo, SheetState to,
        std::span<const std::string> units, const std::string& reason, const ProgressCallback& progress,
        const LastStep& last = takeLastStep);
    /// The sheets that advance() would move.
    [[nodiscard]] Result<std::vector<CountSheet>> checkAdvance(const std::string& taskNo, SheetState to,
        std::span<const std::string> units, const std::string& reason, const ProgressCallback& progress);

private:
    [[nodiscard]] CountedSheet counted(const InventoryTask& task, const CountSheet& sheet, SheetInput input);
    [[nodiscard]] bool isAsFolded(
        const InventoryTask& task, const CountSheet& sheet, const SheetCounters& stored);
    [[nodiscard]] Result<void> checkMove(
        const InventoryTask& task, const CountSheet& sheet, SheetState to, const std::string& reason);
    [[nodiscard]] Result<void> moveTaskToSlowest(const std::string& taskNo);

    InventoryStore& m_store;
    std::function<Instant()> m_now;
};

} // namespace guanwu
