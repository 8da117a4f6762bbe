#include "schema/premises/room_entry.h"

#include "core/base/text.h"
#include "core/cards/registered_card.h"
#include "schema/audit/audit_trail.h"
#include "schema/cards/search_names.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/premises/room_rows.h"

namespace guanwu {

namespace {

    /// What a label and a column of a file hold of a code and a name.
    bool isName(const std::string& text, std::size_t most)
    {
        return !text.empty() && isValidText(text) && characterCount(text) <= most;
    }

    Result<std::int64_t> parentOf(Session& session, const std::string& code)
    {
        Query query(session);
        query.add("SELECT p.id, p.kind FROM registered_place p WHERE p.code = ", code);
        if (!query.next(2))
            return fail(ErrorCode::NotFound, "place.not_found", code);
        if (query.text(1) != "floor" && query.text(1) != "building")
            return fail(ErrorCode::InvalidArgument, "place.parent_kind", code);
        return query.integer(0);
    }

    std::vector<FieldDifference> changesOf(const RoomLine& was, const RoomLine& became)
    {
        std::vector<FieldDifference> out;
        const auto compare = [&](const char* field, std::string before, std::string after) {
            if (before != after)
                out.push_back({field, std::move(before), std::move(after), {}, {}});
        };
        compare("state", std::string(tokenRow(kRoomStates, was.state).token),
            std::string(tokenRow(kRoomStates, became.state).token));
        compare("kind", std::string(tokenRow(kRoomKinds, was.kind).token),
            std::string(tokenRow(kRoomKinds, became.kind).token));
        compare("service_kind", was.serviceKind, became.serviceKind);
        compare("usable_m2", was.usable.toString(), became.usable.toString());
        compare("toilet_m2", was.toilet.toString(), became.toilet.toString());
        compare("rest_m2", was.rest.toString(), became.rest.toString());
        return out;
    }

    SqlValue areaOrNull(const std::optional<Area>& area)
    {
        return area ? SqlValue(area->hundredths()) : SqlValue();
    }

} // namespace

Result<RoomLine> enterRoom(Session& session, const NewRoom& room)
{
    const auto parent = parentOf(session, room.parent);
    if (!parent)
        return fail(parent.error());
    if (!isName(room.code, 40) || !isName(room.name, 100))
        return fail(ErrorCode::InvalidArgument, "space.room_code", room.code);
    if (room.usable <= Area())
        return fail(ErrorCode::InvalidArgument, "space.room_area", room.usable.toString());
    if (room.toilet.value_or(Area()) + room.rest.value_or(Area()) > room.usable)
        return fail(ErrorCode::RuleViolated, "room.parts_exceed", room.usable.toString());
    const std::int64_t id = session.newId();
    const RoomState state = room.isForPool ? RoomState::Available : RoomState::Unregistered;
    try {
        insertRow(session, "place",
            {{"id", id}, {"code", room.code}, {"kind", tokenRow(kPlaceKinds, PlaceKind::Room).token},
                {"name", room.name}, {"parent_id", *parent}, {"usable_m2_x100", room.usable.hundredths()},
                {"room_kind", tokenRow(kRoomKinds, room.kind).token}});
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "space.room_exists", room.code);
    }
    SearchNames::learnCode(session, room.code);
    insertRow(session, "room",
        {{"place_id", id}, {"room_kind", tokenRow(kRoomKinds, room.kind).token},
            {"service_kind", SqlValue::textOrNull(room.serviceKind)},
            {"usable_m2_x100", room.usable.hundredths()}, {"state", tokenRow(kRoomStates, state).token},
            {"toilet_m2_x100", areaOrNull(room.toilet)}, {"rest_m2_x100", areaOrNull(room.rest)}});
    session.audit().note({"space/rooms/" + room.code, {}, room.usable.toString()});
    RoomQuery asked;
    asked.room = room.code;
    return readRooms(session, Scope::everything(), asked).at(0);
}

Result<RoomLine> changeRoom(
    Session& session, const std::string& code, const RoomChange& change, const std::string& actor, Instant at)
{
    RoomQuery asked;
    asked.room = code;
    const auto found = readRooms(session, Scope::everything(), asked);
    if (found.empty())
        return fail(ErrorCode::NotFound, "space.room_not_found", code);
    const RoomLine& was = found.front();
    const auto room = changedRoom(was, change);
    if (!room)
        return room;
    const auto part = [](Area area) { return area > Area() ? SqlValue(area.hundredths()) : SqlValue(); };
    const std::string_view kind = tokenRow(kRoomKinds, room->kind).token;
    // Not over a document that takes the room at the same time.
    const std::int64_t changed
        = Query(session)
              .add("UPDATE room SET state = ", tokenRow(kRoomStates, room->state).token)
              .add(", room_kind = ", kind)
              .add(", service_kind = ", SqlValue::textOrNull(room->serviceKind))
              .add(", usable_m2_x100 = ", room->usable.hundredths())
              .add(", toilet_m2_x100 = ", part(room->toilet))
              .add(", rest_m2_x100 = ", part(room->rest))
              .add(" WHERE place_id = ", was.room.id)
              .add(" AND state = ", tokenRow(kRoomStates, was.state).token)
              .run();
    if (changed != 1)
        return fail(ErrorCode::StaleRevision, "space.changed", code);
    Query(session)
        .add("UPDATE place SET revision = revision + 1, usable_m2_x100 = ", room->usable.hundredths())
        .add(", room_kind = ", kind)
        .add(" WHERE id = ", was.room.id)
        .run();
    for (const FieldDifference& one : changesOf(was, *room)) {
        insertRow(session, "room_change",
            {{"id", session.newId()}, {"place_id", was.room.id}, {"field", one.field}, {"was", one.before},
                {"became", one.after}, {"reason", change.reason}, {"actor", actor},
                {"at", toInstantColumn(at)}});
        session.audit().note({"space/rooms/" + code + '/' + one.field, one.before, one.after});
    }
    return readRooms(session, Scope::everything(), asked).at(0);
}

} // namespace guanwu
