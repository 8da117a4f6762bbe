#include "scanner/glare.h"

#include "scanner/image_ops.h"

#include <algorithm>
#include <array>
#include <vector>

namespace guanwu {

namespace {

    constexpr int kBleached = 250;

    /// The largest of the places up to `reach` to all sides.
    std::vector<std::uint8_t> largestAround(
        const std::vector<std::uint8_t>& values, int width, int height, int reach)
    {
        std::vector<std::uint8_t> rows(values.size());
        std::vector<std::uint8_t> out(values.size());
        for (int y = 0; y < height; ++y) {
            const std::uint8_t* from = values.data() + std::ptrdiff_t {y} * width;
            std::uint8_t* to = rows.data() + std::ptrdiff_t {y} * width;
            for (int shift = -reach; shift <= reach; ++shift)
                for (int x = std::max(0, -shift); x < width - std::max(0, shift); ++x)
                    to[x] = std::max(to[x], from[x + shift]);
        }
        for (int y = 0; y < height; ++y)
            for (int other = std::max(0, y - reach); other <= std::min(height - 1, y + reach); ++other) {
                const std::uint8_t* from = rows.data() + std::ptrdiff_t {other} * width;
                std::uint8_t* to = out.data() + std::ptrdiff_t {y} * width;
                for (int x = 0; x < width; ++x)
                    to[x] = std::max(to[x], from[x]);
            }
        return out;
    }

    int quantile(const std::vector<std::uint8_t>& values, double part)
    {
        std::array<std::size_t, 256> counts {};
        for (const std::uint8_t value : values)
            ++counts[value];
        auto left = static_cast<std::size_t>(part * static_cast<double>(values.size()));
        int value = 0;
        while (value < 255 && counts[static_cast<std::size_t>(value)] <= left)
            left -= counts[static_cast<std::size_t>(value++)];
        return value;
    }

} // namespace

std::optional<Bleached> withoutGlare(LumView region)
{
    constexpr std::ptrdiff_t kFewest = 12; // pixels: four modules of the smallest
    constexpr double kMostShare = 0.35;
    constexpr int kLeastAbove = 20; // greys that a reflection is lighter than paper at least
    constexpr int kAbove = 15;
    constexpr int kHalo = 5; // pixels in which it fades away
    constexpr int kAround = 16; // pixels: there the label is seen as it is
    constexpr int kBeyond = 1;
    LumImage out = copied(region);
    std::vector<std::uint8_t> bleached(out.pixels.size());
    std::transform(out.pixels.begin(), out.pixels.end(), bleached.begin(),
        [](std::uint8_t grey) { return static_cast<std::uint8_t>(grey >= kBleached ? 1 : 0); });
    const auto count = std::count(bleached.begin(), bleached.end(), 1);
    if (count < kFewest || static_cast<double>(count) > kMostShare * static_cast<double>(bleached.size()))
        return std::nullopt;
    const auto near = largestAround(bleached, out.width, out.height, kHalo);
    const auto around = largestAround(bleached, out.width, out.height, kAround);
    constexpr int kPaperReach = 4; // pixels: so near to any place of a symbol there is paper
    std::vector<std::uint8_t> isLost(out.pixels.size());
    std::vector<std::uint8_t> label;
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (near[i] == 0) {
            isLost[i] = out.pixels[i];
            if (around[i] != 0)
                label.push_back(out.pixels[i]);
        }
    const auto lightest = largestAround(isLost, out.width, out.height, kPaperReach);
    std::vector<std::uint8_t> papers;
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (near[i] == 0 && around[i] != 0)
            papers.push_back(lightest[i]);
    if (papers.empty())
        return std::nullopt;
    const int paper = quantile(papers, 0.5);
    if (paper > kBleached - kLeastAbove)
        return std::nullopt;
    const auto nothing = static_cast<std::uint8_t>((paper + quantile(label, 0.05)) / 2);
    // Around what is lighter than paper the reflection goes on.
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        isLost[i] = near[i] != 0 && out.pixels[i] > paper + kAbove ? 1 : 0;
    isLost = largestAround(isLost, out.width, out.height, kBeyond);
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (isLost[i] != 0)
            out.pixels[i] = nothing;
    return Bleached {std::move(out), std::move(isLost)};
}

} // namespace guanwu
