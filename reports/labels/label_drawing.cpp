#include "reports/labels/label_drawing.h"

#include "reports/writers/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <pangomm/context.h>
#include <pangomm/fontdescription.h>
#include <span>

namespace guanwu {

namespace {

    constexpr double kModuleStep = 0.25;
    constexpr double kSmallestModule = 0.5;
    constexpr int kQuietModules = 4;
    constexpr double kRuleWidth = 0.25;

    // Heights in mm of the lines of text; the rows share what is left.
    constexpr double kHeadingHeight = 4.4;
    constexpr double kTallestHeading = 5.8; // of a name that needs two lines
    constexpr double kCodeHeight = 5.2;
    constexpr double kTallestRow = 4.2;
    constexpr double kSmallestRow = 2.3; // 4.5 points: what nobody can read is not printed
    constexpr double kTitleSize = 8; // points
    constexpr double kLongCodeSize = 9; // points; of a code that takes several lines

    constexpr double kSmallestBar = 0.25; // 10 mil, which the oldest laser scanners read
    constexpr int kQuietBars = 10;

    Box inPoints(double x, double y, double width, double height)
    {
        return {x * kPointsPerMm, y * kPointsPerMm, width * kPointsPerMm, height * kPointsPerMm};
    }

    /// The largest line of text that fits a height in mm, in points.
    double sizeFor(double height) { return height * kPointsPerMm / PdfText::lineHeight(1); }

