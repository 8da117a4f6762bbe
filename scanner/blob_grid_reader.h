#pragma once

#include "scanner/fused_grids.h"
#include "scanner/patch.h"
#include "scanner/zxing_reader.h"

namespace guanwu {

/// Reads matrix codes by their outline: lays the grid of each kind and size over the dark blobs of `image`,
/// which covers the pixels of `patch`, turned all four ways; the one whose fixed modules fit is read in grey.
/// For Data Matrix and Aztec Codes, and QR codes whose finder patterns are lost, where no threshold separates
/// the modules. `reach` as for darkBlobs(); a fit takes a
/// millisecond, so there are at most `mostFits`.
[[nodiscard]] std::vector<RawRead> readBlobGrids(LumView picture, const Patch& patch, const LumImage& image,
    int reach, std::size_t mostFits, const GridTry& how = {}, GridLook look = GridLook::Thorough);

/// The same for what is dim about `seed`, a place of the patch: outlines of small and soft modules, which are
/// off by a module or two.
[[nodiscard]] std::vector<RawRead> readDimGrids(
    LumView picture, const Patch& patch, PointF seed, std::size_t mostFits, const GridTry& how = {});

/// A symbol like a square one of that format that was read at `known`: of its kind and as large, about
/// `middle`, turned by any angle. It finds what has lost its outline, and takes a millisecond.
[[nodiscard]] std::vector<RawRead> readAlike(
    LumView picture, SymbolFormat format, const Quad& known, PointF middle);

} // namespace guanwu
