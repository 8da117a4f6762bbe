#pragma once

#include "core/base/error.h"
#include "core/base/token_table.h"

#include <array>
#include <span>
#include <string_view>

namespace guanwu {

/// What a report is about: which part of the program makes it, and where people look for it.
enum class ReportGroup : std::uint8_t { Overview, Inventory, Idle, Documents, Books, Premises, Registers };

inline constexpr TokenTable<ReportGroup, 7> kReportGroups {{
    {ReportGroup::Overview, "overview", "总览", "Overview"},
    {ReportGroup::Inventory, "inventory", "资产清查", "Inventory"},
    {ReportGroup::Idle, "idle", "闲置资产", "Idle assets"},
    {ReportGroup::Documents, "documents", "单据", "Documents"},
    {ReportGroup::Books, "books", "账务与卡片", "Books and cards"},
    {ReportGroup::Premises, "premises", "办公用房与权证", "Office space and certificates"},
    {ReportGroup::Registers, "registers", "登记簿", "Registers"},
}};
static_assert(isDense(kReportGroups));

/// What a report asks for; the token is the name of the option and of the query.
enum class ReportParameter : std::uint8_t {
    Task,
    Unit,
    Subordinates,
    AsOf,
    Month,
    From,
    Year,
    Asset,
    Document,
    Findings
};

inline constexpr TokenTable<ReportParameter, 10> kReportParameters {{
    {ReportParameter::Task, "task", "清查任务", "Count"},
    {ReportParameter::Unit, "unit", "单位", "Unit"},
    {ReportParameter::Subordinates, "subordinates", "含所属单位", "With the units below it"},
    {ReportParameter::AsOf, "as_of", "基准日", "Day"},
    {ReportParameter::Month, "month", "会计期间", "Month"},
    {ReportParameter::From, "from", "起始月份", "First month"},
    {ReportParameter::Year, "year", "年度", "Year"},
    {ReportParameter::Asset, "asset", "资产编号", "Asset number"},
    {ReportParameter::Document, "document", "单据编号", "Document"},
    {ReportParameter::Findings, "findings", "只列有待说明事项的", "Only what asks for a word"},
}};
static_assert(isDense(kReportParameters));

/// A parameter that a report takes. What is not needed has a default: every unit of the scope, today, this
/// year.
struct TakenParameter {
    ReportParameter parameter {};
    bool isNeeded = false;
    bool isMany = false; ///< several values, else one
};

inline constexpr TakenParameter kOfTask[] {
    {ReportParameter::Task, true}, {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}};
inline constexpr TakenParameter kOnDay[] {
    {ReportParameter::Unit}, {ReportParameter::Subordinates}, {ReportParameter::AsOf}};
inline constexpr TakenParameter kOfYear[] {
    {ReportParameter::Unit}, {ReportParameter::Subordinates}, {ReportParameter::Year}};
inline constexpr TakenParameter kOfDocument[] {{ReportParameter::Document, true}};
inline constexpr TakenParameter kOfAsset[] {{ReportParameter::Asset, true}};
inline constexpr TakenParameter kOfMonth[] {
    {ReportParameter::Month, true}, {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}};
inline constexpr TakenParameter kOfMonths[] {{ReportParameter::Month, true}, {ReportParameter::From},
    {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}};
inline constexpr TakenParameter kOfMonthAndCount[] {{ReportParameter::Month, true}, {ReportParameter::Task},
    {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}};
inline constexpr TakenParameter kOfThatYear[] {
    {ReportParameter::Year, true}, {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}};
inline constexpr TakenParameter kOfRegister[] {
    {ReportParameter::Unit, false, true}, {ReportParameter::Subordinates}, {ReportParameter::Findings}};
inline constexpr TakenParameter kOfRegisterAndYear[] {{ReportParameter::Unit, false, true},
    {ReportParameter::Subordinates}, {ReportParameter::Year}, {ReportParameter::Findings}};

/// A report as the command line and the API name it.
struct ReportInfo {
    std::string_view name;
    std::string_view titleZh;
    std::string_view titleEn;
    ReportGroup group {};
    std::span<const TakenParameter> takes;
};

inline constexpr ReportInfo kOverviewReport {
    "overview", "国有资产总览表", "Overview of the assets", ReportGroup::Overview, kOnDay};
inline constexpr ReportInfo kIndicatorReport {
    "indicators", "资产管理五项指标表", "The five indicators", ReportGroup::Overview, kOnDay};
inline constexpr ReportInfo kInventoryDetailReport {"inventory-detail", "固定资产清查明细表", "Inventory detail",
    ReportGroup::Inventory, kOfTask};
inline constexpr ReportInfo kInventorySummaryReport {"inventory-summary", "固定资产清查汇总表", "Inventory summary",
    ReportGroup::Inventory, kOfTask};
inline constexpr ReportInfo kSurplusReport {"surplus", "资产盘盈表", "Surplus",
    ReportGroup::Inventory, kOfTask};
inline constexpr ReportInfo kShortageReport {"shortage", "资产盘亏表", "Shortage",
    ReportGroup::Inventory, kOfTask};
inline constexpr ReportInfo kGiftReport {"register-gifts", "礼品登记表", "Register of gifts",
    ReportGroup::Registers, kOfRegisterAndYear};
inline constexpr ReportInfo kGiftNoticeReport {"register-gift-notice", "礼品处理情况年度告知单", "Yearly notice of what became of gifts",
    ReportGroup::Registers, kOfRegisterAndYear};
inline constexpr ReportInfo kVehicleReport {"register-vehicles", "公务用车登记表", "Register of vehicles",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kVehicleQuotaReport {"register-vehicle-quota", "公务用车编制与定位终端安装情况表", "Vehicle quotas and position finders",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kSeizedGoodsReport {"register-seized-goods", "移交涉案物资登记表", "Register of goods handed over in cases",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kCustodyReport {"register-custody-log", "移交涉案物资保管记录", "Custody log of goods handed over",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kHousingReport {"register-housing", "公有住房与周转房登记表", "Register of public and turnover housing",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kOccupancyReport {"register-occupancies", "住房居住情况表", "Occupancies of housing",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kLowValueReport {"register-low-value", "低值品台账", "Register of low-value items",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kMovementReport {"register-low-value-movements", "低值品收发明细", "Movements of low-value items",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kSafetyReport {"register-building-safety", "房屋安全登记表", "Register of the safety of buildings",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kHazardReport {"register-hazards", "房屋安全隐患整改台账", "Hazards and rectification",
    ReportGroup::Registers, kOfRegister};
inline constexpr ReportInfo kIdleListReport {"idle-list", "闲置资产明细表", "Idle assets",
    ReportGroup::Idle, kOnDay};
inline constexpr ReportInfo kIdleDisposalReport {"idle-disposal", "闲置资产处置报告", "Disposal of idle assets",
    ReportGroup::Idle, kOnDay};
inline constexpr ReportInfo kDepreciationReport {"depreciation", "固定资产折旧明细表", "Depreciation",
    ReportGroup::Books, kOfMonth};
inline constexpr ReportInfo kCardReport {"card", "固定资产卡片", "Asset card",
    ReportGroup::Books, kOfAsset};
inline constexpr ReportInfo kMovementsReport {"movements", "资产变动表", "Movements",
    ReportGroup::Books, kOfMonths};
inline constexpr ReportInfo kReconciliationReport {"reconciliation", "对账表", "Reconciliation",
    ReportGroup::Books, kOfMonthAndCount};
inline constexpr ReportInfo kYearlyReport {"yearly", "国有资产年度变动情况表", "Assets over a year",
    ReportGroup::Books, kOfThatYear};
inline constexpr ReportInfo kYearlyTextReport {
    "yearly-text", "国有资产年度报告", "Yearly report, its text", ReportGroup::Books, kOfThatYear};
inline constexpr ReportInfo kSpaceUsageReport {"space-usage", "办公用房使用情况表", "Use of office space",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kSpacePeopleReport {"space-people", "办公室使用明细表", "Offices and the people in them",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kSpaceCalculationReport {"space-calculation", "办公用房面积核算表", "Calculation of office space",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kSpaceAllocationReport {"space-allocation", "办公用房分配调剂台账", "Allocations of office space",
    ReportGroup::Premises, kOfYear};
inline constexpr ReportInfo kSpaceRegisterReport {"space-register", "办公用房台账", "Register of office space",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kSpaceLetReport {"space-let", "出租办公用房台账", "Office space that is let",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kSpaceVacatedReport {"space-vacated", "腾退办公用房台账", "Office space given back",
    ReportGroup::Premises, kOfYear};
inline constexpr ReportInfo kRepairsReport {"repairs", "办公用房维修审批台账", "Repairs of office space",
    ReportGroup::Premises, kOfYear};
inline constexpr ReportInfo kRepairRankingReport {"repair-ranking", "办公用房维修排序建议表",
    "Suggested order of repairs", ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kCertificatesReport {"certificates", "不动产权证台账", "Property certificates",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kCertificateProgressReport {"certificate-progress", "权属登记进度表", "Progress of registration",
    ReportGroup::Premises, kOnDay};
inline constexpr ReportInfo kDisposalFormReport {"disposal-form", "国有资产处置申请（审批）表", "Disposal application",
    ReportGroup::Documents, kOfDocument};

/// Every report there is, in the order in which `guanwu report --list` names them. A new report is its own
/// file, and one entry here.
inline constexpr std::array kReportCatalog {kOverviewReport, kIndicatorReport, kInventoryDetailReport,
    kInventorySummaryReport, kSurplusReport, kShortageReport, kIdleListReport, kIdleDisposalReport,
    kDisposalFormReport, kDepreciationReport, kCardReport, kMovementsReport, kReconciliationReport,
    kYearlyReport, kYearlyTextReport, kSpaceUsageReport, kSpacePeopleReport, kSpaceCalculationReport,
    kSpaceAllocationReport, kSpaceRegisterReport, kSpaceLetReport, kSpaceVacatedReport, kRepairsReport,
    kRepairRankingReport, kCertificatesReport, kCertificateProgressReport, kGiftReport, kGiftNoticeReport,
    kVehicleReport, kVehicleQuotaReport, kSeizedGoodsReport, kCustodyReport, kHousingReport, kOccupancyReport,
    kLowValueReport, kMovementReport, kSafetyReport, kHazardReport};

/// Errors: report.name.
[[nodiscard]] inline Result<ReportInfo> findReport(std::string_view name)
{
    for (const auto& report : kReportCatalog)
        if (report.name == name)
            return report;
    return fail(ErrorCode::NotFound, "report.name", std::string(name));
}

} // namespace guanwu
