#include "scanner/region_standing.h"

#include "scanner/bar_strips.h"
#include "scanner/patch.h"
#include "scanner/region_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace guanwu {

namespace {

    using enum Region::Kind;
    using enum Region::Standing;

    /// How alike the changes of two lines are, one of them moved by up to `reach` samples; up to 1.
    double likeness(const Profile& one, const Profile& other, int reach)
    {
        const int count = static_cast<int>(one.size());
        const float squares = std::inner_product(one.begin(), one.end(), one.begin(), 0.F)
            * std::inner_product(other.begin(), other.end(), other.begin(), 0.F);
        float most = 0;
        for (int shift = -reach; shift <= reach; ++shift) {
            const int from = std::max(0, -shift);
            const int to = count - std::max(0, shift);
            float products = 0;
            for (int i = from; i < to; ++i)
                products += one[static_cast<std::size_t>(i)] * other[static_cast<std::size_t>(i + shift)];
            most = std::max(most, products);
        }
        return static_cast<double>(most / std::sqrt(squares + 1));
    }

    /// Whether `bars` are some of those that the region takes in.
    bool isPart(const Region& bars, const Region& whole)
    {
        constexpr double kParallel = 0.9; // the cosine of 26 degrees: bars of one code fan out
        constexpr double kShorter = 0.9;
        return bars.kind == Bars && contains(whole.quad(), bars.middle)
            && std::abs(dot(bars.across, whole.across)) > kParallel && bars.width < kShorter * whole.width;
    }

} // namespace

double continuity(LumView picture, const Region& region, double apart)
{
    constexpr int kPairs = 7;
    constexpr int kBestPairs = 3; // print above and below the bars is like nothing else
    constexpr double kHeight = 0.7; // of the region
    constexpr double kLean = 0.24; // of bars: 14 degrees
    constexpr int kMostSamples = 400;
    constexpr int kMostReach = 40;
    const int samples = std::min(kMostSamples, static_cast<int>(region.width));
    const int reach = std::min({kMostReach, samples / 4, static_cast<int>(kLean * apart + 1)});
    const auto stepsAt = [&](double v) {
        Profile steps;
        float last = -1;
        const PointF first = region.middle + region.along() * v - region.across * (samples / 2.0);
        greysAlong(picture, first, region.across, samples, [&](float grey) {
            steps.push_back(last >= 0 ? grey - last : 0);
            last = grey;
        });
        return steps;
    };
    std::array<double, kPairs> pairs {};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double v = ((static_cast<double>(i) + 0.5) / kPairs - 0.5) * kHeight * region.height;
        pairs[i] = likeness(stepsAt(v - apart / 2), stepsAt(v + apart / 2), reach);
    }
    std::sort(pairs.begin(), pairs.end(), std::greater());
    return std::accumulate(pairs.begin(), pairs.begin() + kBestPairs, 0.0) / kBestPairs;
}

void rankRegions(LumView picture, std::vector<Region>& regions)
{
    // Bars in one row look stacked to who looks from afar, and the rows of a PDF417 are bars to who looks
    // near. Where noise makes even neighbouring lines differ, nothing is known.
    constexpr double kFar = 0.1; // of the height
    constexpr double kNear = 1.5; // pixels
    constexpr double kOneRow = 0.58; // of what neighbouring lines are alike
    constexpr double kRows = 0.42;
    constexpr double kClear = 0.85;
    constexpr int kSeveral = 2;
    for (Region& stacked : regions) {
        if (stacked.kind != Stacked || promiseOf(stacked) < kFairPromise)
            continue;
        const double far = continuity(picture, stacked, kFar * stacked.height);
        const double near = continuity(picture, stacked, kNear);
        if (far > kOneRow * near)
            stacked.standing = Outdone;
        const auto isHere = [&](const Region& other) { return isPart(other, stacked); };
        if (far > kRows || near < kClear || std::count_if(regions.begin(), regions.end(), isHere) < kSeveral)
            continue;
        stacked.standing = Confirmed;
        for (Region& other : regions)
            if (isHere(other))
                other.standing = Outdone;
    }
    std::stable_sort(
        regions.begin(), regions.end(), [](const Region& a, const Region& b) { return a.width > b.width; });
}

} // namespace guanwu
