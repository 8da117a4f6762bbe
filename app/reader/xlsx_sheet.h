#pragma once

#include "app/reader/row_sink.h"
#include "app/reader/xlsx_workbook.h"

namespace guanwu {

/// Sends the rows of the first sheet shown that has any. Errors: those of the parts and the sink;
/// table.formula and table.number_digits (detail: the cell, as Sheet1!C7); table.empty.
[[nodiscard]] Result<void> readXlsx(const ZipArchive& archive, InflateBudget& budget, RowSink& sink);

} // namespace guanwu
