#include "schema/books/card_follower.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;

} // namespace

std::optional<EntryChange> entryChange(
    const std::optional<BookEntry>& entry, const BookCard& card, Month month)
{
    if (!entry)
        return isOnTheBooks(card.state) ? std::optional(EntryChange {0, {}, admitted(card, month), false})
                                        : std::nullopt;
    auto next = followed(*entry, card, month);
    if (next == *entry)
        return std::nullopt;
    const bool isRescheduled = next && !next->isStopped
        && (next->schedule != entry->schedule || next->original != entry->original);
    return EntryChange {entry->id, month, std::move(next), isRescheduled};
}

std::optional<Month> CardFollower::nextOf(UnitId unit) const
{
    if (const auto posted = m_posted(unit))
        return posted;
    const auto stored = m_stored.find(unit);
    return stored == m_stored.end() ? std::nullopt : std::optional(stored->second);
}

std::optional<FollowedCard> CardFollower::beforeGiven(const StaleCard& stale) const
{
    if (!stale.card || !stale.gaveIn)
        return std::nullopt;
    const auto month = nextOf(stale.giver);
    if (!month || *month >= *stale.gaveIn)
        return std::nullopt;
    BookCard given = *stale.card;
    given.unit = stale.giver;
    given.state = UseState::InUse;
    auto opened = admitted(given, *month);
    if (opened.validFrom >= *stale.gaveIn)
        return std::nullopt;
    FollowedCard out; // it goes on in the month of the handover
    if (m_posted(stale.giver))
        out.change = EntryChange {0, {}, std::move(opened), false};
    return out;
}

FollowedCard CardFollower::follow(const StaleCard& stale) const
{
    if (auto given = beforeGiven(stale))
        return *std::move(given);
    const auto& [card, entry, isLeaving, leftIn, giver, gaveIn] = stale;
    const bool isPostedHere = entry && m_posted(entry->unit);
    const bool isPostedThere = card && m_posted(card->unit);
    const bool moves = entry && card && card->unit != entry->unit && isOnTheBooks(card->state);
    const bool concernsWhoIsPosted = isPostedHere || (isPostedThere && (moves || !entry));
    if ((entry || card) && !concernsWhoIsPosted)
        return {};
    const auto here = entry ? nextOf(entry->unit) : std::nullopt;
    const auto there = card ? nextOf(card->unit) : here;
    Month month = here.value_or(there.value_or(Month {}));
    // What came before its unit posts that month is changed as of the month in which it came.
    if (entry)
        month = std::max(month, entry->validFrom);
    const bool leaves = moves || (entry && card && !isOnTheBooks(card->state));
    // A document says when the card leaves and comes: that it is closed or elsewhere already does not bring
    // that forward.
    if ((leaves || (card && !entry)) && leftIn && *leftIn > month)
        return {};
    // Who gives it has it up to the first month that is posted by neither.
    if (moves && there && *there > month)
        return {};
    FollowedCard out;
    out.isSettled = true;
    if (leaves && isLeaving)
        return out;
    if (card && !(moves && !there))
        out.change = entryChange(entry, *card, month);
    else if (entry) // comes onto the books of who has it now, if anybody does, when those begin
        out.change = EntryChange {entry->id, month, {}, false};
    if (moves && out.change && !isPostedHere)
        out.others.emplace(entry->unit, *here);
    if (moves && out.change && there && !isPostedThere)
        out.others.emplace(card->unit, *there);
    return out;
}

} // namespace guanwu
