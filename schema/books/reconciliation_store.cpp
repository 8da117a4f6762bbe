#include "schema/books/reconciliation_store.h"

#include "core/books/class_key.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/books/book_entries.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

#include <map>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr int kYear = 12; ///< months that a ledger may lag behind a card that was closed

} // namespace

bool ReconciliationStore::sees(UnitId unit)
{
    // Ledgers are those of the whole unit: a department has no part of them.
    if (m_scope.reach() == Scope::Reach::Department)
        return false;
    Query query(m_session);
    query.add("SELECT u.id FROM registered_unit u WHERE u.id = ", unit.value)
        .add(ScopeCondition(m_scope, "u.id"));
    return query.next(1);
}

std::vector<LedgerBalance> ReconciliationStore::balances(UnitId unit, Month month)
{
    std::vector<LedgerBalance> out;
    Query query(m_session);
    query.add("SELECT l.account, l.class_code, l.balance_fen FROM registered_ledger l WHERE l.unit_id = ",
        unit.value);
    query.add(" AND l.month = ", toMonthColumn(month)).add(ScopeCondition(m_scope, "l.unit_id"));
    query.add(" ORDER BY l.account, l.class_code");
    while (query.next(3))
        out.push_back({query.text(0), query.text(1), Money::fromFen(query.integer(2))});
    return out;
}

std::vector<TitleArea> ReconciliationStore::titleAreas(UnitId unit)
{
    std::vector<TitleArea> out;
    std::map<std::string, std::size_t> byCertificate;
    if (!sees(unit))
        return out;
    {
        Query query(m_session);
        query.add(
            "SELECT a.asset_no, COALESCE(e.cert_no, ''), COALESCE(e.floor_m2_x100, 0) FROM "
            "registered_asset a JOIN asset_estate e ON e.asset_id = a.id WHERE a.card_kind = 'building' "
            "AND a.use_state NOT IN ('planned', 'pending_acceptance', 'written_off', 'void') AND "
            "a.unit_id = ",
            unit.value);
        query.add(" ORDER BY a.asset_no");
        while (query.next(3)) {
            const std::string& certificate = query.text(1);
            const auto [found, isNew] = byCertificate.try_emplace(certificate, out.size());
            // Cards without a certificate are told one by one.
            if (isNew || certificate.empty())
                out.push_back({certificate, query.text(0), {}, {}});
            TitleArea& area = certificate.empty() ? out.back() : out[found->second];
            area.cards += Area::fromHundredths(query.integer(2));
        }
    }
    Query query(m_session);
    query.add("SELECT c.cert_no, c.floor_m2_x100 FROM registered_certificate c WHERE c.state = 'current' AND "
              "c.right_holder_id = ",
        unit.value);
    query.add(" ORDER BY c.cert_no");
    while (query.next(2)) {
        const auto [found, isNew] = byCertificate.try_emplace(query.text(0), out.size());
        if (isNew)
            out.push_back({query.text(0), {}, {}, {}});
        out[found->second].certificate += Area::fromHundredths(query.integer(1));
    }
    return out;
}

std::vector<ReconcileEvidence> ReconciliationStore::evidence(UnitId unit, Month month)
{
    std::vector<ReconcileEvidence> out;
    if (!sees(unit))
        return out;
    const Month next = month + std::chrono::months(1);
    const std::string entries = "SELECT " + std::string(kEntryColumns) + ", a.asset_no FROM book_entry e ";
    const std::string card = "JOIN asset a ON a.id = e.asset_id ";
    const auto take = [&](const std::string& sql, std::initializer_list<std::int64_t> values,
                          ReconcileReason reason, int sign, const char* note) {
        const auto rows = m_session.bulk().stream(sql, values);
        while (rows->next()) {
            const BookEntry entry = readEntry(*rows, 0);
            const Month at = entry.validUntil <= month ? entry.validUntil - std::chrono::months(1)
                : entry.validFrom > month              ? entry.validFrom - std::chrono::months(1)
                                                       : month;
            out.push_back({reason, bookClassOf(entry.classKey), std::string(rows->text(kEntryColumnCount)),
                Money::fromFen(entry.original.fen() * sign),
                Money::fromFen(entry.accumulatedAt(at).fen() * sign), note});
        }
    };
    const std::int64_t column = toMonthColumn(month);
    take(entries + card
            + "JOIN asset_detail t ON t.asset_id = e.asset_id WHERE e.unit_id = ? AND e.valid_from <= ? AND "
              "e.valid_until > ? AND t.booked_state = 'unbooked' LIMIT 100",
        {unit.value, column, column}, ReconcileReason::CardNotBooked, -1, "卡片为未入账");
    take(entries + card + "WHERE e.unit_id = ? AND e.valid_from = ? AND e.added = 1 LIMIT 100",
        {unit.value, toMonthColumn(next)}, ReconcileReason::LaterMovement, 1, "次月入账");
    take(entries + card + "WHERE e.unit_id = ? AND e.valid_until = ? AND e.valid_from < ? LIMIT 100",
        {unit.value, toMonthColumn(next), toMonthColumn(next)}, ReconcileReason::LaterMovement, -1,
        "次月减少");
    take(entries + card
            + "WHERE e.unit_id = ? AND e.valid_until > ? AND e.valid_until <= ? AND e.valid_from < "
              "e.valid_until AND NOT EXISTS (SELECT 1 FROM book_entry n WHERE n.asset_id = e.asset_id AND "
              "n.unit_id = e.unit_id AND n.valid_from >= e.valid_until) LIMIT 100",
        {unit.value, column - kYear, column}, ReconcileReason::DisposedLedgerOpen, 1, "卡片已减少");
    return out;
}

