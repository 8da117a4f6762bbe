#include "core/inventory/sightings.h"

namespace guanwu {

namespace {

    LineResult resultOf(const BookLine& book, const Sightings& seen, SheetPhase phase)
    {
        if (!seen.first)
            return phase == SheetPhase::Counting ? LineResult::NotChecked : LineResult::Shortage;
        if (seen.contradicts)
            return LineResult::Doubt;
        if (seen.condition == Condition::Disposed)
            return LineResult::DisposedNotRemoved;
        if (seen.condition == Condition::Stolen)
            return LineResult::Stolen;
        if (seen.condition == Condition::Damaged)
            return LineResult::Damaged;
        if (seen.condition == Condition::ToScrap)
            return LineResult::ToScrap;
        if (seen.place && *seen.place != book.place)
            return LineResult::PlaceDiffers;
        if (seen.user && *seen.user != book.user)
            return LineResult::UserDiffers;
        if ((seen.condition == Condition::Idle && book.useState == UseState::InUse)
            || (seen.condition == Condition::InUse && book.useState == UseState::Idle))
            return LineResult::StateDiffers;
        return LineResult::Match;
    }

    CountOutcome outcomeOf(LineResult result, const Sightings& seen)
    {
        CountOutcome out;
        out.result = result;
        out.events = seen.events;
        out.photos = seen.photos;
        if (!seen.first)
            return out;
        out.seenQuantity = seen.first->quantity;
        out.countedQuantity = isCounted(result) ? out.seenQuantity : 0;
        out.seenPlace = seen.place ? *seen.place : std::string();
        out.seenUser = seen.user ? *seen.user : std::string();
        out.seenCondition = seen.condition;
        out.firstSeenAt = seen.first->at;
        out.entry = seen.first->entry;
        out.counter = seen.first->actor;
        return out;
    }

} // namespace

CountOutcome outcomeOf(const BookLine& book, const Sightings& seen, SheetPhase phase)
{
    return outcomeOf(resultOf(book, seen, phase), seen);
}

SurplusOutcome surplusOf(const Sightings& seen)
{
    const ScanEvent& first = *seen.first;
    SurplusOutcome out;
    out.eventId = first.eventId;
    out.name = first.kind == EventKind::Surplus ? first.name : first.code.value_or("");
    out.classCode = first.classCode;
    out.code = first.code.value_or("");
    out.quantity = first.quantity;
    out.place = seen.place ? *seen.place : std::string();
    out.reason = first.reason;
    out.outcome = outcomeOf(LineResult::Surplus, seen);
    return out;
}

} // namespace guanwu
