#include "schema/books/card_follower.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;

} // namespace

std::vector<Handover> wayTo(UnitId holder, std::vector<Handover> handovers)
{
    std::vector<Handover> out;
    Month before = kNeverMonth;
    for (;;) {
        const auto last = std::find_if(
            handovers.rbegin(), handovers.rend(), [&](const Handover& one) { return one.to == holder; });
        if (last == handovers.rend())
            break;
        holder = last->from;
        before = std::min(before, last->in);
        out.push_back({last->from, last->to, before});
        handovers.erase(std::next(last).base());
    }
    std::reverse(out.begin(), out.end());
    return out;
}

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

CardFollower::Way CardFollower::wayOf(const StaleCard& stale) const
{
    const auto& handovers = stale.handovers;
    const bool isGone = !isOnTheBooks(stale.card->state)
        && std::any_of(
            handovers.begin(), handovers.end(), [](const Handover& one) { return one.to == UnitId {}; });
    Way way = wayTo(isGone ? UnitId {} : stale.card->unit, handovers);
    if (!way.empty())
        way.erase(std::remove_if(
                      way.begin() + 1, way.end(), [&](const Handover& one) { return !nextOf(one.from); }),
            way.end());
    return way;
}

FollowedCard CardFollower::admit(const BookCard& card, const Way& way) const
{
    Month since {};
    for (const Handover& one : way) {
        if (const auto next = nextOf(one.from)) {
            BookCard given = card;
            given.unit = one.from;
            given.state = UseState::InUse;
            const BookEntry opened = admitted(given, std::max(*next, since));
            if (opened.validFrom < one.in) {
                if (!m_posted(one.from) || since > *next)
                    return {};
                return {false, EntryChange {0, {}, opened, false}, {{one.from, *next}}};
            }
        }
        since = one.in;
    }
    const auto month = m_posted(card.unit);
    if (!month || since > *month)
        return {};
    return {true, entryChange(std::nullopt, card, *month), {{card.unit, *month}}};
}

FollowedCard CardFollower::follow(const StaleCard& stale) const
{
    const auto& entry = stale.entry;
    const Way way = stale.card ? wayOf(stale) : Way {};
    if (!entry)
        return stale.card ? admit(*stale.card, way) : FollowedCard {true, {}};
    const bool isPostedHere = m_posted(entry->unit).has_value();
    const auto here = nextOf(entry->unit);
    // What came before its unit posts that month is changed as of the month in which it came.
    const Month month = std::max(here.value_or(Month {}), entry->validFrom);
    if (!stale.card)
        return isPostedHere
            ? FollowedCard {true, EntryChange {entry->id, month, {}, false}, {{entry->unit, month}}}
            : FollowedCard {};
    // The documents say when it leaves and comes: that it is closed or elsewhere already does not bring that
    // forward.
    BookCard card = *stale.card;
    const auto later
        = std::find_if(way.begin(), way.end(), [&](const Handover& one) { return one.in > month; });
    if (later != way.end()) {
        card.unit = later->from;
        if (!isOnTheBooks(card.state))
            card.state = entry->isStopped ? UseState::InRebuild : UseState::InUse;
    }
    const bool moves = card.unit != entry->unit && isOnTheBooks(card.state);
    const auto there = nextOf(card.unit);
    const bool isPostedThere = m_posted(card.unit).has_value();
    if (!isPostedHere && !(moves && isPostedThere))
        return {};
    // Who gives it has it up to the first month that is posted by neither.
    if (moves && there && *there > month)
        return {};
    FollowedCard out;
    if (stale.isLeaving && (moves || !isOnTheBooks(card.state))) {
        out.isSettled = true;
        return out;
    }
    out.isSettled = later == way.end();
    if (moves && !there) // comes onto the books of who has it now, if anybody does, when those begin
        out.change = EntryChange {entry->id, month, {}, false};
    else
        out.change = entryChange(entry, card, month);
    if (out.change && here)
        out.units.emplace(entry->unit, *here);
    if (out.change && moves && there)
        out.units.emplace(card.unit, *there);
    return out;
}

} // namespace guanwu
