#include "scanner/frame_reader.h"
#include "scanner/image_ops.h"
#include "scanner/photograph.h"
#include "scanner/region_reader.h"
#include "scanner/regions.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr const char* kText = "TY2022000001K";

bool hasSymbol(const std::vector<Region>& regions, const Corners& symbol)
{
    return std::any_of(regions.begin(), regions.end(), [&](const Region& region) {
        return region.kind == Region::Kind::Matrix && promiseOf(region) >= kFairPromise
            && contains(quadOf(symbol), region.middle);
    });
}

PhotoConditions inDimLight()
{
    PhotoConditions dim = mildConditions();
    dim.width = 320;
    dim.height = 240;
    dim.scale = 0.9;
    dim.paper = 130;
    dim.ink = 60;
    dim.noise = 9;
    dim.blurSigma = 1.2;
    dim.clutter = false;
    return dim;
}

} // namespace

TEST_CASE(
    "matrix codes in dim light are regions of the halved picture where noise hides them from the whole one",
    "[regions]")
{
    const PhotoConditions dim = inDimLight();
    const LumImage label = symbolPicture(SymbolFormat::DataMatrix, kText, 3);
    int seen = 0;
    int faint = 0;
    int read = 0;
    constexpr int kPictures = 20;
    for (std::uint64_t seed = 1; seed <= kPictures; ++seed) {
        const PhotoScene scene = photographScene({&label, 1}, dim, seed);
        const LumImage half = halved(scene.picture);
        const auto regions = findAllRegions(scene.picture, cellsOf(scene.picture), half);
        const bool isSeen = hasSymbol(regions, scene.labels.front());
        seen += isSeen ? 1 : 0;
        faint += !isSeen && hasSymbol(findFaintTags(half, regions), scene.labels.front()) ? 1 : 0;
        read += textsOf(decode(scene.picture, kPatient)).contains(kText) ? 1 : 0;
    }
    CHECK(seen <= kPictures / 4);
    CHECK(faint >= kPictures * 3 / 4);
    CHECK(read >= kPictures * 3 / 4);
}

TEST_CASE("frames in dim light are read as single pictures are", "[regions][frames]")
{
    const LumImage label = symbolPicture(SymbolFormat::DataMatrix, kText, 3);
    constexpr FrameOptions kAllTime {std::chrono::minutes(1), std::chrono::minutes(1)};
    constexpr int kHands = 8;
    constexpr int kShots = 3;
    int read = 0;
    for (std::uint64_t seed = 1; seed <= kHands; ++seed) {
        FrameReader reader(kAllTime);
        bool isRead = false;
        for (int shot = 0; shot < kShots && !isRead; ++shot) {
            PhotoConditions dim = inDimLight();
            dim.shot = shot;
            isRead = textsOf(reader.read(photograph(label, dim, seed)).symbols).contains(kText);
        }
        read += isRead ? 1 : 0;
    }
    CHECK(read >= kHands * 3 / 4);
}
