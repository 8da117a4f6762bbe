#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <vector>

namespace guanwu {

/// Half the size in both directions, each pixel the mean of four; an odd last row or column is dropped.
[[nodiscard]] LumImage halved(LumView picture);

/// Twice the size in both directions, bilinear: what a decoder needs when modules are one or two pixels wide.
[[nodiscard]] LumImage doubled(LumView picture);

/// Light and dark exchanged, for symbols printed white on black.
[[nodiscard]] LumImage inverted(LumView picture);

/// A copy without padding.
[[nodiscard]] LumImage copied(LumView picture);

/// A copy with so many pixels of one grey around it.
[[nodiscard]] LumImage onPaper(LumView picture, int margin, std::uint8_t paper);

/// Each value of rows of `width` becomes the mean of the square up to `radius` around it; beyond the edge
/// counts the edge.
void takeBoxMeans(std::vector<float>& values, int width, int height, int radius);

/// Paints a quadrilateral, a little enlarged about its centre, in one grey: what has been read is out of the
/// way of the next search.
void paintOver(LumImage& picture, const Corners& corners, std::uint8_t grey);

} // namespace guanwu
