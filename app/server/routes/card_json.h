#pragma once

#include "core/cards/card_search.h"
#include "core/cards/registered_card.h"

#include <nlohmann/json.hpp>

namespace guanwu {

// Cards as the API shows them. A field is a text under its token, as imports write it, or null: what was read
// can be sent back. What is computed, and the names of what a card points at, come besides.

[[nodiscard]] nlohmann::ordered_json cardJson(const RegisteredCard& card);
[[nodiscard]] nlohmann::ordered_json summaryJson(const CardSummary& card);
[[nodiscard]] nlohmann::ordered_json differencesJson(const std::vector<FieldDifference>& fields);
[[nodiscard]] nlohmann::ordered_json eventJson(const CardEvent& event);

} // namespace guanwu
