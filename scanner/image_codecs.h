#pragma once

#include "scanner/colour_picture.h"

namespace guanwu {

/// One function a file format; decodeImage() in image.cpp chooses. Errors as listed there.
[[nodiscard]] Result<LumImage> decodePng(std::span<const std::uint8_t> file);
[[nodiscard]] Result<LumImage> decodeJpeg(std::span<const std::uint8_t> file);

[[nodiscard]] Result<ColourImage> decodePngColours(std::span<const std::uint8_t> file);
/// A picture that is more than twice as long as wanted may come in half its size, or less, but never shorter
/// than wanted.
[[nodiscard]] Result<ColourImage> decodeJpegColours(std::span<const std::uint8_t> file, int longestSide);

enum class PictureKind : std::uint8_t { Png, Jpeg };
/// By the content. Errors: image.empty, image.size, image.format.
[[nodiscard]] Result<PictureKind> pictureKind(std::span<const std::uint8_t> file);

/// Checks a picture's size before anything is allocated for it: image.empty, image.pixels.
[[nodiscard]] Result<void> checkDimensions(std::int64_t width, std::int64_t height);

} // namespace guanwu
