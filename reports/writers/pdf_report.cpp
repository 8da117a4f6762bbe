#include "reports/writers/pdf_report.h"

#include "core/values/calendar.h"
#include "reports/writers/pdf_page.h"
#include "reports/writers/replacing_file.h"
#include "reports/writers/report_spool.h"

#include <cairo-pdf.h>
#include <cairomm/enums.h>
#include <cairomm/surface.h>
#include <exception>

namespace guanwu {

namespace {

    class PdfReport final : public ReportWriter {
    public:
        PdfReport(const Report& report, ReplacingFile& file)
            : m_report(report)
            , m_surface(Cairo::PdfSurface::create_for_stream(
                  [this, &file](
                      const unsigned char* data, unsigned int length) { return write(file, data, length); },
                  PdfPages::kPageWidth, PdfPages::kPageHeight))
            , m_pages(report, Cairo::Context::create(m_surface))
            , m_paginator(m_pages.bodyHeight())
        {
            // Cairo would put the current time here.
            const std::string date = formatDate(report.asOf) + "T00:00:00Z";
            cairo_pdf_surface_set_metadata(m_surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
            cairo_pdf_surface_set_metadata(m_surface->cobj(), CAIRO_PDF_METADATA_TITLE, report.title.c_str());
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
            ReportClosing closing {{{end.totals, RowRole::Line, m_lastSheet}, 0}, end.checks};
            closing.total.height = m_pages.rowHeight(closing.total.row);
            const bool closingAlone = m_paginator.closingBeginsPage(m_pages.closingHeight(closing));
            if (closingAlone)
                ++m_sets;
            try {
                draw(closing, closingAlone);
                m_surface->finish();
            } catch (...) {
                rethrowFailure();
                throw;
            }
            rethrowFailure();
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

        /// Exceptions must not fly through cairo, so they wait.
        Cairo::ErrorStatus write(ReplacingFile& file, const unsigned char* data, unsigned int length) noexcept
        {
            try {
                file.write({reinterpret_cast<const char*>(data), length});
                return CAIRO_STATUS_SUCCESS;
            } catch (...) {
                m_failure = std::current_exception();
                return CAIRO_STATUS_WRITE_ERROR;
            }
        }

        void rethrowFailure()
        {
            if (m_failure)
                std::rethrow_exception(std::exchange(m_failure, nullptr));
        }

        const Report& m_report;
        std::exception_ptr m_failure; // outlives the surface, whose destructor may still write
        ReportSpool m_spool;
        Cairo::RefPtr<Cairo::PdfSurface> m_surface;
        PdfPages m_pages;
        Paginator m_paginator;
        std::size_t m_sets = 1;
        std::uint32_t m_lastSheet = 0;
    };

} // namespace

std::unique_ptr<ReportWriter> makePdfReport(const Report& report, ReplacingFile& file)
{
    return std::make_unique<PdfReport>(report, file);
}

} // namespace guanwu
