#include "scanner/gradient_cells.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    /// `rowStep`: 1 or 2, each row or every second.
    template <int kSize, int kRowStep> Cells gradientCells(LumView picture)
    {
        Cells cells {kSize, picture.width / kSize, picture.height / kSize, {}, {}};
        cells.raw.resize(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows));
        const int width = cells.columns * kSize;
        std::vector<std::int32_t> xx(static_cast<std::size_t>(width));
        std::vector<std::int32_t> yy(xx.size());
        std::vector<std::int32_t> xy(xx.size());
        for (int row = 0; row < cells.rows; ++row) {
            std::fill(xx.begin(), xx.end(), 0);
            std::fill(yy.begin(), yy.end(), 0);
            std::fill(xy.begin(), xy.end(), 0);
            for (int y = row * kSize + kRowStep - 1; y < (row + 1) * kSize; y += kRowStep) {
                const int above = std::max(y - 1, 0);
                const int below = std::min(y + 1, picture.height - 1);
                const std::uint8_t* here = picture.pixels + std::ptrdiff_t {y} * picture.stride;
                const std::uint8_t* up = picture.pixels + std::ptrdiff_t {above} * picture.stride;
                const std::uint8_t* down = picture.pixels + std::ptrdiff_t {below} * picture.stride;
                for (int x = 1; x < width - 1; ++x) {
                    const auto i = static_cast<std::size_t>(x);
                    const auto gx = static_cast<std::int16_t>(here[x + 1] - here[x - 1]);
                    const auto gy = static_cast<std::int16_t>(down[x] - up[x]);
                    xx[i] += gx * gx;
                    yy[i] += gy * gy;
                    xy[i] += gx * gy;
                }
            }
            for (int column = 0; column < cells.columns; ++column) {
                std::array<std::int32_t, 3> sums {};
                for (int x = column * kSize; x < (column + 1) * kSize; ++x) {
                    sums[0] += xx[static_cast<std::size_t>(x)];
                    sums[1] += yy[static_cast<std::size_t>(x)];
                    sums[2] += xy[static_cast<std::size_t>(x)];
                }
                constexpr float kSamples = static_cast<float>(kSize * kSize) / kRowStep;
                cells.raw[cells.index(column, row)] = {static_cast<float>(sums[0]) / kSamples,
                    static_cast<float>(sums[1]) / kSamples, static_cast<float>(sums[2]) / kSamples};
            }
        }
        return cells;
    }

} // namespace

Cells cellsOf(LumView picture) { return gradientCells<kCell, 2>(picture); }

Cells cellsOfHalf(LumView half) { return gradientCells<kCell / 2, 1>(half); }

Cells coarser(const Cells& fine)
{
    Cells cells {2 * fine.size, fine.columns / 2, fine.rows / 2, {}, {}};
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            Tensor sum;
            for (const auto& [x, y] : {std::pair {0, 0}, {1, 0}, {0, 1}, {1, 1}})
                sum += fine.raw[fine.index(2 * column + x, 2 * row + y)];
            cells.raw.push_back({sum.xx / 4, sum.yy / 4, sum.xy / 4});
        }
    return cells;
}

void smooth(Cells& cells)
{
    cells.smooth.resize(cells.raw.size());
    // Of three rows, with nothing beyond both ends.
    std::vector<Tensor> sums(static_cast<std::size_t>(cells.columns) + 2);
    for (int row = 0; row < cells.rows; ++row) {
        std::fill(sums.begin(), sums.end(), Tensor {});
        for (int y = std::max(0, row - 1); y <= std::min(cells.rows - 1, row + 1); ++y) {
            const Tensor* from = cells.raw.data() + cells.index(0, y);
            for (std::size_t i = 1; i + 1 < sums.size(); ++i)
                sums[i] += *from++;
        }
        Tensor* to = cells.smooth.data() + cells.index(0, row);
        for (std::size_t i = 1; i + 1 < sums.size(); ++i, ++to) {
            *to = sums[i - 1];
            *to += sums[i];
            *to += sums[i + 1];
        }
    }
}

float noiseEnergy(const Cells& cells)
{
    constexpr std::size_t kStep = 3; // some tell it as well as all
    std::vector<float> energies;
    energies.reserve(cells.raw.size() / kStep + 1);
    for (std::size_t i = 0; i < cells.raw.size(); i += kStep)
        energies.push_back(cells.raw[i].energy());
    const auto low = energies.begin() + static_cast<std::ptrdiff_t>(energies.size() / 10);
    std::nth_element(energies.begin(), low, energies.end());
    return *low;
}

} // namespace guanwu
