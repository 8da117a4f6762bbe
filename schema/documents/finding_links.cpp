#include "schema/documents/finding_links.h"

#include "schema/connection/chunked_lookup.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/documents/final_states.h"

namespace guanwu {

std::map<std::string, FindingLinks::Link> FindingLinks::of(SheetId sheet)
{
    std::map<std::string, Link> out;
    Query query(m_session);
    // A surplus has lines without assets: any of them keeps it.
    query.add("SELECT f.finding, d.id, d.document_no, CASE WHEN d.state NOT IN ('rejected', 'withdrawn') AND "
              "EXISTS (SELECT 1 FROM document_line l WHERE l.document_id = d.id AND (l.asset_id IS NULL OR "
              "l.asset_no = f.finding)) THEN 1 ELSE 0 END FROM finding_document f JOIN document d ON d.id = "
              "f.document_id WHERE f.sheet_id = ",
        sheet.value);
    while (query.next(4))
        out[query.text(0)] = {DocumentId {query.integer(1)}, query.text(2), query.integer(3) != 0};
    return out;
}

std::int64_t FindingLinks::openDocuments(std::span<const SheetId> sheets)
{
    std::vector<std::int64_t> ids;
    for (const SheetId sheet : sheets)
        ids.push_back(sheet.value);
    std::int64_t out = 0; // a document is of one sheet
    inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
        Query query(m_session);
        query.add(
            "SELECT count(DISTINCT d.id) FROM finding_document f JOIN document d ON d.id = f.document_id WHERE "
            "f.sheet_id IN ");
        query.addList(piece).add(" AND d.state NOT IN ").addList(finalStates());
        out += query.next(1) ? query.integer(0) : 0;
    });
    return out;
}

Result<void> FindingLinks::add(SheetId sheet, DocumentId document, std::span<const std::string> findings,
    const std::map<std::string, Link>& known)
{
    try {
        for (const std::string& finding : findings) {
            const auto before = known.find(finding);
            if (before == known.end()) {
                insertRow(m_session, "finding_document",
                    {{"sheet_id", sheet.value}, {"finding", finding}, {"document_id", document.value}});
                continue;
            }
            Query update(m_session);
            update.add("UPDATE finding_document SET document_id = ", document.value)
                .add(" WHERE sheet_id = ", sheet.value)
                .add(" AND finding = ", finding)
                .add(" AND document_id = ", before->second.document.value);
            if (update.run() != 1)
                return fail(ErrorCode::Conflict, "document.findings_busy", finding);
        }
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "document.findings_busy");
    }
    return {};
}

} // namespace guanwu
