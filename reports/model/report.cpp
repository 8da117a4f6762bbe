#include "reports/model/report.h"

namespace guanwu {

void RowSource::close(ReportEnd&) { }

std::optional<CellLines> RowSource::linesOf(const CellKey&) { return std::nullopt; }

std::vector<std::string> usualSignatures()
{
    return {"单位负责人", "填表人", "复核人", "填表日期", "联系电话"};
}

TotalsAccumulator::TotalsAccumulator(const Report& report)
    : m_columns(report.columns.size())
{
    for (std::size_t i = 0; i < m_columns; ++i)
        if (report.columns[i].total != Total::None)
            m_sums.push_back({i, report.columns[i].kind, report.columns[i].total});
}

void TotalsAccumulator::add(const ReportRow& row)
{
    if (isRepeating(row.role))
        return;
    m_anyRow = true;
    for (auto& sum : m_sums) {
        const Cell& cell = row.cells[sum.column];
        sum.value += amountOf(cell);
        sum.known = sum.known || !std::holds_alternative<std::monostate>(cell);
    }
}

std::vector<Cell> TotalsAccumulator::totals(std::string_view name) const
{
    std::vector<Cell> cells(m_columns);
    if (!cells.empty())
        setText(cells.front(), name);
    for (const auto& sum : m_sums)
        if (sum.total == Total::Sum || sum.known || !m_anyRow)
            cells[sum.column] = cellOfAmount(sum.kind, sum.value);
    return cells;
}

} // namespace guanwu
