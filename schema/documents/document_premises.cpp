// What documents do to rooms, repairs, certificates and leases.
#include "core/documents/room_seats.h"
#include "core/premises/seat_service.h"
#include "core/values/calendar.h"
#include "schema/cards/countable_states.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/documents/soci_document_store.h"
#include "schema/leasing/soci_lease_store.h"
#include "schema/premises/soci_seat_store.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/space_register.h"
#include "schema/premises/title_register.h"
#include "schema/premises/use_certificates.h"

#include <algorithm>

namespace guanwu {

namespace {

    void setRoomState(Session& session, std::int64_t room, RoomState state)
    {
        Query(session)
            .add("UPDATE room SET state = ", tokenRow(kRoomStates, state).token)
            .add(" WHERE place_id = ", room)
            .run();
    }

    void setUser(Session& session, std::int64_t room, const SqlValue& unit)
    {
        Query(session)
            .add("UPDATE place SET revision = revision + 1, unit_id = ", unit)
            .add(" WHERE id = ", room)
            .run();
    }

    void insertAllocation(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        insertRow(session, "room_allocation",
            {{"id", session.newId()}, {"certificate_no", effect.certificateNo}, {"unit_id", effect.unit.value},
                {"place_id", room.room.id}, {"approved_m2_x100", room.usable.hundredths()},
                {"agreement_no", SqlValue::textOrNull(effect.agreementNo)},
                {"term_from", SqlValue::dayOrNull(effect.termFrom)},
                {"term_to", SqlValue::dayOrNull(effect.termTo)},
                {"approval_no", SqlValue::textOrNull(effect.approvalNo)},
                {"approved_on", formatDate(effect.approvedOn)}, {"handed_over_on", SqlValue::dayOrNull(effect.on)}});
    }

    /// Only one of two who want a room of the pool gets it: the change of its state is the lock.
    Result<void> reserve(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        const std::int64_t taken = Query(session)
                                       .add("UPDATE room SET state = 'allocated' WHERE place_id = ", room.room.id)
                                       .add(" AND state IN ('available', 'idle')")
                                       .run();
        if (taken != 1)
            return fail(ErrorCode::Conflict, "space.room_taken", room.room.code);
        insertAllocation(session, effect, room);
        return {};
    }

    void vacate(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        Query(session)
            .add("UPDATE room_allocation SET vacate_by = ", SqlValue::dayOrNull(effect.vacateBy))
            .add(" WHERE vacated_on IS NULL AND place_id = ", room.room.id)
            .run();
        setRoomState(session, room.room.id, RoomState::Vacating);
    }

    void release(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        const std::int64_t reserved
            = Query(session)
                  .add("DELETE FROM room_allocation WHERE handed_over_on IS NULL AND certificate_no = ",
                      effect.certificateNo)
                  .add(" AND place_id = ", room.room.id)
                  .run();
        if (reserved > 0)
            return setRoomState(session, room.room.id, RoomState::Available);
        if (room.state != RoomState::Vacating)
            return;
        Query(session)
            .add("UPDATE room_allocation SET vacate_by = NULL WHERE vacated_on IS NULL AND place_id = ", room.room.id)
            .run();
        setRoomState(session, room.room.id, RoomState::Allocated);
    }

    /// Ends the seats the query tells (id and first day), on the day, but none before it began. Whoever sat
    /// there is free from the later day.
    Day giveBackAll(Session& session, Query& query, Day on)
    {
        std::vector<std::pair<std::int64_t, Day>> seats;
        while (query.next(2))
            seats.emplace_back(query.integer(0), std::max(on, *fromDayColumn(query.text(1))));
        SociSeatStore store(session, Scope::everything());
        for (const auto& [seat, day] : seats) {
            store.giveBack(seat, day);
            on = std::max(on, day);
        }
        return on;
    }

