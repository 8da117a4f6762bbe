#pragma once

#include "app/reader/row_sink.h"
#include "app/reader/xml_part.h"

namespace guanwu {

/// Sends the rows of the first table shown that has any (OpenDocument 1.2 part 1, 9.1 and 19.385). Errors:
/// those of the parts and the sink; table.formula and table.number_digits (detail: the cell, as Sheet1!C7),
/// table.external_links, table.protected, table.not_spreadsheet, table.empty.
[[nodiscard]] Result<void> readOds(const ZipArchive& archive, InflateBudget& budget, RowSink& sink);

} // namespace guanwu
