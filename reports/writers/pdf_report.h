#pragma once

#include "reports/writers/report_writer.h"

namespace guanwu {

class ReplacingFile;

/// A report for print: A4 landscape, headings on every page, page n of m, at most 25 lines a page. Columns
/// that do not fit beside each other go on the next page under the same serial numbers. The same report is
/// the same bytes.
[[nodiscard]] std::unique_ptr<ReportWriter> makePdfReport(const Report& report, ReplacingFile& file);

} // namespace guanwu
