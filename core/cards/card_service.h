#pragma once

#include "core/access/scope.h"
#include "core/cards/card_repository.h"

#include <functional>
#include <string>
#include <vector>

namespace guanwu {

/// Who changes a card, and why.
struct CardChangeBy {
    std::string actor; ///< login
    std::string reason; ///< may be empty
};

/// What the API and the command line do with single cards. The repository reaches what the scope reaches;
/// whether a card may be changed is asked here, for where it is and for where it goes (security X2).
class CardService {
public:
    /// `now` tells the time; tests choose it.
    CardService(CardRepository& cards, const Scope& scope, std::function<Instant()> now)
        : m_cards(cards)
        , m_scope(scope)
        , m_now(std::move(now))
    {
    }

    /// By number or tag, with depreciation up to today. Errors: card.not_found.
    [[nodiscard]] Result<RegisteredCard> find(const std::string& numberOrTag);

    /// Those of the numbers that are there, in the order of their ids.
    [[nodiscard]] std::vector<RegisteredCard> findAll(std::span<const std::string> assetNos);

    /// A new card, with a number that the registry gives. Errors: those of the fields and of problemsOf(),
    /// card.field_unknown, card.field_fixed, unit.not_found and the like for what the scope does not reach,
    /// access.forbidden.
    [[nodiscard]] Result<RegisteredCard> create(
        const std::vector<FieldValue>& fields, const CardChangeBy& by);

    /// A card made of others, complete but for its id and its number; whoever hands it in has checked it.
    /// `change` is the document that it comes from. Errors: card.number_taken, text.too_long.
    [[nodiscard]] Result<RegisteredCard> add(
        RegisteredCard card, const CardChangeBy& by, std::int64_t change = 0);

    /// Changes fields of a card of which the caller has seen `revision`. What the card broke before does not
    /// stand in the way, what it breaks now does. Errors: as create(), card.changed (StaleRevision),
    /// card.needs_slip, card.state_needs_document.
    [[nodiscard]] Result<RegisteredCard> change(const std::string& numberOrTag, std::int64_t revision,
        const std::vector<FieldValue>& fields, const CardChangeBy& by);

    /// What a change would make of a card; nothing is stored. For previews and bulk changes.
    [[nodiscard]] Result<ChangedCard> changed(
        const RegisteredCard& card, const std::vector<FieldValue>& fields, const CardChangeBy& by);

    /// The newest first. Errors: card.not_found.
    [[nodiscard]] Result<std::vector<CardEvent>> history(
        const std::string& numberOrTag, std::int64_t before, int limit);

    [[nodiscard]] Day today() const;

private:
    [[nodiscard]] Result<void> set(RegisteredCard& card, const FieldValue& value);
    [[nodiscard]] Result<Reference> lookUp(
        const RegisteredCard& card, const std::string& field, const std::string& code);
    [[nodiscard]] Result<RegisteredCard> blankCard(const std::vector<FieldValue>& fields);
    void completeNewCard(RegisteredCard& card, const std::vector<FieldValue>& fields) const;
    [[nodiscard]] bool mayChange(const RegisteredCard& card) const;

    CardRepository& m_cards;
    Scope m_scope;
    std::function<Instant()> m_now;
};

} // namespace guanwu
