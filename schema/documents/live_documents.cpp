#include "schema/documents/live_documents.h"

#include "core/documents/premises_effect.h"
#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/cards/countable_states.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/documents/document_scope.h"
#include "schema/documents/final_states.h"

namespace guanwu {

namespace {

    /// Numbers by asset, of several the newest, of documents that are in none of these states.
    std::map<std::int64_t, std::string> documentsOf(Session& session, const std::vector<std::string>& notIn,
        DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets)
    {
        std::map<std::int64_t, std::string> out;
        inPieces(assets, [&](std::span<const std::int64_t> piece) {
            Query query(session);
            query.add(
                "SELECT l.asset_id, d.document_no FROM document_line l JOIN document d ON d.id = l.document_id "
                "WHERE d.state NOT IN ");
            query.addList(notIn).add(" AND d.kind = ", tokenRow(kDocumentKinds, kind).token);
            query.add(" AND d.method = ", method)
                .add(" AND l.asset_id IN ")
                .addList(piece)
                .add(" ORDER BY d.id");
            while (query.next(2))
                out[query.integer(0)] = query.text(1);
        });
        return out;
    }

} // namespace

std::map<std::int64_t, std::string> liveDocuments(
    Session& session, DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets)
{
    return documentsOf(session, finalStates(), kind, method, assets);
}

std::map<std::int64_t, std::string> standingDocuments(
    Session& session, DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets)
{
    return documentsOf(session, {"rejected", "withdrawn"}, kind, method, assets);
}

std::map<std::string, std::string> liveSpaceDocuments(Session& session)
{
    std::map<std::string, std::string> out;
    Query query(session);
    query.add(
        "SELECT d.document_no, f.value FROM document d JOIN document_fact f ON f.document_id = d.id AND "
        "f.line_no = 0 AND f.name IN ('rooms', 'proposed_rooms') WHERE d.kind = 'space' AND d.state NOT IN ");
    query.addList(finalStates()).add(" ORDER BY d.id");
    while (query.next(2))
        for (std::string& code : codeList(query.text(1)))
            out[std::move(code)] = query.text(0);
    return out;
}

std::vector<std::string> disposalsOfIdle(
    Session& session, const Scope& scope, const std::string& unitCode, Day from, Day to)
{
    Query query(session);
    query.add("SELECT d.document_no FROM document d JOIN unit u ON u.id = d.unit_id JOIN document_fact f ON "
              "f.document_id = d.id AND f.line_no = 0 AND f.name = 'removed_on' WHERE d.kind = 'disposal' AND d.state = "
              "'closed' AND EXISTS (SELECT 1 FROM document_line l WHERE l.document_id = d.id AND l.before_state = "
              "'idle') AND f.value >= ",
        formatDate(from));
    query.add(" AND f.value <= ", formatDate(to));
    if (!unitCode.empty())
        query.add(" AND u.code = ", unitCode);
    addDocumentScope(query, scope);
    query.add(" ORDER BY d.id");
    std::vector<std::string> out;
    while (query.next(1))
        out.push_back(query.text(0));
    return out;
}

std::vector<OldClassCard> cardsOfOldEditions(
    Session& session, const Scope& scope, UnitId unit, AssetId after, std::int64_t most)
{
    Query query(session);
    query.add("SELECT a.id, a.asset_no, a.name, a.class_edition, a.class_code, a.card_kind FROM registered_asset a WHERE "
              "a.class_edition <> '2022' AND a.unit_id = ",
        unit.value);
    query.add(" AND a.id > ", after.value).add(" AND a.use_state IN ").addList(countableStates());
    query.add(ScopeCondition(scope, "a.unit_id", "a.department_id")).add(" ORDER BY a.id LIMIT ", most);
    std::vector<OldClassCard> out;
    while (query.next(6))
        out.push_back({AssetId {query.integer(0)}, query.text(1), query.text(2),
            storedToken(kClassEditions, query.text(3)), query.text(4), storedToken(kCardKinds, query.text(5))});
    return out;
}

} // namespace guanwu
