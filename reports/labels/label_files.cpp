#include "reports/labels/labels.h"

#include "reports/labels/grey_png.h"
#include "reports/labels/label_drawing.h"
#include "reports/writers/replacing_file.h"

#include <cairo-pdf.h>
#include <cairomm/surface.h>
#include <cmath>

namespace guanwu {

namespace {

    constexpr int kDotsPerMm = 12;

    Result<void> writeFile(const std::filesystem::path& path, const std::string& bytes)
    {
        auto file = ReplacingFile::create(path);
        if (!file)
            return fail(file.error());
        file->write(bytes);
        file->commit();
        return {};
    }

    Result<void> writeFile(const std::filesystem::path& path, const Result<std::string>& bytes)
    {
        return bytes ? writeFile(path, *bytes) : fail(bytes.error());
    }

    template <class Label> Result<std::string> drawnPng(const Label& label, const LabelDesign& design)
    {
        const auto face = faceOf(label);
        if (!face)
            return fail(face.error());
        const auto surface = Cairo::ImageSurface::create(Cairo::ImageSurface::Format::RGB24,
            static_cast<int>(std::lround(design.width * kDotsPerMm)),
            static_cast<int>(std::lround(design.height * kDotsPerMm)));
        const auto context = Cairo::Context::create(surface);
        context->set_source_rgb(1, 1, 1);
        context->paint();
        context->scale(kDotsPerMm / kPointsPerMm, kDotsPerMm / kPointsPerMm);
        if (const auto drawn = drawLabel(context, *face, design, 0, 0); !drawn)
            return fail(drawn.error());
        surface->flush();
        return greyPng(*surface, kDotsPerMm);
    }

    /// Small crosses where four labels meet: for scissors on plain paper, unseen on stickers.
    void drawCutMarks(const Cairo::RefPtr<Cairo::Context>& context, const LabelDesign& page, double top)
    {
        constexpr double kArm = 1.0;
        context->set_source_rgb(0.6, 0.6, 0.6);
        context->set_line_width(0.1 * kPointsPerMm);
        const auto line = [&](double x1, double y1, double x2, double y2) {
            context->move_to(x1 * kPointsPerMm, y1 * kPointsPerMm);
            context->line_to(x2 * kPointsPerMm, y2 * kPointsPerMm);
        };
        for (int row = 0; row <= page.rows; ++row)
            for (int column = 0; column <= page.columns; ++column) {
                const double x = column * page.width;
                const double y = top + row * page.height;
                line(x - kArm, y, x + kArm, y);
                line(x, y - kArm, x, y + kArm);
            }
        context->stroke();
    }

    template <class Label>
    Result<std::string> drawnSheet(std::span<const Label> labels, const LabelDesign& design)
    {
        if (labels.empty())
            return fail(ErrorCode::InvalidArgument, "label.none");
        std::string bytes;
        const auto surface = Cairo::PdfSurface::create_for_stream(
            [&bytes](const unsigned char* data, unsigned int length) {
                bytes.append(reinterpret_cast<const char*>(data), length);
                return CAIRO_STATUS_SUCCESS;
            },
            design.pageWidth * kPointsPerMm, design.pageHeight * kPointsPerMm);
        // Cairo would put the current time here; a label is the same whenever it is printed.
        cairo_pdf_surface_set_metadata(
            surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
        const auto context = Cairo::Context::create(surface);
        const double top = (design.pageHeight - design.rows * design.height) / 2;
        const auto perPage = static_cast<std::size_t>(design.columns * design.rows);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto cell = static_cast<int>(i % perPage);
            if (cell == 0 && i > 0)
                context->show_page();
            if (cell == 0 && perPage > 1)
                drawCutMarks(context, design, top);
            const auto face = faceOf(labels[i]);
            if (!face)
                return fail(face.error());
            const auto drawn = drawLabel(context, *face, design, cell % design.columns * design.width,
                top + cell / design.columns * design.height);
            if (!drawn)
                return fail(drawn.error());
        }
        context->show_page();
        surface->finish();
        return bytes;
    }

} // namespace

Result<std::string> labelPng(const TagLabel& label, const LabelDesign& design)
{
    return drawnPng(label, design);
}

Result<std::string> labelPng(const RoomLabel& label, const LabelDesign& design)
{
    return drawnPng(label, design);
}

Result<std::string> labelSheet(std::span<const TagLabel> labels, const LabelDesign& design)
{
    return drawnSheet(labels, design);
}

Result<std::string> labelSheet(std::span<const RoomLabel> labels, const LabelDesign& design)
{
    return drawnSheet(labels, design);
}

Result<void> writeLabelPng(
    const TagLabel& label, const std::filesystem::path& path, const LabelDesign& design)
{
    return writeFile(path, drawnPng(label, design));
}

Result<void> writeLabelPng(
    const RoomLabel& label, const std::filesystem::path& path, const LabelDesign& design)
{
    return writeFile(path, drawnPng(label, design));
}

Result<void> writeLabelSheet(
    std::span<const TagLabel> labels, const std::filesystem::path& path, const LabelDesign& design)
{
    return writeFile(path, drawnSheet(labels, design));
}

Result<void> writeLabelSheet(
    std::span<const RoomLabel> labels, const std::filesystem::path& path, const LabelDesign& design)
{
    return writeFile(path, drawnSheet(labels, design));
}

Result<void> writeLabelSheet(
    std::span<const EnrolmentLabel> labels, const std::filesystem::path& path, const LabelDesign& design)
{
    return writeFile(path, drawnSheet(labels, design));
}

} // namespace guanwu
