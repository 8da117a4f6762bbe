#pragma once

#include "core/registry/asset_codes.h"

namespace guanwu {

/// The kind of card that a class of GB/T 14885-2010 has. Land, buildings and vehicles by its table of
/// contents (asset_classification_legacy.csv), relics, books and furniture by its first digits (general
/// knowledge, unverified); everything else is equipment.
[[nodiscard]] constexpr CardKind cardKindOf2010(std::string_view classCode)
{
    if (classCode.starts_with("101"))
        return CardKind::Land;
    if (classCode.starts_with("1"))
        return CardKind::Building;
    if (classCode.starts_with("203"))
        return CardKind::Vehicle;
    if (classCode.starts_with("4") || classCode.starts_with("5"))
        return CardKind::RelicBook;
    return classCode.starts_with("6") ? CardKind::Furniture : CardKind::Equipment;
}

/// Whether cards of the kind have a part that no other has.
[[nodiscard]] constexpr bool hasPartOfItsOwn(CardKind kind)
{
    return kind == CardKind::Land || kind == CardKind::Building || kind == CardKind::Vehicle;
}

/// Whether a card under an older edition may come to a class of this kind: a card of another kind is another
/// card, but what an older class said of the kind is no more than a guess where there is no part that shows
/// it.
[[nodiscard]] constexpr bool mayBeRecoded(CardKind from, CardKind to)
{
    return from == to || (!hasPartOfItsOwn(from) && !hasPartOfItsOwn(to));
}

} // namespace guanwu
