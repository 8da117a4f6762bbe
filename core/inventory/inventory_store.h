#pragma once

#include "core/inventory/inventory_task.h"

#include <memory>
#include <span>
#include <string_view>

namespace guanwu {

/// An event on its way into the store, with what it was read from.
struct IncomingEvent {
    ScanEvent event;
    SheetId sheet;
    bool late = false; ///< the sheet was signed already: kept, and folded after a rollback
    std::string_view body {}; ///< as it arrived, held by who read it; kept if the event has to be quarantined
    Instant receivedAt {};
};

enum class AppendOutcome : std::uint8_t { Stored, Duplicate, Quarantined };

/// What a sheet, or a slice of a large one, is folded from.
struct SheetInput {
    FrozenBook book;
    std::vector<ScanEvent> events;
    std::vector<LineDecision> decisions;
    std::vector<SurplusDecision> surplusDecisions;
    bool isLast = true; ///< no slice of the sheet follows
};

/// The inputs of sheets, one after the other. A large sheet comes in slices of its book, so that memory does
/// not grow with the largest unit: a line depends on its own sightings only. The events of a slice are those
/// of its lines and every undo; what is on no line of the sheet comes with the first slice.
class SheetInputs {
public:
    virtual ~SheetInputs() = default;
    /// Not to be asked again after the last slice of the last sheet.
    [[nodiscard]] virtual SheetInput next() = 0;
};

/// What the inventory use cases need of the store. Infrastructure failures are exceptions.
class InventoryStore {
public:
    virtual ~InventoryStore() = default;

    [[nodiscard]] virtual Result<InventoryTask> findTask(const std::string& taskNo) = 0;
    [[nodiscard]] virtual std::vector<InventoryTask> tasks() = 0;
    /// Errors: inventory.task_exists.
    [[nodiscard]] virtual Result<TaskId> createTask(const InventoryTask& task, std::span<const UnitId> units)
        = 0;
    /// By unit code; those in the caller's scope. Reads fresh.
    [[nodiscard]] virtual std::vector<CountSheet> sheets(TaskId task) = 0;

    /// Of every sheet of the task, whoever asks: a task is where its slowest sheet is. nullopt = it has none.
    [[nodiscard]] virtual std::optional<SheetState> slowestState(TaskId task) = 0;

    /// Writes only if the revision is still the one given; else StaleRevision. Errors: inventory.no_sheet for
    /// a sheet that is not the caller's to change.
    [[nodiscard]] virtual Result<void> moveSheet(
        const CountSheet& sheet, SheetState to, const std::string& reason)
        = 0;
    [[nodiscard]] virtual Result<void> moveTask(const InventoryTask& task, SheetState to) = 0;

    /// Freezes the next piece of a sheet's book, at most 5,000 cards, in one transaction; false = the book is
    /// complete.
    [[nodiscard]] virtual bool freezePiece(const CountSheet& sheet) = 0;
    /// Lines and original value of the frozen book, counted afresh from its rows.
    [[nodiscard]] virtual ResultCounter frozenTotals(SheetId sheet) = 0;

    /// One transaction, at most 5,000 events; commits before it returns. One outcome for each event, in
    /// order.
    [[nodiscard]] virtual std::vector<AppendOutcome> append(
        TaskId task, std::span<const IncomingEvent> events)
        = 0;

    /// By asset number.
    [[nodiscard]] virtual FrozenBook book(SheetId sheet) = 0;
    /// At most so many lines of it behind a card, in the order of ids, with what a fold of them needs. A
    /// sighting of another line of the sheet is not among the events.
    [[nodiscard]] virtual SheetInput slice(SheetId sheet, AssetId after, std::int64_t most) = 0;
    /// The book with nothing but what a fold and its counters need: numbers, quantity, value, place, user and
    /// state of use. In no order.
    [[nodiscard]] virtual FrozenBook countingBook(SheetId sheet) = 0;
    [[nodiscard]] virtual std::vector<ScanEvent> events(SheetId sheet) = 0;
    /// Of each of the sheets, which must outlive this, in their order, with the counting book. The next slice
    /// may be read while the one before is worked on.
    [[nodiscard]] virtual std::unique_ptr<SheetInputs> inputs(std::span<const CountSheet> sheets) = 0;
    [[nodiscard]] virtual std::optional<CardElsewhere> findCard(
        const InventoryTask& task, const std::string& code)
        = 0;

    [[nodiscard]] virtual std::vector<LineDecision> lineDecisions(SheetId sheet) = 0;
    [[nodiscard]] virtual std::vector<SurplusDecision> surplusDecisions(SheetId sheet) = 0;
    /// These two replace an earlier decision on the same thing, mark the sheet stale and return it as it is
    /// then. They write only if the revision is still the one given: else somebody decided or moved the sheet
    /// in the meantime, and it is StaleRevision. Errors: inventory.no_sheet for a sheet that is not the
    /// caller's to change.
    [[nodiscard]] virtual Result<CountSheet> decide(
        const CountSheet& sheet, std::span<const LineDecision> decisions)
        = 0;
    [[nodiscard]] virtual Result<CountSheet> decide(const CountSheet& sheet, const SurplusDecision& decision)
        = 0;
    /// Takes decisions back, in the same way: the things stand again as the events have them. Errors:
    /// inventory.undecided (there is none on any of them).
    [[nodiscard]] virtual Result<CountSheet> undecide(
        const CountSheet& sheet, std::span<const AssetId> assets)
        = 0;
    [[nodiscard]] virtual Result<CountSheet> undecide(const CountSheet& sheet, const std::string& eventId)
        = 0;

    /// Stores what folds gave: counters, the lines that are neither match nor not_checked, surplus lines,
    /// findings. Replaces what earlier folds left and takes the changes they knew of off `stale`.
    virtual void storeOutcomes(const InventoryTask& task, std::span<const FoldedSheet> folded) = 0;
    /// The lines that are stored of a sheet's fold, in the order of ids.
    [[nodiscard]] virtual std::vector<std::pair<AssetId, LineResult>> storedResults(SheetId sheet) = 0;
    /// For each sheet, in the order of sheets().
    [[nodiscard]] virtual std::vector<SheetCounters> counters(TaskId task) = 0;
};

} // namespace guanwu
