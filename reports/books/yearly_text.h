#pragma once

#include "core/overview/overview.h"
#include "reports/books/book_reports.h"
#include "reports/inventory/inventory_lines.h"
#include "reports/overview/indicator_report.h"

namespace guanwu {

/// What lies idle and the five indicators, on the day the report is made: cards know no former state.
struct YearlyUse {
    Overview overview;
    OverviewItems items;
    IndicatorItems counted;
};

/// What the paragraphs of the yearly report are made of.
struct YearlyPaper {
    BookHead head;
    int year = 0;
    std::string whose; ///< as a sentence begins: a unit, or 全市
    std::vector<MovementRow> rows;
    YearlyMoves moves;
    MovementLines lines; ///< the cards behind the figures
    std::optional<ReportingUnits> reporting; ///< of several units
    std::vector<std::string> reportedNames;
    std::optional<YearlyUse> use;
};

/// 国有资产年度报告 (reports 11), the text: every figure is numbered and names the sheet and the row it
/// stands in, whose lines it opens.
[[nodiscard]] StreamedReport yearlyTextReport(YearlyPaper paper);

} // namespace guanwu
