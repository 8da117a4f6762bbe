#include "reports/writers/glyph_line.h"

#include <algorithm>
#include <hb.h>
#include <memory>

namespace guanwu {

namespace {

    double toPoints(int pangoUnits) { return static_cast<double>(pangoUnits) / PANGO_SCALE; }

    /// Whether a character looks the same whatever stands beside it. f is the beginning of the ligatures.
    bool standsAlone(char32_t c)
    {
        return (c >= U' ' && c <= U'~' && c != U'f') || (c >= U'\u4E00' && c <= U'\u9FFF')
            || (c >= U'\u3400' && c <= U'\u4DBF') || (c >= U'\u3001' && c <= U'\u3011')
            || (c >= U'\u3014' && c <= U'\u301B') || (c >= U'\uFF01' && c <= U'\uFF5E') || c == U'\u33A1'
            || c == U'\u3000' || c == U'\u00B7' || c == U'\u2212';
    }

    /// The next character of valid UTF-8, and how many bytes it has; 0 bytes for what is not valid.
    std::pair<char32_t, int> nextCharacter(const std::string& text, std::size_t at)
    {
        const gunichar c
            = g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
        if (c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2))
            return {0, 0};
        return {c, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4};
    }

} // namespace

void GlyphLines::draw(cairo_t* context, const GlyphLine& line, double x, double y)
{
    auto all = std::find_if(m_gathered.begin(), m_gathered.end(),
        [&](const GlyphLine& gathered) { return gathered.m_font == line.m_font; });
    if (all == m_gathered.end()) {
        all = m_gathered.emplace(m_gathered.end());
        all->m_font = line.m_font;
    }
    for (const cairo_glyph_t& glyph : line.m_glyphs)
        all->m_glyphs.push_back({glyph.index, glyph.x + x, y});
    all->m_text += line.m_text;
    all->m_clusters.insert(all->m_clusters.end(), line.m_clusters.begin(), line.m_clusters.end());
    if (!m_gathers)
        drawGathered(context);
}

void GlyphLines::drawGathered(cairo_t* context)
{
    for (GlyphLine& all : m_gathered) {
        if (all.m_glyphs.empty())
            continue;
        cairo_set_scaled_font(context, all.m_font);
        cairo_show_text_glyphs(context, all.m_text.data(), static_cast<int>(all.m_text.size()), all.m_glyphs.data(),
            static_cast<int>(all.m_glyphs.size()), all.m_clusters.data(), static_cast<int>(all.m_clusters.size()),
            static_cast<cairo_text_cluster_flags_t>(0));
        all.m_text.clear();
        all.m_glyphs.clear();
        all.m_clusters.clear();
    }
}

GlyphLines::~GlyphLines()
{
    for (const auto& [key, face] : m_faces)
        if (face.font)
            g_object_unref(face.font);
}

GlyphLines::Face& GlyphLines::faceOf(const char* family, double size, bool isBold)
{
    const auto [found, isNew] = m_faces.try_emplace({size, isBold});
    Face& face = found->second;
    if (!isNew)
        return face;
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> description(
        pango_font_description_from_string(family), pango_font_description_free);
    pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(), isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(m_layout, description.get());
    pango_layout_set_width(m_layout, -1);
    pango_layout_set_text(m_layout, "国1", -1);
    // The font that a layout takes for Chinese, which has Latin letters too.
    const PangoLayoutLine* const line = pango_layout_get_line_readonly(m_layout, 0);
    if (!line || !line->runs)
        return face;
    face.font = static_cast<const PangoGlyphItem*>(line->runs->data)->item->analysis.font;
    g_object_ref(face.font);
    face.scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face.font));
    int height = 0;
    pango_layout_get_size(m_layout, nullptr, &height);
    face.height = toPoints(height);
    face.baseline = toPoints(pango_layout_get_baseline(m_layout));
    return face;
}

const GlyphLines::Glyph& GlyphLines::glyphOf(Face& face, char32_t character)
{
    const auto [found, isNew] = face.glyphs.try_emplace(character);
    if (!isNew)
        return found->second;
    hb_font_t* const font = pango_font_get_hb_font(face.font);
    hb_codepoint_t index = 0;
    if (hb_font_get_nominal_glyph(font, character, &index)) {
        found->second.index = index;
        found->second.advance = toPoints(hb_font_get_glyph_h_advance(font, index));
    }
    return found->second;
}

const GlyphLine* GlyphLines::line(const std::string& text, const char* family, double size, bool isBold)
{
    Face& face = faceOf(family, size, isBold);
    if (!face.scaled)
        return nullptr;
    GlyphLine& line = m_line;
    line.width = 0;
    line.m_glyphs.clear();
    line.m_clusters.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, bytes] = nextCharacter(text, at);
        if (bytes == 0 || !standsAlone(character))
            return nullptr;
        const Glyph& glyph = glyphOf(face, character);
        if (glyph.index == 0)
            return nullptr;
        line.m_glyphs.push_back({glyph.index, line.width, 0});
        line.m_clusters.push_back({bytes, 1});
        line.width += glyph.advance;
        at += static_cast<std::size_t>(bytes);
    }
    line.height = face.height;
    line.baseline = face.baseline;
    line.m_font = face.scaled;
    line.m_text = text;
    return &line;
}

} // namespace guanwu
