#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <optional>

namespace guanwu {

/// A square of concentric rings, each a module wide, by turns dark and light from the dark middle outwards.
struct BullsEye {
    Quad corners {}; ///< in any order of the four turns, clockwise
    double likeness = 0; ///< of the greys to the rings, up to 1
};

/// Modules of a side of the rings that both kinds of Aztec Code have.
inline constexpr int kEyeSide = 9;

/// The bull's eye about `middle`, its modules of about `module` pixels. Rays from the middle meet the rings'
/// edges, whatever the angle it is seen from.
[[nodiscard]] std::optional<BullsEye> bullsEyeAt(LumView picture, PointF middle, double module);

/// How much the greys of the square look like `side` / 2 rings about a middle module.
[[nodiscard]] double ringLikeness(LumView picture, const Quad& corners, int side);

/// The corners moved until those rings fit best, from `firstStep` modules on.
[[nodiscard]] BullsEye fittedRings(LumView picture, const Quad& corners, int side, double firstStep);

/// The square of `to` modules about the same middle as one of `from`.
[[nodiscard]] Quad widened(const Quad& corners, int from, int to);

} // namespace guanwu
