#pragma once

#include "core/documents/document.h"
#include "reports/writers/report_writer.h"
#include "schema/documents/dossiers.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guanwu {

/// For people who read it: what is named by its code is called by its name, as far as its reader reaches it.
/// The rooms of a document about office space stand in a table of their own.
[[nodiscard]] Document withNames(Session& session, const Scope& scope, Document document);

/// The document as a form; one about rooms says what the unit has, as far as the scope reaches it.
[[nodiscard]] StreamedReport documentFormOf(
    Session& session, const Scope& scope, const Document& document, Day today);

/// The document as a form, in the format that the path ends in. Errors: those of writeReport().
[[nodiscard]] Result<WrittenReport> writeDocumentForm(
    Session& session, const Scope& scope, const Document& document, Day today, const std::filesystem::path& out);
/// The same as the bytes of a PDF.
[[nodiscard]] Result<std::string> documentFormPdf(
    Session& session, const Scope& scope, const Document& document, Day today);

/// The dossier of a document as a PDF; it is noted in the store by the digest of its bytes. Errors:
/// report.format (no .pdf), those of writeReport().
[[nodiscard]] Result<Dossier> writeDossier(Session& session, const Scope& scope, const Document& document,
    const std::string& by, Instant at, const std::filesystem::path& out);

/// The same as the bytes of a PDF.
[[nodiscard]] Result<std::string> dossierPdf(
    Session& session, const Scope& scope, const Document& document, const std::string& by, Instant at);

/// Whether a dossier is what was handed out, and the store still what it was then.
struct DossierCheck {
    Dossier dossier;
    std::vector<std::string> lostPapers; ///< tokens: gone, changed, or with other bytes
    bool documentChanged = false; ///< something was done with it since
    [[nodiscard]] bool holds() const { return lostPapers.empty() && !documentChanged; }
};
/// Errors: file.unreadable, document.no_dossier (not handed out by this registry, or altered).
[[nodiscard]] Result<DossierCheck> checkDossier(
    Session& session, const Scope& scope, const std::filesystem::path& file);

} // namespace guanwu
