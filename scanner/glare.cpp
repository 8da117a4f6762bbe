#include "scanner/glare.h"

#include "scanner/image_ops.h"
#include "scanner/patch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace guanwu {

namespace {

    constexpr int kBleached = 250;
    constexpr int kFewest = 12; // pixels
    constexpr std::int64_t kSmallestLamp = 4; // about so many of which the pixels around are bleached as well

    std::int64_t bleachedPixels(LumView picture)
    {
        std::int64_t count = 0;
        for (int y = 0; y < picture.height; ++y) {
            const std::uint8_t* row = picture.pixels + std::ptrdiff_t {y} * picture.stride;
            count += std::count_if(
                row, row + picture.width, [](std::uint8_t grey) { return grey >= kBleached; });
        }
        return count;
    }

    /// 1 for each pixel about which nine are bleached in the mean: noise leaves holes in a single one.
    std::vector<std::uint8_t> bleachedPlaces(LumView picture)
    {
        constexpr int kSum = 9 * 242;
        const auto width = static_cast<std::size_t>(picture.width);
        std::vector<std::uint8_t> out(width * static_cast<std::size_t>(picture.height));
        std::vector<int> columns(width);
        for (int y = 1; y + 1 < picture.height; ++y) {
            const std::uint8_t* row = picture.pixels + std::ptrdiff_t {y} * picture.stride;
            for (std::size_t x = 0; x < width; ++x)
                columns[x] = *(row + x - picture.stride) + row[x] + *(row + x + picture.stride);
            std::uint8_t* to = out.data() + static_cast<std::size_t>(y) * width;
            for (std::size_t x = 1; x + 1 < width; ++x)
                to[x] = columns[x - 1] + columns[x] + columns[x + 1] >= kSum ? 1 : 0;
        }
        return out;
    }

    /// What hangs together and has little edge for its area: lamps and windows, not white print nor the paper
    /// between modules.
    std::vector<std::uint8_t> lampsOf(LumView picture)
    {
        // Its square by the area: of a disc 20, of a tube eight times as long as wide 40.
        constexpr double kMostEdge = 80;
        constexpr std::uint8_t kUnseen = 1;
        constexpr std::uint8_t kSeen = 2;
        const auto width = static_cast<std::ptrdiff_t>(picture.width);
        std::vector<std::uint8_t> places = bleachedPlaces(picture); // none at the edges
        std::vector<std::uint8_t> lamps(places.size());
        std::vector<std::ptrdiff_t> blob;
        for (std::size_t first = 0; first < places.size(); ++first) {
            if (places[first] != kUnseen)
                continue;
            places[first] = kSeen;
            blob.assign(1, static_cast<std::ptrdiff_t>(first));
            std::int64_t edge = 0;
            for (std::size_t next = 0; next < blob.size(); ++next)
                for (const std::ptrdiff_t step : {std::ptrdiff_t {-1}, std::ptrdiff_t {1}, -width, width}) {
                    std::uint8_t& there = places[static_cast<std::size_t>(blob[next] + step)];
                    if (there == 0)
                        ++edge;
                    if (there == kUnseen) {
                        there = kSeen;
                        blob.push_back(blob[next] + step);
                    }
                }
            const auto area = static_cast<std::int64_t>(blob.size());
            if (area >= kSmallestLamp
                && static_cast<double>(edge * edge) <= kMostEdge * static_cast<double>(area))
                for (const std::ptrdiff_t place : blob)
                    lamps[static_cast<std::size_t>(place)] = 1;
        }
        return lamps;
    }

    /// Of `count` things, each `size` values, every value becomes the largest of those in the same place of
    /// the `reach` things before and behind it. Windows are made twice as wide from two, and the last from
    /// two that overlap.
    void takeLargest(std::uint8_t* values, int count, int size, int reach, std::vector<std::uint8_t>& windows)
    {
        const std::ptrdiff_t step = size;
        windows.assign(
            static_cast<std::size_t>((count + 2 * reach) * step), 0); // nothing is beyond both ends
        std::copy(values, values + count * step, windows.begin() + reach * step);
        const int whole = 2 * reach + 1;
        int covered = 1;
        const auto widen = [&](std::uint8_t* to, std::ptrdiff_t end, std::ptrdiff_t apart) {
            const std::uint8_t* from = windows.data();
            for (std::ptrdiff_t i = 0; i < end; ++i)
                to[i] = std::max(from[i], from[i + apart]);
        };
        const auto all = static_cast<std::ptrdiff_t>(windows.size());
        for (; 2 * covered <= whole; covered *= 2)
            widen(windows.data(), all - covered * step, covered * step);
        widen(values, count * step, (whole - covered) * step);
    }

