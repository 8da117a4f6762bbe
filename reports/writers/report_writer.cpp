#include "reports/writers/report_writer.h"

#include <algorithm>

namespace guanwu {

bool WrittenReport::checksHold() const
{
    return std::all_of(checks.begin(), checks.end(), [](const CheckLine& check) { return check.holds; });
}

namespace {

    /// Behind its name.
    bool isBlank(const std::vector<Cell>& total)
    {
        return std::all_of(total.begin() + (total.empty() ? 0 : 1), total.end(),
            [](const Cell& cell) { return std::holds_alternative<std::monostate>(cell); });
    }

} // namespace

WrittenReport streamRows(const Report& report, RowSource& rows, ReportWriter& writer)
{
    TotalsAccumulator totals(report);
    TotalsAccumulator ofSheet(report);
    std::uint32_t sheet = 0;
    bool repeatsOnly = false; // a sheet of of-which rows comes to nothing of its own
    const auto turnTo = [&](std::size_t next) {
        for (; sheet < next; ++sheet) {
            if (auto total = ofSheet.totals("小计"); !repeatsOnly && !isBlank(total))
                writer.row({std::move(total), RowRole::SheetTotal, sheet});
            ofSheet = TotalsAccumulator(report);
            repeatsOnly = false;
        }
    };
    WrittenReport written;
    ReportRow row;
    row.cells.resize(report.columns.size());
    for (; rows.next(row); ++written.rows) {
        turnTo(row.sheet);
        repeatsOnly = isRepeating(row.role) && ofSheet.isEmpty();
        totals.add(row);
        ofSheet.add(row);
        writer.row(row);
    }
    if (!report.sheets.empty())
        turnTo(report.sheets.size() - 1);
    ReportEnd end {totals.totals(), {}};
    rows.close(end);
    if (isBlank(end.totals))
        end.totals.clear();
    writer.end(end);
    written.checks = std::move(end.checks);
    return written;
}

} // namespace guanwu
