#pragma once

#include "core/overview/overview.h"
#include "reports/model/report.h"

#include <functional>
#include <string>

namespace guanwu {

/// Opens the cards of a unit, or of all for no code, for the lines behind a figure.
using OverviewItems = std::function<std::function<bool(OverviewItem& item)>(const std::string& unitCode)>;

/// 国有资产总览表 (ours): the assets by class, and of them by age and by unit; the five indicators in the head,
/// each with how it is computed. The classes add up to the total, the ages and the units as well.
[[nodiscard]] StreamedReport overviewReport(
    const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview, OverviewItems items);

/// "A02000000" as the books name it, 旧版分类 for what the edition of 2022 has no class for.
[[nodiscard]] std::string overviewClassName(const std::string& classCode);

} // namespace guanwu
