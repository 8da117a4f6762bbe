#pragma once

#include "core/cards/card_search.h"
#include "core/cards/card_service.h"

#include <functional>
#include <string>
#include <vector>

namespace guanwu {

inline constexpr std::size_t kMostChangedAtOnce = 5000; ///< cards: one transaction holds them all
inline constexpr std::size_t kUsuallyShown = 50;

/// Which cards: those named, or else those that the filter finds.
struct CardSelection {
    std::vector<std::string> numbers;
    CardFilter filter;
};

/// A card that the change cannot be made to.
struct RefusedCard {
    std::string assetNo;
    Error error;
};

/// What a change of many cards would do. `shown` holds as many as were asked for, `refused` the first
/// kUsuallyShown.
struct BulkPreview {
    std::size_t changing = 0;
    std::size_t unchanged = 0; ///< hold the values already
    std::size_t refusedCount = 0;
    std::vector<ChangedCard> shown;
    std::vector<RefusedCard> refused;
    std::string digest; ///< stands for the fields, the cards and their revisions
};

/// One set of fields for many cards: looked at first, then done as it was looked at or not at all. Every card
/// keeps what it was in its history, under the id of the change.
class BulkChange {
public:
    BulkChange(CardRepository& cards, CardSearch& search, CardService& service,
        std::function<std::string(std::string_view)> digest)
        : m_cards(cards)
        , m_search(search)
        , m_service(service)
        , m_digest(std::move(digest))
    {
    }

    /// Errors: change.too_many, change.nothing (no field or no card), those of the filter.
    [[nodiscard]] Result<BulkPreview> preview(const CardSelection& selection,
        const std::vector<FieldValue>& fields, const CardChangeBy& by, std::size_t show = kUsuallyShown);

    struct Done {
        std::int64_t change = 0;
        std::size_t cards = 0;
    };
    /// Changes what the preview with this digest would change; refused cards stay as they are. Errors: as
    /// preview(), change.outdated when anything is no longer as it was looked at.
    [[nodiscard]] Result<Done> apply(const CardSelection& selection, const std::vector<FieldValue>& fields,
        const std::string& digest, const CardChangeBy& by);

private:
    struct Plan {
        BulkPreview preview;
        std::vector<ChangedCard> cards;
    };
    [[nodiscard]] Result<Plan> plan(
        const CardSelection& selection, const std::vector<FieldValue>& fields, const CardChangeBy& by);
    [[nodiscard]] Result<std::vector<std::string>> numbers(const CardSelection& selection);

    CardRepository& m_cards;
    CardSearch& m_search;
    CardService& m_service;
    std::function<std::string(std::string_view)> m_digest;
};

} // namespace guanwu
