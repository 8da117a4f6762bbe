#include "reports/writers/report_page.h"

namespace guanwu {

namespace {

    class PageWriter final : public ReportWriter {
    public:
        PageWriter(ReportPage& page, std::size_t limit)
            : m_page(page)
            , m_limit(limit)
        {
        }
        void row(const ReportRow& row) override
        {
            if (m_page.rows.size() < m_limit)
                m_page.rows.push_back(row);
        }
        void end(const ReportEnd& end) override { m_page.end = end; }

    private:
        ReportPage& m_page;
        std::size_t m_limit;
    };

} // namespace

ReportOutput toPage(ReportPage& page, std::size_t limit)
{
    return [&page, limit](const Report& report, RowSource& rows) -> Result<WrittenReport> {
        page = {report, {}, {}};
        PageWriter writer(page, limit);
        return streamRows(report, rows, writer);
    };
}

} // namespace guanwu
