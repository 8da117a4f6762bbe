#pragma once

#include "core/premises/room_line.h"

#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

/// What is put right of a room outside of documents: it was measured anew, serves another purpose, or is out
/// of use for a while. What is not said stays as it is.
struct RoomChange {
    std::optional<RoomState> state;
    std::optional<RoomKind> kind;
    std::optional<std::string> serviceKind;
    std::optional<Area> usable;
    std::optional<Area> toilet;
    std::optional<Area> rest;
    std::string reason;
};

/// Why a state is not entered by hand of a room that somebody holds or uses, and in which people sit: the
/// rule that refuses it; empty = it may be.
[[nodiscard]] std::string_view stateObstacle(RoomState state, bool isHad, bool isSeated);

/// The room as it is after the change. Who holds and uses it is changed by documents alone, so that a room
/// goes back to the state that follows from that. Errors: space.change_reason, text.too_long,
/// space.change_nothing, space.room_area, room.parts_exceed, space.kind_seated (a kind in which nobody sits,
/// while somebody does), space.state_by_document, space.state_held (somebody holds, uses or sits in it).
[[nodiscard]] Result<RoomLine> changedRoom(const RoomLine& room, const RoomChange& change);

} // namespace guanwu
