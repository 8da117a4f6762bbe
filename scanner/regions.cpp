#include "scanner/regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace guanwu {

namespace {

    constexpr int kCell = 8; // pixels; in smaller ones noise has a direction

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
        /// 1: all gradients are parallel, 0: they have no direction.
        [[nodiscard]] float coherence() const
        {
            return energy() > 0 ? std::hypot(xx - yy, 2 * xy) / energy() : 0;
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
    Cells cellsOf(LumView picture)
    {
        Cells cells {kCell, picture.width / kCell, picture.height / kCell, {}, {}};
        cells.raw.resize(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows));
        const int width = cells.columns * kCell;
        std::vector<std::int32_t> xx(static_cast<std::size_t>(width));
        std::vector<std::int32_t> yy(xx.size());
        std::vector<std::int32_t> xy(xx.size());
        for (int row = 0; row < cells.rows; ++row) {
            std::fill(xx.begin(), xx.end(), 0);
            std::fill(yy.begin(), yy.end(), 0);
            std::fill(xy.begin(), xy.end(), 0);
            for (int y = row * kCell + 1; y < (row + 1) * kCell; y += 2) {
                const int below = std::min(y + 1, picture.height - 1);
                const std::uint8_t* here = picture.pixels + std::ptrdiff_t {y} * picture.stride;
                const std::uint8_t* up = picture.pixels + std::ptrdiff_t {y - 1} * picture.stride;
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
                for (int x = column * kCell; x < (column + 1) * kCell; ++x) {
                    sums[0] += xx[static_cast<std::size_t>(x)];
                    sums[1] += yy[static_cast<std::size_t>(x)];
                    sums[2] += xy[static_cast<std::size_t>(x)];
                }
                constexpr float kSamples = kCell * kCell / 2.F;
                cells.raw[cells.index(column, row)] = {static_cast<float>(sums[0]) / kSamples,
                    static_cast<float>(sums[1]) / kSamples, static_cast<float>(sums[2]) / kSamples};
            }
        }
        return cells;
    }

