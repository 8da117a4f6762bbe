#pragma once

#include "reports/idle/idle_sums.h"
#include "reports/model/report_document.h"

namespace guanwu {

/// The sheets behind the text, in their order; the text names them and their rows.
enum class IdleSheet : std::uint8_t {
    Ways,
    Classes,
    Units,
    Lengths,
    Titles,
    Disposed,
    Troubles,
    Steps,
    OpenUnits,
    Sources,
    Lines
};
inline constexpr std::array<std::string_view, 11> kIdleSheets {"拟处置方式", "按类别", "按单位", "按闲置时间", "权属",
    "本年已办结", "问题", "下一步", "未完成清查的单位", "数字出处", "闲置资产明细"};

/// Rows of the sheet 权属, in their order.
enum class IdleTitleRow : std::uint8_t { Certificates, Buildings, LandShare, FloorArea, Incomplete };
inline constexpr std::array<std::string_view, 5> kIdleTitleRows {
    "现势不动产权证书（本）", "证书所载房屋（栋，不重复）", "土地使用权分摊面积", "建筑面积", "容缺备案的证书（本）"};

/// The seven sections of 闲置资产处置报告 (reports 5).
[[nodiscard]] ReportDocument idleDisposalText(const IdleDisposal& input, const IdleSums& sums);

} // namespace guanwu
