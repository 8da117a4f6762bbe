#pragma once

#include "core/premises/room_change.h"
#include "core/premises/room_line.h"
#include "core/values/instant.h"

#include <optional>
#include <string>

namespace guanwu {

class Session;

/// A room that comes into the registry: one that was measured late, was rented or has been built.
struct NewRoom {
    std::string code;
    std::string name;
    std::string parent; ///< code of its floor or building
    RoomKind kind = RoomKind::Office;
    std::string serviceKind;
    Area usable;
    std::optional<Area> toilet;
    std::optional<Area> rest;
    bool isForPool = true; ///< else it waits, unregistered, for the document that hands it over
};

/// Enters the room; nobody uses or holds it. Only for who sees everything. Errors: place.not_found,
/// place.parent_kind, space.room_code, space.room_area, room.parts_exceed, space.room_exists.
[[nodiscard]] Result<RoomLine> enterRoom(Session& session, const NewRoom& room);

/// Puts a room right and keeps what it was, why, who did it and when. Only for who sees everything. Errors:
/// space.room_not_found, space.changed, and those of changedRoom().
[[nodiscard]] Result<RoomLine> changeRoom(Session& session, const std::string& code, const RoomChange& change,
    const std::string& actor, Instant at);

} // namespace guanwu
