#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    // Places of the columns that are summed; the net value comes behind them.
    constexpr std::size_t kOriginal = 3;
    constexpr std::size_t kTaken = 7;
    constexpr std::size_t kAccumulated = 8;

    class DepreciationSource final : public RowSource {
    public:
        DepreciationSource(DepreciationRows next, std::function<std::vector<CheckLine>()> checks,
            std::function<DepreciationRows(const std::string& key)> behind)
            : m_next(std::move(next))
            , m_checks(std::move(checks))
            , m_behind(std::move(behind))
        {
        }

        bool next(ReportRow& row) override
        {
            if (!m_next(m_row))
                return false;
            row.role = m_row.isClassSum ? RowRole::GroupSum : RowRole::Line;
            row.key = m_behind ? m_row.key : std::string();
            std::size_t column = 0;
            const auto text = [&](const std::string& content) { setText(row.cells[column++], content); };
            const auto number = [&](const std::optional<std::int64_t>& value) {
                row.cells[column++] = value ? Cell(*value) : Cell();
            };
            text(m_row.assetNo);
            text(m_row.name);
            text(m_row.classText);
            row.cells[column++] = m_row.original;
            number(m_row.lifeMonths);
            text(m_row.start);
            number(m_row.monthsTaken);
            row.cells[column++] = m_row.taken;
            row.cells[column++] = m_row.accumulated;
            row.cells[column++] = m_row.original - m_row.accumulated;
            text(m_row.standing);
            text(m_row.funding);
            text(m_row.department);
            return true;
        }

        void close(ReportEnd& end) override { end.checks = m_checks(); }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (!m_behind)
                return std::nullopt;
            return CellLines {
                [next = m_behind(cell.row), column = cell.column](CellLine& line) {
                    for (DepreciationRow row; next(row);) {
                        line = {row.assetNo, row.name, row.unit, row.classText, valueOf(row, column), {}};
                        if (!addsNothing(line))
                            return true;
                    }
                    return false;
                },
                CellKind::Money};
        }

    private:
        static Cell valueOf(const DepreciationRow& row, std::size_t column)
        {
            switch (column) {
            case kOriginal:
                return row.original;
            case kTaken:
                return row.taken;
            case kAccumulated:
                return row.accumulated;
            default:
                return row.original - row.accumulated;
            }
        }

        DepreciationRows m_next;
        std::function<std::vector<CheckLine>()> m_checks;
        std::function<DepreciationRows(const std::string& key)> m_behind;
        DepreciationRow m_row;
    };

} // namespace

StreamedReport depreciationReport(const BookHead& head, DepreciationRows next,
    std::function<std::vector<CheckLine>()> checks,
    std::function<DepreciationRows(const std::string& key)> behind)
{
    Report report = reportOfBooks(std::string(kDepreciationReport.titleZh), head);
    report.columns = {repeatedColumn("资产编号", CellKind::Text, 13),
        repeatedColumn("名称", CellKind::Text, 16), textColumn("分类", 16), moneyColumn("原值"),
        numberColumn("折旧年限(月)", 8), textColumn("起始年月", 8), numberColumn("已提月数", 8),
        moneyColumn("本月折旧"), moneyColumn("累计折旧"), moneyColumn("净值"), textColumn("折旧状态", 10),
        textColumn("资金来源", 10), textColumn("使用部门", 12)};
    return {std::move(report),
        std::make_unique<DepreciationSource>(std::move(next), std::move(checks), std::move(behind))};
}

} // namespace guanwu
