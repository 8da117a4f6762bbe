#pragma once

#include "core/access/scope.h"
#include "core/cards/card_search.h"
#include "schema/cards/search_names.h"

#include <functional>

namespace guanwu {

class Query;

/// Finds a number by its index. What a text stands for otherwise (names, people, places) leads to the cards
/// by their indexes where those are few; where they are many, the cards of the scope are walked in the order
/// asked for until the page is full, which is soon. A part of a number or of a serial number, which no index
/// leads to, is always walked for.
class SociCardSearch final : public CardSearch {
public:
    SociCardSearch(Session& session, const Scope& scope, Initials initials)
        : m_session(session)
        , m_scope(scope)
        , m_names(session, std::move(initials))
    {
    }
    Result<CardPage> find(const CardFilter& filter, const std::optional<CardMark>& after, int limit) override;

private:
    /// The filter with ids in the place of codes.
    struct Narrowed {
        std::int64_t unit = 0;
        std::int64_t place = 0;
        std::int64_t user = 0;
    };
    /// What a text stands for besides a number.
    struct Meaning {
        std::vector<std::string> names; ///< of cards
        std::vector<std::int64_t> people;
        std::vector<std::int64_t> places;

        [[nodiscard]] bool isEmpty() const { return names.empty() && people.empty() && places.empty(); }
    };
    [[nodiscard]] Result<Narrowed> narrow(const CardFilter& filter);
    [[nodiscard]] Meaning meaningOf(const std::string& text);
    /// Whether so few cards bear it that to read them all costs less than to walk.
    [[nodiscard]] bool isBorneByFew(const Meaning& meaning);
    [[nodiscard]] std::vector<std::int64_t> ids(Query& query);
    [[nodiscard]] std::vector<CardSummary> numbered(
        const CardFilter& filter, const Narrowed& narrowed, int limit);
    /// What is looked for, with what its text stands for.
    struct Sought {
        const CardFilter& filter;
        Narrowed narrowed;
        std::vector<std::string> numbers {};
        Meaning meaning {};
        bool areFew = false; ///< the cards that bear the meaning
    };
    /// At most `most` cards behind the mark `after`, in the order asked for.
    [[nodiscard]] Result<std::vector<CardSummary>> read(
        const Sought& sought, CardOrder order, const std::optional<CardMark>& after, std::size_t most);
    /// The same by the codes of the units: unit after unit, so that each is read by its index.
    [[nodiscard]] Result<std::vector<CardSummary>> readByUnit(
        Sought sought, const std::optional<CardMark>& after, std::size_t most);
    /// One run of them: where `start` says that it begins.
    void addRun(const Sought& sought, CardOrder order, const std::function<void(Query&)>& start,
        std::size_t most, std::vector<CardSummary>& out);
    [[nodiscard]] bool isOfOneUnit(const Narrowed& narrowed) const;
    void addConditions(Query& query, const CardFilter& filter, const Narrowed& narrowed);
    void addText(Query& query, const Sought& sought);

    Session& m_session;
    Scope m_scope;
    SearchNames m_names;
};

} // namespace guanwu
