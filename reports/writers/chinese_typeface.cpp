#include "reports/writers/chinese_typeface.h"

#include <cairomm/context.h>
#include <cairomm/surface.h>
#include <pangomm/fontdescription.h>
#include <pangomm/init.h>
#include <pangomm/layout.h>

namespace guanwu {

bool hasChineseTypeface()
{
    Pango::init();
    const auto surface = Cairo::ImageSurface::create(Cairo::Surface::Format::A8, 1, 1);
    const auto layout = Pango::Layout::create(Cairo::Context::create(surface));
    layout->set_font_description(Pango::FontDescription(kChineseFamily));
    layout->set_text("国有资产");
    return layout->get_unknown_glyphs_count() == 0;
}

} // namespace guanwu
