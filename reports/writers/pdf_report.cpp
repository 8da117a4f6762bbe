#include "reports/writers/pdf_report.h"

#include "reports/writers/pdf_document.h"
#include "reports/writers/pdf_file.h"
#include "reports/writers/pdf_page.h"
#include "reports/writers/report_spool.h"

namespace guanwu {

namespace {

    /// The rows go by three times: to learn how wide the columns have to be, how tall the rows are then, and
    /// to be drawn, when it is known how many pages there are.
    class PdfReport final : public ReportWriter {
    public:
        PdfReport(const Report& report, ReplacingFile& file)
            : m_report(report)
            , m_pdf(report, file, PdfPages::kPageWidth, PdfPages::kPageHeight)
            , m_fit(report)
        {
        }

        void row(const ReportRow& row) override
        {
            m_fit.add(row.cells);
            m_lastSheet = row.sheet;
            m_rows.append(row, 0);
        }

        void end(const ReportEnd& end) override
        {
            m_fit.addTotal(end.totals);
            PdfPages pages(m_report, m_fit.layout(), m_pdf.context());
            ReportSpool measured;
            std::size_t sets = 1;
            Paginator paginator(pages.bodyHeight());
            PlacedRow placed;
            m_rows.rewind();
            while (m_rows.next(placed.row, placed.height)) {
                placed.height = pages.rowHeight(placed.row);
                if (paginator.rowBeginsPage(placed.height, placed.row.sheet))
                    ++sets;
                measured.append(placed.row, placed.height);
            }
            ReportClosing closing;
            closing.total.row.cells = end.totals;
            closing.total.row.sheet = m_lastSheet;
            closing.total.row.role = RowRole::SheetTotal;
            closing.checks = end.checks;
            closing.total.height = end.totals.empty() ? 0 : pages.rowHeight(closing.total.row);
            const bool closingAlone = paginator.closingBeginsPage(pages.closingHeight(closing));
            if (closingAlone)
                ++sets;
            m_pdf.finish([&] { draw(pages, measured, closing, closingAlone, sets); });
        }

    private:
        static void draw(PdfPages& pages, ReportSpool& rows, const ReportClosing& closing, bool closingAlone,
            std::size_t sets)
        {
            Paginator paginator(pages.bodyHeight());
            std::vector<PlacedRow> page;
            std::size_t set = 0;
            PlacedRow placed;
            rows.rewind();
            while (rows.next(placed.row, placed.height)) {
                if (paginator.rowBeginsPage(placed.height, placed.row.sheet)) {
                    pages.drawSet(page, nullptr, set++, sets);
                    page.clear();
                }
                page.push_back(placed);
            }
            if (closingAlone) {
                pages.drawSet(page, nullptr, set++, sets);
                page.clear();
            }
            pages.drawSet(page, &closing, set, sets);
        }

        const Report& m_report;
        ReportSpool m_rows;
        PdfFile m_pdf;
        ColumnFit m_fit;
        std::uint32_t m_lastSheet = 0;
    };

} // namespace

std::unique_ptr<ReportWriter> makePdfReport(const Report& report, ReplacingFile& file)
{
    if (report.document)
        return makePdfDocument(report, file);
    return std::make_unique<PdfReport>(report, file);
}

} // namespace guanwu
