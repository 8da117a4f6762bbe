#include "reports/writers/pdf_text.h"

#include "reports/writers/chinese_typeface.h"
#include "reports/writers/name_breaks.h"

#include <algorithm>
#include <memory>
#include <pangomm/context.h>
#include <pangomm/fontdescription.h>
#include <pangomm/init.h>

namespace guanwu {

namespace {

    double toPoints(int pangoUnits) { return static_cast<double>(pangoUnits) / PANGO_SCALE; }

    int toPangoUnits(double points) { return static_cast<int>(points * PANGO_SCALE); }

    Glib::RefPtr<Pango::Layout> layoutOn(const Cairo::RefPtr<Cairo::Context>& context)
    {
        Pango::init();
        auto layout = Pango::Layout::create(context);
        // Hints belong to screens; without them the same text has the same width on every machine.
        Cairo::FontOptions options;
        options.set_hint_style(Cairo::FontOptions::HintStyle::NONE);
        options.set_hint_metrics(Cairo::FontOptions::HintMetrics::OFF);
        layout->get_context()->set_cairo_font_options(options);
        pango_context_set_round_glyph_positions(layout->get_context()->gobj(), FALSE);
        layout->get_context()->set_language(Pango::Language("zh-cn"));
        layout->set_wrap(Pango::WrapMode::WORD_CHAR);
        forbidHyphens(layout->gobj());
        return layout;
    }

} // namespace

void forbidHyphens(PangoLayout* layout)
{
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(
        pango_attr_list_new(), pango_attr_list_unref);
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes.get());
}

PdfText::PdfText(Cairo::RefPtr<Cairo::Context> context)
    : m_context(std::move(context))
    , m_layout(layoutOn(m_context))
    , m_lines(m_layout->gobj())
{
}

const GlyphLine* PdfText::lineOf(const std::string& text, const TextStyle& style)
{
    return m_lines.line(text, kChineseFamily, style.size, style.weight == TextWeight::Bold);
}

void PdfText::prepare(const std::string& text, const TextStyle& style)
{
    Pango::FontDescription font(kChineseFamily);
    font.set_absolute_size(style.size * PANGO_SCALE);
    font.set_weight(style.weight == TextWeight::Bold ? Pango::Weight::BOLD : Pango::Weight::NORMAL);
    m_layout->set_font_description(font);
    m_layout->set_alignment(style.side == TextSide::Left ? Pango::Alignment::LEFT
            : style.side == TextSide::Centre             ? Pango::Alignment::CENTER
                                                         : Pango::Alignment::RIGHT);
    m_layout->set_text(text);
}

int PdfText::lineCount(const std::string& text, const TextStyle& style, double width)
{
    if (const GlyphLine* line = lineOf(text, style); line && line->width <= width)
        return 1;
    prepare(text, style);
    m_layout->set_width(toPangoUnits(width));
    m_layout->set_ellipsize(Pango::EllipsizeMode::NONE);
    return std::max(1, m_layout->get_line_count());
}

double PdfText::balancedWidth(const std::string& text, const TextStyle& style, double width)
{
    const int lines = lineCount(text, style, width);
    if (lines == 1)
        return width;
    constexpr double kStep = 1.0;
    double narrow = width;
    while (narrow > width / 2 && lineCount(text, style, narrow - kStep) == lines)
        narrow -= kStep;
    return narrow;
}

FittedText PdfText::fitted(
    const std::string& text, TextStyle style, double width, double height, double least)
{
    constexpr double kStep = 0.25;
    constexpr double kHair = 1e-6;
    for (;; style.size = std::max(least, style.size - kStep)) {
        const int lines = lineCount(text, style, width);
        if (lines * lineHeight(style.size) <= height + kHair)
            return {style, lines};
        if (style.size <= least)
            return {style, std::max(1, static_cast<int>((height + kHair) / lineHeight(style.size)))};
    }
}

