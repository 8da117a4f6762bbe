#pragma once

#include "core/cards/card_search.h"

namespace guanwu {

/// A mark as the `next` of a page. Of the order of ids it is the id; of the others a text that nobody need be
/// able to read, with a check, so that one that was cut or put together by hand is not taken for another
/// place.
[[nodiscard]] std::string markText(CardOrder order, const CardMark& mark);

/// The mark of a list in that order; nullopt = from the beginning. Errors: request.after.
[[nodiscard]] Result<std::optional<CardMark>> parseMark(CardOrder order, const std::string& text);

} // namespace guanwu
