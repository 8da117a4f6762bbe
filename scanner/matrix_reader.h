#pragma once

#include "scanner/fused_grids.h"
#include "scanner/regions.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads the matrix codes of a region, with growing effort as readBars() does.
inline constexpr int kMatrixEfforts = 5;
/// The effort that looks for PDF417 as well.
inline constexpr int kStackedInMatrix = 1;
[[nodiscard]] std::vector<RawRead> readMatrix(
    LumView picture, const Region& region, int effort, const GridTry& how = {});

} // namespace guanwu
