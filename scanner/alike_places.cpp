#include "scanner/alike_places.h"

#include "scanner/gradient_cells.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    /// Detail in squares of so many cells, from sums of all above and to the left.
    class Detail {
    public:
        Detail(const Cells& cells, int wide)
            : m_cells(cells)
            , m_wide(wide)
            , m_sums(static_cast<std::size_t>((cells.columns + 1) * (cells.rows + 1)))
        {
            for (int row = 0; row < cells.rows; ++row)
                for (int column = 0; column < cells.columns; ++column)
                    sum(column + 1, row + 1)
                        = static_cast<double>(std::sqrt(cells.raw[cells.index(column, row)].energy()))
                        + sum(column, row + 1) + sum(column + 1, row) - sum(column, row);
        }

        [[nodiscard]] int columns() const { return m_cells.columns - m_wide + 1; }
        [[nodiscard]] int rows() const { return m_cells.rows - m_wide + 1; }
        /// Of the square whose first cell that is.
        [[nodiscard]] double at(int column, int row) const
        {
            return sum(column + m_wide, row + m_wide) + sum(column, row) - sum(column + m_wide, row)
                - sum(column, row + m_wide);
        }
        [[nodiscard]] double about(PointF middle) const
        {
            const auto first = [&](double at, int count) {
                return std::clamp(static_cast<int>(std::lround(at / m_cells.size - m_wide / 2.0)), 0,
                    std::max(0, count - 1));
            };
            return at(first(middle.x, columns()), first(middle.y, rows()));
        }
        [[nodiscard]] PointF middleOf(int column, int row) const
        {
            return PointF {column + m_wide / 2.0, row + m_wide / 2.0} * m_cells.size;
        }

    private:
        [[nodiscard]] double& sum(int column, int row)
        {
            return m_sums[static_cast<std::size_t>(row * (m_cells.columns + 1) + column)];
        }
        [[nodiscard]] double sum(int column, int row) const
        {
            return m_sums[static_cast<std::size_t>(row * (m_cells.columns + 1) + column)];
        }

        const Cells& m_cells;
        int m_wide;
        std::vector<double> m_sums;
    };

} // namespace

std::vector<PointF> placesAlike(LumView picture, std::span<const Quad> known)
{
    constexpr double kLeast = 0.6; // of the detail of what was read
    constexpr double kApart = 0.6; // of a side
    constexpr std::size_t kMost = 40;
    double side = 0;
    for (const Quad& quad : known)
        side += (length(quad[1] - quad[0]) + length(quad[2] - quad[1])) / 2
            / static_cast<double>(known.size());
    const Cells cells = cellsOf(picture);
    const int wide = std::max(2, static_cast<int>(std::lround(side / cells.size)));
    if (wide >= cells.columns || wide >= cells.rows)
        return {};
    const Detail detail(cells, wide);
    double usual = 0;
    for (const Quad& quad : known)
        usual += detail.about(middleOf(quad)) / static_cast<double>(known.size());
    std::vector<std::pair<double, PointF>> all;
    for (int row = 0; row < detail.rows(); ++row)
        for (int column = 0; column < detail.columns(); ++column)
            if (const double value = detail.at(column, row); value > kLeast * usual)
                all.emplace_back(value, detail.middleOf(column, row));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<PointF> places;
    const auto isNear = [&](PointF a, PointF b) { return length(a - b) < kApart * side; };
    for (const auto& [value, middle] : all) {
        const bool isTaken
            = std::any_of(places.begin(), places.end(), [&](PointF p) { return isNear(p, middle); })
            || std::any_of(
                known.begin(), known.end(), [&](const Quad& quad) { return isNear(middleOf(quad), middle); });
        if (!isTaken)
            places.push_back(middle);
        if (places.size() == kMost)
            break;
    }
    return places;
}

} // namespace guanwu
