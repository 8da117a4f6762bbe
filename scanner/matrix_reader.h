#pragma once

#include "scanner/fused_grids.h"
#include "scanner/regions.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads the matrix codes of a region, with growing effort as readBars() does.
inline constexpr int kMatrixEfforts = 5;
/// Pixels from which on a region may be a PDF417, which has 137 modules in a row, lying aslant.
inline constexpr double kShortestStacked = 110;
[[nodiscard]] std::vector<RawRead> readMatrix(
    LumView picture, const Region& region, int effort, const GridTry& how = {});

} // namespace guanwu
