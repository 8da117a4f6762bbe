#pragma once

#include "reports/writers/report_writer.h"

namespace guanwu {

class ReplacingFile;

/// Column names, lines, 合计: no head and no foot, so that programs can read it.
[[nodiscard]] std::unique_ptr<ReportWriter> makeCsvReport(const Report& report, ReplacingFile& file);

} // namespace guanwu
