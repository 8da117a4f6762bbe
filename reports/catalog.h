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
inline constexpr ReportInfo kGiftReport {"register-gifts", "礼品登记表", "Register of gifts"};
inline constexpr ReportInfo kGiftNoticeReport {
    "register-gift-notice", "礼品处理情况年度告知单", "Yearly notice of what became of gifts"};
inline constexpr ReportInfo kVehicleReport {"register-vehicles", "公务用车登记表", "Register of vehicles"};
inline constexpr ReportInfo kVehicleQuotaReport {
    "register-vehicle-quota", "公务用车编制与定位终端安装情况表", "Vehicle quotas and position finders"};
inline constexpr ReportInfo kSeizedGoodsReport {
    "register-seized-goods", "移交涉案物资登记表", "Register of goods handed over in cases"};
inline constexpr ReportInfo kCustodyReport {
    "register-custody-log", "移交涉案物资保管记录", "Custody log of goods handed over"};
inline constexpr ReportInfo kHousingReport {
    "register-housing", "公有住房与周转房登记表", "Register of public and turnover housing"};
inline constexpr ReportInfo kOccupancyReport {
    "register-occupancies", "住房居住情况表", "Occupancies of housing"};
inline constexpr ReportInfo kLowValueReport {
    "register-low-value", "低值品台账", "Register of low-value items"};
inline constexpr ReportInfo kMovementReport {
    "register-low-value-movements", "低值品收发明细", "Movements of low-value items"};
inline constexpr ReportInfo kSafetyReport {
    "register-building-safety", "房屋安全登记表", "Register of the safety of buildings"};
inline constexpr ReportInfo kHazardReport {
    "register-hazards", "房屋安全隐患整改台账", "Hazards and rectification"};

inline constexpr ReportInfo kIdleListReport {"idle-list", "闲置资产明细表", "Idle assets"};
inline constexpr ReportInfo kIdleDisposalReport {
    "idle-disposal", "闲置资产处置报告", "Disposal of idle assets"};

inline constexpr ReportInfo kDepreciationReport {"depreciation", "固定资产折旧明细表", "Depreciation"};
inline constexpr ReportInfo kCardReport {"card", "固定资产卡片", "Asset card"};
inline constexpr ReportInfo kMovementsReport {"movements", "资产变动表", "Movements"};
inline constexpr ReportInfo kReconciliationReport {"reconciliation", "对账表", "Reconciliation"};

inline constexpr ReportInfo kSpaceUsageReport {"space-usage", "办公用房使用情况表", "Use of office space"};
inline constexpr ReportInfo kSpacePeopleReport {"space-people", "办公室使用明细表", "Offices and the people in them"};
inline constexpr ReportInfo kSpaceCalculationReport {
    "space-calculation", "办公用房面积核算表", "Calculation of office space"};
inline constexpr ReportInfo kSpaceAllocationReport {
    "space-allocation", "办公用房分配调剂台账", "Allocations of office space"};
inline constexpr ReportInfo kSpaceRegisterReport {"space-register", "办公用房台账", "Register of office space"};
inline constexpr ReportInfo kSpaceLetReport {"space-let", "出租办公用房台账", "Office space that is let"};
inline constexpr ReportInfo kSpaceVacatedReport {"space-vacated", "腾退办公用房台账", "Office space given back"};
inline constexpr ReportInfo kRepairsReport {"repairs", "办公用房维修审批台账", "Repairs of office space"};
inline constexpr ReportInfo kCertificatesReport {"certificates", "不动产权证台账", "Property certificates"};
inline constexpr ReportInfo kCertificateProgressReport {
    "certificate-progress", "权属登记进度表", "Progress of registration"};

inline constexpr ReportInfo kDisposalFormReport {
    "disposal-form", "国有资产处置申请（审批）表", "Disposal application"};

/// Every report there is, in the order in which `guanwu report --list` names them. A new report is its own
/// file, and one entry here.
inline constexpr std::array kReportCatalog {kInventoryDetailReport, kInventorySummaryReport, kSurplusReport,
    kShortageReport, kIdleListReport, kIdleDisposalReport, kDisposalFormReport, kDepreciationReport, kCardReport,
    kMovementsReport, kReconciliationReport, kSpaceUsageReport, kSpacePeopleReport, kSpaceCalculationReport,
    kSpaceAllocationReport, kSpaceRegisterReport, kSpaceLetReport, kSpaceVacatedReport, kRepairsReport,
    kCertificatesReport, kCertificateProgressReport, kGiftReport,
    kGiftNoticeReport, kVehicleReport, kVehicleQuotaReport, kSeizedGoodsReport, kCustodyReport,
    kHousingReport, kOccupancyReport, kLowValueReport, kMovementReport, kSafetyReport, kHazardReport};

/// Errors: report.name.
[[nodiscard]] inline Result<ReportInfo> findReport(std::string_view name)
{
    for (const auto& report : kReportCatalog)
        if (report.name == name)
            return report;
    return fail(ErrorCode::NotFound, "report.name", std::string(name));
}

} // namespace guanwu
