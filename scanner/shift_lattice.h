#pragma once

#include "scanner/geometry.h"

#include <algorithm>
#include <vector>

namespace guanwu {

/// How far a grid lies beside its flat self, in modules, at the nodes of a square lattice; between them that
/// is interpolated, and beyond the outermost ones it is what those say.
class ShiftLattice {
public:
    /// `nodes` of a side, two at least, `apart` modules from each other; the first at `first`.
    ShiftLattice(int nodes, double first, double apart)
        : m_nodes(nodes)
        , m_first(first)
        , m_apart(apart)
        , m_shifts(static_cast<std::size_t>(nodes * nodes))
    {
    }

    [[nodiscard]] PointF& node(int column, int row) { return m_shifts[index(column, row)]; }
    [[nodiscard]] PointF node(int column, int row) const { return m_shifts[index(column, row)]; }

    [[nodiscard]] PointF at(PointF module) const
    {
        const auto last = static_cast<double>(m_nodes - 1);
        const double x = std::clamp((module.x - m_first) / m_apart, 0.0, last);
        const double y = std::clamp((module.y - m_first) / m_apart, 0.0, last);
        const int column = std::min(static_cast<int>(x), m_nodes - 2);
        const int row = std::min(static_cast<int>(y), m_nodes - 2);
        const double right = x - column;
        const double down = y - row;
        return (node(column, row) * (1 - right) + node(column + 1, row) * right) * (1 - down)
            + (node(column, row + 1) * (1 - right) + node(column + 1, row + 1) * right) * down;
    }

private:
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row * m_nodes + column);
    }

    int m_nodes;
    double m_first;
    double m_apart;
    std::vector<PointF> m_shifts;
};

} // namespace guanwu
