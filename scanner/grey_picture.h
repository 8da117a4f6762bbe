#pragma once

#include "scanner/image.h"

#include <string>

namespace guanwu {

/// The picture with its longer side no longer than that, every pixel the mean of those that it stands for.
[[nodiscard]] LumImage shrunk(LumImage image, int longestSide);

/// An 8-bit grey PNG. Errors: image.empty, image.pixels, image.write.
[[nodiscard]] Result<std::string> encodePng(const LumImage& image);

} // namespace guanwu
