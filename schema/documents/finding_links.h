#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"

#include <map>
#include <span>
#include <string>

namespace guanwu {

class Session;

/// Which document was made of which finding of a count sheet.
class FindingLinks {
public:
    explicit FindingLinks(Session& session)
        : m_session(session)
    {
    }
    struct Link {
        DocumentId document;
        std::string documentNo;
        bool isAlive = false; ///< else the document was rejected or withdrawn, or has the line no more
    };
    /// By finding: the asset number of a line, the event of a surplus.
    [[nodiscard]] std::map<std::string, Link> of(SheetId sheet);
    /// How many of the documents that findings of the sheets led to are not at their end.
    [[nodiscard]] std::int64_t openDocuments(std::span<const SheetId> sheets);
    /// Within the unit of work that makes the document; `known` is what of() said there. Errors:
    /// document.findings_busy (somebody else made a document of one of them in the meantime).
    [[nodiscard]] Result<void> add(SheetId sheet, DocumentId document, std::span<const std::string> findings,
        const std::map<std::string, Link>& known);

private:
    Session& m_session;
};

} // namespace guanwu
