#pragma once

#include "scanner/finder_patterns.h"
#include "scanner/fused_grids.h"
#include "scanner/patch.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads the QR codes that three of the patterns, found in `patch`, are the corners of: lays a grid over each
/// and reads its modules in grey. For small, blurred and slanted codes, whose modules no threshold separates.
[[nodiscard]] std::vector<RawRead> readQrGrids(
    LumView picture, const Patch& patch, std::span<const FinderPattern> patterns, const GridTry& how = {});

} // namespace guanwu
