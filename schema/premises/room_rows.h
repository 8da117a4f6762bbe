#pragma once

#include "core/access/scope.h"
#include "core/premises/room_line.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

class Query;
class Session;

/// Which rooms are asked for; what is empty does not narrow.
struct RoomQuery {
    std::optional<std::int64_t> unit; ///< who uses them; 0 = the pool
    std::string building; ///< code
    std::string room; ///< code
    std::span<const std::string> rooms {}; ///< codes
    std::optional<RoomState> state;
    std::optional<RoomKind> kind;
    std::string afterRoom; ///< go on behind this code
    int limit = 0; ///< 0 = all
};

/// The id, code and name that stand in three columns from this one.
[[nodiscard]] Reference referenceAt(const Query& row, std::size_t at);

/// The rooms of a scope by code, each with its certificates and its seats. A room of the pool is only seen by
/// who sees everything.
[[nodiscard]] std::vector<RoomLine> readRooms(Session& session, const Scope& scope, const RoomQuery& asked);

/// The rooms of these codes in their order; of one that the scope does not reach nothing but its code is told.
[[nodiscard]] std::vector<RoomLine> namedRooms(
    Session& session, const Scope& scope, const std::vector<std::string>& codes);

} // namespace guanwu
