#pragma once

#include "core/base/error.h"
#include "core/cards/registered_card.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Which cards of the scope are asked for; what is empty does not narrow.
struct CardFilter {
    /// A number, tag or legacy number; or at least two characters of a name, of the place, of a person, of a
    /// serial number; or the initials of the pinyin of a name.
    std::string text;
    std::string unit; ///< code of the accounting entity
    std::string place; ///< code; what is inside it counts as well
    std::string classPrefix; ///< "A0201"
    std::string user; ///< code of a person
    std::optional<UseState> useState;
};

/// What a list shows of a card.
struct CardSummary {
    AssetId id;
    std::string assetNo;
    std::string legacyNo;
    std::string name;
    std::string model;
    std::string classCode;
    CardKind kind = CardKind::Equipment;
    std::int64_t quantity = 1;
    std::string unitOfMeasure;
    Money original;
    UseState useState = UseState::InUse;
    Reference unit;
    Reference department;
    Reference user;
    Reference place;
    std::int64_t revision = 1;
};

struct CardPage {
    std::vector<CardSummary> cards;
    std::optional<std::int64_t> next; ///< what to ask the next page after; nullopt at the end
};

/// Cards by what people know of them.
class CardSearch {
public:
    virtual ~CardSearch() = default;
    /// Cards whose number is the text come first on the first page, the others in the order of their ids
    /// behind `after` (nullopt = from the beginning). Errors: unit.not_found, place.not_found,
    /// person.not_found.
    [[nodiscard]] virtual Result<CardPage> find(
        const CardFilter& filter, std::optional<std::int64_t> after, int limit)
        = 0;
};

} // namespace guanwu
