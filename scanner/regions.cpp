#include "scanner/regions.h"

#include "scanner/region_standing.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace guanwu {

namespace {

    /// 1 for the cells that count.
    using CellMask = std::vector<std::uint8_t>;

    struct Component {
        std::vector<std::pair<int, int>> cells;
        Tensor tensor;
    };

    /// Cells that touch (eight neighbours) and that `joins(from, to)` allows.
    template <class Joins>
    std::vector<Component> componentsOf(const Cells& cells, const CellMask& wanted, Joins joins)
    {
        std::vector<Component> components;
        CellMask left = wanted;
        for (int row = 0; row < cells.rows; ++row)
            for (int column = 0; column < cells.columns; ++column) {
                if (left[cells.index(column, row)] == 0)
                    continue;
                Component component;
                component.cells.emplace_back(column, row);
                left[cells.index(column, row)] = 0;
                for (std::size_t next = 0; next < component.cells.size(); ++next) {
                    const auto [fromX, fromY] = component.cells[next];
                    const std::size_t from = cells.index(fromX, fromY);
                    component.tensor += cells.raw[from];
                    for (int y = std::max(0, fromY - 1); y <= std::min(cells.rows - 1, fromY + 1); ++y)
                        for (int x = std::max(0, fromX - 1); x <= std::min(cells.columns - 1, fromX + 1);
                             ++x) {
                            const std::size_t to = cells.index(x, y);
                            if (left[to] != 0 && joins(from, to)) {
                                left[to] = 0;
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
        CellMask wanted(cells.raw.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i]
                = cells.raw[i].energy() > leastEnergy && cells.smooth[i].isCoherent(leastCoherence) ? 1 : 0;
        // cos(2 * 20 degrees): neighbours of one code differ only by perspective.
        constexpr float kParallel = 0.77F;
        const auto parallel = [&](std::size_t a, std::size_t b) {
            const Tensor& s = cells.smooth[a];
            const Tensor& t = cells.smooth[b];
            const float sx = s.xx - s.yy;
            const float tx = t.xx - t.yy;
            const float product = sx * tx + 4 * s.xy * t.xy;
            return product > 0
                && product * product
                > kParallel * kParallel * (sx * sx + 4 * s.xy * s.xy) * (tx * tx + 4 * t.xy * t.xy);
        };
        for (const auto& component : componentsOf(cells, wanted, parallel)) {
            const Region region = boxed(component, cells.size, kind, component.tensor.angle());
            if (region.width >= kShortestBars && region.height >= cells.size
                && filled(component, cells.size, region) > 0.35)
                regions.push_back(region);
        }
    }

    /// Cells most of whose neighbours are wanted as well: lines are one or two cells wide.
    CellMask cores(const Cells& cells, const CellMask& wanted)
    {
        constexpr int kMost = 7; // of nine
        const auto columns = static_cast<std::size_t>(cells.columns);
        CellMask out(wanted.size());
        CellMask three(columns); // one above the other
        for (int row = 1; row + 1 < cells.rows; ++row) {
            const std::uint8_t* middle = wanted.data() + cells.index(0, row);
            for (std::size_t i = 0; i < columns; ++i)
                three[i]
                    = static_cast<std::uint8_t>(*(middle + i - columns) + middle[i] + middle[i + columns]);
            std::uint8_t* to = out.data() + cells.index(0, row);
            for (std::size_t i = 1; i + 1 < columns; ++i)
                to[i] = three[i - 1] + three[i] + three[i + 1] >= kMost ? 1 : 0;
        }
        return out;
    }

    void addMatrices(std::vector<Region>& regions, const Cells& cells, float leastEnergy)
    {
        CellMask wanted(cells.raw.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i] = cells.raw[i].energy() > leastEnergy && !cells.smooth[i].isCoherent(kMatrixCoherence)
                ? 1
                : 0;
        const auto touching = [](auto, auto) { return true; };
        const auto addAll = [&](const CellMask& mask, int margin) {
            for (const auto& component : componentsOf(cells, mask, touching)) {
                Region region = boxed(component, cells.size, Region::Kind::Matrix, 0);
                if (component.cells.size() < 4 || filled(component, cells.size, region) <= 0.3)
                    continue;
                region.width += 2 * margin;
                region.height += 2 * margin;
                if (std::min(region.width, region.height) >= 2 * cells.size)
                    regions.push_back(region);
            }
        };
        addAll(wanted, 0);
        // Frames, lines of print and edges of things tie symbols together: what is left without them.
        addAll(cores(cells, wanted), cells.size);
    }

    /// A region that a larger one of its kind covers is a part of it.
    void dropCovered(std::vector<Region>& regions)
    {
        std::sort(regions.begin(), regions.end(),
            [](const Region& a, const Region& b) { return a.width * a.height > b.width * b.height; });
        constexpr double kMuchLarger = 1.8; // a symbol and what it is tied to
        std::vector<Region> kept;
        for (const Region& region : regions) {
            const auto covers = [&](const Region& large) {
                return large.kind == region.kind && contains(large.quad(), region.middle)
                    && (region.kind == Region::Kind::Matrix
                            ? large.width * large.height < kMuchLarger * region.width * region.height
                            : std::abs(dot(large.across, region.across)) > 0.9);
            };
            if (std::none_of(kept.begin(), kept.end(), covers))
                kept.push_back(region);
        }
        regions = std::move(kept);
    }

    /// Both as one, where the second goes on in line with the first.
    std::optional<Region> inLine(const Region& first, const Region& second)
    {
        constexpr double kParallel = 0.97; // the cosine of 14 degrees
        const double shorter = std::min(first.height, second.height);
        if (first.kind != second.kind || std::abs(dot(first.across, second.across)) < kParallel
            || std::max(first.height, second.height) > 1.7 * shorter)
            return std::nullopt;
        const PointF between = second.middle - first.middle;
        const double apart = dot(between, first.across);
        const double gap = std::abs(apart) - (first.width + second.width) / 2;
        if (std::abs(dot(between, first.along())) > 0.35 * shorter
            || gap > std::max(3.0 * kCell, 0.12 * (first.width + second.width))
            || gap < -0.3 * std::min(first.width, second.width))
            return std::nullopt;
        const double from = std::min(-first.width / 2, apart - second.width / 2);
        const double to = std::max(first.width / 2, apart + second.width / 2);
        Region both = first;
        both.middle = first.middle + between * ((from + to) / 2 / apart);
        both.width = to - from;
        both.height = std::max(first.height, second.height);
        return both;
    }

    /// Wide spaces part near codes: the halves together are tried as well, and first.
    void joinBars(std::vector<Region>& regions)
    {
        constexpr std::size_t kMost = 12;
        std::vector<Region> joined;
        for (std::size_t i = 0; i < regions.size(); ++i)
            for (std::size_t j = i + 1; j < regions.size() && joined.size() < kMost; ++j)
                if (regions[i].kind != Region::Kind::Matrix)
                    if (auto both = inLine(regions[i], regions[j]))
                        joined.push_back(*both);
        regions.insert(regions.begin(), joined.begin(), joined.end());
    }

    /// From places of a halved picture to those of the whole one.
    Region inWhole(Region region)
    {
        region.middle = region.middle * 2;
        region.width *= 2;
        region.height *= 2;
        return region;
    }

} // namespace

std::vector<Region> findRegions(LumView picture) { return findRegions(cellsOf(picture)); }

std::vector<Region> findRegions(Cells fine)
{
    if (fine.columns < 6 || fine.rows < 6)
        return {};
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
    joinBars(regions);
    return regions;
}

std::vector<Region> findAllRegions(LumView picture, Cells fine, LumView half)
{
    std::vector<Region> all = findRegions(std::move(fine));
    const std::vector<Region> sharp = all;
    for (const Region& seen : findRegions(half)) {
        if (seen.kind == Region::Kind::Matrix)
            continue; // modules that halving leaves are seen without it
        const Region region = inWhole(seen);
        // What a quiet zone more on both ends takes in need not be longer.
        constexpr double kLonger = 1.2;
        constexpr double kHigher = 1.4;
        const auto isKnown = [&](const Region& other) {
            const double longer = region.width / other.width;
            const double area = longer * region.height / other.height;
            return other.kind == region.kind && contains(other.quad(), region.middle)
                && contains(region.quad(), other.middle) && longer < kLonger && longer * kLonger * kHigher > 1
                && area < kHigher * kHigher && area > 1 / (kHigher * kHigher);
        };
        if (std::none_of(sharp.begin(), sharp.end(), isKnown))
            all.push_back(region);
    }
    rankRegions(picture, all);
    return all;
}

std::vector<Region> findFaintMatrices(LumView half, std::span<const Region> known)
{
    // Noise has a quarter of its energy there, edges of two pixels nearly all of theirs.
    constexpr float kAboveNoiseOfHalf = 6;
    constexpr float kLeastEnergyOfHalf = 100;
    constexpr double kSameArea = 2;
    Cells cells = cellsOfHalf(half);
    if (cells.columns < 6 || cells.rows < 6)
        return {};
    const float least = std::max(kLeastEnergyOfHalf, kAboveNoiseOfHalf * noiseEnergy(cells));
    smooth(cells);
    std::vector<Region> found;
    addMatrices(found, cells, least);
    dropCovered(found);
    std::vector<Region> faint;
    for (const Region& seen : found) {
        const Region region = inWhole(seen);
        const auto isSame = [&](const Region& other) {
            const double area = region.width * region.height / (other.width * other.height);
            return other.kind == region.kind && contains(other.quad(), region.middle)
                && contains(region.quad(), other.middle) && area < kSameArea && area * kSameArea > 1;
        };
        if (std::none_of(known.begin(), known.end(), isSame))
            faint.push_back(region);
    }
    return faint;
}

} // namespace guanwu
