#include "core/premises/room_change.h"

#include "core/base/text.h"
#include "core/base/text_length.h"

namespace guanwu {

std::string_view stateObstacle(RoomState state, bool isHad, bool isSeated)
{
    constexpr std::string_view kByDocument = "space.state_by_document";
    constexpr std::string_view kHeld = "space.state_held";
    switch (state) {
    case RoomState::Unregistered:
    case RoomState::Vacating:
        return kByDocument;
    case RoomState::Available:
        return isHad ? kHeld : std::string_view();
    case RoomState::Allocated: // nobody gets a room like this: it only returns to who has it
        return isHad ? std::string_view() : kByDocument;
    case RoomState::Repair: // who sits there comes back
    case RoomState::Unsafe:
        return {};
    case RoomState::Idle:
    case RoomState::Converted:
        return isSeated ? kHeld : std::string_view();
    case RoomState::Leased:
    case RoomState::Removed:
        return isHad || isSeated ? kHeld : std::string_view();
    }
    return {};
}

Result<RoomLine> changedRoom(const RoomLine& room, const RoomChange& change)
{
    if (change.reason.empty() || !isValidText(change.reason))
        return fail(ErrorCode::InvalidArgument, "space.change_reason", room.room.code);
    if (const auto fits = checkLengths({{change.reason, kLongestNote}}); !fits)
        return fail(fits.error());
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
    const bool isHad = room.usedBy.id != 0 || room.heldBy.id != 0;
    if (out.state != room.state)
        if (const auto rule = stateObstacle(out.state, isHad, !room.seats.empty()); !rule.empty())
            return fail(ErrorCode::RuleViolated, std::string(rule), room.room.code);
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
