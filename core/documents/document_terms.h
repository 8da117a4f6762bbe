#pragma once

#include "core/documents/document_data.h"

#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

// Errors of documents name a fact, a paper or a method by its term, "surplus.enter.value_basis": what it is
// called depends on the kind and the method, and on the language of whoever reads it.

/// A fact or a paper of a method; without one, the method itself.
[[nodiscard]] std::string termOf(DocumentKind kind, std::string_view method, std::string_view token = {});
/// A fact that is known without its document: the first method it is said of.
[[nodiscard]] std::string termOf(const FactRule& rule);

/// The token of the step that a document in review waits at, else that of its state.
[[nodiscard]] std::string standOf(const Document& document);

struct TermNames {
    std::string_view zh;
    std::string_view en;
};

/// The fact that a term names; nullptr when it names none.
[[nodiscard]] const FactRule* factOfTerm(std::string_view term);

/// What the tables call a term; nothing when it is none of theirs.
[[nodiscard]] std::optional<TermNames> factNames(std::string_view term);
[[nodiscard]] std::optional<TermNames> paperNames(std::string_view term);
[[nodiscard]] std::optional<TermNames> methodNames(std::string_view term);
[[nodiscard]] std::optional<TermNames> standNames(std::string_view token);

/// The token of what people call by its name, in either language. What is nobody's name stays as it is.
[[nodiscard]] std::string methodToken(DocumentKind kind, std::string_view text);
[[nodiscard]] std::string factToken(DocumentKind kind, std::string_view method, std::string_view text);
[[nodiscard]] std::string paperToken(DocumentKind kind, std::string_view method, std::string_view text);

} // namespace guanwu
