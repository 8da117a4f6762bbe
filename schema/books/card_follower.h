#pragma once

#include "schema/books/book_entries.h"

#include <functional>
#include <map>
#include <vector>

namespace guanwu {

/// In which month a document took a thing from a unit, and to which: 0 = out of the registry.
struct Handover {
    UnitId from;
    UnitId to;
    std::chrono::year_month in {};
};

/// The handovers by which a thing came to who has it now, in their order, each of a month not before the one
/// ahead of it: a document that was entered late may name a day that another one left behind. `holder` 0 = it
/// left the registry.
[[nodiscard]] std::vector<Handover> wayTo(UnitId holder, std::vector<Handover> handovers);

/// A card that changed since the books looked at it, with what documents say of when.
struct StaleCard {
    AssetId asset;
    std::int64_t revision = 0; ///< the last one that is noted
    std::optional<BookCard> card; ///< nullopt = no longer registered
    std::optional<BookEntry> entry; ///< nullopt = on nobody's books now
    bool isLeaving = false; ///< a change that waits for its month takes it off the books
    std::vector<Handover> handovers {}; ///< by day
};

/// What follows for the books from a card that changed.
struct FollowedCard {
    bool isSettled = false; ///< false = to be looked at again with a later month
    std::optional<EntryChange> change;
    /// Units whose books this changes, as of their next month.
    std::map<UnitId, std::chrono::year_month> units {};
};

/// Decides from which month on the books of which unit have a card: who had it at the end of a month takes
/// that month, once, whoever posts first (docs/documents.md).
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
    using Way = std::vector<Handover>;
    [[nodiscard]] std::optional<std::chrono::year_month> nextOf(UnitId unit) const;
    /// Without the units in between that keep no books.
    [[nodiscard]] Way wayOf(const StaleCard& stale) const;
    /// What is on no books: who had it first takes the months of it that he has not posted, then the next
    /// one.
    [[nodiscard]] FollowedCard admit(const BookCard& card, const Way& way) const;

    const NextMonth& m_posted;
    const std::map<UnitId, std::chrono::year_month> m_stored;
};

/// What follows from `month` on when the card is as it is, if anything does.
[[nodiscard]] std::optional<EntryChange> entryChange(
    const std::optional<BookEntry>& entry, const BookCard& card, std::chrono::year_month month);

} // namespace guanwu
