#pragma once

#include "reports/writers/report_writer.h"

namespace guanwu {

class ReplacingFile;

/// The document of a report (Report::document) for print: A4 portrait, text with tables and pictures, page n of m,
/// and behind the text where each figure comes from. The rows are not printed. The same report is the same bytes.
[[nodiscard]] std::unique_ptr<ReportWriter> makePdfDocument(const Report& report, ReplacingFile& file);

} // namespace guanwu
