#include "reports/writers/lines_of_cell.h"

#include "core/values/ratio.h"
#include "reports/model/columns.h"
#include "reports/writers/report_page.h"

namespace guanwu {

namespace {

    /// Sees the rows of a summary go by and keeps the one that was asked for.
    class RowFinder final : public ReportWriter {
    public:
        explicit RowFinder(const CellKey& cell)
            : m_cell(cell)
        {
        }
        void row(const ReportRow& row) override
        {
            if (row.key == m_cell.row)
                m_found = row.cells;
        }
        void end(const ReportEnd& end) override
        {
            if (m_cell.row == kTotalKey)
                m_found = end.totals;
        }
        [[nodiscard]] const std::vector<Cell>& found() const { return m_found; }

    private:
        const CellKey& m_cell;
        std::vector<Cell> m_found;
    };

    /// What stands in the text columns in front of the figures.
    std::string nameOfRow(const Report& report, const std::vector<Cell>& cells)
    {
        std::string out;
        for (std::size_t i = 0; i < report.columns.size() && !report.columns[i].isFigure(); ++i)
            if (const auto* text = std::get_if<std::string>(&cells[i]))
                out += (out.empty() ? "" : "　") + *text;
        return out;
    }

    std::string nameOfColumn(const Column& column)
    {
        return column.group.empty() || !column.csvHeading.empty() ? column.nameInCsv()
                                                                  : column.group + "　" + column.heading;
    }

    constexpr std::size_t kValue = 5; ///< behind serial number, number, name, unit and note

    class CellLineRows final : public RowSource {
    public:
        CellLineRows(CellLines lines, CellKind kind, const Cell& figure)
            : m_lines(std::move(lines))
            , m_kind(kind)
            , m_figure(figure)
        {
        }

        bool next(ReportRow& row) override
        {
            CellLine line;
            if (!m_lines.next(line))
                return false;
            row.role = RowRole::Line;
            row.cells[0] = ++m_serial;
            setText(row.cells[1], line.no);
            setText(row.cells[2], line.name);
            setText(row.cells[3], line.unit);
            setText(row.cells[4], line.note);
            m_value += amountOf(line.value);
            row.cells[kValue] = std::move(line.value);
            if (m_kind == CellKind::Percent) {
                m_whole += amountOf(line.whole);
                row.cells[kValue + 1] = std::move(line.whole);
            }
            return true;
        }

        void close(ReportEnd& end) override
        {
            const Cell sum = m_kind == CellKind::Percent ? rate() : cellOfAmount(m_kind, m_value);
            const bool holds = sum == m_figure;
            end.checks.push_back({holds,
                (m_kind == CellKind::Percent ? "各行之和相除得 " : "各行之和 ")
                    + printedText(sum, MoneyUnit::Yuan) + (holds ? " = " : " ≠ ") + "汇总表所列 "
                    + printedText(m_figure, MoneyUnit::Yuan)});
        }

    private:
        [[nodiscard]] Cell rate() const
        {
            const auto percent = percentOf(m_value, m_whole);
            return percent ? Cell(Percent {*percent}) : Cell();
        }

        CellLines m_lines;
        CellKind m_kind;
        Cell m_figure;
        std::int64_t m_serial = 0;
        std::int64_t m_value = 0;
        std::int64_t m_whole = 0;
    };

    Column valueColumn(std::string heading, CellKind kind)
    {
        if (kind == CellKind::Area)
            return areaSumColumn(std::move(heading));
        return kind == CellKind::Money ? moneyColumn(std::move(heading)) : countColumn(std::move(heading), 9);
    }

