#include "reports/labels/label_drawing.h"

#include "reports/writers/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <pangomm/context.h>
#include <pangomm/fontdescription.h>

namespace guanwu {

namespace {

    constexpr double kModuleStep = 0.25;
    constexpr double kSmallestModule = 0.5;
    constexpr int kQuietModules = 4;
    constexpr double kRuleWidth = 0.25;

    // Heights in mm of the lines of text; the rows share what is left.
    constexpr double kHeadingHeight = 4.4;
    constexpr double kCodeHeight = 5.2;
    constexpr double kTallestRow = 4.2;
    constexpr double kTitleSize = 8; // points

    constexpr std::array kTapes {
        LabelGeometry {60, 40, 1.5, 29.5, true},
        LabelGeometry {70, 30, 1.5, 27, false},
    };
    constexpr LabelGeometry kSticker {70, 37, 4, 29, false};

    Box inPoints(double x, double y, double width, double height)
    {
        return {x * kPointsPerMm, y * kPointsPerMm, width * kPointsPerMm, height * kPointsPerMm};
    }

    /// The largest line of text that fits a height in mm, in points.
    double sizeFor(double height) { return height * kPointsPerMm / PdfText::lineHeight(1); }

    /// All dark modules as one path: separate rectangles show hairlines between them in many viewers.
    void drawSymbol(const Cairo::RefPtr<Cairo::Context>& context, const LabelSymbol& symbol, double left,
        double top, double module)
    {
        for (std::size_t y = 0; y < symbol.size(); ++y)
            for (std::size_t x = 0; x < symbol.size();) {
                const std::size_t begin = x;
                while (x < symbol.size() && symbol[y][x])
                    ++x;
                if (x > begin) {
                    const Box bar = inPoints(left + static_cast<double>(begin) * module,
                        top + static_cast<double>(y) * module, static_cast<double>(x - begin) * module,
                        module);
                    context->rectangle(bar.x, bar.y, bar.width, bar.height);
                } else {
                    ++x;
                }
            }
        context->save();
        context->set_antialias(Cairo::ANTIALIAS_NONE);
        context->fill();
        context->restore();
    }

    void drawRule(const Cairo::RefPtr<Cairo::Context>& context, double x, double y, double width)
    {
        const Box rule = inPoints(x, y - kRuleWidth / 2, width, kRuleWidth);
        context->rectangle(rule.x, rule.y, rule.width, rule.height);
        context->fill();
    }

    void drawHeading(PdfText& text, const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        double x, double y, double width)
    {
        text.drawWrapped(face.heading, {sizeFor(kHeadingHeight) * 0.95, TextSide::Left, TextWeight::Bold},
            inPoints(x, y, width, kHeadingHeight), 1);
        drawRule(context, x, y + kHeadingHeight + 0.3, width);
    }

    /// In a typeface of equal widths, where 0 and O, 1 and I look different: the code is typed when nothing
    /// else works. Narrowed when it is too long, never cut.
    void drawCode(const Cairo::RefPtr<Cairo::Context>& context, const std::string& code, double x, double y,
        double width)
    {
        const auto layout = Pango::Layout::create(context);
        pango_context_set_round_glyph_positions(layout->get_context()->gobj(), FALSE);
        Pango::FontDescription font("Noto Sans Mono CJK SC, monospace");
        font.set_absolute_size(sizeFor(kCodeHeight) * PANGO_SCALE);
        font.set_weight(Pango::Weight::BOLD);
        layout->set_font_description(font);
        layout->set_text(code);
        int naturalWidth = 0;
        int naturalHeight = 0;
        layout->get_size(naturalWidth, naturalHeight);
        const Box box = inPoints(x, y, width, kCodeHeight);
        const double natural = static_cast<double>(naturalWidth) / PANGO_SCALE;
        context->save();
        context->translate(
            box.x, box.y + (box.height - static_cast<double>(naturalHeight) / PANGO_SCALE) / 2);
        context->scale(std::min(1.0, box.width / natural), 1);
        context->move_to(0, 0);
        layout->show_in_cairo_context(context);
        context->restore();
    }

    /// One line each, two for long ones while there is room; all smaller when there is not even room for one
    /// each.
    void drawRows(
        PdfText& text, const std::vector<std::string>& rows, double x, double y, double width, double bottom)
    {
        const auto count = static_cast<double>(rows.size());
        const double rowHeight = std::min(kTallestRow, (bottom - y) / count);
        const TextStyle style {sizeFor(rowHeight) * 0.98};
        int spare = static_cast<int>((bottom - y) / rowHeight - count + 1e-6);
        for (const auto& row : rows) {
            const int lines = spare > 0 && text.lineCount(row, style, width * kPointsPerMm) > 1 ? 2 : 1;
            spare -= lines - 1;
            text.drawWrapped(row, style, inPoints(x, y, width, lines * rowHeight), lines);
            y += lines * rowHeight;
        }
    }

    /// Code, title and rows below one another beside the symbol.
    void drawColumn(PdfText& text, const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        double x, double y, double width, double bottom)
    {
        drawCode(context, face.code, x, y, width);
        y += kCodeHeight;
        const TextStyle title {kTitleSize, TextSide::Left, TextWeight::Bold};
        const int lines = std::min(2, text.lineCount(face.title, title, width * kPointsPerMm));
        const double titleHeight = lines * PdfText::lineHeight(kTitleSize) / kPointsPerMm;
        text.drawWrapped(face.title, title, inPoints(x, y, width, titleHeight), 2);
        if (!face.rows.empty())
            drawRows(text, face.rows, x, y + titleHeight, width, bottom);
    }

} // namespace

const LabelGeometry& tapeGeometry(TapeSize size) { return kTapes[static_cast<std::size_t>(size)]; }

const LabelGeometry& stickerGeometry() { return kSticker; }

Result<void> drawLabel(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
    const LabelGeometry& geometry, double left, double top)
{
    const double side = static_cast<double>(face.symbol.size()) + 2 * kQuietModules;
    const double module = std::floor(geometry.symbolSpace / side / kModuleStep) * kModuleStep;
    if (module < kSmallestModule)
        return fail(ErrorCode::InvalidArgument, "label.symbol", face.code);

    const double bottom = top + geometry.height - geometry.margin;
    const double right = left + geometry.width - geometry.margin;
    double y = top + geometry.margin;
    PdfText text(context);
    context->set_source_rgb(0, 0, 0);
    if (geometry.headingAcross) {
        const double x = left + geometry.margin;
        drawHeading(text, context, face, x, y, right - x);
        y += kHeadingHeight + 1;
    }
    // The quiet zone may lie over the margin: both are bare paper. Dark modules stay inside the margin.
    const double symbolLeft = left + std::max(geometry.margin, kQuietModules * module);
    const double symbolHeight = static_cast<double>(face.symbol.size()) * module;
    const double symbolTop = std::round((y + (bottom - y - symbolHeight) / 2) / kModuleStep) * kModuleStep;
    drawSymbol(context, face.symbol, symbolLeft, symbolTop, module);

    const double column = symbolLeft + symbolHeight + kQuietModules * module;
    if (!geometry.headingAcross) {
        drawHeading(text, context, face, column, y, right - column);
        y += kHeadingHeight + 1;
    }
    drawColumn(text, context, face, column, y, right - column, bottom);
    return {};
}

} // namespace guanwu
