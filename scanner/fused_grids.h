#pragma once

#include "scanner/module_greys.h"
#include "scanner/work_clock.h"
#include "scanner/zxing_reader.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace guanwu {

/// Quick: what error correction mends as it is drawn. Thorough: its likeliest codewords as well, which take a
/// few milliseconds where there are none.
enum class GridLook : std::uint8_t { Quick, Thorough };

/// The grids that were laid over one region in several frames and could not be read: where the greys of one
/// symbol come again, they are averaged module by module and read as one. Modules need no alignment of
/// pictures, and a hand that moves another way in every frame blurs other neighbours into each.
class FusedGrids {
public:
    /// What follows is of this frame.
    void begin(std::int64_t frame) { m_frame = frame; }

    /// Whether frames were found to show the same modules.
    [[nodiscard]] bool grows() const
    {
        return std::any_of(
            m_stacks.begin(), m_stacks.end(), [](const Stack& stack) { return stack.layers.size() > 1; });
    }

    /// Looks harder at what this frame, `picture`, showed and quick looks left, and begins none at `until`.
    [[nodiscard]] std::vector<RawRead> readLeft(LumView picture, WorkClock::time_point until);

    /// A grid that fits somewhat, and what the mean of it and of those like it in earlier frames says where
    /// there is time to ask.
    [[nodiscard]] std::vector<RawRead> add(SymbolFormat format, const GridModel& model, const GridFit& fit,
        const ModuleGreys& greys, GridLook look, WorkClock::time_point until);

private:
    struct Layer {
        std::int64_t frame = 0;
        double score = 0;
        ModuleGreys greys;
        Quad corners {};
        bool isLeft = false; ///< its likeliest codewords were not looked for
    };
    /// Layers of what looks like one symbol.
    struct Stack {
        SymbolFormat format {};
        GridModel model;
        std::vector<Layer> layers;
        [[nodiscard]] ModuleGreys mean() const;
    };

    Stack& stackFor(SymbolFormat format, const GridModel& model, const ModuleGreys& greys);

    std::int64_t m_frame = 0;
    std::vector<Stack> m_stacks; ///< the one that was added to last at the end
};

/// How a region is tried.
struct GridTry {
    FusedGrids* fused = nullptr; ///< of the region, where there are frames before
    WorkClock::time_point until = WorkClock::time_point::max(); ///< no further step begins then

    [[nodiscard]] bool isOver() const { return WorkClock::isPast(until); }
};

/// Of fixed modules (ModuleGreys::error): above it, nothing is read.
inline constexpr double kMostGridError = 2.2;

/// Reads the modules of a grid that lies at `corners`.
[[nodiscard]] std::vector<RawRead> readModules(SymbolFormat format, const GridModel& model,
    const ModuleGreys& greys, const Quad& corners, GridLook look,
    WorkClock::time_point until = WorkClock::time_point::max());

/// Reads the modules under a fitted grid; what scores less than `leastScore` is not worth asking error
/// correction for. What cannot be read, and scores not much less than that, goes to the `fused` of the try,
/// if there is one.
[[nodiscard]] std::vector<RawRead> readGrid(LumView picture, SymbolFormat format, const GridModel& model,
    const GridFit& fit, double leastScore, const GridTry& how, GridLook look = GridLook::Thorough);

} // namespace guanwu
