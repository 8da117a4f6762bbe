#include "reports/writers/report_writer.h"

#include <algorithm>

namespace guanwu {

bool WrittenReport::checksHold() const
{
    return std::all_of(checks.begin(), checks.end(), [](const CheckLine& check) { return check.holds; });
}

WrittenReport streamRows(const Report& report, RowSource& rows, ReportWriter& writer)
{
    TotalsAccumulator totals(report);
    WrittenReport written;
    ReportRow row;
    row.cells.resize(report.columns.size());
    for (; rows.next(row); ++written.rows) {
        totals.add(row);
        writer.row(row);
    }
    ReportEnd end {totals.totals(), {}};
    rows.close(end);
    writer.end(end);
    written.checks = std::move(end.checks);
    return written;
}

} // namespace guanwu
