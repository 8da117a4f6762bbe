#pragma once

#include "app/text/language.h"
#include "core/documents/document_service.h"

#include <nlohmann/json.hpp>

namespace guanwu {

// Documents as the API and `--json` show them: tokens with their Chinese names, amounts in yuan, days in ISO.

/// null for an empty text.
[[nodiscard]] nlohmann::ordered_json textOrNone(const std::string& text);
[[nodiscard]] nlohmann::ordered_json documentJson(const Document& document);
/// With what the account may do next, what stands in the way of it, and the check-list: a whole screen.
[[nodiscard]] nlohmann::ordered_json lookJson(const DocumentLook& look, Language language);
[[nodiscard]] nlohmann::ordered_json summaryJson(const DocumentSummary& document);
[[nodiscard]] nlohmann::ordered_json idleJson(const IdleAsset& asset);
/// The methods of a kind with their facts and papers: what a form is made of.
[[nodiscard]] nlohmann::ordered_json kindsJson();
/// What a table has no row for: its documents cannot be filed.
[[nodiscard]] nlohmann::ordered_json unroutedJson(const RouteTable& table);
[[nodiscard]] nlohmann::ordered_json routesJson(const RouteTable& table);
/// What the proof of a table found: problemsOf() it, and what it has no row for.
[[nodiscard]] nlohmann::ordered_json routeCheckJson(
    const RouteTable& table, std::span<const Error> problems, Language language);

} // namespace guanwu
