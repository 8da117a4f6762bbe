#pragma once

#include <cairomm/context.h>
#include <cairomm/surface.h>
#include <exception>

namespace guanwu {

struct Report;
class ReplacingFile;

/// The PDF of a report on its way into a file. Its only date is the day that the report stands for, so the same
/// pages are the same bytes.
class PdfFile {
public:
    PdfFile(const Report& report, ReplacingFile& file, double width, double height);
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] Cairo::RefPtr<Cairo::Context> context() const { return m_context; }
    /// Draws the rest of the pages and closes the file. Throws what the disk had to say.
    template <class Draw> void finish(const Draw& draw)
    {
        try {
            draw();
            m_surface->finish();
        } catch (...) {
            rethrowFailure();
            throw;
        }
        rethrowFailure();
    }

private:
    void rethrowFailure();

    std::exception_ptr m_failure; // outlives the surface, whose destructor may still write
    Cairo::RefPtr<Cairo::PdfSurface> m_surface;
    Cairo::RefPtr<Cairo::Context> m_context;
};

} // namespace guanwu
