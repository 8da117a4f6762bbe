#pragma once

#include "schema/books/book_entries.h"

#include <functional>
#include <map>

namespace guanwu {

/// A card that changed since the books looked at it, with what documents say of when.
struct StaleCard {
    std::optional<BookCard> card; ///< nullopt = no longer registered
    std::optional<BookEntry> entry; ///< nullopt = on nobody's books now
    bool isLeaving = false; ///< a change that waits for its month takes it off the books
    std::optional<std::chrono::year_month> leftIn; ///< handed over to where it is, or left for good
    UnitId giver; ///< who had it first, where it came before any month of it was posted
    std::optional<std::chrono::year_month> gaveIn; ///< the month in which that unit gave it
};

/// What follows for the books from a card that changed.
struct FollowedCard {
    bool isSettled = false; ///< false = to be looked at again with a later month
    std::optional<EntryChange> change;
    /// Units that are not posted now, whose books this changes as of their next month.
    std::map<UnitId, std::chrono::year_month> others {};
};

/// Decides from which month on the books of which unit have a card as it is now, so that each month of it is
/// taken once, whoever posts first (docs/documents.md).
class CardFollower {
public:
    /// The next month to be posted of a unit; nothing where the unit is not to be posted now.
    using NextMonth = std::function<std::optional<std::chrono::year_month>(UnitId)>;

    /// `stored` has the next month of each unit whose books have begun.
    CardFollower(const NextMonth& posted, std::map<UnitId, std::chrono::year_month> stored)
        : m_posted(posted)
        , m_stored(std::move(stored))
    {
    }
    [[nodiscard]] FollowedCard follow(const StaleCard& stale) const;

private:
    [[nodiscard]] std::optional<std::chrono::year_month> nextOf(UnitId unit) const;
    /// Where the months before it was given are still to be taken: that its giver has it, as soon as he is
    /// posted.
    [[nodiscard]] std::optional<FollowedCard> beforeGiven(const StaleCard& stale) const;

    const NextMonth& m_posted;
    const std::map<UnitId, std::chrono::year_month> m_stored;
};

/// What follows from `month` on when the card is as it is, if anything does.
[[nodiscard]] std::optional<EntryChange> entryChange(
    const std::optional<BookEntry>& entry, const BookCard& card, std::chrono::year_month month);

} // namespace guanwu