    /// The largest of the places up to `reach` to all sides.
    std::vector<std::uint8_t> largestAround(
        const std::vector<std::uint8_t>& values, int width, int height, int reach)
    {
        std::vector<std::uint8_t> out = values;
        std::vector<std::uint8_t> windows;
        for (int y = 0; y < height; ++y)
            takeLargest(out.data() + std::ptrdiff_t {y} * width, width, 1, reach, windows);
        takeLargest(out.data(), height, width, reach, windows);
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

    struct LabelGreys {
        int paper = 0;
        int ink = 0;
    };

    /// Those of the places where `isThere` and not `isLit`.
    std::optional<LabelGreys> labelGreys(const LumImage& picture, const std::vector<std::uint8_t>& isLit,
        const std::vector<std::uint8_t>& isThere)
    {
        constexpr int kPaperReach = 4; // pixels: so near to any place of a symbol there is paper
        std::vector<std::uint8_t> unlit(picture.pixels.size());
        for (std::size_t i = 0; i < unlit.size(); ++i)
            unlit[i] = isLit[i] == 0 ? picture.pixels[i] : std::uint8_t {0};
        const auto lightest = largestAround(unlit, picture.width, picture.height, kPaperReach);
        std::vector<std::uint8_t> greys;
        std::vector<std::uint8_t> papers;
        for (std::size_t i = 0; i < unlit.size(); ++i)
            if (isLit[i] == 0 && isThere[i] != 0) {
                greys.push_back(unlit[i]);
                papers.push_back(lightest[i]);
            }
        if (greys.empty())
            return std::nullopt;
        return LabelGreys {quantile(papers, 0.5), quantile(greys, 0.05)};
    }

} // namespace

std::optional<Bleached> withoutGlare(LumView region)
{
    constexpr double kMostShare = 0.35;
    constexpr int kLeastAbove = 20; // greys that a reflection is lighter than paper at least
    constexpr int kAbove = 15;
    constexpr int kHalo = 8; // pixels in which it fades away
    constexpr int kAround = 20; // pixels: there the label is seen as it is
    constexpr int kBeyond = 1;
    const std::vector<std::uint8_t> lamps = lampsOf(region);
    const auto count = static_cast<double>(std::count(lamps.begin(), lamps.end(), 1));
    if (count == 0 || count > kMostShare * region.width * region.height)
        return std::nullopt;
    Bleached out {copied(region), {}};
    LumImage& image = out.image;
    const auto isLit = largestAround(lamps, image.width, image.height, kHalo);
    const auto label = labelGreys(image, isLit, largestAround(lamps, image.width, image.height, kAround));
    if (!label || label->paper > kBleached - kLeastAbove)
        return std::nullopt;
    out.lost.resize(image.pixels.size());
    for (std::size_t i = 0; i < out.lost.size(); ++i)
        out.lost[i] = isLit[i] != 0 && image.pixels[i] > label->paper + kAbove ? 1 : 0;
    out.lost = largestAround(out.lost, image.width, image.height, kBeyond);
    const auto nothing = static_cast<std::uint8_t>((label->paper + label->ink) / 2);
    for (std::size_t i = 0; i < out.lost.size(); ++i)
        if (out.lost[i] != 0)
            image.pixels[i] = nothing;
    return out;
}

std::optional<ClearRegion> clearRegion(LumView picture, const Region& region, double reach)
{
    constexpr double kNear = 8; // pixels: what is farther away hides nothing of the region
    const PointF u = region.across * (region.width / 2);
    const PointF v = region.along() * (region.height / 2);
    const auto partOf = [&](double margin) {
        return cutOut(picture, region.middle, 2 * (std::abs(u.x) + std::abs(v.x) + margin),
            2 * (std::abs(u.y) + std::abs(v.y) + margin));
    };
    if (bleachedPixels(partOf(kNear)) < kFewest)
        return std::nullopt;
    const LumView around = partOf(reach);
    auto clear = withoutGlare(around);
    if (!clear)
        return std::nullopt;
    const PointF origin = originOf(around, picture);
    Region moved = region;
    moved.middle = region.middle - origin;
    return ClearRegion {std::move(*clear), origin, moved};
}

} // namespace guanwu
