// What was made of a sheet: decisions, which are kept, and the outcome of the fold, which can be made again.
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/inventory/department_share.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <soci/soci.h>

namespace guanwu {

namespace {

    /// Writes what folds gave, table after table: one transaction as a rule, more when a piece is full.
    class OutcomeWriter {
    public:
        explicit OutcomeWriter(Bulk& bulk)
            : m_bulk(bulk)
        {
            m_piece.emplace(m_bulk);
        }
        /// `sql` takes the sheet and how many rows may go.
        void deleteOf(SheetId sheet, std::string_view sql)
        {
            for (std::int64_t room = 0, gone = 0; gone == room;) {
                room = kPieceRows - m_rows;
                gone = m_bulk.execute(sql, {sheet.value, room});
                changed(gone);
            }
        }
        void change(std::string_view sql, std::initializer_list<std::int64_t> values)
        {
            changed(m_bulk.execute(sql, values));
        }
        void openTable(std::string_view table, std::string_view columns)
        {
            flush();
            m_writer = m_bulk.writer(table, columns);
        }
        RowWriter& row() { return *m_writer; }
        void endRow()
        {
            m_writer->endRow();
            changed(1);
        }
        void flush()
        {
            if (m_writer)
                m_writer->flush();
        }
        void commit()
        {
            flush();
            m_piece->commit();
        }

    private:
        void changed(std::int64_t rows)
        {
            m_rows += rows;
            if (m_rows < kPieceRows)
                return;
            commit();
            m_piece.emplace(m_bulk);
            m_rows = 0;
        }

        Bulk& m_bulk;
        std::unique_ptr<RowWriter> m_writer;
        std::optional<BulkTransaction> m_piece;
        std::int64_t m_rows = 0;
    };

    /// 临时编号: PY and a running number of the sheet; the decision hangs on the event id, not on this.
    std::string surplusNo(std::size_t position)
    {
        std::array<char, 32> text {};
        const int size = std::snprintf(text.data(), text.size(), "PY%05zu", position + 1);
        return {text.data(), static_cast<std::size_t>(size)};
    }

    void writeResults(OutcomeWriter& out, const FoldedSheet& folded)
    {
        for (const auto& [asset, line] : folded.lines) {
            RowWriter& row = out.row();
            row.integer(folded.sheet.id.value);
            row.integer(asset.value);
            row.text(tokenRow(kLineResults, line.result).token);
            row.textOrNull(line.seenPlace);
            row.textOrNull(line.seenUser);
            row.textOrNull(
                line.seenCondition ? tokenRow(kConditions, *line.seenCondition).token : std::string_view());
            out.endRow();
        }
    }

    void writeSurplus(OutcomeWriter& out, const FoldedSheet& folded)
    {
        for (std::size_t i = 0; i < folded.surplus.size(); ++i) {
            const std::string no = surplusNo(i);
            RowWriter& row = out.row();
            row.integer(folded.sheet.id.value);
            row.text(no);
            row.text(folded.surplus[i].eventId);
            out.endRow();
        }
    }

    void writeFindings(OutcomeWriter& out, const FoldedSheet& folded, const std::vector<CountSheet>& sheets)
    {
        for (const ElsewhereFinding& finding : folded.findings) {
            // Both units are told; a card that the task does not count has no second sheet.
            std::vector<std::int64_t> told {folded.sheet.id.value};
            for (const CountSheet& other : sheets)
                if (finding.card.inTask && other.unitCode == finding.card.unit && other.id != folded.sheet.id)
                    told.push_back(other.id.value);
            for (const std::int64_t id : told) {
                RowWriter& row = out.row();
                row.integer(folded.sheet.id.value);
                row.integer(id);
                row.text(finding.card.inTask ? "seen_elsewhere" : "outside_task");
                row.text(finding.code);
                row.text(finding.card.assetNo);
                row.textOrNull(finding.place);
                row.text(finding.eventId);
                row.integer(finding.events);
                out.endRow();
            }
        }
    }

