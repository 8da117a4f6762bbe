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

std::optional<LumImage> withoutGlare(LumView region)
{
    constexpr double kLeastShare = 0.002;
    constexpr double kMostShare = 0.35;
    constexpr int kLeastAbove = 20; // greys that a reflection is lighter than paper at least
    constexpr int kAbove = 15;
    constexpr int kBeyond = 1; // pixels
    std::ptrdiff_t bleached = 0;
    for (int y = 0; y < region.height; ++y) {
        const std::uint8_t* row = region.pixels + std::ptrdiff_t {y} * region.stride;
        bleached
            += std::count_if(row, row + region.width, [](std::uint8_t grey) { return grey >= kBleached; });
    }
    const double share = static_cast<double>(bleached) / region.width / region.height;
    if (share < kLeastShare || share > kMostShare)
        return std::nullopt;
    LumImage out = copied(region);
    constexpr int kPaperReach = 4; // pixels: so near to any place of a symbol there is paper
    const int paper = quantile(largestAround(out.pixels, out.width, out.height, kPaperReach), 0.5);
    if (paper > kBleached - kLeastAbove)
        return std::nullopt;
    const auto nothing = static_cast<std::uint8_t>((paper + quantile(out.pixels, 0.05)) / 2);
    // Around what is lighter than paper the reflection goes on.
    std::vector<std::uint8_t> isLost(out.pixels.size());
    std::transform(out.pixels.begin(), out.pixels.end(), isLost.begin(),
        [&](std::uint8_t grey) { return static_cast<std::uint8_t>(grey > paper + kAbove ? 1 : 0); });
    isLost = largestAround(isLost, out.width, out.height, kBeyond);
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (isLost[i] != 0)
            out.pixels[i] = nothing;
    return out;
}

} // namespace guanwu
