#pragma once

#include "core/documents/document_rules.h"

namespace guanwu {

/// The cards that a card is split into on a day of `month`, whose months before it stand. Their original
/// values, what was taken of them and what is left of the base add up to the fen; the last part takes the
/// remainder. Errors: document.part_count, document.part_values, document.part_quantities.
[[nodiscard]] Result<std::vector<RegisteredCard>> partsOf(const Document& document, const DocumentLine& line,
    const RegisteredCard& card, std::chrono::year_month month);

/// The card that several are merged into. Errors: document.merge_one, document.merge_differs (detail: the
/// number of the one that is not like the first), document.months_left.
[[nodiscard]] Result<RegisteredCard> mergedOf(
    const Document& document, const std::vector<RegisteredCard>& cards, std::chrono::year_month month);

} // namespace guanwu