    void writeCounters(OutcomeWriter& out, const FoldedSheet& folded)
    {
        for (const auto& token : kLineResults) {
            const ResultCounter& counter = folded.counters.of(token.value);
            if (counter.lines == 0)
                continue;
            RowWriter& row = out.row();
            row.integer(folded.sheet.id.value);
            row.text(token.token);
            row.integer(counter.lines);
            row.integer(counter.bookQuantity);
            row.integer(counter.countedQuantity);
            row.integer(counter.original.fen());
            row.integer(counter.idleLines);
            row.integer(counter.idleOriginal.fen());
            out.endRow();
        }
    }

} // namespace

std::vector<LineDecision> SociInventoryStore::lineDecisions(SheetId sheet)
{
    std::vector<LineDecision> out;
    if (!sees(sheet))
        return out;
    const auto rows
        = m_session.bulk().stream("SELECT asset_id, result, reason, proposal, decided_by, decided_at "
                                  "FROM line_decision WHERE sheet_id = ? ORDER BY asset_id",
            {sheet.value});
    while (rows->next())
        out.push_back(
            {AssetId {rows->integer(0)}, storedToken(kLineResults, rows->text(1)), std::string(rows->text(2)),
                std::string(rows->text(3)), std::string(rows->text(4)), fromInstantColumn(rows->integer(5))});
    return out;
}

std::vector<SurplusDecision> SociInventoryStore::surplusDecisions(SheetId sheet)
{
    std::vector<SurplusDecision> out;
    if (!sees(sheet))
        return out;
    const auto rows
        = m_session.bulk().stream("SELECT event_id, accepted, value_fen, value_basis, months_left, reason, "
                                  "decided_by, decided_at FROM surplus_decision WHERE sheet_id = ?",
            {sheet.value});
    while (rows->next()) {
        SurplusDecision& decision = out.emplace_back();
        decision.eventId = rows->text(0);
        decision.accepted = rows->integer(1) != 0;
        if (!rows->isNull(2))
            decision.value = Money::fromFen(rows->integer(2));
        decision.valueBasis = rows->text(3);
        if (!rows->isNull(4))
            decision.monthsLeft = rows->integer(4);
        decision.reason = rows->text(5);
        decision.decidedBy = rows->text(6);
        decision.decidedAt = fromInstantColumn(rows->integer(7));
    }
    return out;
}

Result<void> SociInventoryStore::markDecided(CountSheet& sheet)
{
    Query mark(m_session);
    mark.add("UPDATE count_sheet SET stale = stale + 1, revision = revision + 1 WHERE id = ", sheet.id.value);
    mark.add(" AND revision = ", sheet.revision);
    if (mark.run() != 1)
        return fail(ErrorCode::StaleRevision, "inventory.sheet_changed", sheet.unitCode);
    m_session.audit().note(
        {"sheets/" + sheet.unitCode, std::to_string(sheet.revision), std::to_string(sheet.revision + 1)});
    ++sheet.stale;
    ++sheet.revision;
    return {};
}

Result<CountSheet> SociInventoryStore::decide(
    const CountSheet& sheet, std::span<const LineDecision> decisions)
{
    if (rightOn(sheet.id) != Right::Change)
        return fail(ErrorCode::NotFound, "inventory.no_sheet", sheet.unitCode);
    constexpr std::size_t kPieceDecisions = kPieceRows / 2; // one row goes, one comes
    CountSheet decided = sheet;
    for (; !decisions.empty(); decisions = decisions.subspan(std::min(kPieceDecisions, decisions.size())))
        if (auto done = decidePiece(decided, decisions.first(std::min(kPieceDecisions, decisions.size())));
            !done)
            return fail(done.error());
    return decided;
}

Result<void> SociInventoryStore::decidePiece(CountSheet& sheet, std::span<const LineDecision> decisions)
{
    return guarded("decide on lines", [&]() -> Result<void> {
        soci::session& sql = m_session.sql();
        long long asset = 0;
        std::string result;
        std::string reason;
        std::string proposal;
        std::string by;
        long long decidedAt = 0;
        UnitOfWork work(m_session);
        if (auto marked = markDecided(sheet); !marked)
            return marked;
        soci::statement remove
            = (sql.prepare << "DELETE FROM line_decision WHERE sheet_id = :sheet AND asset_id = :asset",
                soci::use(sheet.id.value, "sheet"), soci::use(asset, "asset"));
        soci::statement insert = (sql.prepare
                << "INSERT INTO line_decision (sheet_id, asset_id, result, reason, proposal, decided_by, "
                   "decided_at) VALUES (:sheet, :asset, :result, :reason, :proposal, :by, :at)",
            soci::use(sheet.id.value, "sheet"), soci::use(asset, "asset"), soci::use(result, "result"),
            soci::use(reason, "reason"), soci::use(proposal, "proposal"), soci::use(by, "by"),
            soci::use(decidedAt, "at"));
        for (const LineDecision& decision : decisions) {
            asset = decision.asset.value;
            result = tokenRow(kLineResults, decision.result).token;
            reason = decision.reason;
            proposal = decision.proposal;
            by = decision.decidedBy;
            decidedAt = toInstantColumn(decision.decidedAt);
            remove.execute(true);
            insert.execute(true);
        }
        work.commit();
        return {};
    });
}

Result<CountSheet> SociInventoryStore::changeDecisions(
    const CountSheet& sheet, const std::function<Result<void>()>& change)
{
    if (rightOn(sheet.id) != Right::Change)
        return fail(ErrorCode::NotFound, "inventory.no_sheet", sheet.unitCode);
    return guarded("change decisions", [&]() -> Result<CountSheet> {
        CountSheet changed = sheet;
        UnitOfWork work(m_session);
        if (auto marked = markDecided(changed); !marked)
            return fail(marked.error());
        if (auto done = change(); !done)
            return fail(done.error());
        work.commit();
        return changed;
    });
}

Result<CountSheet> SociInventoryStore::decide(const CountSheet& sheet, const SurplusDecision& decision)
{
    return changeDecisions(sheet, [&]() -> Result<void> {
        soci::session& sql = m_session.sql();
        const long long accepted = decision.accepted ? 1 : 0;
        long long value = decision.value ? decision.value->fen() : 0;
        soci::indicator hasValue = decision.value ? soci::i_ok : soci::i_null;
        long long months = decision.monthsLeft.value_or(0);
        soci::indicator hasMonths = decision.monthsLeft ? soci::i_ok : soci::i_null;
        const long long decidedAt = toInstantColumn(decision.decidedAt);
        removeSurplusDecision(sheet.id, decision.eventId);
        sql << "INSERT INTO surplus_decision (sheet_id, event_id, accepted, value_fen, value_basis, "
               "months_left, reason, "
               "decided_by, decided_at) VALUES (:sheet, :event, :accepted, :value, :basis, :months, :reason, "
               ":by, :at)",
            soci::use(sheet.id.value, "sheet"), soci::use(decision.eventId, "event"),
            soci::use(accepted, "accepted"), soci::use(value, hasValue, "value"),
            soci::use(decision.valueBasis, "basis"), soci::use(months, hasMonths, "months"),
            soci::use(decision.reason, "reason"), soci::use(decision.decidedBy, "by"),
            soci::use(decidedAt, "at");
        return {};
    });
}

std::int64_t SociInventoryStore::removeSurplusDecision(SheetId sheet, const std::string& eventId)
{
    return Query(m_session)
        .add("DELETE FROM surplus_decision WHERE sheet_id = ", sheet.value)
        .add(" AND event_id = ", eventId)
        .run();
}

Result<CountSheet> SociInventoryStore::undecide(const CountSheet& sheet, std::span<const AssetId> assets)
{
    return changeDecisions(sheet, [&]() -> Result<void> {
        std::int64_t removed = 0;
        for (const AssetId asset : assets)
            removed += Query(m_session)
                           .add("DELETE FROM line_decision WHERE sheet_id = ", sheet.id.value)
                           .add(" AND asset_id = ", asset.value)
                           .run();
        if (removed == 0)
            return fail(ErrorCode::NotFound, "inventory.undecided", sheet.unitCode);
        return {};
    });
}

Result<CountSheet> SociInventoryStore::undecide(const CountSheet& sheet, const std::string& eventId)
{
    return changeDecisions(sheet, [&]() -> Result<void> {
        if (removeSurplusDecision(sheet.id, eventId) == 0)
            return fail(ErrorCode::NotFound, "inventory.undecided", eventId);
        return {};
    });
}

void SociInventoryStore::storeOutcomes(const InventoryTask& task, std::span<const FoldedSheet> folded)
{
    for (const FoldedSheet& one : folded)
        requireChange(one.sheet.id);
    const std::string_view deleteResults = m_session.dialect() == Dialect::Sqlite
        ? "DELETE FROM sheet_result WHERE sheet_id = ?1 AND asset_id IN "
          "(SELECT asset_id FROM sheet_result WHERE sheet_id = ?1 LIMIT ?2)"
        : "DELETE FROM sheet_result WHERE sheet_id = ? LIMIT ?";
    const bool anyFinding = std::any_of(
        folded.begin(), folded.end(), [](const FoldedSheet& sheet) { return !sheet.findings.empty(); });
    const std::vector<CountSheet> allSheets = anyFinding ? sheets(task.id) : std::vector<CountSheet>();

    // Until the last transaction clears `stale`, whoever reads knows that the stored outcome is not the whole
    // one.
    OutcomeWriter out(m_session.bulk());
    std::map<std::int64_t, std::int64_t> known; ///< by sheet, as an ingest takes their locks
    for (const FoldedSheet& one : folded) {
        const std::int64_t id = one.sheet.id.value;
        known[id] = one.sheet.stale;
        out.deleteOf(one.sheet.id, deleteResults);
        out.change("DELETE FROM surplus_line WHERE sheet_id = ?", {id});
        out.change("DELETE FROM finding WHERE source_sheet_id = ?", {id});
        out.change("DELETE FROM sheet_counter WHERE sheet_id = ?", {id});
    }
    out.openTable("sheet_result", "sheet_id, asset_id, result, seen_place, seen_user, seen_condition");
    for (const FoldedSheet& one : folded)
        writeResults(out, one);
    out.openTable("surplus_line", "sheet_id, surplus_no, event_id");
    for (const FoldedSheet& one : folded)
        writeSurplus(out, one);
    out.openTable("finding", "source_sheet_id, sheet_id, kind, code, asset_no, place, event_id, events");
    for (const FoldedSheet& one : folded)
        writeFindings(out, one, allSheets);
    out.openTable("sheet_counter",
        "sheet_id, result, line_count, book_quantity, counted_quantity, original_fen, idle_count, "
        "idle_original_fen");
    for (const FoldedSheet& one : folded)
        writeCounters(out, one);
    out.flush();
    // What came while this fold ran stays counted: the sheet is folded again.
    for (const auto& [id, stale] : known)
        out.change("UPDATE count_sheet SET stale = stale - ? WHERE id = ?", {stale, id});
    out.commit();
}

std::vector<std::pair<AssetId, LineResult>> SociInventoryStore::storedResults(SheetId sheet)
{
    std::vector<std::pair<AssetId, LineResult>> out;
    if (!seesWhole(sheet))
        return out;
    const auto rows = m_session.bulk().stream(
        "SELECT asset_id, result FROM sheet_result WHERE sheet_id = ? ORDER BY asset_id", {sheet.value});
    while (rows->next())
        out.emplace_back(AssetId {rows->integer(0)}, storedToken(kLineResults, rows->text(1)));
    return out;
}

std::vector<SheetCounters> SociInventoryStore::counters(TaskId task)
{
    const auto all = sheets(task);
    std::unordered_map<std::int64_t, SheetCounters> bySheet;
    if (m_scope.reach() == Scope::Reach::Department) {
        bySheet = departmentCounters(m_session, m_scope, task, all);
    } else {
        const auto rows
            = m_session.bulk().stream("SELECT c.sheet_id, c.result, c.line_count, c.book_quantity, "
                                      "c.counted_quantity, c.original_fen, c.idle_count, "
                                      "c.idle_original_fen FROM count_sheet s JOIN sheet_counter c ON "
                                      "c.sheet_id = s.id WHERE s.task_id = ?",
                {task.value});
        while (rows->next())
            bySheet[rows->integer(0)].add(storedToken(kLineResults, rows->text(1)),
                ResultCounter {rows->integer(2), rows->integer(3), rows->integer(4),
                    Money::fromFen(rows->integer(5)), rows->integer(6), Money::fromFen(rows->integer(7))});
    }
    std::vector<SheetCounters> out;
    for (const CountSheet& sheet : all)
        out.push_back(bySheet[sheet.id.value]);
    return out;
}

} // namespace guanwu
