#pragma once

#include "core/registers/vehicles.h"
#include "reports/model/report.h"

namespace guanwu {

/// A line a unit and kind of vehicle: how many it may have, has, and has fitted.
[[nodiscard]] StreamedReport quotaReport(
    Report head, const Fleet& fleet, const std::vector<std::string>& units);

} // namespace guanwu
