#include "scanner/stacked_frame.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    constexpr int kMostColumns = 8; // of data; a tag's text has four
    constexpr double kGuardBlur = 0.12;

    /// Where a pattern that all rows share may begin or end, and how wide its modules are there.
    struct Guard {
        double at = 0; ///< outer edge, in samples
        double module = 0;
        double score = 0;
    };

    /// The widest bar of the guard with light on both sides: most places are left behind by three means.
    bool hasBar(const SummedProfile& profile, double at, double module, bool isStart, double leastStep)
    {
        const double left = isStart ? at : at - kStackedStop * module;
        const double right = left + (isStart ? 8 : 7) * module;
        const double dark = profile.mean(left, right);
        return profile.mean(right, right + module) - dark > leastStep
            && profile.mean(left - module, left) - dark > leastStep;
    }

    std::vector<Guard> guardsOf(
        const SummedProfile& profile, double from, double to, double widest, double leastStep, bool isStart)
    {
        constexpr double kLeast = 0.72;
        constexpr std::size_t kMost = 10;
        const std::string_view modules = isStart ? kStackedStartModules : kStackedStopModules;
        // With the paper outside.
        const auto look
            = lookOf(isStart ? "00" + std::string(modules) : std::string(modules) + "00", kGuardBlur);
        const int count = static_cast<int>(look.size());
        std::vector<float> greys(look.size());
        std::vector<Guard> found;
        for (double module = kSmallestModule; module <= widest; module *= 1.06)
            for (double at = from; at <= to; at += module / 3) {
                if (!hasBar(profile, at, module, isStart, leastStep))
                    continue;
                const double first
                    = isStart ? at - 2 * module : at - static_cast<double>(modules.size()) * module;
                for (int i = 0; i < count; ++i)
                    greys[static_cast<std::size_t>(i)]
                        = static_cast<float>(profile.mean(first + i * module, first + (i + 1) * module));
                if (const double score = correlation(greys.data(), look); score > kLeast)
                    found.push_back({at, module, score});
            }
        std::sort(
            found.begin(), found.end(), [](const Guard& a, const Guard& b) { return a.score > b.score; });
        // The best of each neighbourhood.
        std::vector<Guard> out;
        for (const Guard& guard : found) {
            const bool isNew = std::none_of(out.begin(), out.end(), [&](const Guard& other) {
                return std::abs(other.at - guard.at) < 1.5 * guard.module
                    && std::abs(other.module - guard.module) < 0.15 * guard.module;
            });
            if (isNew)
                out.push_back(guard);
            if (out.size() == kMost)
                break;
        }
        return out;
    }

} // namespace

std::vector<StackedFrame> stackedFramesOf(const Profile& mean)
{
    const SummedProfile profile(mean);
    const auto samples = static_cast<double>(mean.size());
    // Of all greys between the darkest and the lightest; blur leaves half of it.
    constexpr double kLeastShare = 0.1;
    const auto [dark, light] = std::minmax_element(mean.begin(), mean.end());
    const double leastStep = kLeastShare * static_cast<double>(*light - *dark) + 0.5;
    const double widest = samples / (kStackedCodeword * 4 + kStackedStop);
    const auto starts = guardsOf(profile, 0, samples * 0.4, widest, leastStep, true);
    const auto stops = guardsOf(profile, samples * 0.6, samples, widest, leastStep, false);
    std::vector<StackedFrame> frames;
    for (const Guard& start : starts)
        for (const Guard& stop : stops) {
            const double length = stop.at - start.at;
            const double modules = length / std::sqrt(start.module * stop.module);
            const int columns = static_cast<int>(
                std::lround((modules - kStackedCodeword - kStackedStop) / kStackedCodeword));
            if (columns < 3 || columns > kMostColumns + 2)
                continue;
            StackedFrame frame {{start.at, stop.at}, columns, std::sqrt(start.module / stop.module) - 1,
                start.score + stop.score};
            if (std::abs(modules - frame.modules()) > 0.45 * kStackedCodeword || std::abs(frame.fan) > 0.35)
                continue;
            frames.push_back(frame);
        }
    std::sort(frames.begin(), frames.end(),
        [](const StackedFrame& a, const StackedFrame& b) { return a.score > b.score; });
    constexpr std::size_t kMost = 2;
    if (frames.size() > kMost)
        frames.resize(kMost);
    // To a fraction of a module, by both guards; what only looks like them stays behind.
    constexpr double kLeastGuards = 1.8; // both together: chance was seen to give 1.79
    const auto startLook = lookOf("00" + std::string(kStackedStartModules), kGuardBlur);
    const auto stopLook = lookOf(std::string(kStackedStopModules) + "00", kGuardBlur);
    for (StackedFrame& frame : frames) {
        const int modules = frame.modules();
        const auto guards = [&](const ModuleRow& row) {
            return correlation(row.greys(-2, static_cast<int>(startLook.size())).data(), startLook)
                + correlation(
                    row.greys(modules - kStackedStop, static_cast<int>(stopLook.size())).data(), stopLook);
        };
        frame.fit(ModuleRow(profile, frame.extent, modules, frame.fan).fitted(guards));
        frame.score = guards(frame.row(profile));
    }
    std::erase_if(frames, [](const StackedFrame& frame) { return frame.score < kLeastGuards; });
    return frames;
}

} // namespace guanwu