    /// The same in cells of twice the size: bars and modules wider than a cell would fall apart otherwise.
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
        for (int row = 0; row < cells.rows; ++row)
            for (int column = 0; column < cells.columns; ++column) {
                Tensor sum;
                for (int y = std::max(0, row - 1); y <= std::min(cells.rows - 1, row + 1); ++y)
                    for (int x = std::max(0, column - 1); x <= std::min(cells.columns - 1, column + 1); ++x)
                        sum += cells.raw[cells.index(x, y)];
                cells.smooth[cells.index(column, row)] = sum;
            }
    }

    /// What an even wall has: a low quantile, so that a picture full of symbols still has a floor.
    float noiseEnergy(const Cells& cells)
    {
        std::vector<float> energies;
        energies.reserve(cells.raw.size());
        for (const auto& cell : cells.raw)
            energies.push_back(cell.energy());
        const auto low = energies.begin() + static_cast<std::ptrdiff_t>(energies.size() / 10);
        std::nth_element(energies.begin(), low, energies.end());
        return *low;
    }

    struct Component {
        std::vector<std::pair<int, int>> cells;
        Tensor tensor;
    };

    /// Cells that touch (eight neighbours) and that `joins(from, to)` allows.
    template <class Joins>
    std::vector<Component> componentsOf(const Cells& cells, const std::vector<bool>& wanted, Joins joins)
    {
        std::vector<Component> components;
        std::vector<bool> taken(wanted.size());
        for (int row = 0; row < cells.rows; ++row)
            for (int column = 0; column < cells.columns; ++column) {
                if (!wanted[cells.index(column, row)] || taken[cells.index(column, row)])
                    continue;
                Component component;
                component.cells.emplace_back(column, row);
                taken[cells.index(column, row)] = true;
                for (std::size_t next = 0; next < component.cells.size(); ++next) {
                    const auto [fromX, fromY] = component.cells[next];
                    const std::size_t from = cells.index(fromX, fromY);
                    component.tensor += cells.raw[from];
                    for (int y = std::max(0, fromY - 1); y <= std::min(cells.rows - 1, fromY + 1); ++y)
                        for (int x = std::max(0, fromX - 1); x <= std::min(cells.columns - 1, fromX + 1);
                             ++x) {
                            const std::size_t to = cells.index(x, y);
                            if (wanted[to] && !taken[to] && joins(from, to)) {
                                taken[to] = true;
                                component.cells.emplace_back(x, y);
                            }
                        }
                }
                components.push_back(std::move(component));
            }
        return components;
    }

    /// The component's box in the direction given.
    Region boxed(const Component& component, int cell, Region::Kind kind, double angle)
    {
        Region region {kind, {}, {std::cos(angle), std::sin(angle)}};
        double minU = 1e9;
        double maxU = -1e9;
        double minV = 1e9;
        double maxV = -1e9;
        for (const auto& [column, row] : component.cells) {
            const PointF p {(column + 0.5) * cell, (row + 0.5) * cell};
            const double u = dot(p, region.across);
            const double v = dot(p, region.along());
            minU = std::min(minU, u);
            maxU = std::max(maxU, u);
            minV = std::min(minV, v);
            maxV = std::max(maxV, v);
        }
        region.width = maxU - minU + cell;
        region.height = maxV - minV + cell;
        region.middle = region.across * ((minU + maxU) / 2) + region.along() * ((minV + maxV) / 2);
        // A gradient over two pixels is half the step for soft edges; half of the samples lie on edges.
        return region;
    }

    double filled(const Component& component, int cell, const Region& region)
    {
        return static_cast<double>(component.cells.size()) * cell * cell / (region.width * region.height);
    }

    // Of the noise; and a floor for pictures without any: an edge of 30 grey levels in each cell.
    constexpr float kAboveNoise = 3.5F;
    constexpr float kLeastEnergy = 150;
    constexpr float kBarCoherence = 0.55F;
    constexpr float kStackedCoherence = 0.25F;
    constexpr float kMatrixCoherence = 0.75F;
    // Bars of Code 128 with ten characters are 145 modules long; a matrix code has at least ten modules.
    constexpr double kShortestBars = 64;

    void addBars(std::vector<Region>& regions, const Cells& cells, float leastEnergy, Region::Kind kind,
        float leastCoherence)
    {
        std::vector<bool> wanted(cells.raw.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i] = cells.raw[i].energy() > leastEnergy && cells.smooth[i].coherence() > leastCoherence;
        // cos(2 * 20 degrees): neighbours of one code differ only by perspective.
        constexpr float kParallel = 0.77F;
        const auto parallel = [&](std::size_t a, std::size_t b) {
            const Tensor& s = cells.smooth[a];
            const Tensor& t = cells.smooth[b];
            const float sx = s.xx - s.yy;
            const float tx = t.xx - t.yy;
            return sx * tx + 4 * s.xy * t.xy
                > kParallel * std::hypot(sx, 2 * s.xy) * std::hypot(tx, 2 * t.xy);
        };
        for (const auto& component : componentsOf(cells, wanted, parallel)) {
            const Region region = boxed(component, cells.size, kind, component.tensor.angle());
            if (region.width >= kShortestBars && region.height >= cells.size
                && filled(component, cells.size, region) > 0.35)
                regions.push_back(region);
        }
    }

    void addMatrices(std::vector<Region>& regions, const Cells& cells, float leastEnergy)
    {
        std::vector<bool> wanted(cells.raw.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i] = cells.raw[i].energy() > leastEnergy && cells.smooth[i].coherence() < kMatrixCoherence;
        for (const auto& component : componentsOf(cells, wanted, [](auto, auto) { return true; })) {
            const Region region = boxed(component, cells.size, Region::Kind::Matrix, 0);
            if (std::min(region.width, region.height) >= 2 * cells.size && component.cells.size() >= 4
                && filled(component, cells.size, region) > 0.3)
                regions.push_back(region);
        }
    }

    /// A region that a larger one of its kind covers is a part of it.
    void dropCovered(std::vector<Region>& regions)
    {
        std::sort(regions.begin(), regions.end(),
            [](const Region& a, const Region& b) { return a.width * a.height > b.width * b.height; });
        std::vector<Region> kept;
        for (const Region& region : regions) {
            const auto covers = [&](const Region& large) {
                return large.kind == region.kind && contains(large.quad(), region.middle)
                    && (region.kind == Region::Kind::Matrix
                        || std::abs(dot(large.across, region.across)) > 0.9);
            };
            if (std::none_of(kept.begin(), kept.end(), covers))
                kept.push_back(region);
        }
        regions = std::move(kept);
    }

} // namespace

std::vector<Region> findRegions(LumView picture)
{
    if (picture.width < 6 * kCell || picture.height < 6 * kCell)
        return {};
    Cells fine = cellsOf(picture);
    const float least = std::max(kLeastEnergy, kAboveNoise * noiseEnergy(fine));
    Cells coarse = coarser(fine);
    smooth(fine);
    smooth(coarse);
    std::vector<Region> regions;
    addBars(regions, fine, least, Region::Kind::Bars, kBarCoherence);
    addBars(regions, coarse, least, Region::Kind::Bars, kBarCoherence);
    addBars(regions, coarse, least, Region::Kind::Stacked, kStackedCoherence);
    addMatrices(regions, fine, least);
    dropCovered(regions);
    return regions;
}

} // namespace guanwu