std::vector<ReconcileItem> ReconciliationStore::items(UnitId unit, Month month)
{
    std::vector<ReconcileItem> out;
    Query query(m_session);
    query.add("SELECT i.id, i.side, i.class_code, i.account, i.amount, i.reason, i.asset_no, i.note, "
              "i.adjustment_no, i.done_on, i.actor FROM reconciliation_item i WHERE i.unit_id = ",
        unit.value);
    query.add(" AND i.month = ", toMonthColumn(month)).add(ScopeCondition(m_scope, "i.unit_id"));
    query.add(" ORDER BY i.id");
    while (query.next(11))
        out.push_back({query.integer(0), storedToken(kReconcileSides, query.text(1)), query.text(2),
            query.text(3), query.integer(4), storedToken(kReconcileReasons, query.text(5)), query.text(6),
            query.text(7), query.text(8), query.text(9), query.text(10)});
    return out;
}

Result<std::int64_t> ReconciliationStore::add(UnitId unit, Month month, const ReconcileItem& item, Instant at)
{
    if (!sees(unit))
        return fail(ErrorCode::NotFound, "unit.not_found");
    if (!m_scope.mayChange(unit, {}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    if (const auto sound = checkItem(item); !sound)
        return fail(sound.error());
    const std::int64_t id = m_session.newId();
    UnitOfWork work(m_session);
    insertRow(m_session, "reconciliation_item",
        {{"id", id}, {"unit_id", unit.value}, {"month", toMonthColumn(month)}, {"class_code", item.classCode},
            {"account", item.account}, {"side", tokenRow(kReconcileSides, item.side).token},
            {"amount", item.amount}, {"reason", tokenRow(kReconcileReasons, item.reason).token},
            {"asset_no", SqlValue::textOrNull(item.assetNo)}, {"note", SqlValue::textOrNull(item.note)},
            {"adjustment_no", SqlValue::textOrNull(item.adjustmentNo)},
            {"done_on", SqlValue::textOrNull(item.doneOn)}, {"actor", item.actor},
            {"at", toInstantColumn(at)}});
    m_session.audit().note({"reconciliation-items/" + std::to_string(id), {},
        item.classCode + ' ' + item.account + ' ' + std::to_string(item.amount)});
    work.commit();
    return id;
}

Result<void> ReconciliationStore::remove(std::int64_t item)
{
    UnitId unit;
    {
        Query query(m_session);
        query.add("SELECT i.unit_id FROM reconciliation_item i WHERE i.id = ", item);
        query.add(ScopeCondition(m_scope, "i.unit_id"));
        if (!query.next(1))
            return fail(ErrorCode::NotFound, "reconcile.no_item", std::to_string(item));
        unit = UnitId {query.integer(0)};
    }
    if (!m_scope.mayChange(unit, {}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    UnitOfWork work(m_session);
    Query(m_session).add("DELETE FROM reconciliation_item WHERE id = ", item).run();
    m_session.audit().note({"reconciliation-items/" + std::to_string(item), "explained", {}});
    work.commit();
    return {};
}

} // namespace guanwu
