#pragma once

#include "reports/writers/report_writer.h"
#include "reports/writers/write_report.h"

namespace guanwu {

/// The beginning of a report as a screen shows it, with the totals and checks of the whole.
struct ReportPage {
    Report report;
    std::vector<ReportRow> rows; ///< at most as many as were asked for
    ReportEnd end;
};

/// Keeps the first `limit` rows in `page`; the others are only added up.
[[nodiscard]] ReportOutput toPage(ReportPage& page, std::size_t limit);

} // namespace guanwu