void PdfText::drawWrapped(const std::string& text, const TextStyle& style, const Box& box, int maxLines)
{
    if (text.empty())
        return;
    if (const GlyphLine* line = lineOf(text, style); line && line->width <= box.width) {
        drawGlyphs(*line, style.side, box);
        return;
    }
    prepare(text, style);
    m_layout->set_width(toPangoUnits(box.width));
    m_layout->set_ellipsize(Pango::EllipsizeMode::NONE);
    if (m_layout->get_line_count() > maxLines) {
        // Pango counts the lines of each paragraph apart, so there must be one only.
        std::string flat = text;
        std::replace_if(
            flat.begin(), flat.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
        m_layout->set_text(flat);
        m_layout->set_ellipsize(Pango::EllipsizeMode::END);
        m_layout->set_height(-maxLines);
    } else if (style.isEven) {
        evenOut(box.width, style.size);
    }
    int layoutWidth = 0;
    int layoutHeight = 0;
    m_layout->get_size(layoutWidth, layoutHeight);
    m_context->move_to(box.x, box.y + (box.height - toPoints(layoutHeight)) / 2);
    m_layout->show_in_cairo_context(m_context);
}

/// A last line of a character or two looks like a slip: the lines are made about as long as each other where
/// that takes no more of them.
void PdfText::evenOut(double width, double size)
{
    const int lines = m_layout->get_line_count();
    constexpr int kFewLines = 4; // what is longer reads as a paragraph
    if (lines < 2 || lines > kFewLines || (lines == 2 && breakAtSpace()))
        return;
    double sum = 0;
    double last = 0;
    for (int i = 0; i < lines; ++i) {
        Pango::Rectangle ink;
        Pango::Rectangle logical;
        m_layout->get_line(i)->get_extents(ink, logical);
        last = toPoints(logical.get_width());
        sum += last;
    }
    constexpr double kFewCharacters = 2.5;
    if (last > kFewCharacters * size || (lines == 2 && breakAfterName()))
        return;
    m_layout->set_width(toPangoUnits(std::min(width, sum / lines + 1.5 * size)));
    if (m_layout->get_line_count() > lines)
        m_layout->set_width(toPangoUnits(width));
}

/// A code and a name stand one above the other rather than with the name torn in two.
bool PdfText::breakAtSpace()
{
    const std::string text = m_layout->get_text();
    const std::size_t space = text.find(' ');
    if (space == std::string::npos)
        return false;
    std::string broken = text;
    broken[space] = '\n';
    m_layout->set_text(broken);
    if (m_layout->get_line_count() == 2)
        return true;
    m_layout->set_text(text);
    return false;
}

bool PdfText::breakAfterName()
{
    const Glib::ustring text = m_layout->get_text();
    for (const std::size_t at : nameBreaks(std::u32string(text.begin(), text.end()))) {
        m_layout->set_text(text.substr(0, at) + '\n' + text.substr(at));
        if (m_layout->get_line_count() == 2)
            return true;
    }
    m_layout->set_text(text);
    return false;
}

void PdfText::drawGlyphs(const GlyphLine& line, TextSide side, const Box& box)
{
    const double gap = box.width - line.width;
    const double offset = side == TextSide::Left ? 0 : side == TextSide::Centre ? gap / 2 : gap;
    m_lines.draw(
        m_context->cobj(), line, box.x + offset, box.y + (box.height - line.height) / 2 + line.baseline);
}

void PdfText::drawLine(const std::string& text, const TextStyle& style, const Box& box)
{
    if (text.empty())
        return;
    if (const GlyphLine* line = lineOf(text, style); line && line->width <= box.width) {
        drawGlyphs(*line, style.side, box);
        return;
    }
    prepare(text, style);
    m_layout->set_width(-1);
    m_layout->set_ellipsize(Pango::EllipsizeMode::NONE);
    int layoutWidth = 0;
    int layoutHeight = 0;
    m_layout->get_size(layoutWidth, layoutHeight);
    const double natural = toPoints(layoutWidth);
    const double condensed = natural > box.width ? box.width / natural : 1.0;
    const double gap = box.width - natural * condensed;
    const double offset = style.side == TextSide::Left ? 0 : style.side == TextSide::Centre ? gap / 2 : gap;
    m_context->save();
    m_context->translate(box.x + offset, box.y + (box.height - toPoints(layoutHeight)) / 2);
    m_context->scale(condensed, 1);
    m_context->move_to(0, 0);
    m_layout->show_in_cairo_context(m_context);
    m_context->restore();
}

} // namespace guanwu
