#pragma once

#include "scanner/module_grid.h"

#include <functional>
#include <vector>

namespace guanwu {

/// Greys of a grid's modules and of one ring of paper around them, with light and contrast taken out: what a
/// standard says is dark is about -1, light about 1. That makes the greys of several frames comparable.
class ModuleGreys {
public:
    ModuleGreys(LumView picture, const GridModel& model, const Quad& corners);

    [[nodiscard]] int side() const { return m_side; }
    /// From -1 to side(), the ring included.
    [[nodiscard]] float at(int x, int y) const { return m_greys[index(x, y)]; }
    void set(int x, int y, float grey) { m_greys[index(x, y)] = grey; }

    /// How alike the modules are that the standard leaves open, up to 1: about 0 for two grids of which one
    /// is a module off, though their frames look the same.
    [[nodiscard]] double likeness(const ModuleGreys& other, const GridModel& model) const;

    /// The mean of those, each with its weight; of one model.
    [[nodiscard]] static ModuleGreys mean(
        const std::vector<const ModuleGreys*>& all, const std::vector<double>& weights);

private:
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>((y + 1) * (m_side + 2) + x + 1);
    }

    int m_side;
    std::vector<float> m_greys; ///< (side + 2) squared, row by row
};

/// The modules as clean pictures of four pixels each with a quiet zone, for a decoder's error correction: the
/// first from the greys as they are, the next equalised, further ones with more and more of the blur between
/// neighbours undone. Stops when `accept` takes one.
void drawnGrids(
    const ModuleGreys& greys, const GridModel& model, const std::function<bool(const LumImage&)>& accept);

} // namespace guanwu
