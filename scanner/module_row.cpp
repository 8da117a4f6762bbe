#include "scanner/module_row.h"

#include <cmath>

namespace guanwu {

SummedProfile::SummedProfile(const Profile& profile)
    : m_sums(1)
{
    m_sums.reserve(profile.size() + 2);
    for (const float grey : profile)
        m_sums.push_back(m_sums.back() + static_cast<double>(grey));
    if (m_sums.size() < 2)
        m_sums.push_back(0);
}

namespace {

    /// Half way between the lightest and the darkest nearby: light falls off over a label, and beside it the
    /// table may be darker than the bars.
    Profile middles(const Profile& profile)
    {
        const int count = static_cast<int>(profile.size());
        const int reach = std::max(12, count / 12);
        Profile out(profile.size());
        for (int i = 0; i < count; ++i) {
            const auto from = profile.begin() + std::max(0, i - reach);
            const auto to = profile.begin() + std::min(count, i + reach + 1);
            const auto [dark, light] = std::minmax_element(from, to);
            out[static_cast<std::size_t>(i)] = (*dark + *light) / 2;
        }
        return out;
    }

    /// Where the profile turns dark, light, dark, …
    std::vector<double> edgesOf(const Profile& profile)
    {
        const Profile middle = middles(profile);
        std::vector<double> edges;
        for (std::size_t i = 1; i < profile.size(); ++i) {
            const bool turnsDark = edges.size() % 2 == 0;
            if (turnsDark ? profile[i] >= middle[i] : profile[i] < middle[i])
                continue;
            const float step = profile[i] - profile[i - 1];
            const double part = step == 0 ? 0 : static_cast<double>((middle[i] - profile[i - 1]) / step);
            edges.push_back(static_cast<double>(i) - 0.5 + std::clamp(part, 0.0, 1.0));
        }
        if (edges.size() % 2 != 0)
            edges.pop_back();
        return edges;
    }

} // namespace

std::vector<BarExtent> barExtents(const Profile& profile, BarExtent expected)
{
    if (profile.size() < 40)
        return {};
    // Sharpened, because blur lifts the first narrow bar off the threshold.
    const auto edges = edgesOf(sharpened(profile, 3, 2));
    if (edges.size() < 16)
        return {};
    std::vector<double> runs;
    for (std::size_t i = 1; i < edges.size(); ++i)
        runs.push_back(edges[i] - edges[i - 1]);
    std::nth_element(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
    const double usual = runs[runs.size() / 2];
    // Half of the runs are one module wide, or two where blur swallowed narrow ones; no space is wider than
    // four modules, a quiet zone has at least seven. What lies beyond the label may be dark, or no code.
    std::vector<BarExtent> extents;
    for (const double modules : {3.2, 4.5, 6.5}) {
        std::size_t first = 0;
        for (std::size_t i = 1; i < edges.size(); i += 2) {
            const bool ends = i + 1 == edges.size() || edges[i + 1] - edges[i] > modules * usual;
            if (!ends)
                continue;
            const BarExtent extent {edges[first], edges[i], static_cast<int>(i - first + 1)};
            const bool isNew = std::none_of(extents.begin(), extents.end(), [&](const BarExtent& other) {
                return std::abs(other.from - extent.from) < 1 && std::abs(other.to - extent.to) < 1;
            });
            if (isNew && extent.length() > static_cast<double>(profile.size()) / 4)
                extents.push_back(extent);
            first = i + 1;
        }
    }
    const auto distance = [&](const BarExtent& extent) {
        return std::abs(extent.from - expected.from) + std::abs(extent.to - expected.to);
    };
    std::sort(extents.begin(), extents.end(),
        [&](const BarExtent& a, const BarExtent& b) { return distance(a) < distance(b); });
    constexpr std::size_t kMost = 3;
    if (extents.size() > kMost)
        extents.resize(kMost);
    return extents;
}

std::vector<float> lookOf(const std::string& modules, double leak)
{
    const auto at = [&](std::ptrdiff_t i) {
        const auto last = static_cast<std::ptrdiff_t>(modules.size()) - 1;
        return modules[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, last))] == '1' ? -1.0 : 1.0;
    };
    std::vector<float> look;
    for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(modules.size()); ++i)
        look.push_back(static_cast<float>((1 - 2 * leak) * at(i) + leak * (at(i - 1) + at(i + 1))));
    // Zero mean and unit length, so that a correlation is one sum of products.
    float mean = 0;
    for (const float value : look)
        mean += value / static_cast<float>(look.size());
    float squares = 0;
    for (float& value : look) {
        value -= mean;
        squares += value * value;
    }
    for (float& value : look)
        value /= std::sqrt(std::max(squares, 1e-9F));
    return look;
}

double correlation(const float* greys, const std::vector<float>& look)
{
    const std::size_t count = look.size();
    float sum = 0;
    float squares = 0;
    float products = 0; // the look has no mean, so that of the greys does not matter
    for (std::size_t i = 0; i < count; ++i) {
        sum += greys[i];
        squares += greys[i] * greys[i];
        products += greys[i] * look[i];
    }
    const float spread = squares - sum * sum / static_cast<float>(count);
    return spread > 1 ? static_cast<double>(products / std::sqrt(spread)) : 0;
}

std::vector<float> ModuleRow::greys(double first, int count) const
{
    std::vector<float> out(static_cast<std::size_t>(count));
    double from = place(first);
    double before = m_profile->sumTo(from);
    for (int i = 0; i < count; ++i) {
        const double to = place(first + i + 1);
        const double behind = m_profile->sumTo(to);
        out[static_cast<std::size_t>(i)] = static_cast<float>((behind - before) / std::max(1e-6, to - from));
        from = to;
        before = behind;
    }
    return out;
}

} // namespace guanwu
