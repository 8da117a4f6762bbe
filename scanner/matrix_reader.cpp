#include "scanner/matrix_reader.h"

#include "scanner/aztec_reader.h"
#include "scanner/blob_grid_reader.h"
#include "scanner/glare.h"
#include "scanner/image_ops.h"
#include "scanner/patch.h"
#include "scanner/qr_grid_reader.h"
#include "scanner/stacked_reader.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    constexpr int kLargestSide = 480; // pixels of a crop: beyond it a call costs what a frame may
    constexpr double kMargin = 12;
    // Gaps of twice as many pixels do not part what hangs together: two light modules of two pixels.
    constexpr int kUsualReach = 2;
    constexpr std::size_t kFitsAtOnce = 2;

    std::vector<RawRead> readPatch(
        const Patch& patch, const LumImage& image, std::initializer_list<SymbolFormat> formats)
    {
        // Thorough: ZXing enters a Data Matrix from one side only otherwise.
        auto reads = readOneScale(image, formats, Effort::Thorough);
        for (auto& read : reads)
            read.symbol.corners = rounded(patch.inPicture(quadOf(read.symbol.corners)));
        return reads;
    }

    /// The region with a margin, enlarged by need: ZXing wants modules of three pixels, and pays for each
    /// pixel.
    Patch patchOf(LumView picture, const Region& region)
    {
        const double side = std::max(region.width, region.height) + 2 * kMargin;
        const double enlarged = std::clamp(kLargestSide / side, 0.5, side < 120 ? 3.0 : 2.0);
        return patchAt(picture, region.middle, 1 / enlarged,
            static_cast<int>((region.width + 2 * kMargin) * enlarged),
            static_cast<int>((region.height + 2 * kMargin) * enlarged));
    }

    /// Pixels of the patch that were one in the picture, about.
    int radiusOf(const Patch& patch) { return static_cast<int>(1 / patch.right.x + 0.5); }

    Patch patchAsItIs(LumView picture, const Region& region)
    {
        return guanwu::patchAsItIs(
            picture, region.middle, region.width + 2 * kMargin, region.height + 2 * kMargin);
    }

    /// What is sharp and near needs no more. Wide modules that are blurred, rounded or printed unevenly are
    /// read better with half as many pixels, and hang together over less, at a quarter of the price.
    std::vector<RawRead> readAtOnce(LumView picture, const Region& region, const GridTry& how)
    {
        constexpr int kWide = 160; // pixels: 25 modules of 6
        std::vector<Patch> patches {patchAsItIs(picture, region)};
        if (const LumImage& image = patches.front().image; std::max(image.width, image.height) > kWide) {
            const Patch& patch = patches.front();
            patches.push_back({halved(image), patch.origin, patch.right * 2, patch.down * 2});
        }
        for (const Patch& patch : patches) {
            if (auto reads = readPatch(patch, patch.image, {QRCode, DataMatrix}); !reads.empty())
                return reads;
            if (how.isOver())
                return {};
        }
        const auto look = how.fused != nullptr ? GridLook::Quick : GridLook::Thorough;
        for (const Patch& patch : patches)
            if (auto reads = readBlobGrids(picture, patch, patch.image, kUsualReach, kFitsAtOnce, how, look);
                !reads.empty())
                return reads;
        return {};
    }

    /// Blurred, a PDF417 has edges in all directions.
    std::vector<RawRead> readStacked(LumView picture, const Region& region, const GridTry& how)
    {
        constexpr double kShortest = 110; // pixels of 137 modules in a row, lying aslant
        if (std::max(region.width, region.height) < kShortest)
            return {};
        const Patch patch = patchAsItIs(picture, region);
        auto reads = readStackedBlobs(picture, patch, 0, how.until);
        return reads.empty() ? readStackedBlobs(picture, patch, 1, how.until) : reads;
    }

    /// What frames before left, modules of one pixel, which hang together over smaller gaps, and PDF417: of
    /// all that the first look leaves these are read most often, and for the least work.
    std::vector<RawRead> readFine(LumView picture, const Region& region, const GridTry& how)
    {
        if (how.fused != nullptr)
            if (auto reads = how.fused->readLeft(picture, how.until); !reads.empty())
                return reads;
        if (how.isOver())
            return {};
        const Patch patch = patchAsItIs(picture, region);
        auto reads = readBlobGrids(picture, patch, patch.image, kUsualReach - 1, kFitsAtOnce, how);
        return reads.empty() ? readStacked(picture, region, how) : reads;
    }

    std::vector<RawRead> readEnlarged(LumView picture, const Region& region, const GridTry& how)
    {
        constexpr std::size_t kFits = 3;
        const Patch large = patchOf(picture, region);
        auto reads = readPatch(large, large.image, {QRCode, DataMatrix});
        if (reads.empty() && !how.isOver())
            reads = readBlobGrids(picture, large, large.image, std::max(1, radiusOf(large)), kFits, how);
        if (!reads.empty() || how.isOver())
            return reads;
        const Patch patch = patchAsItIs(picture, region);
        const PointF middle = region.middle - patch.origin;
        return readDimGrids(picture, patch,
            PointF {dot(middle, patch.right), dot(middle, patch.down)} * (1 / dot(patch.right, patch.right)),
            kFitsAtOnce, how);
    }

    std::vector<RawRead> readFinders(LumView picture, const Region& region, const GridTry& how)
    {
        const Patch patch = patchOf(picture, region);
        auto reads = readQrGrids(picture, patch, findPatterns(patch.image, qrFinderLines(), 6), how);
        if (!how.isOver())
            for (RawRead& read : readAztecEyes(picture, patch, patch.image, how))
                reads.push_back(std::move(read));
        return reads;
    }

    std::vector<RawRead> readChanged(LumView picture, const Region& region, const GridTry& how)
    {
        const Patch patch = patchOf(picture, region);
        auto reads = readPatch(patch, sharpened(patch.image, radiusOf(patch), 2), {QRCode, DataMatrix});
        return reads.empty() && !how.isOver() ? readPatch(patch, inverted(patch.image), {QRCode, DataMatrix})
                                              : reads;
    }

    std::vector<RawRead> readEffort(LumView picture, const Region& region, int effort, const GridTry& how)
    {
        switch (effort) {
        case 0:
            return readAtOnce(picture, region, how);
        case kStackedInMatrix:
            return readFine(picture, region, how);
        case 2:
            return readEnlarged(picture, region, how);
        case 3:
            return readFinders(picture, region, how);
        default:
            return readChanged(picture, region, how);
        }
    }

} // namespace

std::vector<RawRead> readMatrix(LumView picture, const Region& region, int effort, const GridTry& how)
{
    // So far from the region a try may look.
    const double reach = 2 * kMargin + 0.3 * std::max(region.width, region.height);
    return readClear(picture, region, reach,
        [&](LumView clear, const Region& there) { return readEffort(clear, there, effort, how); });
}

} // namespace guanwu
