#include "core/books/book_entry.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOne {1};

    std::int32_t monthsLeftAt(const BookEntry& entry, Month month)
    {
        return entry.isStopped ? entry.heldMonths : entry.schedule.months - entry.schedule.monthsTaken(month);
    }

    /// The same card with what was taken before `month` as opening, the rest over so many months from there.
    BookEntry spread(BookEntry entry, Month month, std::int32_t monthsLeft)
    {
        const Month before = month - kOne;
        entry.monthsBefore = entry.monthsTakenAt(before);
        const Money opening = entry.accumulatedAt(before);
        const Month from = entry.isStopped ? month : std::max(entry.schedule.from, month);
        entry.schedule = {entry.original - opening, from, monthsLeft, opening};
        if (entry.schedule.base <= Money())
            entry.schedule.months = 0;
        entry.lifeMonths = entry.monthsBefore + monthsLeft;
        return entry;
    }

    /// Nothing is taken from `month` on, and what is left of the life waits.
    void stop(BookEntry& entry, Month month)
    {
        const std::int32_t held = monthsLeftAt(entry, month - kOne);
        const std::int32_t life = entry.lifeMonths;
        entry = spread(entry, month, 0);
        entry.heldMonths = held;
        entry.lifeMonths = life;
        entry.isStopped = true;
    }

} // namespace

std::optional<Month> BookEntry::lastShare() const
{
    if (schedule.months <= 0 || schedule.base <= Money())
        return std::nullopt;
    std::int64_t share = schedule.months;
    // Rounding up can use the base up early (50 fen over 72 months).
    if (const std::int64_t monthly = schedule.monthly().fen(); monthly > 0)
        share = std::min(share, (schedule.base.fen() + monthly - 1) / monthly);
    return schedule.from + std::chrono::months(share - 1);
}

BookEntry admitted(const BookCard& card, Month month)
{
    BookEntry out;
    out.asset = card.id;
    out.unit = card.unit;
    out.classKey = card.classKey;
    out.quantity = card.quantity;
    out.original = card.original;
    out.lifeMonths = card.lifeMonths;
    out.schedule = card.schedule;
    out.schedule.base = card.original - card.schedule.opening;
    if (card.classNeverDepreciates)
        out.schedule.months = 0;
    // With a schedule that began with months gone by, the life says how many there were.
    if (out.schedule.opening > Money() && card.lifeMonths >= out.schedule.months)
        out.monthsBefore = card.lifeMonths - out.schedule.months;
    out.validFrom = out.schedule.opening > Money() ? month : std::max(month, card.entered);
    if (card.state == UseState::InRebuild)
        stop(out, month);
    return out;
}

std::optional<BookEntry> followed(const BookEntry& entry, const BookCard& card, Month month)
{
    if (!isOnTheBooks(card.state))
        return std::nullopt;
    BookEntry out = entry;
    out.classKey = card.classKey;
    out.quantity = card.quantity;
    out.unit = card.unit;
    if (out.original != card.original) {
        const std::int32_t left = monthsLeftAt(entry, month - kOne);
        out.original = card.original;
        if (!out.isStopped)
            out = spread(out, month, left);
    }
    if (card.classNeverDepreciates && !out.isStopped && monthsLeftAt(out, month - kOne) > 0)
        out = spread(out, month, 0); // moved into a class that never is
    const bool shallStop = card.state == UseState::InRebuild;
    if (shallStop && !out.isStopped)
        stop(out, month);
    else if (!shallStop && out.isStopped) {
        out = spread(out, month, out.heldMonths);
        out.isStopped = false;
        out.heldMonths = 0;
    }
    if (out == entry)
        return out;
    out.isAdded = entry.unit != out.unit || (entry.isAdded && entry.validFrom >= month);
    out.validFrom = month;
    return out;
}

Result<void> checkChange(Money accumulated, const BookChange& change)
{
    if (change.original && *change.original < accumulated)
        return fail(ErrorCode::RuleViolated, "books.below_accumulated", accumulated.toYuanString());
    if (change.monthsLeft && (*change.monthsLeft < 1 || *change.monthsLeft > 1200))
        return fail(ErrorCode::InvalidArgument, "books.months_left", std::to_string(*change.monthsLeft));
    return {};
}

std::optional<BookEntry> changed(const BookEntry& entry, const BookChange& change, Month month)
{
    if (change.kind == BookChangeKind::Left)
        return std::nullopt;
    BookEntry out = entry;
    if (change.kind == BookChangeKind::Stopped) {
        if (!entry.isStopped)
            stop(out, month);
        out.isAdded = entry.isAdded && entry.validFrom >= month;
        out.validFrom = month;
        return out;
    }
    const std::int32_t left = change.monthsLeft.value_or(monthsLeftAt(entry, month - kOne));
    if (change.original)
        out.original = *change.original;
    out = spread(out, month, left);
    out.isStopped = false;
    out.heldMonths = 0;
    out.isAdded = entry.isAdded && entry.validFrom >= month;
    out.validFrom = month;
    return out;
}

DepreciationStanding standingAt(const BookEntry& entry, Month month)
{
    if (entry.isStopped)
        return DepreciationStanding::Stopped;
    if (entry.schedule.months > 0)
        return entry.schedule.isFinishedAt(month) ? DepreciationStanding::Finished
                                                  : DepreciationStanding::Depreciating;
    return entry.schedule.opening > Money() ? DepreciationStanding::Finished : DepreciationStanding::Never;
}

} // namespace guanwu
