#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <optional>
#include <vector>

namespace guanwu {

/// A square seen from up to 60 degrees aside.
inline constexpr double kSquareFromAside = 2.6;

/// Quadrilaterals around what is dark and hangs together, the largest first: a matrix code with a quiet zone
/// is such a blob, and the lines through its outermost modules are its sides. Gaps of up to twice `reach`
/// pixels do not part a blob; it must be smaller than the quiet zone. Clockwise, from any corner. None is
/// more than `mostLonger` times longer than high.
[[nodiscard]] std::vector<Quad> darkBlobs(const LumImage& image, int reach, double leastSide,
    std::size_t most, double mostLonger = kSquareFromAside);

/// The quadrilateral around all the points, if they fill one of such sides and are no longer than that.
[[nodiscard]] std::optional<Quad> quadAround(
    const std::vector<PointF>& points, double leastSide, double mostLonger = kSquareFromAside);

/// The four lines of a convex polygon that enclose it with the least area added, by leaving out the side that
/// adds least until four are left: a corner whose module is light comes back that way. Empty when the polygon
/// has fewer than four sides.
[[nodiscard]] std::vector<PointF> fourSided(std::vector<PointF> hull);

} // namespace guanwu
