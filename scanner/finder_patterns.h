#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <span>
#include <vector>

namespace guanwu {

/// A place where bars of given widths follow each other along the rows and along the columns: what concentric
/// squares look like on every line through their middle, however they are turned.
struct FinderPattern {
    PointF middle;
    double across = 0; ///< width of a module along the row
    double down = 0; ///< and along the column
    int rows = 0; ///< that met it
};

/// Widths in modules of dark, light, dark, … of a QR Code's finder pattern (ISO/IEC 18004, 6.3.3) and of the
/// bull's eye of an Aztec Code (ISO/IEC 24778; nine for the compact form, which is also the middle of the
/// other).
inline constexpr int kQrFinder[] {1, 1, 3, 1, 1};
inline constexpr int kBullsEye[] {1, 1, 1, 1, 1, 1, 1, 1, 1};

/// The patterns of the picture that most rows met, at most `most`.
[[nodiscard]] std::vector<FinderPattern> findPatterns(
    const LumImage& picture, std::span<const int> widths, std::size_t most);

} // namespace guanwu
