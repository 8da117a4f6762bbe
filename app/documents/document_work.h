#pragma once

#include "core/documents/document_service.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/documents/soci_document_store.h"

#include <functional>

namespace guanwu {

/// The use cases of documents for one account over one session: what the API and the command line share.
class DocumentWork {
public:
    DocumentWork(Session& session, const Account& account, std::function<Instant()> now,
        DocumentStore::Commit commit = DocumentStore::Commit::Yes);

    [[nodiscard]] DocumentStore& store() { return m_store; }
    [[nodiscard]] DocumentService& service() { return m_service; }
    [[nodiscard]] const DocumentActor& actor() const { return m_actor; }

private:
    DocumentActor m_actor;
    SociCardRepository m_own;
    SociCardRepository m_all;
    SociDocumentStore m_store;
    DocumentService m_service;
};

} // namespace guanwu
