#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <span>
#include <vector>

namespace guanwu {

/// Middles of places that have as much detail as squares of about one size that were read, and lie beside
/// them; those with most first. Symbols that lie close together on metal or in a frame are no regions of
/// their own.
[[nodiscard]] std::vector<PointF> placesAlike(LumView picture, std::span<const Quad> known);

} // namespace guanwu
