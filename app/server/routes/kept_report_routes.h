#pragma once

#include "app/server/route.h"

namespace guanwu {

/// The archive of reports.
[[nodiscard]] std::span<const Route> keptReportRoutes();

} // namespace guanwu
