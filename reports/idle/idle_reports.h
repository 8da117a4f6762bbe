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

/// 闲置资产明细表 (reports 4): real estate and movable goods on a sheet each, and one with what they come to by unit,
/// class and way. The lines come with all estate before the movable goods.
[[nodiscard]] StreamedReport idleListReport(const IdleHead& head, IdleLines lines);

/// A disposal of things that were idle, at its end (reports 5, section 5).
struct IdleDisposed {
    std::string approvalNo;
    std::string wayName;
    std::int64_t things = 0;
    Money original;
    Money due;
    Money paid;
};

/// Current certificates (reports 5, section 3).
struct IdleTitles {
    std::int64_t certificates = 0;
    std::int64_t buildings = 0; ///< each once
    std::int64_t incomplete = 0; ///< 容缺
    Area landShare;
    Area floorArea;
};

/// 闲置资产处置报告 (reports 5). Sections 2 and 3 are lines of the head; 4 拟处置方式 adds up to them; 5 已办结, 6 问题
/// and 7 下一步 have a sheet each. The lines are read at once.
[[nodiscard]] StreamedReport idleDisposalReport(const IdleHead& head, const IdleLines& lines,
    const IdleTitles& titles, std::vector<IdleDisposed> disposed);

} // namespace guanwu
