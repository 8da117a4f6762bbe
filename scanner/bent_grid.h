#pragma once

#include "scanner/module_grid.h"
#include "scanner/shift_lattice.h"

namespace guanwu {

/// A grid on what is not flat: labels on bottles and pipes, crumpled paper. A homography for the whole, and a
/// lattice of how far the grid lies beside it.
class BentGrid {
public:
    static constexpr int kNodes = 7; ///< of a side of the lattice

    BentGrid(int side, const Quad& corners)
        : m_side(side)
        , m_flat(Homography::ofSquare(side, corners))
        , m_shifts(kNodes, 0, static_cast<double>(side) / (kNodes - 1))
    {
    }

    /// Where a place of the grid, in modules, lies in the picture.
    [[nodiscard]] PointF map(PointF p) const { return m_flat.map(p + m_shifts.at(p)); }

    [[nodiscard]] int side() const { return m_side; }
    /// In modules.
    [[nodiscard]] PointF& node(int column, int row) { return m_shifts.node(column, row); }

private:
    int m_side;
    Homography m_flat;
    ShiftLattice m_shifts;
};

/// Bends the grid as a whole, then piece by piece, until its modules have one colour each. It starts from
/// corners that fitGrid() found, and does not go astray by more than half a module between two nodes. A few
/// milliseconds.
[[nodiscard]] BentGrid fitBent(LumView picture, const GridModel& model, const Quad& corners);

} // namespace guanwu
