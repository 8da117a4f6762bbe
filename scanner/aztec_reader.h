#pragma once

#include "scanner/fused_grids.h"
#include "scanner/patch.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads the Aztec Code, of any size, or the Aztec rune whose bull's eye lies about `middle` with modules of
/// about `module` pixels. It may fill the picture, which a symbol found by its outline may not.
[[nodiscard]] std::vector<RawRead> readAztecAt(
    LumView picture, PointF middle, double module, const GridTry& how = {});

/// The Aztec Codes of a picture whose bull's eyes are found in `image`, which covers the pixels of `patch`.
[[nodiscard]] std::vector<RawRead> readAztecEyes(
    LumView picture, const Patch& patch, LumView image, const GridTry& how = {}, int rowStep = 1);

/// Those of the whole picture; where it is large, near ones only: the others are regions of their own.
[[nodiscard]] std::vector<RawRead> readNearAztec(LumView picture, const GridTry& how = {});

} // namespace guanwu
