#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace guanwu {

/// Rows from the top without padding, some bytes a pixel, with their longer side no longer than that: every
/// pixel is the mean of those that it stands for.
template <std::size_t BytesAPixel, class Image> Image areaMeans(Image image, int longestSide)
{
    const int longest = std::max(image.width, image.height);
    if (longest <= longestSide)
        return image;
    Image out;
    const auto fitting = [&](int side) {
        return std::max(1, static_cast<int>((std::int64_t {side} * longestSide + longest / 2) / longest));
    };
    out.width = fitting(image.width);
    out.height = fitting(image.height);
    out.pixels.reserve(
        static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * BytesAPixel);
    // From edge to edge of the pixels that lie in it: at least one, because it is never made larger.
    const auto edge
        = [](int at, int of, int whole) { return static_cast<std::size_t>(std::int64_t {at} * whole / of); };
    const std::size_t stride = static_cast<std::size_t>(image.width) * BytesAPixel;
    for (int y = 0; y < out.height; ++y) {
        const std::size_t top = edge(y, out.height, image.height);
        const std::size_t bottom = std::max(top + 1, edge(y + 1, out.height, image.height));
        for (int x = 0; x < out.width; ++x) {
            const std::size_t left = edge(x, out.width, image.width);
            const std::size_t right = std::max(left + 1, edge(x + 1, out.width, image.width));
            const std::size_t count = (right - left) * (bottom - top);
            for (std::size_t ink = 0; ink < BytesAPixel; ++ink) {
                std::size_t sum = 0;
                for (std::size_t row = top; row < bottom; ++row)
                    for (std::size_t column = left; column < right; ++column)
                        sum += image.pixels[row * stride + column * BytesAPixel + ink];
                out.pixels.push_back(static_cast<std::uint8_t>((sum + count / 2) / count));
            }
        }
    }
    return out;
}

} // namespace guanwu
