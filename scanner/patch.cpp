#include "scanner/patch.h"

#include <algorithm>

namespace guanwu {

LumView cutOut(LumView picture, PointF middle, double width, double height)
{
    const int left = std::clamp(static_cast<int>(middle.x - width / 2), 0, picture.width - 1);
    const int top = std::clamp(static_cast<int>(middle.y - height / 2), 0, picture.height - 1);
    const int right = std::clamp(static_cast<int>(middle.x + width / 2), left + 1, picture.width);
    const int bottom = std::clamp(static_cast<int>(middle.y + height / 2), top + 1, picture.height);
    return {picture.pixels + std::ptrdiff_t {top} * picture.stride + left, right - left, bottom - top,
        picture.stride};
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
    std::uint8_t* out = patch.image.pixels.data();
    for (int y = 0; y < pixelsHigh; ++y) {
        PointF at = patch.inPicture(PointF {0.5, y + 0.5});
        for (int x = 0; x < pixelsWide; ++x, at = at + right)
            *out++ = static_cast<std::uint8_t>(greyAt(picture, at) + 0.5F);
    }
    return patch;
}

LumImage sharpened(const LumImage& image, int radius, double strength)
{
    // Two box means of one width make a triangle, which is near enough to a bell.
    const int width = image.width;
    const int height = image.height;
    std::vector<float> blurred(image.pixels.begin(), image.pixels.end());
    std::vector<float> line(static_cast<std::size_t>(std::max(width, height)));
    const auto boxMean = [&](float* first, std::ptrdiff_t step, int count) {
        for (int i = 0; i < count; ++i)
            line[static_cast<std::size_t>(i)] = first[i * step];
        float sum = 0;
        const auto at = [&](int i) { return line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]; };
        for (int i = -radius; i <= radius; ++i)
            sum += at(i);
        const float share = 1.F / static_cast<float>(2 * radius + 1);
        for (int i = 0; i < count; ++i) {
            first[i * step] = sum * share;
            sum += at(i + radius + 1) - at(i - radius);
        }
    };
    for (int round = 0; round < 2; ++round) {
        for (int y = 0; y < height; ++y)
            boxMean(blurred.data() + std::ptrdiff_t {y} * width, 1, width);
        for (int x = 0; x < width; ++x)
            boxMean(blurred.data() + x, width, height);
    }
    LumImage out = image;
    const auto k = static_cast<float>(strength);
    for (std::size_t i = 0; i < out.pixels.size(); ++i) {
        const auto grey = static_cast<float>(image.pixels[i]);
        out.pixels[i] = static_cast<std::uint8_t>(std::clamp(grey + k * (grey - blurred[i]), 0.F, 255.F));
    }
    return out;
}

} // namespace guanwu
