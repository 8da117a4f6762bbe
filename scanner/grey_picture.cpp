#include "scanner/grey_picture.h"

#include "scanner/image_codecs.h"

#include <algorithm>
#include <png.h>

namespace guanwu {

LumImage shrunk(LumImage image, int longestSide)
{
    const int longest = std::max(image.width, image.height);
    if (longest <= longestSide)
        return image;
    LumImage out;
    const auto fitting = [&](int side) {
        return std::max(1, static_cast<int>((std::int64_t {side} * longestSide + longest / 2) / longest));
    };
    out.width = fitting(image.width);
    out.height = fitting(image.height);
    out.pixels.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    // From edge to edge of the pixels that lie in it: at least one, because it is never made larger.
    const auto edge = [](int at, int of, int whole) { return static_cast<std::size_t>(std::int64_t {at} * whole / of); };
    for (int y = 0; y < out.height; ++y) {
        const std::size_t top = edge(y, out.height, image.height);
        const std::size_t bottom = std::max(top + 1, edge(y + 1, out.height, image.height));
        for (int x = 0; x < out.width; ++x) {
            const std::size_t left = edge(x, out.width, image.width);
            const std::size_t right = std::max(left + 1, edge(x + 1, out.width, image.width));
            std::size_t sum = 0;
            for (std::size_t row = top; row < bottom; ++row)
                for (std::size_t column = left; column < right; ++column)
                    sum += image.pixels[row * static_cast<std::size_t>(image.width) + column];
            const std::size_t count = (right - left) * (bottom - top);
            out.pixels.push_back(static_cast<std::uint8_t>((sum + count / 2) / count));
        }
    }
    return out;
}

Result<std::string> encodePng(const LumImage& image)
{
    if (const auto size = checkDimensions(image.width, image.height); !size)
        return fail(size.error());
    png_image png {};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_GRAY;
    // What no packing can shorten, with the filter byte of each row and the heads of its chunks.
    const std::size_t raw = (static_cast<std::size_t>(image.width) + 1) * static_cast<std::size_t>(image.height);
    std::string out(raw + raw / 256 + 4096, '\0');
    png_alloc_size_t size = out.size();
    if (png_image_write_to_memory(&png, out.data(), &size, 0, image.pixels.data(), image.width, nullptr) == 0)
        return fail(ErrorCode::InvalidArgument, "image.write", png.message);
    out.resize(size);
    return out;
}

} // namespace guanwu
