#pragma once

#include "app/server/route.h"
#include "core/cards/bulk_change.h"
#include "core/cards/card_service.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/cards/soci_card_search.h"

namespace guanwu {

/// The use cases of cards over the session that the call was lent, within the scope of who calls.
struct Cards {
    SociCardRepository repository;
    SociCardSearch search;
    CardService service;
    BulkChange change;

    explicit Cards(RouteCall& call);
};

/// The state that a token names; nullopt for an empty text. Errors: card.value.
[[nodiscard]] Result<std::optional<UseState>> stateOf(const std::string& text);

/// What the query of a list of cards asks for. Errors: card.value.
[[nodiscard]] Result<CardFilter> filterOf(const RouteCall& call);

/// The part of such a query that narrows.
inline constexpr RouteField kFilterFields[] = {
    {"q", FieldKind::Text, FieldNeed::Optional,
        "A number or tag, or two characters or more of a name, place, person, serial number, or pinyin initials."},
    {"unit", FieldKind::Text, FieldNeed::Optional, "Code of the unit."},
    {"place", FieldKind::Text, FieldNeed::Optional, "Code of a place; what is inside it counts."},
    {"class", FieldKind::Text, FieldNeed::Optional, "Beginning of a class code."},
    {"user", FieldKind::Text, FieldNeed::Optional, "Code of a person."},
    {"use_state", FieldKind::Text, FieldNeed::Optional, "Token of a state."},
};

} // namespace guanwu
