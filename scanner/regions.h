#pragma once

#include "scanner/geometry.h"
#include "scanner/gradient_cells.h"
#include "scanner/image.h"

#include <span>
#include <vector>

namespace guanwu {

/// A part of the picture that looks like a symbol.
struct Region {
    /// Stacked: bars in rows of a few modules' height, which is what PDF417 looks like.
    enum class Kind : std::uint8_t { Bars, Stacked, Matrix };
    Kind kind {};
    PointF middle;
    /// Unit vector across the bars, the direction in which they are read; along the picture's rows for a
    /// matrix.
    PointF across {1, 0};
    double width = 0; ///< in that direction
    double height = 0;
    /// What the regions about it say: bars of which it is a part, or which are a part of it.
    enum class Standing : std::uint8_t { Usual, Outdone, Confirmed };
    Standing standing {};

    [[nodiscard]] PointF along() const { return {-across.y, across.x}; }
    [[nodiscard]] Quad quad() const
    {
        const PointF u = across * (width / 2);
        const PointF v = along() * (height / 2);
        return {middle - u - v, middle + u - v, middle + u + v, middle - u + v};
    }
};

/// Regions by the structure tensor (J. Bigun and G. Granlund, 1987): where the gradient has one direction
/// over some distance there are bars, where it has many there are modules. About 5 ms for 1920 x 1080, the
/// largest first. It sees everything with enough edges, so grilles and print come too.
[[nodiscard]] std::vector<Region> findRegions(LumView picture);
/// The same from cellsOf() the picture, by who has them already.
[[nodiscard]] std::vector<Region> findRegions(Cells fine);

/// The same, from the picture, its cellsOf() and its half, with what halving shows besides: blurred by more
/// than a pixel in dim light, a code's edges drown in noise that the mean of four pixels has half of, and
/// near bars lie as far apart as strange ones. Each has its standing among the others.
[[nodiscard]] std::vector<Region> findAllRegions(LumView picture, Cells fine, LumView half);

/// What noise hides in the picture and its half shows beside the regions that are `known`: matrix codes in
/// dim light, and much clutter.
[[nodiscard]] std::vector<Region> findFaintMatrices(LumView half, std::span<const Region> known);

} // namespace guanwu
