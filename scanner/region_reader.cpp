#include "scanner/region_reader.h"

#include <algorithm>

namespace guanwu {

double promiseOf(const Region& region)
{
    constexpr double kConfirmed = 0.95;
    if (region.standing == Region::Standing::Confirmed)
        return kConfirmed;
    if (region.standing == Region::Standing::Outdone)
        return region.kind == Region::Kind::Bars ? kFairPromise : kFairPromise / 2;
    // Bars that run parallel over such a length are rare, the rarer the larger; short rows of print look like
    // stacked ones.
    if (region.kind == Region::Kind::Bars)
        return region.width > 150 && region.height > 36 ? kBarsPromise : 0.6;
    if (region.kind == Region::Kind::Stacked)
        return region.width > 200 && region.height > 40 && region.width > 1.8 * region.height ? 0.55 : 0.13;
    const double shorter = std::min(region.width, region.height);
    const double longer = std::max(region.width, region.height);
    constexpr double kFair = 64; // pixels: a tag of 20 modules of three pixels
    return shorter / longer * std::min(1.0, shorter / kFair);
}

std::vector<Region> findFaintTags(LumView half, std::span<const Region> known)
{
    auto faint = findFaintMatrices(half, known);
    std::erase_if(faint, [](const Region& region) { return promiseOf(region) < kFairPromise; });
    return faint;
}

bool mayBeNearPdf417(const Region& region)
{
    const double shorter = std::min(region.width, region.height);
    const double longer = std::max(region.width, region.height);
    return region.kind == Region::Kind::Matrix && shorter > 80 && longer > 250 && longer > 2 * shorter
        && longer < 4 * shorter;
}

int effortsFor(const Region& region)
{
    if (promiseOf(region) < kLeastPromise)
        return 1;
    return region.kind == Region::Kind::Bars   ? kBarEfforts
        : region.kind == Region::Kind::Stacked ? kStackedEfforts
                                               : kMatrixEfforts;
}

std::vector<RawRead> readRegion(
    LumView picture, const Region& region, int effort, WorkClock::time_point until, RegionMemory& memory)
{
    switch (region.kind) {
    case Region::Kind::Bars:
        return readBars(picture, region, effort, until, memory.bars);
    case Region::Kind::Stacked:
        return readStacked(picture, region, effort, until);
    default:
        return readMatrix(picture, region, effort, {&memory.grids, until});
    }
}

} // namespace guanwu
