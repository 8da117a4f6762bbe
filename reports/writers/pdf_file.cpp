#include "reports/writers/pdf_file.h"

#include "core/values/calendar.h"
#include "reports/model/report.h"
#include "reports/writers/replacing_file.h"

#include <cairo-pdf.h>
#include <cairomm/enums.h>
#include <utility>

namespace guanwu {

PdfFile::PdfFile(const Report& report, ReplacingFile& file, double width, double height)
    : m_surface(Cairo::PdfSurface::create_for_stream(
          [this, &file](const unsigned char* data, unsigned int length) -> Cairo::ErrorStatus {
              // Exceptions must not fly through cairo, so they wait.
              try {
                  file.write({reinterpret_cast<const char*>(data), length});
                  return CAIRO_STATUS_SUCCESS;
              } catch (...) {
                  m_failure = std::current_exception();
                  return CAIRO_STATUS_WRITE_ERROR;
              }
          },
          width, height))
    , m_context(Cairo::Context::create(m_surface))
{
    // Cairo would put the current time here.
    const std::string date = formatDate(report.asOf) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(m_surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_pdf_surface_set_metadata(m_surface->cobj(), CAIRO_PDF_METADATA_TITLE, report.title.c_str());
}

void PdfFile::rethrowFailure()
{
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

} // namespace guanwu
