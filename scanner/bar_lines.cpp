#include "scanner/bar_lines.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace guanwu {

BarLines::BarLines(const Size& size)
    : m_size(size)
    , m_sums(static_cast<std::size_t>(size.lines + 2 * size.spare),
          Profile(static_cast<std::size_t>(size.samples)))
    , m_counts(m_sums)
    , m_isLit(static_cast<std::size_t>(size.samples))
{
}

void BarLines::add(int line, const Profile& row, const Profile& lost)
{
    constexpr float kMostLost = 0.25F; // of a pixel
    constexpr std::size_t kHalo = 6; // samples in which a reflection fades away
    const auto at = static_cast<std::size_t>(line + m_size.spare);
    for (std::size_t i = 0; i < row.size(); ++i)
        if (lost.empty() || lost[i] < kMostLost) {
            m_sums[at][i] += row[i];
            ++m_counts[at][i];
        } else {
            for (std::size_t k = i - std::min(i, kHalo); k < std::min(row.size(), i + kHalo + 1); ++k)
                m_isLit[k] = true;
        }
}

BarLines::Combined BarLines::combined() const
{
    constexpr float kNothing = 128;
    const auto spare = static_cast<std::size_t>(m_size.spare);
    const std::size_t all = m_sums.size();
    Combined out;
    for (std::size_t line = spare; line < all - spare; ++line) {
        Profile means(m_isLit.size());
        for (std::size_t i = 0; i < means.size(); ++i)
            means[i] = mean(line, i);
        out.lines.push_back(std::move(means));
    }
    for (std::size_t i = 0; i < m_isLit.size(); ++i) {
        if (!m_isLit[i])
            continue;
        const std::array halves {darkest(i, 0, all / 2), darkest(i, all / 2, all)};
        for (std::size_t line = 0; line < out.lines.size(); ++line) {
            const std::size_t own = 2 * line < out.lines.size() ? 0 : 1;
            out.lines[line][i] = halves[own] ? *halves[own] : halves[1 - own].value_or(kNothing);
        }
        if (!halves[0] && !halves[1])
            out.gaps.push_back(i);
    }
    return out;
}

float BarLines::mean(std::size_t line, std::size_t sample) const
{
    return m_sums[line][sample] / std::max(1.F, m_counts[line][sample]);
}

bool BarLines::isWhole(std::size_t line, std::size_t sample) const
{
    return m_counts[line][sample] >= static_cast<float>(m_size.rows);
}

/// The mean of the darkest lines from one to another that no reflection touches, nor those beside them.
std::optional<float> BarLines::darkest(std::size_t sample, std::size_t from, std::size_t to) const
{
    constexpr std::size_t kPart = 3; // of those that are left
    std::vector<float> greys;
    for (std::size_t line = from; line < to; ++line)
        if (isWhole(line, sample) && (line == 0 || isWhole(line - 1, sample))
            && (line + 1 == m_sums.size() || isWhole(line + 1, sample)))
            greys.push_back(mean(line, sample));
    if (greys.empty())
        return std::nullopt;
    std::sort(greys.begin(), greys.end());
    const std::size_t some = std::max<std::size_t>(1, greys.size() / kPart);
    return std::accumulate(greys.begin(), greys.begin() + static_cast<std::ptrdiff_t>(some), 0.F)
        / static_cast<float>(some);
}

} // namespace guanwu
