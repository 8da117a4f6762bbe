#pragma once

#include <cstdint>
#include <set>

namespace guanwu {

class Session;

/// Ids of the people who have a main room.
[[nodiscard]] std::set<std::int64_t> openMainSeats(Session& session);

} // namespace guanwu
