#include "schema/premises/room_entry.h"

#include "core/base/text.h"
#include "schema/audit/audit_trail.h"
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

} // namespace guanwu
