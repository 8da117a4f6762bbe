#pragma once

#include "core/access/scope.h"
#include "core/inventory/inventory_store.h"
#include "core/inventory/line_numbers.h"
#include "schema/inventory/event_rows.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace guanwu {

class Query;
class Session;

/// The inventory tables through SOCI, their large ones through the bulk path. It reaches the sheets of the
/// units in scope: of others there is nothing to read, and they are not changed (security X1). A department
/// reads its own lines, page by page; it has no whole book. Not thread-safe: one session, one store.
class SociInventoryStore final : public InventoryStore {
public:
    /// So many lines of a large sheet are folded at once.
    static constexpr std::size_t kSliceLines = 12'000;

    SociInventoryStore(Session& session, const Scope& scope);

    Result<InventoryTask> findTask(const std::string& taskNo) override;
    std::vector<InventoryTask> tasks() override;
    Result<TaskId> createTask(const InventoryTask& task, std::span<const UnitId> units) override;
    std::vector<CountSheet> sheets(TaskId task) override;
    /// The same by the number of the task, in one question as a rule. Errors: inventory.no_task.
    [[nodiscard]] Result<std::vector<CountSheet>> sheets(const std::string& taskNo);
    std::optional<SheetState> slowestState(TaskId task) override;
    Result<void> moveSheet(const CountSheet& sheet, SheetState to, const std::string& reason) override;
    Result<void> moveTask(const InventoryTask& task, SheetState to) override;
    bool freezePiece(const CountSheet& sheet) override;
    ResultCounter frozenTotals(SheetId sheet) override;
    std::vector<AppendOutcome> append(TaskId task, std::span<const IncomingEvent> events) override;
    /// Reads the numbers of the newest installs at once, for who will append events of many.
    void learnInstalls();
    FrozenBook book(SheetId sheet) override;
    SheetInput slice(SheetId sheet, AssetId after, std::int64_t most) override;
    /// Every field, in the order of ids: what a handheld fetches and a desk shows.
    [[nodiscard]] FrozenBook bookPage(SheetId sheet, AssetId after, std::int64_t most);
    FrozenBook countingBook(SheetId sheet) override;
    /// At most so many lines of it behind a card, in the order of ids.
    [[nodiscard]] FrozenBook countingBook(SheetId sheet, AssetId after, std::int64_t most);
    /// The numbers of the book; lines are counted in the order of ids.
    [[nodiscard]] LineNumbers numbers(SheetId sheet);
    std::vector<ScanEvent> events(SheetId sheet) override;
    /// Those of the kinds and codes that are wanted: what is not is skipped before it is read.
    [[nodiscard]] std::vector<ScanEvent> events(SheetId sheet, const EventChoice& keep);
    /// What tells of one line in scope, with what takes it back.
    [[nodiscard]] std::vector<ScanEvent> eventsOfLine(SheetId sheet, AssetId card);
    /// Also those that came after the sheet was signed and wait for it to be opened again.
    [[nodiscard]] std::vector<ScanEvent> storedEvents(SheetId sheet);
    /// The rows of those that are folded, in the columns of kNumberedEventColumns; nothing else may be asked
    /// of the store meanwhile.
    void passTakenEvents(SheetId sheet, const std::function<void(const RowStream&)>& visit);
    /// What stands for an install in a row. Throws for a number that no row has.
    const std::string& installId(std::int64_t installNo);
    std::unique_ptr<SheetInputs> inputs(std::span<const CountSheet> sheets) override;
    [[nodiscard]] std::unique_ptr<SheetInputs> inputs(
        std::span<const CountSheet> sheets, std::size_t sliceLines);
    std::optional<CardElsewhere> findCard(const InventoryTask& task, const std::string& code) override;
    std::vector<LineDecision> lineDecisions(SheetId sheet) override;
    std::vector<SurplusDecision> surplusDecisions(SheetId sheet) override;
    Result<CountSheet> decide(const CountSheet& sheet, std::span<const LineDecision> decisions) override;
    Result<CountSheet> decide(const CountSheet& sheet, const SurplusDecision& decision) override;
    Result<CountSheet> undecide(const CountSheet& sheet, std::span<const AssetId> assets) override;
    Result<CountSheet> undecide(const CountSheet& sheet, const std::string& eventId) override;
    void storeOutcomes(const InventoryTask& task, std::span<const FoldedSheet> folded) override;
    std::vector<std::pair<AssetId, LineResult>> storedResults(SheetId sheet) override;
    std::vector<SheetCounters> counters(TaskId task) override;

private:
    [[nodiscard]] std::vector<ScanEvent> readEvents(
        SheetId sheet, std::string_view which, const EventChoice& keep);
    enum class Right : std::uint8_t { None, Read, Change };
    /// What the scope allows on a sheet.
    [[nodiscard]] Right rightOn(SheetId sheet);
    [[nodiscard]] bool sees(SheetId sheet) { return rightOn(sheet) != Right::None; }
    /// Whether a question about the whole sheet may be answered.
    [[nodiscard]] bool seesWhole(SheetId sheet)
    {
        return m_scope.reach() != Scope::Reach::Department && sees(sheet);
    }
    /// A write past the scope that no use case should have asked for: throws std::logic_error.
    void requireChange(SheetId sheet);
    [[nodiscard]] std::vector<CountSheet> listed(Query& query);
    [[nodiscard]] Result<void> decidePiece(CountSheet& sheet, std::span<const LineDecision> decisions);
    /// One transaction: the sheet is marked and what `change` does; a refusal of it takes both back.
    [[nodiscard]] Result<CountSheet> changeDecisions(
        const CountSheet& sheet, const std::function<Result<void>()>& change);
    std::int64_t removeSurplusDecision(SheetId sheet, const std::string& eventId);
    /// The mark of a decision on its sheet, in the transaction of the decision.
    [[nodiscard]] Result<void> markDecided(CountSheet& sheet);
    /// What is asked of the store before events are written; only needed after the keys refused a batch.
    enum class LookUp : std::uint8_t { Nothing, Ids, IdsAndSeqs };
    std::vector<AppendOutcome> appendOnce(TaskId task, std::span<const IncomingEvent> events, LookUp lookUp);
    /// The sheets of what was stored are stale now, and have heard something.
    void noteArrival(std::span<const IncomingEvent> events, std::span<const AppendOutcome> outcomes);
    bool seqTaken(std::int64_t installNo, std::int64_t seq);
    bool isQuarantined(const std::string& eventId, const std::string& digest);
    void quarantine(TaskId task, std::span<const IncomingEvent> events,
        std::span<const AppendOutcome> outcomes, std::span<const std::string> digests);
    /// The sheet of the event that has the identity a quarantined one came with.
    [[nodiscard]] std::int64_t sheetOfFirst(std::span<const IncomingEvent> events,
        std::span<const AppendOutcome> outcomes, std::size_t quarantined);
    /// The running number of an install, made when it is first seen.
    std::int64_t installNo(const std::string& installId);

    Session& m_session;
    Scope m_scope;
    std::unordered_map<std::int64_t, Right> m_rights; ///< by sheet: a unit does not change its sheet
    std::unordered_map<std::string, std::int64_t> m_installNo;
    std::unordered_map<std::int64_t, std::string> m_installId;
};

} // namespace guanwu
