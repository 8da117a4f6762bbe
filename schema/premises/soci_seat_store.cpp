#include "schema/premises/soci_seat_store.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/premises/open_seats.h"
#include "schema/premises/space_register.h"

namespace guanwu {

Result<RoomLine> SociSeatStore::room(const std::string& code)
{
    RoomQuery asked;
    asked.room = code;
    auto found = readRooms(m_session, m_scope, asked);
    if (found.empty())
        return fail(ErrorCode::NotFound, "space.room_not_found", code);
    return std::move(found.front());
}

Result<SeatedPerson> SociSeatStore::person(const std::string& code)
{
    Query query(m_session);
    query.add("SELECT e.id, e.code, e.name, u.id, u.code, u.name, u.organ_level, e.grade, e.in_post "
              "FROM registered_person e JOIN unit u ON u.id = e.unit_id WHERE e.code = ",
        code);
    query.add(ScopeCondition(m_scope, "e.unit_id"));
    if (!query.next(9))
        return fail(ErrorCode::NotFound, "person.not_found", code);
    return SeatedPerson {{query.integer(0), query.text(1), query.text(2)},
        {query.integer(3), query.text(4), query.text(5)}, storedToken(kOrganLevels, query.text(6)),
        query.text(7), query.integer(8) != 0};
}

Result<UnitFacts> SociSeatStore::facts(const std::string& unitCode)
{
    return SpaceRegister(m_session, m_scope).facts(unitCode);
}

Result<void> SociSeatStore::addSeat(const NewSeat& seat)
{
    const std::int64_t id = m_session.newId();
    try {
        insertRow(m_session, "room_occupant",
            {{"id", id}, {"place_id", seat.room}, {"person_id", seat.person},
                {"kind", tokenRow(kSeatKinds, seat.kind).token}, {"from_on", formatDate(seat.from)},
                {"approval_no", SqlValue::textOrNull(seat.approvalNo)},
                {"open_main_id", seat.kind == SeatKind::Main ? SqlValue(seat.person) : SqlValue()}});
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "space.seated", std::to_string(seat.person));
    }
    m_session.audit().note({"space/seats/" + std::to_string(id), {},
        std::to_string(seat.room) + ' ' + std::to_string(seat.person) + ' ' + formatDate(seat.from)});
    return {};
}

void SociSeatStore::endSeat(std::int64_t seat, Day endedOn, SeatEnd ground)
{
    Query(m_session)
        .add("UPDATE room_occupant SET ended_on = ", formatDate(endedOn))
        .add(", end_ground = ", tokenRow(kSeatEnds, ground).token)
        .add(" WHERE id = ", seat)
        .run();
    m_session.audit().note({"space/seats/end/" + std::to_string(seat), "taken",
        std::string(tokenRow(kSeatEnds, ground).token) + ' ' + formatDate(endedOn)});
}

void SociSeatStore::giveBack(std::int64_t seat, Day on)
{
    Query(m_session)
        .add("UPDATE room_occupant SET open_main_id = NULL, to_on = ", formatDate(on))
        .add(" WHERE id = ", seat)
        .run();
    m_session.audit().note({"space/seats/return/" + std::to_string(seat), "due", formatDate(on)});
}

Result<void> SociSeatStore::note(
    const RoomLine& room, const std::string& reason, std::optional<Day> deadline)
{
    m_session.audit().note({"space/rooms/" + room.room.code + "/note",
        room.noteRevision == 0 ? std::string() : std::to_string(room.noteRevision), reason});
    if (room.noteRevision == 0) {
        try {
            insertRow(m_session, "room_note",
                {{"place_id", room.room.id}, {"over_reason", SqlValue::textOrNull(reason)},
                    {"over_deadline", SqlValue::dayOrNull(deadline)}, {"revision", std::int64_t {1}}});
        } catch (const DuplicateKey&) {
            return fail(ErrorCode::StaleRevision, "space.changed", room.room.code);
        }
        return {};
    }
    const std::int64_t changed = Query(m_session)
                                     .add("UPDATE room_note SET revision = revision + 1, over_reason = ",
                                         SqlValue::textOrNull(reason))
                                     .add(", over_deadline = ", SqlValue::dayOrNull(deadline))
                                     .add(" WHERE place_id = ", room.room.id)
                                     .add(" AND revision = ", room.noteRevision)
                                     .run();
    return changed == 1 ? Result<void>() : fail(ErrorCode::StaleRevision, "space.changed", room.room.code);
}

void SociSeatStore::setPosts(UnitId unit, const std::vector<RankCount>& posts)
{
    Query(m_session).add("DELETE FROM unit_post WHERE unit_id = ", unit.value).run();
    for (const RankCount& one : posts)
        insertRow(m_session, "unit_post",
            {{"unit_id", unit.value}, {"grade", one.rank}, {"posts", one.count}});
    m_session.audit().note({"unit-posts/" + std::to_string(unit.value), {}, std::to_string(posts.size())});
}

std::set<std::int64_t> openMainSeats(Session& session)
{
    std::set<std::int64_t> out;
    Query query(session);
    query.add("SELECT open_main_id FROM room_occupant WHERE open_main_id IS NOT NULL");
    while (query.next(1))
        out.insert(query.integer(0));
    return out;
}

} // namespace guanwu
