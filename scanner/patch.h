#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

namespace guanwu {

/// The grey at a place between pixels, bilinear; beyond the edge that of the edge.
inline float greyAt(LumView picture, PointF p)
{
    const float x
        = std::min(std::max(static_cast<float>(p.x) - 0.5F, 0.F), static_cast<float>(picture.width - 1));
    const float y
        = std::min(std::max(static_cast<float>(p.y) - 0.5F, 0.F), static_cast<float>(picture.height - 1));
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const float right = x - static_cast<float>(left);
    const float down = y - static_cast<float>(top);
    const int stepX = left + 1 < picture.width ? 1 : 0;
    const int stepY = top + 1 < picture.height ? picture.stride : 0;
    const std::uint8_t* at = picture.pixels + std::ptrdiff_t {top} * picture.stride + left;
    const float above = static_cast<float>(at[0]) + right * static_cast<float>(at[stepX] - at[0]);
    const float below
        = static_cast<float>(at[stepY]) + right * static_cast<float>(at[stepY + stepX] - at[stepY]);
    return above + down * (below - above);
}

/// A part of the picture as it stands, cut off at the picture's edges.
[[nodiscard]] LumView cutOut(LumView picture, PointF middle, double width, double height);

/// A square piece of the picture on a grid of its own: turned, enlarged, or both.
struct Patch {
    LumImage image;
    PointF origin; ///< of its pixels in the picture
    PointF right; ///< step in the picture for one pixel to the right
    PointF down;

    [[nodiscard]] PointF inPicture(PointF p) const { return origin + right * p.x + down * p.y; }
    [[nodiscard]] Quad inPicture(const Quad& quad) const
    {
        return {inPicture(quad[0]), inPicture(quad[1]), inPicture(quad[2]), inPicture(quad[3])};
    }
};

/// `pixelsWide` by `pixelsHigh` pixels about `middle`, `step` pixels of the picture apart.
[[nodiscard]] Patch patchAt(LumView picture, PointF middle, double step, int pixelsWide, int pixelsHigh);
/// The same with its rows in the direction `right`, one pixel of the patch long.
[[nodiscard]] Patch turnedPatchAt(
    LumView picture, PointF middle, PointF right, int pixelsWide, int pixelsHigh);

/// Unsharp masking with a binomial kernel `radius` pixels wide: makes good for part of the defocus, so that
/// thresholds find modules that had run into each other.
[[nodiscard]] LumImage sharpened(const LumImage& image, int radius, double strength);

} // namespace guanwu
