#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    class DepreciationRows final : public RowSource {
    public:
        DepreciationRows(
            std::function<bool(DepreciationRow&)> next, std::function<std::vector<CheckLine>()> checks)
            : m_next(std::move(next))
            , m_checks(std::move(checks))
        {
        }

        bool next(ReportRow& row) override
        {
            if (!m_next(m_row))
                return false;
            row.role = m_row.isClassSum ? RowRole::OfWhich : RowRole::Line;
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

    private:
        std::function<bool(DepreciationRow&)> m_next;
        std::function<std::vector<CheckLine>()> m_checks;
        DepreciationRow m_row;
    };

} // namespace

StreamedReport depreciationReport(const BookHead& head, std::function<bool(DepreciationRow&)> next,
    std::function<std::vector<CheckLine>()> checks)
{
    Report report = reportOfBooks(std::string(kDepreciationReport.titleZh), head);
    report.columns = {repeatedColumn("资产编号", CellKind::Text, 13),
        repeatedColumn("名称", CellKind::Text, 16), textColumn("分类", 16), moneyColumn("原值"),
        numberColumn("折旧年限(月)", 8), textColumn("起始年月", 8), numberColumn("已提月数", 8),
        moneyColumn("本月折旧"), moneyColumn("累计折旧"), moneyColumn("净值"), textColumn("折旧状态", 10),
        textColumn("资金来源", 10), textColumn("使用部门", 12)};
    return {std::move(report), std::make_unique<DepreciationRows>(std::move(next), std::move(checks))};
}

} // namespace guanwu
