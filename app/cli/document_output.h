#pragma once

#include "app/cli/context.h"
#include "core/documents/document_service.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace guanwu {

// What `guanwu document` says to people, in the words of the tables.

/// Kind and method by name: "处置·报废".
[[nodiscard]] std::string kindText(const CliContext& context, DocumentKind kind, std::string_view method);

/// All of a document: where it stands and by which rule, who signed, its lines with what changes on their
/// cards, what was said, its papers, what was done with it, and what may be done next.
void printLook(const CliContext& context, const DocumentLook& look);

void printSummary(const CliContext& context, const DocumentSummary& document);

/// Kinds with their methods; of one kind and method all that is asked for, stage by stage.
void printKinds(const CliContext& context, std::optional<DocumentKind> kind, const DocumentMethod* method);

/// What is not given back or not at its end, as outstandingOfPerson() and outstandingOfUnit() tell it.
void printOutstanding(const CliContext& context, const nlohmann::ordered_json& found);

} // namespace guanwu
