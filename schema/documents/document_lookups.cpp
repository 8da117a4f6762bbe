// What documents ask of the rest of the registry: locks, units, stock, idle things.
#include "core/inventory/sheet_state.h"
#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/cards/countable_states.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/documents/soci_document_store.h"

#include <algorithm>
#include <map>

namespace guanwu {

std::vector<AssetLock> SociDocumentStore::openDocuments(std::span<const std::int64_t> ids, DocumentId except)
{
    std::vector<AssetLock> out;
    inPieces(ids, [&](std::span<const std::int64_t> piece) {
        Query query(m_session);
        query.add("SELECT l.open_asset_id, d.document_no FROM document_line l "
                  "JOIN document d ON d.id = l.document_id WHERE l.document_id <> ",
            except.value);
        query.add(" AND l.open_asset_id IN ").addList(piece);
        while (query.next(2))
            out.push_back({AssetId {query.integer(0)}, AssetLockKind::OpenDocument, query.text(1)});
    });
    return out;
}

/// From the frozen book to the last review: until then nobody knows what the count says of the thing.
std::vector<AssetLock> SociDocumentStore::openInventories(std::span<const std::int64_t> ids)
{
    std::vector<AssetLock> out;
    std::vector<std::string> open;
    for (const auto& state : kSheetStates)
        if (state.value >= SheetState::Frozen && state.value < SheetState::Verified)
            open.emplace_back(state.token);
    inPieces(ids, [&](std::span<const std::int64_t> piece) {
        Query query(m_session);
        query.add("SELECT a.id, t.task_no FROM asset a JOIN count_sheet s ON s.unit_id = a.unit_id "
                  "JOIN inventory_task t ON t.id = s.task_id "
                  "JOIN sheet_line b ON b.sheet_id = s.id AND b.asset_id = a.id WHERE s.state IN ");
        query.addList(open).add(" AND a.id IN ").addList(piece);
        while (query.next(2))
            out.push_back({AssetId {query.integer(0)}, AssetLockKind::Inventory, query.text(1)});
    });
    return out;
}

/// Sealed or mortgaged: no disposal, no transfer (lifecycle 5.5).
std::vector<AssetLock> SociDocumentStore::sealedTitles(std::span<const std::int64_t> ids)
{
    static constexpr std::string_view kBlocked
        = "(c.state IN ('mortgaged', 'sealed') OR EXISTS (SELECT 1 FROM title_encumbrance x "
          "WHERE x.certificate_id = c.id AND x.released_on IS NULL))";
    std::vector<AssetLock> out;
    const auto take = [&out](Query& query) {
        while (query.next(2))
            out.push_back({AssetId {query.integer(0)}, AssetLockKind::Sealed, query.text(1)});
    };
    inPieces(ids, [&](std::span<const std::int64_t> piece) {
        {
            Query named(m_session);
            named.add("SELECT e.asset_id, c.cert_no FROM asset_estate e JOIN registered_certificate c "
                      "ON c.cert_no = e.cert_no WHERE e.asset_id IN ");
            take(named.addList(piece).add(" AND ").add(kBlocked));
        }
        // A building is blocked by what covers it, whatever number its card has.
        Query covered(m_session);
        covered.add(
            "SELECT a.id, c.cert_no FROM asset a JOIN certificate_building b ON b.place_id = a.place_id "
            "JOIN registered_certificate c ON c.id = b.certificate_id "
            "LEFT JOIN asset_estate e ON e.asset_id = a.id WHERE a.card_kind = 'building' "
            "AND COALESCE(e.cert_no, '') <> c.cert_no AND a.id IN ");
        take(covered.addList(piece).add(" AND ").add(kBlocked));
    });
    return out;
}

std::vector<AssetLock> SociDocumentStore::locks(std::span<const AssetId> assets, DocumentId except)
{
    std::vector<std::int64_t> ids;
    for (const AssetId asset : assets)
        ids.push_back(asset.value);
    auto out = openDocuments(ids, except);
    for (auto& more : {openInventories(ids), sealedTitles(ids)})
        out.insert(out.end(), more.begin(), more.end());
    return out;
}

SociDocumentStore::Recent SociDocumentStore::filedSince(const Document& document, Day since)
{
    Recent out;
    // A day begins in Shanghai, eight hours before it does in UTC.
    const Instant from = std::chrono::sys_days(since) - kChinaOffset;
    Query query(m_session);
    query.add("SELECT d.document_no, d.original_fen FROM document d WHERE d.unit_id = ", document.unit.id);
    query.add(" AND d.kind = ", tokenRow(kDocumentKinds, document.kind).token);
    query.add(" AND d.method = ", document.method).add(" AND d.id <> ", document.id.value);
    query.add(" AND d.filed_at >= ", toInstantColumn(from));
    query.add(" AND d.state NOT IN ('draft', 'returned', 'rejected', 'withdrawn') ORDER BY d.id");
    while (query.next(2)) {
        out.numbers.push_back(query.text(0));
        out.original += Money::fromFen(query.integer(1));
    }
    return out;
}

std::int64_t SociDocumentStore::stockOf(UnitId unit, const std::string& classPrefix)
{
    Query query(m_session);
    // A range, so that the index of unit and class serves: "A02010105" up to the last text that begins so.
    query.add("SELECT sum(a.quantity) FROM registered_asset a WHERE a.unit_id = ", unit.value);
    query.add(" AND a.class_code >= ", classPrefix).add(" AND a.class_code <= ", classPrefix + "~");
    query.add(" AND a.use_state IN ").addList(countableStates());
    return query.next(1) ? query.integer(0) : 0;
}

std::int64_t SociDocumentStore::askedOf(UnitId unit, const std::string& classPrefix, DocumentId except)
{
    std::vector<std::string> open;
    for (const auto& state : kDocumentStates)
        if (isOpen(state.value))
            open.emplace_back(state.token);
    Query query(m_session);
    query.add(
        "SELECT sum(l.quantity) FROM document d JOIN document_line l ON l.document_id = d.id WHERE d.unit_id = ",
        unit.value);
    query.add(" AND d.kind = ", tokenRow(kDocumentKinds, DocumentKind::Allocation).token);
    query.add(" AND d.id <> ", except.value).add(" AND d.state IN ").addList(open);
    query.add(" AND l.class_code >= ", classPrefix).add(" AND l.class_code <= ", classPrefix + "~");
    return query.next(1) ? query.integer(0) : 0;
}

std::vector<HeldAsset> SociDocumentStore::heldBy(PersonId person)
{
    Query query(m_session);
    query.add(
        "SELECT a.asset_no, a.name, u.id, u.code, u.name, p.id, p.code, p.name, a.use_state, a.user_id, "
        "a.keeper_id, v.original_fen, (SELECT d.document_no FROM document_line l "
        "JOIN document d ON d.id = l.document_id WHERE l.open_asset_id = a.id) "
        "FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id "
        "JOIN unit u ON u.id = a.unit_id LEFT JOIN place p ON p.id = a.place_id WHERE (a.user_id = ",
        person.value);
    query.add(" OR a.keeper_id = ", person.value).add(") AND a.use_state IN ").addList(countableStates());
    query.add(" ORDER BY a.asset_no");
    std::vector<HeldAsset> out;
    while (query.next(13))
        out.push_back({query.text(0), query.text(1), {query.integer(2), query.text(3), query.text(4)},
            {query.integer(5), query.text(6), query.text(7)}, storedToken(kUseStates, query.text(8)),
            query.integer(9) == person.value, query.integer(10) == person.value,
            Money::fromFen(query.integer(11)), query.text(12)});
    return out;
}

std::vector<AssetHolder> SociDocumentStore::holders(UnitId unit)
{
    std::map<std::string, AssetHolder> found;
    // A thing that somebody both uses and keeps is one thing.
    for (const char* sql :
        {"SELECT p.id, p.code, p.name, p.in_post, COUNT(*), SUM(v.original_fen) FROM registered_asset a JOIN "
         "asset_value v ON v.asset_id = a.id JOIN person p ON p.id = a.user_id WHERE a.unit_id = ",
            "SELECT p.id, p.code, p.name, p.in_post, COUNT(*), SUM(v.original_fen) FROM registered_asset a JOIN "
            "asset_value v ON v.asset_id = a.id JOIN person p ON p.id = a.keeper_id WHERE (a.user_id IS NULL OR "
            "a.user_id <> a.keeper_id) AND a.unit_id = "}) {
        Query query(m_session);
        query.add(sql, unit.value).add(" AND a.use_state IN ").addList(countableStates());
        query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
        query.add(" GROUP BY p.id, p.code, p.name, p.in_post");
        while (query.next(6)) {
            AssetHolder& holder = found[query.text(1)];
            holder.person = {query.integer(0), query.text(1), query.text(2)};
            holder.isInPost = query.integer(3) != 0;
            holder.assets += query.integer(4);
            holder.original += Money::fromFen(query.integer(5));
        }
    }
    std::vector<AssetHolder> out;
    for (auto& [code, holder] : found)
        out.push_back(std::move(holder));
    return out;
}

std::vector<IdleAsset> SociDocumentStore::idle(const IdleSearch& search)
{
    Query query(m_session);
    query.add("SELECT a.id, a.asset_no, a.name, a.model, a.class_code, a.quantity, v.original_fen, "
              "a.acquired_on, a.idle_since, u.id, u.code, u.name, p.id, p.code, p.name "
              "FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id "
              "JOIN unit u ON u.id = a.unit_id LEFT JOIN place p ON p.id = a.place_id "
              "WHERE a.use_state = 'idle' AND a.unit_id <> ",
        search.except.value);
    if (!search.classPrefix.empty())
        query.add(" AND a.class_code >= ", search.classPrefix)
            .add(" AND a.class_code <= ", search.classPrefix + "~");
    if (search.acquiredSince)
        query.add(" AND a.acquired_on >= ", formatDate(*search.acquiredSince));
    if (!search.placeCode.empty()) {
        query.add(" AND a.place_id IN (WITH RECURSIVE inside (id) AS (SELECT id FROM place WHERE code = ",
            search.placeCode);
        query.add(" UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = i.id) "
                  "SELECT id FROM inside)");
    }
    // What somebody has asked for already is not offered again.
    query.add(" AND NOT EXISTS (SELECT 1 FROM document_line l WHERE l.open_asset_id = a.id)");
    query.add(" ORDER BY a.acquired_on DESC, a.id LIMIT ", std::int64_t {search.most});
    std::vector<IdleAsset> out;
    while (query.next(15))
        out.push_back({AssetId {query.integer(0)}, query.text(1), query.text(2), query.text(3), query.text(4),
            query.integer(5), Money::fromFen(query.integer(6)), fromDayColumn(query.text(7)).value_or(Day {}),
            fromDayColumn(query.text(8)), {query.integer(9), query.text(10), query.text(11)},
            {query.integer(12), query.text(13), query.text(14)}});
    return out;
}

Result<DocumentUnit> SociDocumentStore::unit(const std::string& code)
{
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name, u.org_type, p.id, p.code, p.name, u.posts_filled "
              "FROM registered_unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.code = ",
        code);
    if (!query.next(8))
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    return DocumentUnit {{query.integer(0), query.text(1), query.text(2)},
        storedToken(kOrgTypes, query.text(3)), {query.integer(4), query.text(5), query.text(6)},
        query.integer(7)};
}

} // namespace guanwu
