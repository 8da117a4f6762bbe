#include "core/premises/take_back.h"

#include "core/premises/room_finding.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    std::chrono::days daysFrom(Day from, Day to)
    {
        return std::chrono::sys_days(to) - std::chrono::sys_days(from);
    }

    void setDue(TakeBack& item, std::optional<Day> due, Day on)
    {
        item.due = due;
        if (!due)
            item.urgency = Urgency::Undated;
        else if (*due < on)
            item.urgency = Urgency::Overdue;
        else if (daysFrom(on, *due).count() <= limitOn("space_reminder_days", on).value)
            item.urgency = Urgency::Near;
    }

    Day termEnd(const char* limit, Day since, Day on)
    {
        return addMonths(since, static_cast<int>(limitOn(limit, on).value));
    }

    TakeBack itemOf(TakeBackGround ground, const RoomLine& room)
    {
        TakeBack item;
        item.ground = ground;
        item.room = room.room;
        item.unit = room.usedBy.id != 0 ? room.usedBy : room.heldBy;
        item.area = room.usable;
        return item;
    }

    bool isKept(const RoomLine& room)
    {
        return std::any_of(
            room.seats.begin(), room.seats.end(), [](const Seat& seat) { return seat.stays(); });
    }

    /// The room is above the limit since who sits there, or no longer does, changed last.
    Day changedOn(const RoomLine& room)
    {
        Day out = room.lastOutOn.value_or(room.seats.front().from);
        for (const Seat& seat : room.seats)
            out = std::max({out, seat.from, seat.endedOn.value_or(seat.from)});
        return out;
    }

    void addSeat(std::vector<TakeBack>& out, const RoomLine& room, const Seat& seat, Day on)
    {
        const bool isSecond = seat.kind == SeatKind::Second && seat.ground == SeatEnd::SecondPost;
        const bool hasLeft = seat.ground == SeatEnd::Left || (!seat.inPost && !seat.endedOn);
        if (!isSecond && !hasLeft && !seat.endedOn)
            return;
        TakeBack item = itemOf(isSecond ? TakeBackGround::SecondPost : TakeBackGround::Left, room);
        item.person = seat.person;
        if (isKept(room))
            item.area = Area();
        item.since = seat.endedOn;
        std::optional<Day> due;
        if (seat.endedOn)
            due = termEnd(isSecond ? "space_second_months" : "space_leaver_months", *seat.endedOn, on);
        setDue(item, due, on);
        out.push_back(std::move(item));
    }

} // namespace

std::vector<TakeBack> takeBacksOf(const RoomLine& room, Day on)
{
    std::vector<TakeBack> out;
    for (const Seat& seat : room.seats)
        addSeat(out, room, seat, on);
    // A room in which nobody stays comes back as a whole: that it is too large for nobody says nothing more.
    if (RoomFinding finding = judged(room); finding.isOver() && isKept(room)) {
        TakeBack item = itemOf(TakeBackGround::OverStandard, room);
        item.area = finding.over;
        item.finding = std::move(finding);
        item.reason = room.overReason;
        item.since = changedOn(room);
        setDue(item, room.overDeadline ? *room.overDeadline : termEnd("space_over_months", *item.since, on), on);
        out.push_back(std::move(item));
    }
    if (room.vacateBy) {
        TakeBack item = itemOf(TakeBackGround::Vacating, room);
        item.unit = room.heldBy;
        setDue(item, room.vacateBy, on);
        out.push_back(std::move(item));
    } else if (room.holderEndedOn) {
        TakeBack item = itemOf(TakeBackGround::Abolished, room);
        item.unit = room.heldBy;
        item.since = room.holderEndedOn;
        setDue(item, termEnd("space_abolished_months", *room.holderEndedOn, on), on);
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace guanwu
