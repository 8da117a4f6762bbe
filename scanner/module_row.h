#pragma once

#include "scanner/bar_strips.h"

#include <algorithm>
#include <string>
#include <vector>

namespace guanwu {

/// Samples a module of fewer than this many cannot be told apart; a sample is half a pixel or more.
inline constexpr double kSmallestModule = 1.4;

/// A profile by its prefix sums, from which the mean of any stretch is one difference.
class SummedProfile {
public:
    explicit SummedProfile(const Profile& profile);
    [[nodiscard]] double mean(double from, double to) const
    {
        return (sumTo(to) - sumTo(from)) / std::max(1e-6, to - from);
    }

    /// Of all greys before the place.
    [[nodiscard]] double sumTo(double sample) const
    {
        const double at = std::clamp(sample, 0.0, static_cast<double>(m_sums.size() - 1));
        const auto i = std::min(static_cast<std::size_t>(at), m_sums.size() - 2);
        return m_sums[i] + (at - static_cast<double>(i)) * (m_sums[i + 1] - m_sums[i]);
    }

private:
    std::vector<double> m_sums;
};

/// From the first bar's outer edge to the last one's, in samples.
struct BarExtent {
    double from = 0;
    double to = 0;
    int edges = 0; ///< that were seen in it; blur swallows some
    [[nodiscard]] double length() const { return to - from; }
};

/// Where the code may begin and end: stretches without a light gap as wide as a quiet zone, for several ideas
/// of how wide that is; a few, the one nearest to `expected` first.
[[nodiscard]] std::vector<BarExtent> barExtents(const Profile& profile, BarExtent expected);

/// What modules ('1' = bar) look like when blur moves `leak` of each into both neighbours: dark is negative.
[[nodiscard]] std::vector<float> lookOf(const std::string& modules, double leak);

/// Of greys with a look, normalised: 1 = the same but for light and contrast.
[[nodiscard]] double correlation(const float* greys, const std::vector<float>& look);

/// A profile seen as modules: where each one lies, and its mean grey.
class ModuleRow {
public:
    /// `modules` of them from extent.from to extent.to; `fan` above 0 makes those on the right narrower.
    ModuleRow(const SummedProfile& profile, BarExtent extent, int modules, double fan)
        : m_profile(&profile)
        , m_extent(extent)
        , m_modules(modules)
        , m_fan(fan)
    {
    }

    /// Mean greys of `count` modules from module `first` on.
    [[nodiscard]] std::vector<float> greys(double first, int count) const;

    /// This row with its ends moved a little and another fan, as they please `judge` most. Perspective makes
    /// modules narrower towards one end: a projective map of a line has that one parameter besides its ends.
    template <class Judge> [[nodiscard]] ModuleRow fitted(Judge judge) const
    {
        ModuleRow best = *this;
        double bestScore = judge(best);
        const auto consider = [&](BarExtent moved, double fan) {
            const ModuleRow row(*m_profile, moved, m_modules, fan);
            if (const double score = judge(row); score > bestScore) {
                bestScore = score;
                best = row;
            }
        };
        constexpr double kFanStep = 0.06;
        constexpr int kFanSteps = 6;
        for (int i = 1; i <= kFanSteps; ++i) {
            consider(m_extent, m_fan + i * kFanStep);
            consider(m_extent, m_fan - i * kFanStep);
        }
        const double module = m_extent.length() / m_modules;
        for (const double shift : {0.6, 0.3, 0.15}) {
            for (const auto& [from, to] : {std::pair {-1, 0}, {1, 0}, {0, -1}, {0, 1}})
                consider({best.m_extent.from + from * shift * module, best.m_extent.to + to * shift * module},
                    best.m_fan);
            consider(best.m_extent, best.m_fan + shift * kFanStep);
            consider(best.m_extent, best.m_fan - shift * kFanStep);
        }
        return best;
    }

    [[nodiscard]] BarExtent extent() const { return m_extent; }
    [[nodiscard]] double fan() const { return m_fan; }

private:
    [[nodiscard]] double place(double module) const
    {
        const double t = module / m_modules;
        return m_extent.from + m_extent.length() * t * (1 + m_fan) / (1 + m_fan * t);
    }

    const SummedProfile* m_profile;
    BarExtent m_extent;
    int m_modules;
    double m_fan;
};

} // namespace guanwu
