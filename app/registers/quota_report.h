#pragma once

#include "core/registers/vehicles.h"
#include "reports/model/report.h"

#include <functional>

namespace guanwu {

/// Hands over every vehicle of the register, for the lines behind a figure.
using VisitVehicles = std::function<void(const std::function<void(const RegisterEntry& vehicle)>& take)>;

/// A line a unit and kind of vehicle: how many it may have, has, and has fitted.
[[nodiscard]] StreamedReport quotaReport(
    Report head, const Fleet& fleet, const std::vector<std::string>& units, VisitVehicles visit, Day today);

} // namespace guanwu
