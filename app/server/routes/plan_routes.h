#pragma once

#include "app/server/route.h"

namespace guanwu {

/// Plans of floors.
[[nodiscard]] std::span<const Route> planRoutes();

} // namespace guanwu
