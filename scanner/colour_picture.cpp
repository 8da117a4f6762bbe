#include "scanner/colour_picture.h"

#include "scanner/area_mean.h"
#include "scanner/image_codecs.h"

#include <utility>

namespace guanwu {

namespace {

    constexpr std::size_t kInks = 3;

} // namespace

Result<ColourImage> decodeColours(std::span<const std::uint8_t> file, int longestSide)
{
    const auto kind = pictureKind(file);
    if (!kind)
        return fail(kind.error());
    auto image = *kind == PictureKind::Png ? decodePngColours(file) : decodeJpegColours(file, longestSide);
    return image ? areaMeans<kInks>(std::move(*image), longestSide) : image;
}

ColourImage uprightOf(ColourImage image, std::size_t orientation)
{
    if (orientation < 2 || orientation > 8)
        return image;
    const bool isLying = orientation >= 5;
    ColourImage out;
    out.width = isLying ? image.height : image.width;
    out.height = isLying ? image.width : image.height;
    out.pixels.resize(image.pixels.size());
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x, to += kInks) {
            const int column = isLying ? y : x;
            const int row = isLying ? x : y;
            const auto at = static_cast<std::size_t>(fromBelow ? image.height - 1 - row : row)
                    * static_cast<std::size_t>(image.width)
                + static_cast<std::size_t>(fromRight ? image.width - 1 - column : column);
            std::copy_n(image.pixels.data() + at * kInks, kInks, to);
        }
    return out;
}

} // namespace guanwu
