#include "schema/documents/dossiers.h"

#include "schema/audit/audit_trail.h"
#include "schema/cards/attachments.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"
#include "schema/documents/document_scope.h"

namespace guanwu {

void Dossiers::add(DocumentId document, const Dossier& dossier)
{
    try {
        retrying(m_session, [&] {
            UnitOfWork work(m_session);
            insertRow(m_session, "document_dossier",
                {{"file_hash", dossier.fileHash}, {"document_id", document.value},
                    {"document_digest", dossier.documentDigest}, {"made_by", dossier.madeBy},
                    {"made_at", toInstantColumn(dossier.madeAt)}});
            std::int64_t position = 0;
            for (const auto& [paper, hash] : dossier.papers)
                insertRow(m_session, "document_dossier_paper",
                    {{"file_hash", dossier.fileHash}, {"position", position++}, {"paper", paper},
                        {"hash", hash}});
            m_session.audit().note({"dossiers/" + dossier.fileHash, {}, dossier.fileHash});
            work.commit();
        });
    } catch (const DuplicateKey&) {
        // The same document gives the same bytes; who got them is told each time.
        retrying(m_session, [&] {
            UnitOfWork work(m_session);
            m_session.audit().note({"dossiers/" + dossier.fileHash, dossier.fileHash, dossier.fileHash});
            work.commit();
        });
    }
}

Result<Dossier> Dossiers::find(const std::string& fileHash)
{
    Dossier out;
    {
        Query query(m_session);
        query.add("SELECT s.file_hash, d.document_no, s.document_digest, s.made_by, s.made_at "
                  "FROM document_dossier s JOIN document d ON d.id = s.document_id WHERE s.file_hash = ",
            fileHash);
        addDocumentScope(query, m_scope);
        if (!query.next(5))
            return fail(ErrorCode::NotFound, "document.no_dossier", fileHash.substr(0, 16));
        out = {query.text(0), query.text(1), query.text(2), query.text(3),
            fromInstantColumn(query.integer(4)), {}};
    }
    Query papers(m_session);
    papers.add("SELECT paper, hash FROM document_dossier_paper WHERE file_hash = ", fileHash);
    papers.add(" ORDER BY position");
    while (papers.next(2))
        out.papers.emplace_back(papers.text(0), papers.text(1));
    return out;
}

bool Dossiers::isWhole(const std::string& hash)
{
    try {
        return Attachments(m_session, Scope::everything()).read(hash).has_value();
    } catch (const CorruptData&) {
        return false;
    }
}

std::int64_t Dossiers::bytesOf(const std::string& hash)
{
    const auto found = Attachments(m_session, Scope::everything()).find(hash);
    return found ? found->bytes : 0;
}

} // namespace guanwu
