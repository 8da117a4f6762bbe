#pragma once

#include "reports/inventory/inventory_lines.h"

namespace guanwu {

/// 固定资产清查明细表: one row a line of the frozen book, then the surplus. 实盘数量 and 清查原值 leave the
/// surplus out, so that every column adds up to its cell in the summary.
[[nodiscard]] StreamedReport inventoryDetailReport(
    const InventoryHead& head, LineSource<InventoryLine> lines, LineSource<SurplusLine> surplus);

} // namespace guanwu
