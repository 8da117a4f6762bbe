#include "scanner/bent_grid.h"

#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace guanwu {

namespace {

    constexpr int kCells = BentGrid::kNodes - 1;

    /// The picture's greys where the modules are, and what is half way between light and dark around each.
    class Judge {
    public:
        Judge(LumView picture, const GridModel& model, const BentGrid& start)
            : m_picture(picture)
            , m_model(model)
        {
            // Light falls off over a label: half way is the mean of the neighbourhood, which moves little.
            constexpr int kReach = 6; // modules
            const int side = model.side;
            std::vector<float> greys;
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x)
                    greys.push_back(greyOf(start, x, y));
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x) {
                    float sum = 0;
                    int count = 0;
                    for (int v = std::max(0, y - kReach); v <= std::min(side - 1, y + kReach); ++v)
                        for (int u = std::max(0, x - kReach); u <= std::min(side - 1, x + kReach);
                             ++u, ++count)
                            sum += greys[static_cast<std::size_t>(v * side + u)];
                    m_halves.push_back(sum / static_cast<float>(count));
                }
        }

        /// How decided the modules from column `left` to `right` - 1 and of those rows are, in greys; the
        /// paper around them counts as one ring of light modules, or a grid might slide off by one.
        [[nodiscard]] float decided(const BentGrid& grid, int left, int top, int right, int bottom) const
        {
            const int last = m_model.side - 1;
            float sum = 0;
            for (int y = std::max(-1, top); y < std::min(last + 2, bottom); ++y)
                for (int x = std::max(-1, left); x < std::min(last + 2, right); ++x) {
                    const int row = std::clamp(y, 0, last);
                    const int column = std::clamp(x, 0, last);
                    const auto known = row == y && column == x ? m_model.at(x, y) : GridModel::Light;
                    const float off = greyOf(grid, x, y)
                        - m_halves[static_cast<std::size_t>(row * m_model.side + column)];
                    sum += known == GridModel::Unknown ? kUnknownWeight * std::abs(off)
                                                       : off * static_cast<float>(known);
                }
            return sum;
        }

        [[nodiscard]] float decided(const BentGrid& grid) const
        {
            return decided(grid, -1, -1, m_model.side + 1, m_model.side + 1);
        }

    private:
        [[nodiscard]] float greyOf(const BentGrid& grid, int x, int y) const
        {
            return greyAt(m_picture, grid.map({x + 0.5, y + 0.5}));
        }

        LumView m_picture;
        const GridModel& m_model;
        std::vector<float> m_halves;
    };

    double placeOf(int node) { return static_cast<double>(node) / kCells; }

    /// How far each place is moved, from 0 to 1 over the grid: a bow as a cylinder makes it, and what four
    /// corners can do, for they were fitted to a flat grid.
    using Mode = double (*)(double u, double v);
    double bow(double t) { return 4 * t * (1 - t); } // nothing at the ends, one module in the middle
    double wave(double t) { return 10.4 * t * (1 - t) * (2 * t - 1); } // one module back, then one forth
    constexpr std::array<Mode, 4> kBows {[](double u, double) { return bow(u); },
        [](double, double v) { return bow(v); }, [](double u, double) { return wave(u); },
        [](double, double v) { return wave(v); }};
    constexpr std::array<Mode, 4> kFlat {[](double, double) { return 1.0; },
        [](double u, double) { return u - 0.5; }, [](double, double v) { return v - 0.5; },
        [](double u, double v) { return (u - 0.5) * (v - 0.5) * 2; }};

    BentGrid moved(BentGrid grid, Mode mode, PointF by)
    {
        for (int row = 0; row < BentGrid::kNodes; ++row)
            for (int column = 0; column < BentGrid::kNodes; ++column) {
                PointF& node = grid.node(column, row);
                node = node + by * mode(placeOf(column), placeOf(row));
            }
        return grid;
    }

    class Bending {
    public:
        Bending(const Judge& judge, const BentGrid& start)
            : m_judge(judge)
            , m_best(start)
            , m_decided(judge.decided(start))
        {
        }

        /// Tries one mode, up to `reach` modules either way.
        void bend(Mode mode, PointF direction, double reach, double step)
        {
            const BentGrid from = m_best;
            for (double modules = -reach; modules <= reach; modules += step)
                if (const BentGrid bent = moved(from, mode, direction * modules);
                    m_judge.decided(bent) > m_decided) {
                    m_decided = m_judge.decided(bent);
                    m_best = bent;
                }
        }
        [[nodiscard]] const BentGrid& best() const { return m_best; }

    private:
        const Judge& m_judge;
        BentGrid m_best;
        float m_decided;
    };

    BentGrid bowedBest(const Judge& judge, const BentGrid& start)
    {
        constexpr PointF kAcross {1, 0};
        constexpr PointF kAlong {0, 1};
        constexpr double kFarthest = 3; // modules
        Bending bending(judge, start);
        for (const double step : {0.5, 0.25, 0.12}) {
            for (const Mode mode : kBows)
                for (const PointF direction : {kAlong, kAcross})
                    bending.bend(mode, direction, step == 0.5 ? kFarthest : step, step);
            for (const Mode mode : kFlat)
                for (const PointF direction : {kAcross, kAlong})
                    bending.bend(mode, direction, step, step);
        }
        return bending.best();
    }

    /// Moves each node to where the modules about it are most decided and its neighbours are not far.
    void settle(const Judge& judge, BentGrid& grid, double step)
    {
        constexpr double kStiffness
            = 0.15; // of what decided modules say, for a module beside the neighbours' mean
        const double cell = static_cast<double>(grid.side()) / kCells;
        for (int row = 0; row < BentGrid::kNodes; ++row)
            for (int column = 0; column < BentGrid::kNodes; ++column) {
                const int left = static_cast<int>((column - 1) * cell);
                const int top = static_cast<int>((row - 1) * cell);
                const int right = static_cast<int>((column + 1) * cell + 1);
                const int bottom = static_cast<int>((row + 1) * cell + 1);
                PointF mean {};
                int neighbours = 0;
                for (const auto& [dx, dy] : {std::pair {-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                    const int x = column + dx;
                    const int y = row + dy;
                    if (x < 0 || y < 0 || x >= BentGrid::kNodes || y >= BentGrid::kNodes)
                        continue;
                    mean = mean + grid.node(x, y);
                    ++neighbours;
                }
                mean = mean * (1.0 / neighbours);
                const auto before = static_cast<double>(judge.decided(grid, left, top, right, bottom));
                const auto worth = [&](PointF offset) {
                    PointF& node = grid.node(column, row);
                    const PointF kept = node;
                    node = offset;
                    const auto decided = static_cast<double>(judge.decided(grid, left, top, right, bottom));
                    node = kept;
                    const PointF off = offset - mean;
                    return decided - kStiffness * std::abs(before) * dot(off, off);
                };
                const PointF from = grid.node(column, row);
                double best = worth(from);
                for (const PointF by :
                    {PointF {step, 0}, PointF {-step, 0}, PointF {0, step}, PointF {0, -step}})
                    if (const double value = worth(from + by); value > best) {
                        best = value;
                        grid.node(column, row) = from + by;
                    }
            }
    }

} // namespace

BentGrid fitBent(LumView picture, const GridModel& model, const Quad& corners)
{
    const BentGrid flat(model.side, corners);
    const Judge judge(picture, model, flat);
    BentGrid grid = bowedBest(judge, flat);
    for (const double step : {0.4, 0.4, 0.2, 0.2, 0.1, 0.1})
        settle(judge, grid, step);
    return grid;
}

} // namespace guanwu
