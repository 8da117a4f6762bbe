#pragma once

#include "reports/idle/idle_sums.h"
#include "reports/model/report_document.h"

namespace guanwu {

/// The sheets behind the text, in their order; the text names them and their rows.
enum class IdleSheet : std::uint8_t {
    Scope,
    Ways,
    Classes,
    Units,
    Lengths,
    Titles,
    Disposed,
    Troubles,
    Leases,
    Steps,
    OpenUnits,
    Sources,
    Lines
};
inline constexpr std::array<std::string_view, 13> kIdleSheets {"清查范围与件数", "拟处置方式", "按类别",
    "按单位", "按闲置时间", "权属", "本年已办结", "问题", "超长租约", "下一步", "未完成清查的单位",
    "数字出处", "闲置资产明细"};

/// Rows of the sheet 清查范围与件数: what the text counts that is no sum of another sheet.
enum class IdleScopeRow : std::uint8_t { UnitsDue, UnitsDone, UnitsWithIdle, Planned, Unplanned, Disposed };
inline constexpr std::array<std::string_view, 6> kIdleScopeRows {"应清查单位（家）", "已完成清查的单位（家）",
    "有闲置资产的单位（家）", "已提出措施的资产（项）", "尚未提出措施的资产（项）", "本年已办结的处置（件）"};
[[nodiscard]] inline std::string idleScopeKey(IdleScopeRow row)
{
    return "scope:" + std::to_string(static_cast<int>(row) + 1);
}

/// Rows of the sheet 权属, in their order.
enum class IdleTitleRow : std::uint8_t { Certificates, Buildings, LandShare, FloorArea, Incomplete };
inline constexpr std::array<std::string_view, 5> kIdleTitleRows {
    "现势不动产权证书（本）", "证书所载房屋（栋，不重复）", "土地使用权分摊面积", "建筑面积", "容缺备案的证书（本）"};

[[nodiscard]] inline std::string idleTitleKey(IdleTitleRow row)
{
    return "title:" + std::to_string(static_cast<int>(row) + 1);
}

/// Columns of the sheets that figures are cited from.
inline constexpr std::size_t kIdleThings = 2;
inline constexpr std::size_t kIdleOriginal = 3;
inline constexpr std::size_t kIdleArea = 5;
inline constexpr std::size_t kIdleIncome = 6;
inline constexpr std::size_t kIdleDisposedOriginal = 8;

/// The seven sections of 闲置资产处置报告 (reports 5).
[[nodiscard]] ReportDocument idleDisposalText(const IdleDisposal& input, const IdleSums& sums);

} // namespace guanwu
