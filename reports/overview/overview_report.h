#pragma once

#include "core/overview/overview.h"
#include "reports/model/report.h"

#include <string>

namespace guanwu {

/// 国有资产总览表 (ours): the assets by class, and of them by age and by unit; the five indicators in the head,
/// each with how it is computed. The classes add up to the total, the ages and the units as well.
[[nodiscard]] StreamedReport overviewReport(
    const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview);

/// "A02000000" as the books name it, 旧版分类 for what the edition of 2022 has no class for.
[[nodiscard]] std::string overviewClassName(const std::string& classCode);

} // namespace guanwu
