#include "scanner/grey_picture.h"

#include "scanner/area_mean.h"
#include "scanner/image_codecs.h"

#include <png.h>
#include <utility>

namespace guanwu {

LumImage shrunk(LumImage image, int longestSide) { return areaMeans<1>(std::move(image), longestSide); }

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
