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
    /// `place`: where a place of the grid, in modules from its top left, lies in the picture.
    ModuleGreys(LumView picture, const GridModel& model, const std::function<PointF(PointF)>& place);

    [[nodiscard]] int side() const { return m_side; }
    /// From -1 to side(), the ring included; 0 where it is lost.
    [[nodiscard]] float at(int x, int y) const { return m_greys[index(x, y)]; }
    /// A reflection bleached it.
    [[nodiscard]] bool isLost(int x, int y) const { return !m_lost.empty() && m_lost[index(x, y)]; }
    /// Of each module, row by row, how much lighter than half way between light and dark, which is drawn
    /// towards the mean of the surroundings: that follows the light over the label.
    [[nodiscard]] std::vector<float> aboveThreshold() const;
    void set(int x, int y, float grey) { m_greys[index(x, y)] = grey; }
    /// Makes it one that says nothing.
    void lose(int x, int y)
    {
        m_lost.resize(m_greys.size());
        m_lost[index(x, y)] = true;
        set(x, y, 0);
    }

    /// Mean square by which the modules that the standard fixes are off: below 1.5 in what could be read,
    /// about 3 in print and furniture that only look like a symbol.
    [[nodiscard]] double error(const GridModel& model) const;

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
    std::vector<bool> m_lost; ///< the same; empty where none is
};

/// The greys as they are, then equalised by what the standard fixes, then with what is believed of the
/// neighbours taken out. Stops when `accept` takes one.
void deblurred(
    const ModuleGreys& greys, const GridModel& model, const std::function<bool(const ModuleGreys&)>& accept);

/// Which modules are dark by their threshold, row by row; those that the standard fixes are what it says.
[[nodiscard]] std::vector<bool> darkModules(const ModuleGreys& greys, const GridModel& model);

/// A clean picture of a square of modules, four pixels each, with a quiet zone, for a decoder to take the
/// text from.
[[nodiscard]] LumImage drawnModules(const std::vector<bool>& dark, int side);

} // namespace guanwu