    /// Whoever had the room is out: his allocation ends, and the seats in it, but those of people of the unit
    /// that gets it (0 = none does). After a reform they are the ones who sit there already.
    void endOthers(Session& session, const SpaceEffect& effect, const RoomLine& room, std::int64_t unit)
    {
        const std::string day = formatDate(*effect.on);
        Query(session)
            .add("UPDATE room_allocation SET vacated_on = ", day)
            .add(" WHERE vacated_on IS NULL AND place_id = ", room.room.id)
            .add(" AND certificate_no <> ", effect.certificateNo)
            .run();
        Query seats(session);
        seats
            .add(
                "SELECT id, COALESCE(ended_on, from_on) FROM room_occupant WHERE to_on IS NULL AND place_id = ",
                room.room.id)
            .add(" AND person_id NOT IN (SELECT e.id FROM person e WHERE e.unit_id = ", unit)
            .add(")");
        giveBackAll(session, seats, *effect.on);
    }

    void handOver(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        endOthers(session, effect, room, effect.unit.value);
        const std::int64_t reserved
            = Query(session)
                  .add("UPDATE room_allocation SET handed_over_on = ", SqlValue::dayOrNull(effect.on))
                  .add(", agreement_no = ", SqlValue::textOrNull(effect.agreementNo))
                  .add(", term_from = ", SqlValue::dayOrNull(effect.termFrom))
                  .add(", term_to = ", SqlValue::dayOrNull(effect.termTo))
                  .add(" WHERE certificate_no = ", effect.certificateNo)
                  .add(" AND place_id = ", room.room.id)
                  .run();
        if (reserved == 0)
            insertAllocation(session, effect, room);
        setRoomState(session, room.room.id, RoomState::Allocated);
        setUser(session, room.room.id, effect.unit.value);
    }

    void takeBack(Session& session, const SpaceEffect& effect, const RoomLine& room)
    {
        endOthers(session, effect, room, 0);
        setRoomState(session, room.room.id, RoomState::Available);
        setUser(session, room.room.id, SqlValue());
    }

    /// Whoever the document names for a room that was handed over sits there from that day, and no longer
    /// where he sat; one who sits in it already goes on as he does. Of rooms that were decided otherwise, of
    /// people who left meanwhile, and of people of other units, whom the document has no say over, nothing
    /// comes.
    Result<void> seatPeople(Session& session, const Document& document, const SpaceEffect& effect)
    {
        const auto seats = roomSeatsOf(document.fact(kSeatsFact));
        if (!seats)
            return fail(seats.error());
        SociSeatStore store(session, Scope::everything());
        SeatService service(store, Scope::everything(), *effect.on);
        for (const RoomSeats& one : *seats) {
            const auto room = std::find_if(effect.rooms.begin(), effect.rooms.end(),
                [&](const RoomLine& line) { return line.room.code == one.room; });
            if (room == effect.rooms.end()
                || (room->kind != RoomKind::Office && room->kind != RoomKind::Technical))
                continue;
            for (const std::string& code : one.people) {
                const auto person = store.person(code);
                if (!person || !person->inPost || person->unit.id != effect.unit.value)
                    continue;
                const auto now = store.room(one.room); // as it is by now: somebody may be named twice
                if (!now)
                    return fail(now.error());
                if (std::any_of(now->seats.begin(), now->seats.end(),
                        [&](const Seat& seat) { return seat.person.id == person->person.id; }))
                    continue;
                Query left(session);
                left.add("SELECT id, COALESCE(ended_on, from_on) FROM room_occupant WHERE open_main_id = ",
                    person->person.id);
                const Day from = giveBackAll(session, left, *effect.on);
                if (auto seated = service.seat({one.room, code, SeatKind::Main, from, {}}); !seated)
                    return fail(seated.error());
            }
        }
        return {};
    }

