#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <vector>

namespace guanwu {

/// What a place has that a reflection bleached.
inline constexpr float kLostGrey = -1;

/// Places of a grid, to ask for the greys of all of them at once.
class GridPlaces {
public:
    void add(PointF place);
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] PointF operator[](std::size_t i) const
    {
        return {static_cast<double>(m_xs[i]), static_cast<double>(m_ys[i])};
    }

    /// The grey of each where `grid` maps it, bilinear, or kLostGrey; behind them come some of no use.
    void greys(LumView picture, const Homography& grid, std::vector<float>& out) const;

private:
    void greysInside(LumView picture, const Homography& grid, float* out) const;

    // In steps of what a processor works on at once, filled up with one of them.
    std::vector<float> m_xs;
    std::vector<float> m_ys;
    std::size_t m_count = 0;
    // The square they lie in.
    double m_first = 0;
    double m_last = 0;
};

} // namespace guanwu
