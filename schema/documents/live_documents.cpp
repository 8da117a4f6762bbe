#include "schema/documents/live_documents.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

namespace guanwu {

std::map<std::int64_t, std::string> liveDocuments(
    Session& session, DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets)
{
    std::map<std::int64_t, std::string> out;
    inPieces(assets, [&](std::span<const std::int64_t> piece) {
        Query query(session);
        query.add("SELECT l.asset_id, d.document_no FROM document_line l JOIN document d ON d.id = l.document_id "
                  "WHERE d.state NOT IN ('rejected', 'withdrawn', 'closed') AND d.kind = ",
            tokenRow(kDocumentKinds, kind).token);
        query.add(" AND d.method = ", method).add(" AND l.asset_id IN ").addList(piece);
        while (query.next(2))
            out[query.integer(0)] = query.text(1);
    });
    return out;
}

std::vector<OldClassCard> cardsOfOldEditions(
    Session& session, const Scope& scope, UnitId unit, AssetId after, std::int64_t most)
{
    std::vector<std::string> held;
    for (const auto& state : kUseStates)
        if (isCountable(state.value))
            held.emplace_back(state.token);
    Query query(session);
    query.add("SELECT a.id, a.asset_no, a.name, a.class_edition, a.class_code, a.card_kind FROM registered_asset a WHERE "
              "a.class_edition <> '2022' AND a.unit_id = ",
        unit.value);
    query.add(" AND a.id > ", after.value).add(" AND a.use_state IN ").addList(held);
    query.add(ScopeCondition(scope, "a.unit_id", "a.department_id")).add(" ORDER BY a.id LIMIT ", most);
    std::vector<OldClassCard> out;
    while (query.next(6))
        out.push_back({AssetId {query.integer(0)}, query.text(1), query.text(2),
            storedToken(kClassEditions, query.text(3)), query.text(4), storedToken(kCardKinds, query.text(5))});
    return out;
}

} // namespace guanwu
