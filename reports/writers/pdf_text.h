#pragma once

#include "reports/writers/glyph_line.h"

#include <cairomm/context.h>
#include <pangomm/layout.h>
#include <string>

namespace guanwu {

enum class TextSide : std::uint8_t { Left, Centre, Right };
enum class TextWeight : std::uint8_t { Regular, Bold };

struct TextStyle {
    double size = 7.5; ///< points
    TextSide side = TextSide::Left;
    TextWeight weight = TextWeight::Regular;
    bool isEven = false; ///< of a few lines the last is not left with a character or two
};

/// A place on the page, in points; y grows downwards.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] Box inset(double padding) const { return {x + padding, y, width - 2 * padding, height}; }
};

/// How a text is set in the room there is.
struct FittedText {
    TextStyle style;
    int lines = 1; ///< as many as are drawn; of what does not fit, the last ends in an ellipsis
};

/// A number that goes on in the next line gets no hyphen: it would be read as part of it.
void forbidHyphens(PangoLayout* layout);

/// Text on a page, shaped by Pango in a Chinese typeface. Lengths are points. Not for
/// several threads.
class PdfText {
public:
    explicit PdfText(Cairo::RefPtr<Cairo::Context> context);

    /// Lines that `text` needs when wrapped to `width`, at least 1.
    [[nodiscard]] int lineCount(const std::string& text, const TextStyle& style, double width);
    /// The narrowest width, at least half of `width`, that needs no more lines: lines of about the same
    /// length.
    [[nodiscard]] double balancedWidth(const std::string& text, const TextStyle& style, double width);
    /// The largest size, at most that of the style and no less than `least`, at which the text fits a box of
    /// this width and height, over as many lines as that takes.
    [[nodiscard]] FittedText fitted(
        const std::string& text, TextStyle style, double width, double height, double least);
    /// Draws wrapped text, its middle at the middle of the box; beyond `maxLines` it ends in an ellipsis.
    void drawWrapped(const std::string& text, const TextStyle& style, const Box& box, int maxLines);
    /// Draws one line; text that is too wide is condensed, never cut: a cut number is a wrong number.
    void drawLine(const std::string& text, const TextStyle& style, const Box& box);

    /// See GlyphLines. Whoever gathers calls drawGathered() before he sets a colour and at the end of a page.
    void gather() { m_lines.gather(); }
    void drawGathered() { m_lines.drawGathered(m_context->cobj()); }

    /// Distance between two lines of this size, as the typeface has it.
    [[nodiscard]] static double lineHeight(double size) { return size * 1.448; }

private:
    /// nullptr for a text that needs a layout.
    [[nodiscard]] const GlyphLine* lineOf(const std::string& text, const TextStyle& style);
    void prepare(const std::string& text, const TextStyle& style);
    void evenOut(double width, double size);
    [[nodiscard]] bool breakAtSpace();
    [[nodiscard]] bool breakAfterName();
    void drawGlyphs(const GlyphLine& line, TextSide side, const Box& box);

    Cairo::RefPtr<Cairo::Context> m_context;
    Glib::RefPtr<Pango::Layout> m_layout;
    GlyphLines m_lines;
};

} // namespace guanwu
