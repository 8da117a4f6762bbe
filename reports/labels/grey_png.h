#pragma once

#include <cairomm/surface.h>
#include <string>

namespace guanwu {

/// A PNG of one grey channel that states how large it is to be printed, which cairo's own writer does not.
/// Throws std::runtime_error when libpng fails.
[[nodiscard]] std::string greyPng(Cairo::ImageSurface& surface, int dotsPerMm);

} // namespace guanwu
