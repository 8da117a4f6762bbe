#include "scanner/bar_reader.h"

#include "scanner/glare.h"
#include "scanner/linear_reader.h"
#include "scanner/read_collector.h"
#include "scanner/stacked_reader.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    // Two halves agreed, each the mean of many rows.
    constexpr int kGreyLines = 4;
    constexpr double kLeastAgreement = 0.1;

    /// Strips under each other as a picture that ZXing reads row by row.
    LumImage stacked(const std::vector<Profile>& strips)
    {
        LumImage image {static_cast<int>(strips.front().size()), static_cast<int>(strips.size()), {}};
        for (const auto& strip : strips)
            for (const float grey : strip)
                image.pixels.push_back(static_cast<std::uint8_t>(std::clamp(grey + 0.5F, 0.F, 255.F)));
        return image;
    }

    /// Of the picture without the reflections that lie on it.
    BarStrips clearStrips(LumView picture, const Region& region, int count)
    {
        // As far as a quiet zone goes, and bars that go on beyond the region.
        const double reach = 24 + 0.5 * region.width;
        const auto clear = clearRegion(picture, region, reach);
        if (!clear)
            return barStrips(picture, region, count);
        BarStrips bars = barStrips(clear->picture.view(), clear->region, count);
        for (PointF& corner : bars.quad)
            corner = corner + clear->origin;
        return bars;
    }

    /// Across a gap nothing is read but what a check over the whole text bears out.
    bool isBorneOut(SymbolFormat format, const BarStrips& bars)
    {
        return !bars.hasGap || !isWeakFormat(format);
    }

    /// From the strips to the picture. Two codes in line have one row of bars, and each is a part of it.
    void place(std::vector<RawRead>& reads, const BarStrips& bars)
    {
        const auto samples = static_cast<double>(bars.strips.front().size());
        for (auto& read : reads) {
            const auto [left, right] = std::minmax_element(read.symbol.corners.begin(),
                read.symbol.corners.end(), [](PixelPoint a, PixelPoint b) { return a.x < b.x; });
            const double from = std::clamp(left->x / samples, 0.0, 1.0);
            const double to = std::clamp(right->x / samples, from, 1.0);
            const auto onTop
                = [&](double share) { return bars.quad[0] + (bars.quad[1] - bars.quad[0]) * share; };
            const auto below
                = [&](double share) { return bars.quad[3] + (bars.quad[2] - bars.quad[3]) * share; };
            read.symbol.corners = rounded({onTop(from), onTop(to), below(to), below(from)});
        }
    }

    std::vector<RawRead> readLinear(const BarStrips& bars, int radius, float strength)
    {
        std::vector<Profile> strips = bars.strips;
        if (strength > 0)
            for (auto& strip : strips)
                strip = sharpened(strip, radius, strength);
        auto reads = readOneScale(stacked(strips), {Code128, Code39, EAN13}, Effort::Rows);
        std::erase_if(reads,
            [&](const RawRead& read) { return read.lines < 2 || !isBorneOut(read.symbol.format, bars); });
        place(reads, bars);
        return reads;
    }

} // namespace

std::vector<RawRead> readBars(
    LumView picture, const Region& region, int effort, WorkClock::time_point until, BarMemory& memory)
{
    if (memory.stripsFrame != memory.frame) {
        memory.stripsFrame = memory.frame;
        memory.strips = clearStrips(picture, region, std::clamp(static_cast<int>(region.height / 4), 4, 16));
        if (!memory.strips.hasGap)
            memory.fused.add(memory.strips, region.across, memory.frame);
    }
    const BarStrips& bars = memory.strips;
    if (effort == 0) {
        auto reads = readLinear(bars, 2, 0);
        return reads.empty() ? readLinear(bars, 2, 1.5F) : reads;
    }
    if (effort == 1) {
        auto reads = readLinear(bars, 2, 4);
        return reads.empty() ? readLinear(bars, 3, 3) : reads;
    }
    // Milliseconds: not for print and edges of things.
    if (bars.agreement() < kLeastAgreement)
        return {};
    const BarStrips known = memory.fused.frames() > 1 ? memory.fused.mean() : bars;
    const auto readIn = [&](const BarStrips& strips, GreyLook look, int tries) -> std::vector<RawRead> {
        const auto read = readLinearGreys(strips, look, until, tries);
        if (read && isBorneOut(read->format, strips))
            return {{{read->format, read->text, rounded(bars.quad)}, kGreyLines}};
        return {};
    };
    if (effort == 2) {
        // The light may be uneven.
        auto reads = readIn(known, GreyLook::AsEdgesSay, 0);
        return reads.empty() ? readIn(known.evened(), GreyLook::AsEdgesSay, 0) : reads;
    }
    // Every other try; both directions and all blurs come to both.
    const int tries = memory.greyTries++;
    return readIn(tries % 2 == 0 ? known : known.evened(), GreyLook::Everything, tries / 2);
}

std::vector<RawRead> readStacked(
    LumView picture, const Region& region, int effort, WorkClock::time_point until)
{
    constexpr double kMargin = 8; // pixels
    const PointF u = region.across * (region.width / 2);
    const PointF v = region.along() * (region.height / 2);
    // Rows of PDF417 are about three modules high; strips of two pixels keep them apart.
    const int count = std::clamp(static_cast<int>(region.height / 2), 8, 100);
    const BarStrips bars = barStrips(picture, region, count);
    if (effort == 0) {
        auto reads = readOneScale(stacked(bars.strips), {PDF417}, Effort::Quick);
        place(reads, bars);
        return reads;
    }
    const auto readIn = [&](LumView clear, const Region& there) {
        const Patch patch = patchAsItIs(clear, there.middle, 2 * (std::abs(u.x) + std::abs(v.x) + kMargin),
            2 * (std::abs(u.y) + std::abs(v.y) + kMargin));
        return readStackedBlobs(clear, patch, effort - 1, until);
    };
    auto reads = readClear(picture, region, 0.2 * region.width + kMargin, readIn);
    return reads.empty() && effort > 1 ? readStackedQuad(picture, bars.quad, until) : reads;
}

} // namespace guanwu
