#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

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

/// Widths in modules of what follows each other, by turns dark and light, on a line through a pattern.
struct PatternLine {
    bool startsDark = true;
    std::vector<int> widths;
};
/// Any of these lines will do.
using PatternLines = std::vector<PatternLine>;

/// Of a QR Code's finder pattern (ISO/IEC 18004, 6.3.3).
[[nodiscard]] const PatternLines& qrFinderLines();
/// Of the bull's eye of an Aztec Code (ISO/IEC 24778), through its dark middle and beside it: turned by 45
/// degrees, hardly a line meets all rings. Its outermost dark ring runs into dark data.
[[nodiscard]] const PatternLines& bullsEyeLines();

/// The patterns of the picture that most rows met, three at least, and at most `most`. `rowStep`: of so many
/// rows one is looked at, which is enough for what is large.
[[nodiscard]] std::vector<FinderPattern> findPatterns(
    LumView picture, const PatternLines& lines, std::size_t most, int rowStep = 1);

} // namespace guanwu
