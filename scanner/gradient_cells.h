#pragma once

#include "scanner/image.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace guanwu {

inline constexpr int kCell = 8; // pixels; in smaller ones noise has a direction

/// Sums of the products of gradients over a part of the picture.
struct Tensor {
    float xx = 0;
    float yy = 0;
    float xy = 0;

    void operator+=(const Tensor& other)
    {
        xx += other.xx;
        yy += other.yy;
        xy += other.xy;
    }
    [[nodiscard]] float energy() const { return xx + yy; }
    /// Whether the gradients have one direction: of 1 all are parallel, of 0 they have none.
    [[nodiscard]] bool isCoherent(float least) const
    {
        const float e = least * energy();
        return (xx - yy) * (xx - yy) + 4 * xy * xy > e * e;
    }
    [[nodiscard]] double angle() const
    {
        return std::atan2(
                   2.0 * static_cast<double>(xy), static_cast<double>(xx) - static_cast<double>(yy))
            / 2;
    }
};

struct Cells {
    int size = kCell; // pixels
    int columns = 0;
    int rows = 0;
    std::vector<Tensor> raw;
    std::vector<Tensor> smooth; // sums over 3 x 3 cells

    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
            + static_cast<std::size_t>(column);
    }
};

/// Gradients of every second row at full width: halving the picture instead would wash out modules of two
/// pixels, which is what shelves look like from two metres.
[[nodiscard]] Cells cellsOf(LumView picture);

/// The same of a halved picture, in cells of half the size and of every row: noise that hides blurred modules
/// in dim light is a quarter there beside them.
[[nodiscard]] Cells cellsOfHalf(LumView half);

/// The same in cells of twice the size: bars and modules wider than a cell would fall apart otherwise.
[[nodiscard]] Cells coarser(const Cells& fine);

/// Fills in what each cell and its neighbours have together.
void smooth(Cells& cells);

/// What an even wall has: a low quantile, so that a picture full of symbols still has a floor.
[[nodiscard]] float noiseEnergy(const Cells& cells);

} // namespace guanwu
