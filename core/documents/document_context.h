#pragma once

#include "core/cards/card_service.h"
#include "core/documents/document_rules.h"
#include "core/documents/document_store.h"

#include <string>
#include <vector>

namespace guanwu {

/// Whether whoever is named as the giver gives all that he has (离任交接).
[[nodiscard]] bool takesAllOf(const Document& document);

/// What a document says of a card: what the card says on that day.
[[nodiscard]] DocumentLine lineOf(const RegisteredCard& card, int no);

struct CountedTogether;

/// Reads what the rules of a document look at: its cards as of today, whom and what its facts name, what the
/// standard allows, rooms and repairs. It changes nothing.
class DocumentContext {
public:
    /// `own` reaches what the caller's scope reaches; `all` every card.
    DocumentContext(DocumentStore& store, CardRepository& own, CardRepository& all, Day today)
        : m_store(store)
        , m_own(own)
        , m_all(all)
        , m_today(today)
    {
    }

    [[nodiscard]] std::vector<RegisteredCard> cards(const Document& document);
    [[nodiscard]] RuleContext read(const Document& document, const std::vector<RegisteredCard>& cards,
        std::vector<CardToMake> cardFields = {});
    /// Errors: person.not_found, department.not_found, place.not_found, within what `cards` reaches.
    [[nodiscard]] Result<std::vector<NamedByFact>> namedBy(const Document& document, CardRepository& cards);
    [[nodiscard]] std::vector<std::string> heldNumbers(PersonId person);

private:
    void addPremises(RuleContext& context, const Document& document);
    [[nodiscard]] StandardCase standardOf(const Document& document);
    /// The case of what counts the line, by its name; made anew with what the unit has and asks for already.
    [[nodiscard]] QuotaCase& quotaCase(
        StandardCase& all, const CountedTogether& counted, const Document& document, UnitId unit);

    DocumentStore& m_store;
    CardRepository& m_own;
    CardRepository& m_all;
    Day m_today;
};

} // namespace guanwu
