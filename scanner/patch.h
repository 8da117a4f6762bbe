#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <algorithm>

namespace guanwu {

/// The grey at a place between pixels, bilinear; beyond the edge that of the edge, and
/// for what is no number that of the first pixel (the order of the arguments of max).
inline float greyAt(LumView picture, PointF p)
{
    const float x
        = std::min(std::max(0.F, static_cast<float>(p.x) - 0.5F), static_cast<float>(picture.width - 1));
    const float y
        = std::min(std::max(0.F, static_cast<float>(p.y) - 0.5F), static_cast<float>(picture.height - 1));
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

/// The same where the place is known to lie inside by a pixel, which takes half the time: in 256ths of a pixel.
inline float greyInside(LumView picture, PointF p)
{
    const int x = static_cast<int>(p.x * 256) - 128;
    const int y = static_cast<int>(p.y * 256) - 128;
    const std::uint8_t* at = picture.pixels + std::ptrdiff_t {y >> 8} * picture.stride + (x >> 8);
    const int right = x & 255;
    const int down = y & 255;
    const int above = at[0] * (256 - right) + at[1] * right;
    const int below = at[picture.stride] * (256 - right) + at[picture.stride + 1] * right;
    return static_cast<float>(above * (256 - down) + below * down) * (1.F / 65536);
}

/// Whether a reflection bleached that place.
inline bool isLost(LumView picture, PointF p)
{
    if (picture.lost == nullptr)
        return false;
    // What is no number is the first pixel, as for greyAt().
    const auto x = static_cast<int>(std::min(std::max(0.0, p.x), picture.width - 1.0));
    const auto y = static_cast<int>(std::min(std::max(0.0, p.y), picture.height - 1.0));
    return picture.lost[std::ptrdiff_t {y} * picture.stride + x] != 0;
}

/// Whether greyInside() may be asked for all of the quadrilateral.
inline bool liesInside(LumView picture, const Quad& quad)
{
    for (const PointF& p : quad)
        if (!(p.x >= 2 && p.y >= 2 && p.x < picture.width - 2 && p.y < picture.height - 2))
            return false;
    return true;
}

/// The same for all that the grid maps from the square between (first, first) and (last, last).
inline bool mapsInside(LumView picture, const Homography& grid, double first, double last)
{
    return grid.isBefore(first, last)
        && liesInside(picture,
            {grid.map({first, first}), grid.map({last, first}), grid.map({last, last}),
                grid.map({first, last})});
}

/// Visits the greys of `count` places on a line, from `first` on, `step` apart: what lies inside at a third
/// of the price of greyAt().
template <class Visit> void greysAlong(LumView picture, PointF first, PointF step, int count, Visit visit)
{
    const PointF last = first + step * (count - 1);
    if (!liesInside(picture, {first, last, last, first})) {
        for (int i = 0; i < count; ++i)
            visit(greyAt(picture, first + step * i));
        return;
    }
    constexpr int kBits = 20; // of a pixel: no line is so long that its end is off by rounding
    const auto fixed = [](double value) { return static_cast<std::int64_t>(value * (1 << kBits)); };
    std::int64_t x = fixed(first.x - 0.5);
    std::int64_t y = fixed(first.y - 0.5);
    const std::int64_t stepX = fixed(step.x);
    const std::int64_t stepY = fixed(step.y);
    for (int i = 0; i < count; ++i, x += stepX, y += stepY) {
        const std::uint8_t* at = picture.pixels + (y >> kBits) * picture.stride + (x >> kBits);
        const int right = static_cast<int>(x >> (kBits - 8)) & 255;
        const int down = static_cast<int>(y >> (kBits - 8)) & 255;
        const int above = at[0] * (256 - right) + at[1] * right;
        const int below = at[picture.stride] * (256 - right) + at[picture.stride + 1] * right;
        visit(static_cast<float>(above * (256 - down) + below * down) * (1.F / 65536));
    }
}

/// A part of the picture as it stands, cut off at the picture's edges.
[[nodiscard]] LumView cutOut(LumView picture, PointF middle, double width, double height);

/// Where a part of the picture begins in it.
[[nodiscard]] PointF originOf(LumView part, LumView picture);

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

/// A part of the picture as it stands, halved where it is large.
[[nodiscard]] Patch patchAsItIs(LumView picture, PointF middle, double width, double height);

/// `pixelsWide` by `pixelsHigh` pixels about `middle`, `step` pixels of the picture apart.
[[nodiscard]] Patch patchAt(LumView picture, PointF middle, double step, int pixelsWide, int pixelsHigh);
/// The same with its rows in the direction `right`, one pixel of the patch long.
[[nodiscard]] Patch turnedPatchAt(
    LumView picture, PointF middle, PointF right, int pixelsWide, int pixelsHigh);

/// Unsharp masking with a binomial kernel `radius` pixels wide: makes good for part of the defocus, so that
/// thresholds find modules that had run into each other.
[[nodiscard]] LumImage sharpened(const LumImage& image, int radius, double strength);

} // namespace guanwu
