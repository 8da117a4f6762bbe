#pragma once

#include "core/access/scope.h"
#include "core/documents/document.h"

#include <string>
#include <vector>

namespace guanwu {

class Session;

/// A dossier that was handed out: the digest of its file, of what the document said then, and its papers.
struct Dossier {
    std::string fileHash;
    std::string documentNo;
    std::string documentDigest;
    std::string madeBy;
    Instant madeAt {};
    std::vector<std::pair<std::string, std::string>> papers; ///< token and hash
};

/// Dossiers of the documents that a scope reaches.
class Dossiers {
public:
    Dossiers(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// The same file twice is once noted.
    void add(DocumentId document, const Dossier& dossier);
    /// Errors: document.no_dossier.
    [[nodiscard]] Result<Dossier> find(const std::string& fileHash);
    /// Whether the bytes of an attachment in the store still have the digest they are kept under.
    [[nodiscard]] bool isWhole(const std::string& hash);
    /// 0 when it is not there.
    [[nodiscard]] std::int64_t bytesOf(const std::string& hash);

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
