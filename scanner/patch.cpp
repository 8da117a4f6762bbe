#include "scanner/patch.h"

#include "scanner/image_ops.h"

#include <algorithm>

namespace guanwu {

LumView cutOut(LumView picture, PointF middle, double width, double height)
{
    const int left = std::clamp(static_cast<int>(middle.x - width / 2), 0, picture.width - 1);
    const int top = std::clamp(static_cast<int>(middle.y - height / 2), 0, picture.height - 1);
    const int right = std::clamp(static_cast<int>(middle.x + width / 2), left + 1, picture.width);
    const int bottom = std::clamp(static_cast<int>(middle.y + height / 2), top + 1, picture.height);
    const std::ptrdiff_t offset = std::ptrdiff_t {top} * picture.stride + left;
    LumView part(picture.pixels + offset, right - left, bottom - top, picture.stride);
    if (picture.lost != nullptr)
        part.lost = picture.lost + offset;
    return part;
}

PointF originOf(LumView part, LumView picture)
{
    const std::ptrdiff_t offset = part.pixels - picture.pixels;
    return {static_cast<double>(offset % picture.stride), static_cast<double>(offset / picture.stride)};
}

Patch patchAsItIs(LumView picture, PointF middle, double width, double height)
{
    constexpr int kLarge = 320; // pixels
    const LumView cut = cutOut(picture, middle, width, height);
    Patch patch {{}, originOf(cut, picture), {1, 0}, {0, 1}};
    if (std::max(cut.width, cut.height) > kLarge) {
        patch.image = halved(cut);
        patch.right = patch.right * 2;
        patch.down = patch.down * 2;
    } else {
        patch.image = copied(cut);
    }
    return patch;
}

Patch patchAt(LumView picture, PointF middle, double step, int pixelsWide, int pixelsHigh)
{
    return turnedPatchAt(picture, middle, {step, 0}, pixelsWide, pixelsHigh);
}

Patch turnedPatchAt(LumView picture, PointF middle, PointF right, int pixelsWide, int pixelsHigh)
{
    const PointF down {-right.y, right.x};
    Patch patch {{pixelsWide, pixelsHigh, {}},
        middle - right * (pixelsWide / 2.0) - down * (pixelsHigh / 2.0), right, down};
    patch.image.pixels.resize(static_cast<std::size_t>(pixelsWide) * static_cast<std::size_t>(pixelsHigh));
    const auto fill = [&](auto greyOf) {
        std::uint8_t* out = patch.image.pixels.data();
        for (int y = 0; y < pixelsHigh; ++y) {
            PointF at = patch.inPicture(PointF {0.5, y + 0.5});
            for (int x = 0; x < pixelsWide; ++x, at = at + right)
                *out++ = static_cast<std::uint8_t>(greyOf(at) + 0.5F);
        }
    };
    const auto corner = [&](double x, double y) { return patch.inPicture(PointF {x, y}); };
    if (liesInside(picture,
            {corner(0, 0), corner(pixelsWide, 0), corner(pixelsWide, pixelsHigh), corner(0, pixelsHigh)}))
        fill([picture](PointF p) { return greyInside(picture, p); });
    else
        fill([picture](PointF p) { return greyAt(picture, p); });
    return patch;
}

LumImage sharpened(const LumImage& image, int radius, double strength)
{
    // Two box means of one width make a triangle, which is near enough to a bell.
    std::vector<float> blurred(image.pixels.begin(), image.pixels.end());
    for (int round = 0; round < 2; ++round)
        takeBoxMeans(blurred, image.width, image.height, radius);
    LumImage out = image;
    const auto k = static_cast<float>(strength);
    for (std::size_t i = 0; i < out.pixels.size(); ++i) {
        const auto grey = static_cast<float>(image.pixels[i]);
        out.pixels[i] = static_cast<std::uint8_t>(std::clamp(grey + k * (grey - blurred[i]), 0.F, 255.F));
    }
    return out;
}

} // namespace guanwu
