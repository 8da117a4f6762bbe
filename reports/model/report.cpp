#include "reports/model/report.h"

namespace guanwu {

namespace {

    /// The number inside a cell in its smallest unit; text, dates and empty cells add nothing.
    std::int64_t amountOf(const Cell& cell)
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return *number;
        if (const auto* money = std::get_if<Money>(&cell))
            return money->fen();
        if (const auto* area = std::get_if<Area>(&cell))
            return area->hundredths();
        return 0;
    }

    Cell cellOf(CellKind kind, std::int64_t amount)
    {
        if (kind == CellKind::Money)
            return Money::fromFen(amount);
        if (kind == CellKind::Area)
            return Area::fromHundredths(amount);
        return amount;
    }

} // namespace

void RowSource::close(ReportEnd&) { }

TotalsAccumulator::TotalsAccumulator(const Report& report)
    : m_columns(report.columns.size())
{
    for (std::size_t i = 0; i < m_columns; ++i)
        if (report.columns[i].total != Total::None)
            m_sums.push_back({i, report.columns[i].kind, report.columns[i].total});
}

void TotalsAccumulator::add(const ReportRow& row)
{
    if (row.role == RowRole::OfWhich)
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
            cells[sum.column] = cellOf(sum.kind, sum.value);
    return cells;
}

} // namespace guanwu
