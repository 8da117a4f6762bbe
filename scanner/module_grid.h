#pragma once

#include "scanner/aztec_size.h"
#include "scanner/geometry.h"
#include "scanner/grid_places.h"
#include "scanner/image.h"

#include <functional>
#include <vector>

namespace guanwu {

/// What a standard fixes of a symbol: the colours of some of its modules.
struct GridModel {
    enum Module : std::int8_t { Dark = -1, Unknown = 0, Light = 1 };
    int side = 0;
    std::vector<Module> modules; ///< row by row, side * side
    /// What says where a grid lies: the known modules, half of the others, and paper about them.
    GridPlaces places;
    std::vector<float> colours; ///< of the places, as Module

    [[nodiscard]] static GridModel qrCode(int side);
    /// Square Data Matrix ECC 200 of one region (ISO/IEC 16022): up to 26 modules.
    [[nodiscard]] static GridModel dataMatrix(int side);
    [[nodiscard]] static GridModel aztec(AztecSize size);
    [[nodiscard]] Module at(int x, int y) const { return modules[static_cast<std::size_t>(y * side + x)]; }
};

/// A grid laid over the picture: where the symbol's corners are, and how well what lies there fits.
struct GridFit {
    Quad corners {};
    double score = 0; ///< 0 to 1: known modules have their colour, unknown ones have one colour each
};

/// How much a module that the standard leaves open says of where a grid lies, beside one that it fixes.
inline constexpr float kUnknownWeight = 0.6F;

/// The width of a module, about, in pixels.
[[nodiscard]] double moduleOf(const Quad& corners, int side);

/// How well the modules fit where `corners` say they are.
[[nodiscard]] double gridScore(LumView picture, const GridModel& model, const Quad& corners);

/// Moves the corners until the score grows no more: to a tenth of a module, which is what reading modules of
/// one and a half pixels takes. `firstStep` is about how far off they are, in modules.
[[nodiscard]] GridFit fitGrid(
    LumView picture, const GridModel& model, const GridFit& start, double firstStep = 1);

/// The same by any score: steps from `firstStep` down to `lastStep` pixels, each half of the one before.
[[nodiscard]] GridFit fitCorners(GridFit start, double firstStep, double lastStep,
    const std::function<double(const Quad&)>& score);

} // namespace guanwu
