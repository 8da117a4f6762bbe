#pragma once

#include "core/idle/idle_line.h"
#include "reports/model/report.h"

#include <functional>
#include <string>

namespace guanwu {

/// What the head of both reports says.
struct IdleHead {
    std::string preparer;
    Day asOf {}; ///< day the list stands for; depreciation up to the end of its month
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
    int termMonths = 0; ///< rule R8
    std::string termSource;
    IdleTotals totals; ///< of the same things, from the store
};

/// Gives the next line, false at the end.
using IdleLines = std::function<bool(IdleLine& line)>;

/// 闲置资产明细表 (reports 4): real estate and movable goods in the order in which the lines come.
[[nodiscard]] StreamedReport idleListReport(const IdleHead& head, IdleLines lines);

/// 拟处置方式 table of the 闲置资产处置报告 (reports 5, section 4): way by number, values, area and expected
/// income, with the groups of section 2 as further rows of the head. The lines are read at once.
[[nodiscard]] StreamedReport idleDisposalReport(const IdleHead& head, IdleLines lines);

} // namespace guanwu
