#pragma once

#include "app/server/route.h"

namespace guanwu {

/// What the bureau keeps of office space for the whole city.
[[nodiscard]] std::span<const Route> spaceKeepingRoutes();

} // namespace guanwu
