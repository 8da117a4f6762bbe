#pragma once

#include <cairo.h>
#include <map>
#include <pango/pangocairo.h>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guanwu {

/// One line of text as glyphs, without a layout: characters that stand for themselves, one glyph each, as nearly all in
/// tables of numbers and Chinese are. It is what Pango would set, in a tenth of the time.
class GlyphLine {
public:
    double width = 0; ///< points
    double height = 0; ///< of a line, as a layout has it
    double baseline = 0; ///< below its top

private:
    friend class GlyphLines;

    cairo_scaled_font_t* m_font = nullptr; ///< of the face
    std::string m_text;
    std::vector<cairo_glyph_t> m_glyphs; ///< from the left end
    std::vector<cairo_text_cluster_t> m_clusters;
};

/// Makes lines; keeps what the faces say of their characters.
class GlyphLines {
public:
    /// `layout` is asked what a line of a face is like; its context says how glyphs are measured.
    explicit GlyphLines(PangoLayout* layout)
        : m_layout(layout)
    {
    }
    GlyphLines(const GlyphLines&) = delete;
    GlyphLines& operator=(const GlyphLines&) = delete;
    ~GlyphLines();

    /// nullptr for a text that needs a layout: of several paragraphs, of other scripts, with ligatures, or with
    /// characters that the face lacks. Stays until the next call.
    [[nodiscard]] const GlyphLine* line(const std::string& text, const char* family, double size, bool isBold);

    /// From now on what is drawn is drawn by drawGathered(), all of a face at once and in the colour that is set then: a
    /// page of a table takes two thirds of the time so.
    void gather() { m_gathers = true; }
    /// Its left end at the point, which is on the baseline.
    void draw(cairo_t* context, const GlyphLine& line, double x, double y);
    void drawGathered(cairo_t* context);

private:
    struct Glyph {
        unsigned long index = 0; ///< 0 = the face has none
        double advance = 0;
    };
    struct Face {
        PangoFont* font = nullptr;
        cairo_scaled_font_t* scaled = nullptr;
        double height = 0;
        double baseline = 0;
        std::unordered_map<char32_t, Glyph> glyphs;
    };
    [[nodiscard]] Face& faceOf(const char* family, double size, bool isBold);
    [[nodiscard]] static const Glyph& glyphOf(Face& face, char32_t character);

    PangoLayout* m_layout;
    std::map<std::pair<double, bool>, Face> m_faces; ///< by size and weight
    GlyphLine m_line;
    bool m_gathers = false;
    std::vector<GlyphLine> m_gathered; ///< one a face, with glyphs where they stand on the page
};

} // namespace guanwu
