#include "reports/writers/pdf_report.h"

#include "reports/writers/pdf_document.h"
#include "reports/writers/pdf_file.h"
#include "reports/writers/pdf_page.h"
#include "reports/writers/report_spool.h"

namespace guanwu {

namespace {

    class PdfReport final : public ReportWriter {
    public:
        PdfReport(const Report& report, ReplacingFile& file)
            : m_pdf(report, file, PdfPages::kPageWidth, PdfPages::kPageHeight)
            , m_pages(report, m_pdf.context())
            , m_paginator(m_pages.bodyHeight())
        {
        }

        /// First pass: how tall the row is, and on which page it falls.
        void row(const ReportRow& row) override
        {
            const double height = m_pages.rowHeight(row);
            if (m_paginator.rowBeginsPage(height, row.sheet))
                ++m_sets;
            m_lastSheet = row.sheet;
            m_spool.append(row, height);
        }

        void end(const ReportEnd& end) override
        {
            ReportClosing closing;
            closing.total.row.cells = end.totals;
            closing.total.row.sheet = m_lastSheet;
            closing.checks = end.checks;
            closing.total.height = end.totals.empty() ? 0 : m_pages.rowHeight(closing.total.row);
            const bool closingAlone = m_paginator.closingBeginsPage(m_pages.closingHeight(closing));
            if (closingAlone)
                ++m_sets;
            m_pdf.finish([&] { draw(closing, closingAlone); });
        }

    private:
        void draw(const ReportClosing& closing, bool closingAlone)
        {
            Paginator paginator(m_pages.bodyHeight());
            std::vector<PlacedRow> page;
            std::size_t set = 0;
            PlacedRow placed;
            m_spool.rewind();
            while (m_spool.next(placed.row, placed.height)) {
                if (paginator.rowBeginsPage(placed.height, placed.row.sheet)) {
                    m_pages.drawSet(page, nullptr, set++, m_sets);
                    page.clear();
                }
                page.push_back(placed);
            }
            if (closingAlone) {
                m_pages.drawSet(page, nullptr, set++, m_sets);
                page.clear();
            }
            m_pages.drawSet(page, &closing, set, m_sets);
        }

        ReportSpool m_spool;
        PdfFile m_pdf;
        PdfPages m_pages;
        Paginator m_paginator;
        std::size_t m_sets = 1;
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
