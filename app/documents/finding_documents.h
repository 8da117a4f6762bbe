#pragma once

#include "app/documents/document_work.h"
#include "core/inventory/findings.h"
#include "schema/documents/finding_links.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// The documents that follow from the count of a unit: a preview, and all of them in one transaction. Done again it
/// makes what is new and nothing twice.
class FindingDocuments {
public:
    FindingDocuments(Session& session, const Account& account, std::function<Instant()> now);

    struct Made {
        FindingPlan plan;
        std::vector<std::string> numbers; ///< of the documents, in the order of the drafts; empty = only planned
        std::map<std::string, FindingLinks::Link> before; ///< what had its document already
    };
    /// Errors: inventory.no_task, inventory.no_sheet, document.not_verified.
    [[nodiscard]] Result<Made> preview(const std::string& taskNo, const std::string& unitCode);
    /// Errors: besides, document.not_yours, document.findings_busy, those of a draft. With Commit::No nothing of it
    /// stays.
    [[nodiscard]] Result<Made> make(
        const std::string& taskNo, const std::string& unitCode, DocumentStore::Commit commit);

private:
    struct Sheet;
    [[nodiscard]] Result<Made> planned(const Sheet& sheet);
    [[nodiscard]] Result<Sheet> sheetOf(const std::string& taskNo, const std::string& unitCode);

    Session& m_session;
    Scope m_scope;
    std::function<Instant()> m_now;
    DocumentWork m_work;
};

[[nodiscard]] nlohmann::ordered_json findingsJson(const FindingDocuments::Made& made);

} // namespace guanwu
