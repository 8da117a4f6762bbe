#pragma once

#include "reports/model/report.h"

namespace guanwu {

/// 编制单位：某局（盖章）; nothing where nobody is named: no empty label
[[nodiscard]] std::string preparerLine(const Report& report);
/// Title of the pages of a part: 闲置资产明细表（不动产）
[[nodiscard]] std::string sheetTitle(const Report& report, std::uint32_t sheet);
/// 金额单位：元; of a report of areas without money 面积单位：平方米
[[nodiscard]] std::string moneyUnitLine(const Report& report);
/// （㎡）; nothing for a column without a unit.
[[nodiscard]] std::string unitText(const Column& column);
/// Heading with its unit below; what stands in the last heading row.
[[nodiscard]] std::string headingText(const Column& column);
/// 核对相符：… or 核对不符：…
[[nodiscard]] std::string checkText(const CheckLine& check);
/// Whether any column stands under a block heading.
[[nodiscard]] bool hasGroups(const Report& report);

} // namespace guanwu
