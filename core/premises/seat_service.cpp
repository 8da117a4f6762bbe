#include "core/premises/seat_service.h"

#include "core/base/text_length.h"
#include "core/premises/premises_scope.h"
#include "core/premises/room_finding.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    Result<Seat> seatOf(const RoomLine& room, const std::string& person)
    {
        const auto found = std::find_if(room.seats.begin(), room.seats.end(),
            [&](const Seat& seat) { return seat.person.code == person; });
        if (found == room.seats.end())
            return fail(ErrorCode::NotFound, "space.no_seat", person + " " + room.room.code);
        return *found;
    }

} // namespace

Result<RoomLine> SeatService::ownRoom(const std::string& code)
{
    auto room = m_store.room(code);
    if (!room)
        return room;
    if (!mayChangeOf(m_scope, room->usedBy.id))
        return fail(ErrorCode::Forbidden, "space.not_yours", code);
    return room;
}

Result<RoomLine> SeatService::seat(const SeatWish& wish)
{
    const auto room = ownRoom(wish.room);
    if (!room)
        return room;
    const auto person = m_store.person(wish.person);
    if (!person)
        return fail(person.error());
    if (room->kind != RoomKind::Office && room->kind != RoomKind::Technical)
        return fail(ErrorCode::RuleViolated, "space.not_office", wish.room);
    if (room->usedBy.id == 0 || room->state != RoomState::Allocated)
        return fail(ErrorCode::RuleViolated, "space.not_in_use",
            wish.room + " " + std::string(tokenRow(kRoomStates, room->state).token));
    if (!person->inPost)
        return fail(ErrorCode::RuleViolated, "space.left_person", wish.person);
    if (seatOf(*room, wish.person))
        return fail(ErrorCode::Conflict, "space.seated", wish.person);
    // Article 19: one more room only where the work needs it, and only by approval.
    if (wish.kind == SeatKind::Second && wish.approvalNo.empty())
        return fail(ErrorCode::RuleViolated, "space.second_approval", wish.person);
    if (auto added = m_store.addSeat(
            {0, room->room.id, person->person.id, wish.kind, wish.from, wish.approvalNo});
        !added)
        return fail(added.error());
    return m_store.room(wish.room);
}

Result<RoomLine> SeatService::end(
    const std::string& code, const std::string& person, SeatEnd ground, Day on)
{
    const auto room = ownRoom(code);
    if (!room)
        return room;
    const auto seat = seatOf(*room, person);
    if (!seat)
        return fail(seat.error());
    if (on < seat->from)
        return fail(ErrorCode::RuleViolated, "space.day_order", formatDate(seat->from));
    if (on > m_today)
        return fail(ErrorCode::RuleViolated, "space.day_ahead", formatDate(on));
    if (ground == SeatEnd::SecondPost && seat->kind != SeatKind::Second)
        return fail(ErrorCode::RuleViolated, "space.not_second", person);
    m_store.endSeat(seat->id, on, ground);
    return m_store.room(code);
}

Result<RoomLine> SeatService::giveBack(const std::string& code, const std::string& person, Day on)
{
    const auto room = ownRoom(code);
    if (!room)
        return room;
    const auto seat = seatOf(*room, person);
    if (!seat)
        return fail(seat.error());
    if (on < seat->endedOn.value_or(seat->from))
        return fail(ErrorCode::RuleViolated, "space.day_order", formatDate(seat->endedOn.value_or(seat->from)));
    if (on > m_today)
        return fail(ErrorCode::RuleViolated, "space.day_ahead", formatDate(on));
    m_store.giveBack(seat->id, on);
    return m_store.room(code);
}

Result<RoomLine> SeatService::note(
    const std::string& code, const std::string& reason, std::optional<Day> deadline)
{
    const auto room = ownRoom(code);
    if (!room)
        return room;
    if (!judged(*room).isOver())
        return fail(ErrorCode::RuleViolated, "space.not_over", code);
    if (const auto fits = checkLengths({{reason, kLongestNote}}); !fits)
        return fail(fits.error());
    if (auto noted = m_store.note(*room, reason, deadline); !noted)
        return fail(noted.error());
    return m_store.room(code);
}

Result<UnitFacts> SeatService::setPosts(const std::string& unit, const std::vector<RankCount>& posts)
{
    const auto facts = m_store.facts(unit);
    if (!facts)
        return facts;
    if (!mayChangeOf(m_scope, facts->unit.id))
        return fail(ErrorCode::Forbidden, "space.not_yours", unit);
    std::int64_t sum = 0;
    for (const RankCount& one : posts) {
        if (one.count < 0 || one.count > 100'000 || one.rank.empty())
            return fail(ErrorCode::InvalidArgument, "space.posts", one.rank);
        sum += one.count;
    }
    if (!posts.empty() && sum != facts->established)
        return fail(ErrorCode::RuleViolated, "space.posts",
            std::to_string(sum) + " ≠ " + std::to_string(facts->established));
    m_store.setPosts(UnitId {facts->unit.id}, posts);
    return m_store.facts(unit);
}

} // namespace guanwu
