#pragma once

#include "core/base/error.h"

#include <array>
#include <string_view>

namespace guanwu {

/// A report as the command line names it.
struct ReportInfo {
    std::string_view name;
    std::string_view titleZh;
    std::string_view titleEn;
};

inline constexpr ReportInfo kInventoryDetailReport {
    "inventory-detail", "固定资产清查明细表", "Inventory detail"};
inline constexpr ReportInfo kInventorySummaryReport {
    "inventory-summary", "固定资产清查汇总表", "Inventory summary"};
inline constexpr ReportInfo kSurplusReport {"surplus", "资产盘盈表", "Surplus"};
inline constexpr ReportInfo kShortageReport {"shortage", "资产盘亏表", "Shortage"};

inline constexpr ReportInfo kIdleListReport {"idle-list", "闲置资产明细表", "Idle assets"};
inline constexpr ReportInfo kIdleDisposalReport {
    "idle-disposal", "闲置资产处置报告", "Disposal of idle assets"};

/// Every report there is, in the order in which `guanwu report --list` names them. A new report is its own
/// file, and one entry here.
inline constexpr std::array kReportCatalog {
    kInventoryDetailReport, kInventorySummaryReport, kSurplusReport, kShortageReport, kIdleListReport,
    kIdleDisposalReport};

/// Errors: report.name.
[[nodiscard]] inline Result<ReportInfo> findReport(std::string_view name)
{
    for (const auto& report : kReportCatalog)
        if (report.name == name)
            return report;
    return fail(ErrorCode::NotFound, "report.name", std::string(name));
}

} // namespace guanwu
