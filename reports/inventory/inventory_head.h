#pragma once

#include "reports/inventory/inventory_lines.h"

namespace guanwu {

/// The part of a report that all inventory reports fill alike: preparer, base date, unit of money, 应报/实报.
[[nodiscard]] Report reportWithHead(std::string title, const InventoryHead& head);

/// 应报 n 家，实报 m 家, and who is missing.
[[nodiscard]] std::string unitsNote(const ReportingUnits& units);

/// "A02010105 便携式计算机", or the code alone.
[[nodiscard]] std::string classText(const std::string& code, const std::string& name);

/// An instant as the offices read it: Chinese time (UTC+8 all year), to the second.
[[nodiscard]] std::string chinaTimeText(Instant instant);

} // namespace guanwu
