#include "scanner/stacked_rows.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    /// The greys of all strips as modules of a frame.
    class Modules {
    public:
        Modules(const std::vector<Profile>& strips, const StackedFrame& frame)
            : m_columns(frame.columns)
        {
            const int first = kStackedCodeword - 1;
            const int count = kStackedCodeword * frame.columns + 2;
            for (const Profile& strip : strips)
                m_rows.push_back(frame.row(SummedProfile(strip)).greys(first, count));
        }

        [[nodiscard]] int columns() const { return m_columns; }
        [[nodiscard]] int strips() const { return static_cast<int>(m_rows.size()); }
        /// A codeword's greys with a module on both sides.
        [[nodiscard]] const float* at(int strip, int column) const
        {
            return m_rows[static_cast<std::size_t>(strip)].data()
                + std::ptrdiff_t {column} * kStackedCodeword;
        }

    private:
        int m_columns;
        std::vector<std::vector<float>> m_rows;
    };

    /// How much each codeword of each strip looks like one of each cluster.
    class ClusterScores {
    public:
        ClusterScores(const Modules& modules, const StackedAlphabet& alphabet)
            : m_columns(modules.columns())
            , m_strips(modules.strips())
        {
            for (int strip = 0; strip < m_strips; ++strip)
                for (int column = 0; column < m_columns; ++column)
                    for (std::size_t cluster = 0; cluster < kStackedClusters; ++cluster)
                        m_scores.push_back(alphabet.choose(cluster, modules.at(strip, column)).score);
        }

        [[nodiscard]] float at(int strip, int column, std::size_t cluster) const
        {
            if (strip < 0 || strip >= m_strips)
                return 0;
            return m_scores[(static_cast<std::size_t>(strip) * static_cast<std::size_t>(m_columns)
                                + static_cast<std::size_t>(column))
                    * kStackedClusters
                + cluster];
        }
        [[nodiscard]] int columns() const { return m_columns; }
        [[nodiscard]] int strips() const { return m_strips; }

    private:
        int m_columns;
        int m_strips;
        std::vector<float> m_scores;
    };

    /// The rows that the clusters show best: each is followed by one of the next cluster.
    StackedRows rowsOf(const ClusterScores& scores, const RowSlant& slant)
    {
        constexpr int kLeastHeight = 2; // strips
        const int strips = scores.strips();
        const auto at = [&](int strip, std::size_t cluster) {
            double sum = 0;
            for (int column = 0; column < scores.columns(); ++column)
                sum += static_cast<double>(
                    scores.at(strip + slant.shift(strip, column, strips, scores.columns()), column, cluster));
            return sum;
        };
        std::vector<std::array<double, kStackedClusters>> gain(static_cast<std::size_t>(strips));
        for (int strip = 0; strip < strips; ++strip) {
            double mean = 0;
            for (std::size_t cluster = 0; cluster < kStackedClusters; ++cluster) {
                gain[static_cast<std::size_t>(strip)][cluster] = at(strip, cluster);
                mean += gain[static_cast<std::size_t>(strip)][cluster] / kStackedClusters;
            }
            for (double& one : gain[static_cast<std::size_t>(strip)])
                one -= mean; // what looks alike like all clusters says nothing
        }
        // best[strip][cluster][height]: the strip lies in a row of the cluster, `height` strips deep, capped.
        constexpr std::size_t kDepths = kLeastHeight;
        struct State {
            double score = -1e9;
            std::size_t fromCluster = 0;
            std::size_t fromDepth = 0;
        };
        std::vector<std::array<std::array<State, kDepths>, kStackedClusters>> best(
            static_cast<std::size_t>(strips));
        for (std::size_t strip = 0; strip < best.size(); ++strip)
            for (std::size_t cluster = 0; cluster < kStackedClusters; ++cluster) {
                const double here = gain[strip][cluster];
                if (strip == 0) {
                    best[0][cluster].fill({here, cluster, 0}); // the first row may be cut
                    continue;
                }
                const auto offer = [&](std::size_t depth, std::size_t fromCluster, std::size_t fromDepth) {
                    const double score = best[strip - 1][fromCluster][fromDepth].score + here;
                    if (State& state = best[strip][cluster][depth]; score > state.score)
                        state = {score, fromCluster, fromDepth};
                };
                offer(0, (cluster + kStackedClusters - 1) % kStackedClusters, kDepths - 1);
                for (std::size_t depth = 0; depth < kDepths; ++depth)
                    offer(std::min(depth + 1, kDepths - 1), cluster, depth);
            }
        StackedRows out {{}, slant, -1e9};
        std::size_t cluster = 0;
        std::size_t depth = 0;
        for (std::size_t c = 0; c < kStackedClusters; ++c)
            for (std::size_t d = 0; d < kDepths; ++d)
                if (best.back()[c][d].score > out.score) {
                    out.score = best.back()[c][d].score;
                    cluster = c;
                    depth = d;
                }
        for (int strip = strips - 1; strip >= 0; --strip) {
            if (out.rows.empty() || out.rows.back().cluster != cluster)
                out.rows.push_back({strip, strip, cluster});
            out.rows.back().first = strip;
            const State state = best[static_cast<std::size_t>(strip)][cluster][depth];
            cluster = state.fromCluster;
            depth = state.fromDepth;
        }
        std::reverse(out.rows.begin(), out.rows.end());
        return out;
    }

    StackedRows bestRows(const ClusterScores& scores)
    {
        StackedRows best;
        for (const double slope : {0.0, -0.4, 0.4, -0.8, 0.8})
            for (const double fan : {0.0, -0.6, 0.6, -1.2, 1.2})
                if (StackedRows rows = rowsOf(scores, {slope, fan}); rows.score > best.score)
                    best = std::move(rows);
        return best;
    }

    /// What is cut off at the top and the bottom is no row.
    void dropCutRows(StackedRows& found)
    {
        constexpr double kWhole = 0.6; // of the usual height
        std::vector<int> heights;
        for (const StackedRow& row : found.rows)
            heights.push_back(row.last - row.first + 1);
        std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2),
            heights.end());
        const double usual = heights[heights.size() / 2];
        const auto isCut = [&](const StackedRow& row) { return row.last - row.first + 1 < kWhole * usual; };
        while (!found.rows.empty() && isCut(found.rows.back()))
            found.rows.pop_back();
        while (!found.rows.empty() && isCut(found.rows.front()))
            found.rows.erase(found.rows.begin());
    }

} // namespace

StackedRows stackedRowsOf(const std::vector<Profile>& strips, const StackedFrame& frame)
{
    constexpr std::size_t kMiddleBlur = 1;
    StackedRows rows = bestRows(ClusterScores(Modules(strips, frame), StackedAlphabet::ofBlur(kMiddleBlur)));
    dropCutRows(rows);
    return rows;
}

} // namespace guanwu
