// What was made of a sheet: decisions, which are kept, and the outcome of the fold, which can be made again.
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/inventory/stored_token.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr const char* kMarkStale = "UPDATE count_sheet SET stale = stale + 1 WHERE id = :sheet";

    /// Writes rows of a sheet in pieces, each its own transaction.
    class PieceWriter {
    public:
        PieceWriter(Bulk& bulk, std::string_view table, std::string_view columns)
            : m_bulk(bulk)
            , m_writer(bulk.writer(table, columns))
        {
        }
        RowWriter& row()
        {
            if (!m_piece)
                m_piece = std::make_unique<BulkTransaction>(m_bulk);
            return *m_writer;
        }
        void endRow()
        {
            m_writer->endRow();
            if (++m_rows % kPieceRows == 0)
                commit();
        }
        void commit()
        {
            if (!m_piece)
                return;
            m_writer->flush();
            m_piece->commit();
            m_piece.reset();
        }

    private:
        Bulk& m_bulk;
        std::unique_ptr<RowWriter> m_writer;
        std::unique_ptr<BulkTransaction> m_piece;
        std::int64_t m_rows = 0;
    };

    void deleteInPieces(Bulk& bulk, std::string_view sql, std::int64_t sheet)
    {
        for (std::int64_t gone = kPieceRows; gone == kPieceRows;) {
            BulkTransaction piece(bulk);
            gone = bulk.execute(sql, {sheet});
            piece.commit();
        }
    }

    /// 临时编号: PY and a running number of the sheet; the decision hangs on the event id, not on this.
    std::string surplusNo(std::size_t position)
    {
        std::array<char, 32> text {};
        const int size = std::snprintf(text.data(), text.size(), "PY%05zu", position + 1);
        return {text.data(), static_cast<std::size_t>(size)};
    }

    void writeResults(Bulk& bulk, SheetId sheet, const CountedSheet& counted)
    {
        PieceWriter out(
            bulk, "sheet_result", "sheet_id, asset_id, result, seen_place, seen_user, seen_condition");
        for (std::size_t i = 0; i < counted.book.lines.size(); ++i) {
            const CountOutcome& line = counted.outcome.lines[i];
            if (line.result == LineResult::Match || line.result == LineResult::NotChecked)
                continue;
            RowWriter& row = out.row();
            row.integer(sheet.value);
            row.integer(counted.book.assets[i].value);
            row.text(tokenRow(kLineResults, line.result).token);
            row.textOrNull(line.seenPlace);
            row.textOrNull(line.seenUser);
            row.textOrNull(
                line.seenCondition ? tokenRow(kConditions, *line.seenCondition).token : std::string_view());
            out.endRow();
        }
        out.commit();
    }

    void writeSurplus(Bulk& bulk, SheetId sheet, const CountedSheet& counted)
    {
        PieceWriter out(bulk, "surplus_line", "sheet_id, surplus_no, event_id");
        for (std::size_t i = 0; i < counted.outcome.surplus.size(); ++i) {
            const std::string no = surplusNo(i);
            RowWriter& row = out.row();
            row.integer(sheet.value);
            row.text(no);
            row.text(counted.outcome.surplus[i].eventId);
            out.endRow();
        }
        out.commit();
    }

    void writeFindings(Bulk& bulk, const CountSheet& sheet, const CountedSheet& counted,
        const std::vector<CountSheet>& sheets)
    {
        PieceWriter out(
            bulk, "finding", "source_sheet_id, sheet_id, kind, code, asset_no, place, event_id, events");
        for (const ElsewhereFinding& finding : counted.outcome.findings) {
            // Both units are told; a card that the task does not count has no second sheet.
            std::vector<std::int64_t> told {sheet.id.value};
            for (const CountSheet& other : sheets)
                if (finding.card.inTask && other.unitCode == finding.card.unit && other.id != sheet.id)
                    told.push_back(other.id.value);
            for (const std::int64_t id : told) {
                RowWriter& row = out.row();
                row.integer(sheet.id.value);
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
        out.commit();
    }

    void writeCounters(Bulk& bulk, SheetId sheet, const SheetCounters& counters)
    {
        const auto writer = bulk.writer("sheet_counter",
            "sheet_id, result, line_count, book_quantity, counted_quantity, original_fen, idle_count, "
            "idle_original_fen");
        for (const auto& token : kLineResults) {
            const ResultCounter& counter = counters.of(token.value);
            if (counter.lines == 0)
                continue;
            writer->integer(sheet.value);
            writer->text(token.token);
            writer->integer(counter.lines);
            writer->integer(counter.bookQuantity);
            writer->integer(counter.countedQuantity);
            writer->integer(counter.original.fen());
            writer->integer(counter.idleLines);
            writer->integer(counter.idleOriginal.fen());
            writer->endRow();
        }
        writer->flush();
    }

} // namespace

std::vector<LineDecision> SociInventoryStore::lineDecisions(SheetId sheet)
{
    std::vector<LineDecision> out;
    const auto rows
        = m_session.bulk().stream("SELECT asset_id, result, reason, proposal, decided_by, decided_at "
                                  "FROM line_decision WHERE sheet_id = ? ORDER BY asset_id",
            {sheet.value});
    while (rows->next())
        out.push_back({AssetId {rows->integer(0)}, storedToken(kLineResults, rows->text(1)),
            std::string(rows->text(2)), std::string(rows->text(3)), std::string(rows->text(4)),
            Instant(std::chrono::milliseconds(rows->integer(5)))});
    return out;
}

std::vector<SurplusDecision> SociInventoryStore::surplusDecisions(SheetId sheet)
{
    std::vector<SurplusDecision> out;
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
        decision.decidedAt = Instant(std::chrono::milliseconds(rows->integer(7)));
    }
    return out;
}

