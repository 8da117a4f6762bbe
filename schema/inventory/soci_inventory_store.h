#pragma once

#include "core/inventory/inventory_store.h"
#include "core/inventory/line_numbers.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace guanwu {

class Session;

/// The inventory tables through SOCI, their large ones through the bulk path. Not thread-safe: one session,
/// one store.
class SociInventoryStore final : public InventoryStore {
public:
    explicit SociInventoryStore(Session& session);

    Result<InventoryTask> findTask(const std::string& taskNo) override;
    std::vector<InventoryTask> tasks() override;
    Result<TaskId> createTask(const InventoryTask& task, std::span<const UnitId> units) override;
    std::vector<CountSheet> sheets(TaskId task) override;
    Result<void> moveSheet(const CountSheet& sheet, SheetState to, const std::string& reason) override;
    Result<void> moveTask(const InventoryTask& task, SheetState to) override;
    bool freezePiece(const CountSheet& sheet) override;
    ResultCounter frozenTotals(SheetId sheet) override;
    std::vector<AppendOutcome> append(TaskId task, std::span<const IncomingEvent> events) override;
    FrozenBook book(SheetId sheet) override;
    FrozenBook countingBook(SheetId sheet) override;
    /// At most so many lines of it behind a card, in the order of ids.
    [[nodiscard]] FrozenBook countingBook(SheetId sheet, AssetId after, std::int64_t most);
    /// The numbers of the book; lines are counted in the order of ids.
    [[nodiscard]] LineNumbers numbers(SheetId sheet);
    std::vector<ScanEvent> events(SheetId sheet) override;
    /// Those of the kinds and codes that are wanted: what is not is skipped before it is read.
    using EventChoice = std::function<bool(EventKind kind, const std::optional<std::string>& code)>;
    [[nodiscard]] std::vector<ScanEvent> events(SheetId sheet, const EventChoice& keep);
    std::unique_ptr<SheetInputs> inputs(std::span<const CountSheet> sheets) override;
    std::optional<CardElsewhere> findCard(const InventoryTask& task, const std::string& code) override;
    std::vector<LineDecision> lineDecisions(SheetId sheet) override;
    std::vector<SurplusDecision> surplusDecisions(SheetId sheet) override;
    void decide(SheetId sheet, std::span<const LineDecision> decisions) override;
    void decide(SheetId sheet, const SurplusDecision& decision) override;
    void storeOutcomes(const InventoryTask& task, std::span<const FoldedSheet> folded) override;
    std::vector<SheetCounters> counters(TaskId task) override;

private:
    void decidePiece(SheetId sheet, std::span<const LineDecision> decisions);
    /// `bySeq`: also look for each (install, seq); only needed after the keys refused a batch.
    std::vector<AppendOutcome> appendOnce(TaskId task, std::span<const IncomingEvent> events, bool bySeq);
    bool seqTaken(std::int64_t installNo, std::int64_t seq);
    bool isQuarantined(const std::string& eventId, const std::string& digest);
    void quarantine(TaskId task, std::span<const IncomingEvent> events,
        std::span<const AppendOutcome> outcomes, std::span<const std::string> digests);
    /// The running number of an install, made when it is first seen.
    std::int64_t installNo(const std::string& installId);
    const std::string& installId(std::int64_t installNo);

    Session& m_session;
    std::unordered_map<std::string, std::int64_t> m_installNo;
    std::unordered_map<std::int64_t, std::string> m_installId;
};

} // namespace guanwu
