#pragma once

#include "scanner/image.h"

namespace guanwu {

/// Red, green and blue, one byte each, rows from the top without padding: pictures for people.
struct ColourImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool operator==(const ColourImage&) const = default;
};

/// As decodeImage, in colour and with the longer side no longer than that. Its errors.
[[nodiscard]] Result<ColourImage> decodeColours(std::span<const std::uint8_t> file, int longestSide);

/// A picture that was kept with another side up, as Exif 2.32 numbers them (4.6.4 A): 1 is upright already,
/// as is every number that it does not know.
[[nodiscard]] ColourImage uprightOf(ColourImage image, std::size_t orientation);

} // namespace guanwu
