#include "core/premises/room_change.h"

namespace guanwu {

namespace {

    bool isHad(const RoomLine& room) { return room.usedBy.id != 0 || room.heldBy.id != 0; }

    Result<void> checkState(const RoomLine& room, RoomState to)
    {
        const auto unless = [&](bool may, const char* rule) {
            return may ? Result<void>() : fail(ErrorCode::RuleViolated, rule, room.room.code);
        };
        switch (to) {
        case RoomState::Unregistered:
        case RoomState::Vacating:
            return unless(false, "space.state_by_document");
        case RoomState::Available:
            return unless(!isHad(room), "space.state_held");
        case RoomState::Allocated: // nobody gets a room like this: it only returns to who has it
            return unless(isHad(room), "space.state_by_document");
        case RoomState::Repair: // who sits there comes back
        case RoomState::Unsafe:
            return {};
        case RoomState::Idle:
        case RoomState::Converted:
            return unless(room.seats.empty(), "space.state_held");
        case RoomState::Leased:
        case RoomState::Removed:
            return unless(!isHad(room) && room.seats.empty(), "space.state_held");
        }
        return {};
    }

} // namespace

Result<RoomLine> changedRoom(const RoomLine& room, const RoomChange& change)
{
    if (change.reason.empty())
        return fail(ErrorCode::InvalidArgument, "space.change_reason", room.room.code);
    // What a document has in hand is brought to its end there.
    if (change.state && *change.state != room.state
        && (room.state == RoomState::Unregistered || room.state == RoomState::Vacating))
        return fail(ErrorCode::RuleViolated, "space.state_by_document", room.room.code);
    RoomLine out = room;
    out.state = change.state.value_or(room.state);
    out.kind = change.kind.value_or(room.kind);
    out.serviceKind = change.serviceKind.value_or(room.serviceKind);
    out.usable = change.usable.value_or(room.usable);
    out.toilet = change.toilet.value_or(room.toilet);
    out.rest = change.rest.value_or(room.rest);
    if (out == room)
        return fail(ErrorCode::InvalidArgument, "space.change_nothing", room.room.code);
    if (out.state != room.state)
        if (auto may = checkState(room, out.state); !may)
            return fail(may.error());
    if (out.usable <= Area())
        return fail(ErrorCode::InvalidArgument, "space.room_area", out.usable.toString());
    if (out.toilet + out.rest > out.usable)
        return fail(ErrorCode::RuleViolated, "room.parts_exceed", out.usable.toString());
    const bool isForPeople = out.kind == RoomKind::Office || out.kind == RoomKind::Technical;
    if (out.kind != room.kind && !isForPeople && !room.seats.empty())
        return fail(ErrorCode::RuleViolated, "space.kind_seated", room.room.code);
    return out;
}

} // namespace guanwu
