#pragma once

#include <cairo.h>
#include <cstddef>
#include <string_view>

namespace guanwu {

/// Adds the path of a `d` to the context; false where it is damaged, or has more points than `left`, which is
/// lessened.
[[nodiscard]] bool addSvgPath(cairo_t* context, std::string_view text, std::size_t& left);
/// An ellipse, or a part of one from an angle to another.
void addSvgEllipse(cairo_t* context, double x, double y, double radiusX, double radiusY);

} // namespace guanwu