    /// `height`: of a row of modules, the length of bars. All dark modules as one path: separate rectangles
    /// show hairlines between them in many viewers.
    void drawSymbol(const Cairo::RefPtr<Cairo::Context>& context, const LabelSymbol& symbol, double left,
        double top, double module, double height)
    {
        for (std::size_t y = 0; y < symbol.size(); ++y)
            for (std::size_t x = 0; x < symbol[y].size();) {
                const std::size_t begin = x;
                while (x < symbol[y].size() && symbol[y][x])
                    ++x;
                if (x > begin) {
                    const Box bar = inPoints(left + static_cast<double>(begin) * module,
                        top + static_cast<double>(y) * height, static_cast<double>(x - begin) * module,
                        height);
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

    /// Draws a text as large as the box allows, from the size of the style down to the smallest that is
    /// printed; only what does not fit then is cut. Returns the height it takes, in mm.
    double drawFitted(PdfText& text, const std::string& words, const TextStyle& style, double x, double y,
        double width, double height)
    {
        const FittedText fit = text.fitted(words, style, width * kPointsPerMm, height * kPointsPerMm,
            std::min(style.size, sizeFor(kSmallestRow)));
        const double taken = fit.lines * PdfText::lineHeight(fit.style.size) / kPointsPerMm;
        text.drawWrapped(words, fit.style, inPoints(x, y, width, taken), fit.lines);
        return taken;
    }

    /// Returns what comes below it.
    double drawHeading(PdfText& text, const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        double x, double y, double width)
    {
        const TextStyle style {sizeFor(kHeadingHeight) * 0.95, TextSide::Left, TextWeight::Bold, true};
        const double taken = drawFitted(text, face.heading, style, x, y, width, kTallestHeading);
        const double height = std::max(kHeadingHeight, taken);
        drawRule(context, x, y + height + 0.3, width);
        return y + height + 1;
    }

    /// In a typeface of equal widths, where 0 and O, 1 and I look different: the code is typed when nothing
    /// else works. Narrowed when it is too long, and of several lines when that would be hard to read, never
    /// cut. `tallest`: of those lines. Returns the height it takes, in mm.
    double drawCode(const Cairo::RefPtr<Cairo::Context>& context, const std::string& code, double x, double y,
        double width, double tallest)
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
        constexpr double kNarrowest = 0.6;
        if (natural * kNarrowest > box.width) {
            font.set_absolute_size(kLongCodeSize * PANGO_SCALE);
            layout->set_font_description(font);
            layout->set_wrap(Pango::WrapMode::CHAR);
            layout->set_width(static_cast<int>(box.width * PANGO_SCALE));
            forbidHyphens(layout->gobj());
            layout->get_size(naturalWidth, naturalHeight);
            const double height = static_cast<double>(naturalHeight) / PANGO_SCALE / kPointsPerMm;
            if (height <= tallest) {
                context->move_to(box.x, box.y);
                layout->show_in_cairo_context(context);
                return height;
            }
            layout->set_width(-1);
            font.set_absolute_size(sizeFor(kCodeHeight) * PANGO_SCALE);
            layout->set_font_description(font);
            layout->get_size(naturalWidth, naturalHeight);
        }
        context->save();
        context->translate(
            box.x, box.y + (box.height - static_cast<double>(naturalHeight) / PANGO_SCALE) / 2);
        context->scale(std::min(1.0, box.width / natural), 1);
        context->move_to(0, 0);
        layout->show_in_cairo_context(context);
        context->restore();
        return kCodeHeight;
    }

    /// One line each, two for long ones while there is room, and smaller when they need more; all smaller
    /// when there is not even room for one each, and the last ones left out when they would be too small.
    void drawRows(
        PdfText& text, const std::vector<std::string>& rows, double x, double y, double width, double bottom)
    {
        const auto count
            = std::min(static_cast<double>(rows.size()), std::floor((bottom - y) / kSmallestRow));
        if (count < 1)
            return;
        const double rowHeight = std::min(kTallestRow, (bottom - y) / count);
        const TextStyle style {sizeFor(rowHeight) * 0.98, TextSide::Left, TextWeight::Regular, true};
        int spare = static_cast<int>((bottom - y) / rowHeight - count + 1e-6);
        for (const auto& row : std::span(rows).first(static_cast<std::size_t>(count))) {
            const int lines = spare > 0 && text.lineCount(row, style, width * kPointsPerMm) > 1 ? 2 : 1;
            spare -= lines - 1;
            drawFitted(text, row, style, x, y, width, lines * rowHeight);
            y += lines * rowHeight;
        }
    }

    /// Code, title and rows below one another beside the symbol.
    void drawColumn(PdfText& text, const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        double x, double y, double width, double bottom)
    {
        y += drawCode(context, face.code, x, y, width, (bottom - y) / 2);
        const TextStyle title {kTitleSize, TextSide::Left, TextWeight::Bold, true};
        // Two lines, and whatever room the rows leave.
        const double spare = bottom - y - static_cast<double>(face.rows.size()) * kTallestRow;
        const double tallest
            = std::min(std::max(2 * PdfText::lineHeight(kTitleSize) / kPointsPerMm, spare), bottom - y);
        const double titleHeight = drawFitted(text, face.title, title, x, y, width, tallest);
        if (!face.rows.empty())
            drawRows(text, face.rows, x, y + titleHeight, width, bottom);
    }

    /// The symbol, and the texts beside it.
    Result<void> drawSquare(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        const LabelDesign& design, double left, double top)
    {
        const double side = static_cast<double>(face.symbol.size()) + 2 * kQuietModules;
        const double module = std::floor(design.symbol / side / kModuleStep) * kModuleStep;
        if (module < kSmallestModule || face.symbol.size() == 1)
            return fail(ErrorCode::InvalidArgument, "label.symbol", face.code);

        const double bottom = top + design.height - design.margin;
        const double right = left + design.width - design.margin;
        double y = top + design.margin;
        PdfText text(context);
        if (design.headingAcross) {
            const double x = left + design.margin;
            y = drawHeading(text, context, face, x, y, right - x);
        }
        // The quiet zone may lie over the margin: both are bare paper. Dark modules stay inside the margin.
        const double symbolLeft = left + std::max(design.margin, kQuietModules * module);
        const double symbolHeight = static_cast<double>(face.symbol.size()) * module;
        const double symbolTop
            = std::round((y + (bottom - y - symbolHeight) / 2) / kModuleStep) * kModuleStep;
        drawSymbol(context, face.symbol, symbolLeft, symbolTop, module, module);

        const double column = symbolLeft + symbolHeight + kQuietModules * module;
        if (!design.headingAcross)
            y = drawHeading(text, context, face, column, y, right - column);
        drawColumn(text, context, face, column, y, right - column, bottom);
        return {};
    }

    /// The bars under the heading, and the other texts under them.
    Result<void> drawBars(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
        const LabelDesign& design, double left, double top)
    {
        const double bars = static_cast<double>(face.symbol.front().size());
        const double module = std::floor(design.width / (bars + 2 * kQuietBars) / kModuleStep) * kModuleStep;
        if (module < kSmallestBar)
            return fail(ErrorCode::InvalidArgument, "label.symbol", face.code);
        const double x = left + design.margin;
        const double width = design.width - 2 * design.margin;
        double y = top + design.margin;
        PdfText text(context);
        y = drawHeading(text, context, face, x, y, width);
        const double barsLeft
            = std::round((left + (design.width - bars * module) / 2) / kModuleStep) * kModuleStep;
        drawSymbol(context, face.symbol, barsLeft, y, module, design.symbol);
        y += design.symbol + kModuleStep;
        drawColumn(text, context, face, x, y, width, top + design.height - design.margin);
        return {};
    }

} // namespace

Result<void> drawLabel(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
    const LabelDesign& design, double left, double top)
{
    const bool isBars = design.code == LabelCode::Code128;
    if (face.symbol.size() != 1 && isBars)
        return fail(ErrorCode::InvalidArgument, "label.symbol", face.code);
    context->set_source_rgb(0, 0, 0);
    return isBars ? drawBars(context, face, design, left, top) : drawSquare(context, face, design, left, top);
}

} // namespace guanwu
