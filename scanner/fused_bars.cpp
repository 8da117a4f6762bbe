#include "scanner/fused_bars.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace guanwu {

namespace {

    constexpr std::size_t kMostLayers = 8;
    // Two frames of one code are alike by 0.8 and more, of two codes by less than 0.4.
    constexpr double kSameCode = 0.55;
    // The region's ends are true to a cell or two; after so many frames it is the first one that was wrong.
    constexpr int kMisfitsUntilNew = 2;

    /// Where a sample of the reference lies in another profile.
    struct Warp {
        double middle = 0; ///< of the reference, in samples
        double shift = 0; ///< of its middle
        double stretch = 1;
        double bend = 0; ///< samples at both ends that the middle does not move

        [[nodiscard]] double at(double sample) const
        {
            const double off = (sample - middle) / middle;
            return middle + shift + stretch * (sample - middle) + bend * off * off;
        }
    };

    /// What changes along the profile, without light and shade.
    Profile profileDetail(const Profile& profile)
    {
        constexpr int kRadius = 8;
        Profile blurred = sharpened(profile, kRadius, -1);
        for (std::size_t i = 0; i < blurred.size(); ++i)
            blurred[i] = profile[i] - blurred[i];
        return blurred;
    }

    /// Every `step` samples one, the mean of them.
    Profile reduced(const Profile& profile, std::size_t step)
    {
        Profile out;
        for (std::size_t i = 0; i + step <= profile.size(); i += step) {
            float sum = 0;
            for (std::size_t k = 0; k < step; ++k)
                sum += profile[i + k];
            out.push_back(sum / static_cast<float>(step));
        }
        return out;
    }

    float greyBetween(const Profile& profile, double sample)
    {
        const double at = std::clamp(sample, 0.0, static_cast<double>(profile.size() - 1));
        const auto i = std::min(static_cast<std::size_t>(at), profile.size() - 2);
        const auto part = static_cast<float>(at - static_cast<double>(i));
        return profile[i] + part * (profile[i + 1] - profile[i]);
    }

    /// Correlation of the details where both are known, up to 1.
    double likeness(const Profile& reference, const Profile& other, const Warp& warp)
    {
        constexpr double kLeastOverlap = 0.6;
        float products = 0;
        float squares = 0;
        float others = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < reference.size(); ++i) {
            const double at = warp.at(static_cast<double>(i));
            if (at < 0 || at > static_cast<double>(other.size() - 1))
                continue;
            const float value = greyBetween(other, at);
            products += reference[i] * value;
            squares += reference[i] * reference[i];
            others += value * value;
            ++count;
        }
        if (static_cast<double>(count) < kLeastOverlap * static_cast<double>(reference.size()))
            return 0;
        return static_cast<double>(products / std::sqrt(std::max(1e-3F, squares * others)));
    }

    struct Overlay {
        Warp warp;
        double likeness = 0;
    };

    /// Shift and stretch by trying them all on every fourth sample, then everything by smaller and smaller
    /// steps.
    Overlay overlay(const Profile& reference, const Profile& other)
    {
        constexpr std::size_t kCoarse = 4;
        const Profile a = reduced(reference, kCoarse);
        const Profile b = reduced(other, kCoarse);
        const auto length = static_cast<double>(a.size());
        Overlay best {{length / 2, 0, 1, 0}, -1};
        constexpr int kStretches = 5;
        constexpr double kStretch = 0.016; // a code of 150 modules ends one module farther
        const int reach = static_cast<int>(length * 0.15);
        for (int s = -kStretches; s <= kStretches; ++s)
            for (int shift = -reach; shift <= reach; ++shift) {
                const Warp warp {length / 2, static_cast<double>(shift), 1 + s * kStretch, 0};
                if (const double value = likeness(a, b, warp); value > best.likeness)
                    best = {warp, value};
            }
        best.warp.middle = static_cast<double>(reference.size()) / 2;
        best.warp.shift *= kCoarse;
        best.likeness = likeness(reference, other, best.warp);
        const auto consider = [&](Warp warp) {
            if (const double value = likeness(reference, other, warp); value > best.likeness)
                best = {warp, value};
        };
        for (const double step : {3.0, 1.5, 0.75, 0.4})
            for (int round = 0; round < 2; ++round)
                for (const double way : {-step, step}) {
                    Warp warp = best.warp;
                    warp.shift += way;
                    consider(warp);
                    warp = best.warp;
                    warp.stretch += way / warp.middle;
                    consider(warp);
                    warp = best.warp;
                    warp.bend += way;
                    consider(warp);
                }
        return best;
    }

    Profile warped(const Profile& profile, const Warp& warp, std::size_t size)
    {
        Profile out(size);
        for (std::size_t i = 0; i < size; ++i)
            out[i] = greyBetween(profile, warp.at(static_cast<double>(i)));
        return out;
    }

} // namespace

void FusedBars::add(const BarStrips& bars, PointF across, std::int64_t frame)
{
    const std::size_t half = bars.strips.size() / 2;
    constexpr double kLeastAgreement = 0.1;
    const double agreement = bars.agreement();
    if (frame == m_frame || half == 0 || bars.strips.front().size() < 64 || agreement < kLeastAgreement)
        return;
    m_frame = frame;
    Layer layer {{bars.mean(0, half), bars.mean(half, bars.strips.size())}, bars.levelled, agreement};
    if (!m_layers.empty() && dot(across, m_across) < 0) {
        // The region was found the other way round: so are its bars, and its halves.
        for (auto* halves : {&layer.halves, &layer.levelled}) {
            std::swap((*halves)[0], (*halves)[1]);
            for (Profile& profile : *halves)
                std::reverse(profile.begin(), profile.end());
        }
        across = across * -1;
    }
    if (!m_layers.empty()) {
        const auto whole = [](const std::array<Profile, 2>& halves) {
            Profile mean = halves[0];
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] = (mean[i] + halves[1][i]) / 2;
            return profileDetail(mean);
        };
        const Overlay over = overlay(whole(meanOf(&Layer::halves)), whole(layer.halves));
        if (over.likeness >= kSameCode) {
            m_misfits = 0;
            const std::size_t size = m_layers.front().halves[0].size();
            for (auto* halves : {&layer.halves, &layer.levelled})
                for (Profile& profile : *halves)
                    profile = warped(profile, over.warp, size);
        } else if (++m_misfits < kMisfitsUntilNew) {
            return;
        } else {
            m_layers.clear();
        }
    }
    if (m_layers.empty()) {
        m_step = bars.step;
        m_quiet = bars.quiet;
        m_misfits = 0;
    }
    m_across = across;
    m_quad = bars.quad;
    if (m_layers.size() == kMostLayers)
        m_layers.erase(m_layers.begin());
    m_layers.push_back(std::move(layer));
}

std::array<Profile, 2> FusedBars::meanOf(std::array<Profile, 2> Layer::*part) const
{
    const std::size_t size = m_layers.front().halves[0].size();
    std::array sums {Profile(size), Profile(size)};
    double total = 0;
    for (const Layer& layer : m_layers)
        total += layer.weight;
    for (const Layer& layer : m_layers) {
        const auto weight = static_cast<float>(layer.weight / total);
        for (std::size_t half = 0; half < 2; ++half)
            for (std::size_t i = 0; i < size; ++i)
                sums[half][i] += weight * (layer.*part)[half][i];
    }
    return sums;
}

BarStrips FusedBars::mean() const
{
    const auto halves = meanOf(&Layer::halves);
    return {m_step, {halves[0], halves[1]}, meanOf(&Layer::levelled), false, m_quiet, m_quad};
}

} // namespace guanwu
