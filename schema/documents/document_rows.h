#pragma once

#include "core/documents/document.h"
#include "schema/connection/query.h"

#include <string_view>

namespace guanwu {

class Session;

/// "SELECT … FROM document d …" of whole documents, to be followed by " WHERE …".
[[nodiscard]] std::string_view selectDocuments();
inline constexpr std::size_t kDocumentColumns = 36;
/// The document in the row that the query stands on, still without its parts.
[[nodiscard]] Document readDocument(const Query& query);
/// Lines, facts, steps, papers, log and the rest.
void readParts(Session& session, Document& document);

/// Columns of the document itself, without id, number and revision.
[[nodiscard]] ColumnValues documentColumns(const Document& document);
/// Writes the parts anew; the log is added to, never changed.
void storeParts(Session& session, const Document& document);

} // namespace guanwu
