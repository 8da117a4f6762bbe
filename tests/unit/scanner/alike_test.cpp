// Many small symbols of one size, each with print about it.
#include "scanner/alike_places.h"
#include "scanner/blob_grid_reader.h"
#include "scanner/photograph.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kCap = 40; // modules of a side
constexpr int kCapModule = 4; // pixels

std::string capText(int number) { return "DF150E0" + std::to_string(100 + number * 37); }

/// A light cap in a dark tray, with a Data Matrix and a line of print above and below it.
LumImage cap(int number)
{
    constexpr int kSide = kCap * kCapModule;
    LumImage label {kSide, kSide, {}};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            label.pixels.push_back(std::hypot(x - kSide / 2.0, y - kSide / 2.0) < 0.47 * kSide
                    ? std::uint8_t {240}
                    : std::uint8_t {10});
    const LumImage symbol = symbolPicture(SymbolFormat::DataMatrix, capText(number), kCapModule);
    const int from = (kSide - symbol.width) / 2;
    const int quiet = 4 * kCapModule; // what symbolPicture() leaves
    for (int y = quiet; y < symbol.height - quiet; ++y)
        for (int x = quiet; x < symbol.width - quiet; ++x)
            label.pixels[static_cast<std::size_t>((from + y) * kSide + from + x)]
                = symbol.pixels[static_cast<std::size_t>(y * symbol.width + x)];
    for (const int top : {from + quiet - 5 * kCapModule, from + symbol.height - quiet + 2 * kCapModule})
        for (int letter = 0; letter < 5; ++letter)
            for (int y = 0; y < 3 * kCapModule; ++y)
                for (int x = 0; x < 2 * kCapModule; ++x)
                    if (x < kCapModule || (y / kCapModule + letter) % 2 == 0)
                        label.pixels[static_cast<std::size_t>(
                            (top + y) * kSide + kSide / 2 + (letter * 3 - 7) * kCapModule + x)]
                            = 90;
    return label;
}

} // namespace

TEST_CASE("of many small Data Matrices with print about them two lead to the others", "[alike][photograph]")
{
    constexpr int kCaps = 12;
    std::vector<LumImage> labels;
    for (int number = 0; number < kCaps; ++number)
        labels.push_back(cap(number));
    PhotoConditions conditions = mildConditions();
    conditions.width = 640;
    conditions.height = 480;
    conditions.scale = 0.6; // 2.4 pixels a module
    conditions.turnDegrees = 180;
    conditions.blurSigma = 0.7;
    conditions.paper = 200;
    const PhotoScene scene = photographScene(labels, conditions, 4);
    std::vector<Quad> symbols;
    constexpr double kFrom = 13; // modules: 14 of 40, in the middle
    constexpr double kTo = 27;
    for (const Corners& corners : scene.labels) {
        const auto grid = Homography::ofSquare(kCap, quadOf(corners));
        symbols.push_back(
            {grid.map({kFrom, kFrom}), grid.map({kTo, kFrom}), grid.map({kTo, kTo}), grid.map({kFrom, kTo})});
    }
    const std::vector<Quad> known(symbols.begin(), symbols.begin() + 2);
    std::set<std::string> texts;
    for (const PointF place : placesAlike(scene.picture, known)) {
        for (const Quad& quad : known)
            CHECK(length(middleOf(quad) - place) > 15);
        for (const auto& read : readAlike(scene.picture, SymbolFormat::DataMatrix, known.front(), place))
            texts.insert(read.symbol.text);
    }
    int right = 0;
    for (int number = 2; number < kCaps; ++number)
        right += static_cast<int>(texts.count(capText(number)));
    CHECK(right >= kCaps - 4);
    CHECK(texts.size() == static_cast<std::size_t>(right));
}

TEST_CASE("nothing is like a symbol where there is none", "[alike]")
{
    const auto picture = photographScene({}, mildConditions(), 6).picture;
    const Quad known {{{100, 100}, {140, 100}, {140, 140}, {100, 140}}};
    for (const PointF place : placesAlike(picture, std::span(&known, 1)))
        CHECK(readAlike(picture, SymbolFormat::DataMatrix, known, place).empty());
}