    /// A building all of which another unit uses is told to be of that unit.
    void passBuilding(Session& session, const TitleReuse& reuse)
    {
        Query(session)
            .add("UPDATE place SET revision = revision + 1, unit_id = ", reuse.to.id)
            .add(" WHERE kind = 'building' AND unit_id = ", reuse.from.value)
            .add(" AND id = (SELECT h.place_id FROM asset h WHERE h.id = ", reuse.asset.value)
            .add(
                ") AND NOT EXISTS (SELECT 1 FROM registered_asset a WHERE a.place_id = place.id AND a.card_kind = "
                "'building' AND a.use_state IN ")
            .addList(countableStates())
            .add(" AND COALESCE(a.using_unit_id, 0) <> ", reuse.to.id)
            .add(")")
            .run();
    }

    SqlValue areaOrNull(std::string_view text)
    {
        const auto area = Area::parse(text);
        return area ? SqlValue(area->hundredths()) : SqlValue();
    }

    SqlValue moneyOrNull(const std::optional<Money>& money)
    {
        return money ? SqlValue(money->fen()) : SqlValue();
    }

    void updateRow(Session& session, std::string_view table, std::string_view key, std::int64_t id,
        const ColumnValues& columns)
    {
        Query update(session);
        update.add("UPDATE ").add(table).add(" SET ");
        std::string_view separator;
        for (const auto& [name, value] : columns) {
            update.add(separator).add(name).add(" = ", value);
            separator = ", ";
        }
        update.add(" WHERE ").add(key).add(" = ", id).run();
    }

} // namespace

std::vector<RoomLine> SociDocumentStore::rooms(const std::vector<std::string>& codes)
{
    if (codes.empty())
        return {};
    RoomQuery asked;
    asked.rooms = codes;
    return readRooms(m_session, Scope::everything(), asked);
}

std::optional<UnitSpaceUse> SociDocumentStore::spaceOf(const std::string& unitCode)
{
    SpaceRegister space(m_session, Scope::everything());
    const auto facts = space.facts(unitCode);
    if (!facts)
        return std::nullopt;
    RoomQuery asked;
    asked.unit = facts->unit.id;
    // 建新交旧 (lifecycle 4.2): what was told to go makes place for what comes.
    auto rooms = space.rooms(asked);
    std::erase_if(rooms, [](const RoomLine& room) { return room.state == RoomState::Vacating; });
    return sumUp(*facts, rooms);
}

std::vector<UseCertificateLine> SociDocumentStore::useCertificates(const std::string& unitCode)
{
    return readUseCertificates(m_session, Scope::everything(), unitCode);
}

std::int64_t SociDocumentStore::repairsOf(UnitId unit, int year, DocumentId except)
{
    Query query(m_session);
    query.add("SELECT count(*) FROM registered_repair r JOIN repair_work w ON w.repair_id = r.id "
              "WHERE r.kind <> 'daily' AND r.state IN ('approved', 'carried_out', 'accepted') AND w.plan_year = ",
        std::int64_t {year});
    query.add(" AND r.unit_id = ", unit.value)
        .add(" AND (w.document_id IS NULL OR w.document_id <> ", except.value)
        .add(")");
    return query.next(1) ? query.integer(0) : 0;
}

Result<void> SociDocumentStore::carryOut(const SpaceEffect& effect)
{
    if (effect.move == SpaceMove::Reissue)
        return reissue(m_session, effect);
    for (const RoomLine& room : effect.rooms)
        switch (effect.move) {
        case SpaceMove::Reserve:
            if (auto taken = reserve(m_session, effect, room); !taken)
                return taken;
            break;
        case SpaceMove::Vacate:
            vacate(m_session, effect, room);
            break;
        case SpaceMove::Release:
            release(m_session, effect, room);
            break;
        case SpaceMove::HandOver:
            handOver(m_session, effect, room);
            break;
        case SpaceMove::TakeBack:
            takeBack(m_session, effect, room);
            break;
        case SpaceMove::Reissue: // of no room
            break;
        }
    return {};
}

void SociDocumentStore::carryOut(const Document& document, const RepairEffect& effect)
{
    std::int64_t id = 0;
    {
        Query query(m_session);
        query.add("SELECT repair_id FROM repair_work WHERE document_id = ", document.id.value);
        if (query.next(1))
            id = query.integer(0);
    }
    // What counts is the area that was approved; until then, the one that was asked for.
    const auto approvedArea = document.fact("approved_m2");
    ColumnValues repair {{"unit_id", document.unit.id}, {"place_id", effect.building.value},
        {"kind", std::string(document.fact("repair_kind"))},
        {"area_m2_x100", areaOrNull(approvedArea.empty() ? document.fact("area_m2") : approvedArea)},
        {"estimate_fen", moneyOrNull(document.moneyFact("estimate_yuan"))},
        {"approved_fen", moneyOrNull(document.moneyFact("approved_yuan"))},
        {"approval_no", SqlValue::textOrNull(document.approvalNo)},
        {"approved_on", SqlValue::dayOrNull(document.approvedOn)}, {"state", effect.state}};
    ColumnValues work {{"parts", SqlValue::textOrNull(std::string(document.fact("parts")))},
        {"inspected_on", SqlValue::dayOrNull(document.dayFact("inspected_on"))},
        {"finding", SqlValue::textOrNull(std::string(document.fact("finding")))},
        {"plan_year", SqlValue(document.numberFact("plan_year"))},
        {"plan_rank", SqlValue(document.numberFact("plan_rank"))},
        {"started_on", SqlValue::dayOrNull(document.dayFact("started_on"))},
        {"finished_on", SqlValue::dayOrNull(document.dayFact("finished_on"))},
        {"accepted_on", SqlValue::dayOrNull(document.dayFact("accepted_on"))},
        {"contractor", SqlValue::textOrNull(std::string(document.fact("contractor")))},
        {"settled_fen", moneyOrNull(document.moneyFact("settled_yuan"))},
        {"capitalised", SqlValue::textOrNull(std::string(document.fact("capitalised")))}};
    if (id != 0) {
        updateRow(m_session, "repair", "id", id, repair);
        updateRow(m_session, "repair_work", "repair_id", id, work);
        return;
    }
    id = m_session.newId();
    repair.emplace_back("id", id);
    repair.emplace_back("application_no", document.no);
    work.emplace_back("repair_id", id);
    work.emplace_back("document_id", document.id.value);
    insertRow(m_session, "repair", repair);
    insertRow(m_session, "repair_work", work);
}

Result<void> SociDocumentStore::carryOut(
    const Document& document, const DocumentEffect& effect, const std::string& actor, Instant at)
{
    if (effect.space)
        if (auto done = carryOut(*effect.space); !done)
            return done;
    if (effect.space && effect.space->move == SpaceMove::HandOver && effect.space->on)
        if (auto seated = seatPeople(m_session, document, *effect.space); !seated)
            return seated;
    if (effect.repair)
        carryOut(document, *effect.repair);
    if (effect.lease) {
        WholeLease lease = *effect.lease;
        lease.contract.id = m_session.newId();
        if (auto opened = SociLeaseStore(m_session, Scope::everything()).insert(lease); !opened)
            return opened;
    }
    if (!effect.title)
        return {};
    // By the power of the document, not of whoever closes it.
    SociTitleStore titles(m_session, Scope::everything());
    TitleService service(titles, Scope::everything(), actor, [at] { return at; });
    if (effect.title->entered)
        if (auto entered = service.enter(*effect.title->entered); !entered)
            return fail(entered.error());
    TitleRegister shelf(m_session, Scope::everything());
    for (const TitleReuse& one : effect.title->reused) {
        passBuilding(m_session, one);
        for (const std::string& certNo : shelf.usedOnlyBy(one.asset, UnitId {one.to.id}))
            if (auto done = service.passOn(certNo, one.from, one.to); !done)
                return done;
    }
    std::vector<std::string> cancelled = effect.title->cancelled;
    for (std::string& certNo : shelf.emptiedBy(effect.title->gone))
        cancelled.push_back(std::move(certNo));
    for (const std::string& certNo : cancelled)
        if (auto done = service.cancel(certNo); !done)
            return fail(done.error());
    return {};
}

} // namespace guanwu
