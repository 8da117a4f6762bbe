#pragma once

#include "scanner/module_grid.h"

#include <array>
#include <vector>

namespace guanwu {

/// A grid on what is not flat: labels on bottles and pipes, crumpled paper. A homography for the whole, and
/// at the nodes of a lattice how far the grid lies beside it; between them that is interpolated.
class BentGrid {
public:
    static constexpr int kNodes = 7; ///< of a side

    BentGrid(int side, const Quad& corners)
        : m_side(side)
        , m_flat(Homography::ofSquare(side, corners))
    {
    }

    /// Where a place of the grid, in modules, lies in the picture.
    [[nodiscard]] PointF map(PointF p) const { return m_flat.map(p + offsetAt(p)); }

    [[nodiscard]] int side() const { return m_side; }
    /// In modules.
    [[nodiscard]] PointF& node(int column, int row) { return m_offsets[index(column, row)]; }
    [[nodiscard]] PointF node(int column, int row) const { return m_offsets[index(column, row)]; }

private:
    static std::size_t index(int column, int row) { return static_cast<std::size_t>(row * kNodes + column); }
    [[nodiscard]] PointF offsetAt(PointF p) const;

    int m_side;
    Homography m_flat;
    std::array<PointF, static_cast<std::size_t>(kNodes* kNodes)> m_offsets {};
};

/// Bends the grid as a whole, then piece by piece, until its modules have one colour each. It starts from
/// corners that fitGrid() found, and does not go astray by more than half a module between two nodes. A few
/// milliseconds.
[[nodiscard]] BentGrid fitBent(LumView picture, const GridModel& model, const Quad& corners);

} // namespace guanwu
