#pragma once

#include "scanner/image.h"

namespace guanwu {

/// One function a file format; decodeImage() in image.cpp chooses. Errors as listed there.
[[nodiscard]] Result<LumImage> decodePng(std::span<const std::uint8_t> file);
[[nodiscard]] Result<LumImage> decodeJpeg(std::span<const std::uint8_t> file);

/// Checks a picture's size before anything is allocated for it: image.empty, image.pixels.
[[nodiscard]] Result<void> checkDimensions(std::int64_t width, std::int64_t height);

} // namespace guanwu