void SociInventoryStore::decide(SheetId sheet, const LineDecision& decision)
{
    guarded("decide on the line", [&] {
        soci::session& sql = m_session.sql();
        soci::transaction transaction(sql);
        const std::string result(tokenRow(kLineResults, decision.result).token);
        const long long decidedAt = decision.decidedAt.time_since_epoch().count();
        sql << "DELETE FROM line_decision WHERE sheet_id = :sheet AND asset_id = :asset",
            soci::use(sheet.value, "sheet"), soci::use(decision.asset.value, "asset");
        sql << "INSERT INTO line_decision (sheet_id, asset_id, result, reason, proposal, decided_by, "
               "decided_at) "
               "VALUES (:sheet, :asset, :result, :reason, :proposal, :by, :at)",
            soci::use(sheet.value, "sheet"), soci::use(decision.asset.value, "asset"),
            soci::use(result, "result"), soci::use(decision.reason, "reason"),
            soci::use(decision.proposal, "proposal"), soci::use(decision.decidedBy, "by"),
            soci::use(decidedAt, "at");
        sql << kMarkStale, soci::use(sheet.value, "sheet");
        transaction.commit();
    });
}

void SociInventoryStore::decide(SheetId sheet, const SurplusDecision& decision)
{
    guarded("decide on the surplus", [&] {
        soci::session& sql = m_session.sql();
        soci::transaction transaction(sql);
        const long long accepted = decision.accepted ? 1 : 0;
        long long value = decision.value ? decision.value->fen() : 0;
        soci::indicator hasValue = decision.value ? soci::i_ok : soci::i_null;
        long long months = decision.monthsLeft.value_or(0);
        soci::indicator hasMonths = decision.monthsLeft ? soci::i_ok : soci::i_null;
        const long long decidedAt = decision.decidedAt.time_since_epoch().count();
        sql << "DELETE FROM surplus_decision WHERE sheet_id = :sheet AND event_id = :event",
            soci::use(sheet.value, "sheet"), soci::use(decision.eventId, "event");
        sql << "INSERT INTO surplus_decision (sheet_id, event_id, accepted, value_fen, value_basis, "
               "months_left, reason, "
               "decided_by, decided_at) VALUES (:sheet, :event, :accepted, :value, :basis, :months, :reason, "
               ":by, :at)",
            soci::use(sheet.value, "sheet"), soci::use(decision.eventId, "event"),
            soci::use(accepted, "accepted"), soci::use(value, hasValue, "value"),
            soci::use(decision.valueBasis, "basis"), soci::use(months, hasMonths, "months"),
            soci::use(decision.reason, "reason"), soci::use(decision.decidedBy, "by"),
            soci::use(decidedAt, "at");
        sql << kMarkStale, soci::use(sheet.value, "sheet");
        transaction.commit();
    });
}

void SociInventoryStore::storeOutcome(
    const InventoryTask& task, const CountSheet& sheet, const CountedSheet& counted)
{
    Bulk& bulk = m_session.bulk();
    const std::int64_t id = sheet.id.value;
    // Until the last transaction below clears `stale`, whoever reads knows that the stored outcome is not the
    // whole one.
    deleteInPieces(bulk,
        m_session.dialect() == Dialect::Sqlite
            ? "DELETE FROM sheet_result WHERE sheet_id = ?1 AND asset_id IN "
              "(SELECT asset_id FROM sheet_result WHERE sheet_id = ?1 LIMIT 5000)"
            : "DELETE FROM sheet_result WHERE sheet_id = ? LIMIT 5000",
        id);
    {
        BulkTransaction piece(bulk);
        bulk.execute("DELETE FROM surplus_line WHERE sheet_id = ?", {id});
        bulk.execute("DELETE FROM finding WHERE source_sheet_id = ?", {id});
        piece.commit();
    }
    writeResults(bulk, sheet.id, counted);
    writeSurplus(bulk, sheet.id, counted);
    if (!counted.outcome.findings.empty())
        writeFindings(bulk, sheet, counted, sheets(task.id));

    BulkTransaction last(bulk);
    bulk.execute("DELETE FROM sheet_counter WHERE sheet_id = ?", {id});
    writeCounters(bulk, sheet.id, counted.counters());
    // What came while this fold ran stays counted: the sheet is folded again.
    bulk.execute("UPDATE count_sheet SET stale = stale - ? WHERE id = ?", {sheet.stale, id});
    last.commit();
}

std::vector<SheetCounters> SociInventoryStore::counters(TaskId task)
{
    std::unordered_map<std::int64_t, SheetCounters> bySheet;
    {
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
    for (const CountSheet& sheet : sheets(task))
        out.push_back(bySheet[sheet.id.value]);
    return out;
}

} // namespace guanwu
