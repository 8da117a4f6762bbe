#pragma once

#include "reports/inventory/inventory_lines.h"

namespace guanwu {

/// 资产盘盈表. Never netted with the shortage.
[[nodiscard]] StreamedReport surplusReport(const InventoryHead& head, LineSource<SurplusLine> lines);

/// 资产盘亏表: lines with result shortage.
[[nodiscard]] StreamedReport shortageReport(const InventoryHead& head, LineSource<ShortageLine> lines);

} // namespace guanwu