    Report reportOfLines(const Report& summary, const Column& column, const std::string& row, CellKind kind)
    {
        Report report;
        report.title = summary.title + "：明细";
        report.preparer = summary.preparer;
        report.period = summary.period;
        report.asOf = summary.asOf;
        report.notes = {"所属单元格：" + row + "　" + nameOfColumn(column)};
        report.columns
            = {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("编号", CellKind::Text, 18),
                repeatedColumn("名称", CellKind::Text, 22), textColumn("单位", 22), textColumn("说明", 26)};
        if (column.kind == CellKind::Percent) {
            report.columns.push_back(valueColumn("分子", kind));
            report.columns.push_back(valueColumn("分母", kind));
        } else {
            report.columns.push_back(valueColumn(nameOfColumn(column), column.kind));
        }
        report.signatures = {"填表人", "复核人", "填表日期"};
        report.isPlainTable = summary.isPlainTable;
        return report;
    }

    class OpenCellWriter final : public ReportWriter {
    public:
        OpenCellWriter(const Report& report, std::vector<OpenCell>& cells)
            : m_report(report)
            , m_cells(cells)
        {
        }
        void row(const ReportRow& row) override
        {
            if (row.key.empty())
                return;
            m_opens = true;
            add(row.key, row.cells);
        }
        void end(const ReportEnd& end) override
        {
            if (m_opens)
                add(std::string(kTotalKey), end.totals);
        }

    private:
        void add(const std::string& key, const std::vector<Cell>& cells)
        {
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (m_report.columns[i].isFigure() && !std::holds_alternative<std::monostate>(cells[i]))
                    m_cells.push_back({cellKeyText(key, i), nameOfRow(m_report, cells),
                        nameOfColumn(m_report.columns[i]), cells[i]});
        }

        const Report& m_report;
        std::vector<OpenCell>& m_cells;
        bool m_opens = false;
    };

} // namespace

ReportOutput linesOfCell(const CellKey& cell, ReportOutput output)
{
    return
        [cell, output = std::move(output)](const Report& report, RowSource& rows) -> Result<WrittenReport> {
            RowFinder finder(cell);
            (void)streamRows(report, rows, finder);
            const std::vector<Cell>& found = finder.found();
            if (cell.column >= found.size() || !report.columns[cell.column].isFigure()
                || std::holds_alternative<std::monostate>(found[cell.column]))
                return fail(ErrorCode::NotFound, "report.cell", cellKeyText(cell));
            auto lines = rows.linesOf(cell);
            if (!lines)
                return fail(ErrorCode::NotFound, "report.no_lines", cellKeyText(cell));
            const Column& column = report.columns[cell.column];
            const Report made = reportOfLines(report, column, nameOfRow(report, found), lines->kind);
            CellLineRows source(std::move(*lines), column.kind, found[cell.column]);
            return output(made, source);
        };
}

ReportOutput toOpenCells(std::vector<OpenCell>& cells)
{
    return [&cells](const Report& report, RowSource& rows) -> Result<WrittenReport> {
        OpenCellWriter writer(report, cells);
        return streamRows(report, rows, writer);
    };
}

ReportOutput toCheckedCells(
    CheckedCells& checked, std::function<void(std::int64_t done, std::int64_t total)> told)
{
    return
        [&checked, told = std::move(told)](const Report& report, RowSource& rows) -> Result<WrittenReport> {
            std::vector<OpenCell> cells;
            auto written = toOpenCells(cells)(report, rows);
            for (const OpenCell& cell : cells) {
                const auto key = parseCellKey(cell.key);
                if (!key)
                    return fail(key.error());
                if (told)
                    told(checked.cells, static_cast<std::int64_t>(cells.size()));
                ++checked.cells;
                const std::string named = cell.key + " " + cell.row + " " + cell.column;
                auto lines = rows.linesOf(*key);
                if (!lines) {
                    checked.wrong.push_back(named);
                    continue;
                }
                const Column& column = report.columns[key->column];
                const Report made = reportOfLines(report, column, cell.row, lines->kind);
                CellLineRows source(std::move(*lines), column.kind, cell.value);
                ReportPage page;
                if (const auto added = toPage(page, 0)(made, source))
                    for (const CheckLine& check : added->checks)
                        if (!check.holds)
                            checked.wrong.push_back(named + "：" + check.text);
            }
            return written;
        };
}

} // namespace guanwu
