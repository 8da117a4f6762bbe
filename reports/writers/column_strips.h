#pragma once

#include "reports/model/report.h"

namespace guanwu {

/// The columns that are printed side by side on one page, as indexes into Report::columns.
using ColumnStrip = std::vector<std::size_t>;

/// Divides wide reports into strips of at most `capacity` (sum of Column::width) that are printed one after
/// the other. The first has its columns in the order of the report; those behind begin with the columns that
/// repeat. They break between blocks where a block fits on one strip. At least one strip.
[[nodiscard]] std::vector<ColumnStrip> columnStrips(const Report& report, double capacity);

/// What fits across A4 landscape at a size that can be read.
inline constexpr double kPageCapacity = 176;

} // namespace guanwu
