#include "app/documents/document_work.h"

namespace guanwu {

DocumentWork::DocumentWork(
    Session& session, const Account& account, std::function<Instant()> now, DocumentStore::Commit commit)
    : m_actor(DocumentActor::of(account))
    , m_own(session, account.scope())
    , m_all(session, Scope::everything())
    , m_store(session, account.scope())
    , m_service({m_store, m_own, m_all}, account.scope(), m_actor, std::move(now), commit)
{
}

} // namespace guanwu
