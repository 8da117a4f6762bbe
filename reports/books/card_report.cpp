#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

namespace guanwu {

namespace {

    class CardRows final : public RowSource {
    public:
        explicit CardRows(std::vector<CardRow> rows)
            : m_rows(std::move(rows))
        {
        }
        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            const CardRow& from = m_rows[m_at++];
            row.role = RowRole::Line;
            std::size_t column = 0;
            for (const std::string* text :
                {&from.part, &from.item, &from.content, &from.before, &from.after, &from.date, &from.by})
                setText(row.cells[column++], *text);
            return true;
        }

    private:
        std::vector<CardRow> m_rows;
        std::size_t m_at = 0;
    };

} // namespace

StreamedReport cardReport(const BookHead& head, std::vector<CardRow> rows)
{
    Report report = reportOfBooks(std::string(kCardReport.titleZh), head);
    report.columns = {textColumn("栏目", 12), textColumn("项目", 16), textColumn("内容", 30),
        textColumn("变动前", 20), textColumn("变动后", 20), textColumn("日期", 12), textColumn("经办人", 10)};
    return {std::move(report), std::make_unique<CardRows>(std::move(rows))};
}

} // namespace guanwu
