// PDF417 that is too small or too soft for edges.
#include "scanner/bar_reader.h"
#include "scanner/photograph.h"
#include "scanner/region_reader.h"
#include "scanner/stacked_alphabet.h"
#include "scanner/stacked_reader.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr const char* kText = "TY2022000001K;2023-04-05;0042";

/// Modules of two and a half pixels from the side, soft and noisy, in any direction.
LumImage softPicture(SymbolFormat format, const std::string& text, std::uint64_t seed)
{
    PhotoConditions conditions;
    conditions.width = 640;
    conditions.height = 480;
    conditions.scale = 0.6;
    conditions.tiltDegrees = 30;
    conditions.leastTiltDegrees = 15;
    conditions.turnDegrees = 180;
    conditions.blurSigma = 0.8;
    conditions.noise = 5;
    conditions.paper = 160;
    conditions.ink = 60;
    conditions.clutter = false;
    return photograph(symbolPicture(format, text, 4), conditions, seed);
}

std::vector<RawRead> readStacked(const LumImage& picture)
{
    const Patch whole {picture, {0, 0}, {1, 0}, {0, 1}};
    auto reads = readStackedBlobs(picture, whole, 0);
    return reads.empty() ? readStackedBlobs(picture, whole, 1) : reads;
}

} // namespace

TEST_CASE(
    "a soft PDF417 of two and a half pixels a module is read from the side, whichever way up", "[stacked]")
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        const auto picture = softPicture(SymbolFormat::PDF417, kText, seed);
        const auto reads = readStacked(picture);
        REQUIRE(reads.size() == 1);
        CHECK(reads.front().symbol.text == kText);
        const auto all = decode(picture, kPatient);
        REQUIRE(all.size() == 1);
        CHECK(all.front().text == kText);
    }
}

TEST_CASE("a near PDF417 is read by the first look at it", "[stacked]")
{
    auto conditions = mildConditions();
    conditions.width = 1300;
    conditions.height = 1300;
    conditions.scale = 1.5;
    conditions.turnDegrees = 180;
    conditions.clutter = false;
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto picture = photograph(symbolPicture(SymbolFormat::PDF417, kText, 4), conditions, seed);
        for (const Region& region : findRegions(picture))
            if (region.kind == Region::Kind::Stacked)
                if (const auto reads = readStacked(picture, region, 0); !reads.empty()) {
                    CHECK(reads.front().symbol.text == kText);
                    ++right;
                    break;
                }
    }
    CHECK(right == 4);
}

TEST_CASE("what is no PDF417 is not read as one", "[stacked]")
{
    CHECK(readStacked(softPicture(SymbolFormat::Code128, "TY2022000001K", 1)).empty());
    CHECK(readStacked(softPicture(SymbolFormat::QRCode, "TY2022000001K", 1)).empty());
    CHECK(readStacked(photograph(drawnLabel(1), mildConditions(), 1)).empty());
    CHECK(readStacked(photographScene({}, mildConditions(), 5).picture).empty());
}

TEST_CASE("a cluster of PDF417 has 929 codewords of four bars and four spaces", "[stacked]")
{
    for (std::size_t cluster = 0; cluster < kStackedClusters; ++cluster) {
        std::set<std::string> all;
        for (std::size_t i = 0; i < StackedAlphabet::kPatterns; ++i) {
            const std::string modules = StackedAlphabet::modulesOf(cluster, i);
            REQUIRE(modules.size() == kStackedCodeword);
            int edges = 0;
            for (std::size_t at = 1; at < modules.size(); ++at)
                edges += modules[at] != modules[at - 1];
            CHECK(edges == 7);
            CHECK(modules.front() == '1');
            CHECK(modules.back() == '0');
            all.insert(modules);
        }
        CHECK(all.size() == StackedAlphabet::kPatterns);
    }
}

TEST_CASE("a wide box of modules may be a near PDF417 that lies aslant, a square or a line of print is none",
    "[stacked]")
{
    Region region {Region::Kind::Matrix, {300, 200}};
    region.width = 416;
    region.height = 192;
    CHECK(mayBeNearPdf417(region));
    region.height = 400;
    CHECK_FALSE(mayBeNearPdf417(region));
    region.height = 60;
    CHECK_FALSE(mayBeNearPdf417(region));
}
