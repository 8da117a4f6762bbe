#pragma once

#include "core/values/area.h"
#include "core/values/ids.h"

#include <cstdint>
#include <unordered_map>

namespace guanwu {

class Session;

/// Floor area of the buildings and area of the land that a count sheet holds, by asset id; cards without one
/// are left out.
[[nodiscard]] std::unordered_map<std::int64_t, Area> estateAreas(Session& session, SheetId sheet);

} // namespace guanwu
