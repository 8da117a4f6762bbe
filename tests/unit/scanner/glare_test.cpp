// Symbols of which a lamp or a window bleached a part.
#include "scanner/bar_lines.h"
#include "scanner/glare.h"

#include "scanner/decode.h"
#include "scanner/image_ops.h"
#include "scanner/module_greys.h"
#include "scanner/photograph.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kSide = 80;

void fill(LumImage& picture, int left, int top, int size, std::uint8_t grey)
{
    for (int y = top; y < top + size; ++y)
        std::fill_n(picture.pixels.begin() + std::ptrdiff_t {y} * picture.width + left, size, grey);
}

/// Dark dots on a label.
LumImage dots(std::uint8_t paper)
{
    LumImage picture {kSide, kSide, std::vector<std::uint8_t>(kSide * kSide, paper)};
    for (int y = 10; y < 70; y += 6)
        for (int x = 10; x < 70; x += 6)
            fill(picture, x, y, 3, 60);
    return picture;
}

std::size_t placeOf(int x, int y) { return static_cast<std::size_t>(y * kSide + x); }

/// A lamp's reflection: white up to `radius` pixels about its middle, and fading away over two more.
void reflectLamp(LumImage& picture, PointF middle, double radius)
{
    constexpr double kFades = 2;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const double beyond = std::hypot(x + 0.5 - middle.x, y + 0.5 - middle.y) - radius;
            auto& grey = picture.pixels[static_cast<std::size_t>(y * picture.width + x)];
            const double light = 255 * std::clamp(1 - beyond / kFades, 0.0, 1.0);
            grey = static_cast<std::uint8_t>(std::min(255.0, grey + light));
        }
}

} // namespace

TEST_CASE("what a reflection bleached says nothing, and light paper is no reflection", "[glare]")
{
    LumImage picture = dots(160);
    CHECK_FALSE(withoutGlare(picture));
    fill(picture, 40, 20, 8, 255);
    const auto clear = withoutGlare(picture);
    REQUIRE(clear);
    CHECK(int {clear->image.pixels[placeOf(44, 24)]} > 80);
    CHECK(int {clear->image.pixels[placeOf(44, 24)]} < 140);
    CHECK(clear->lost[placeOf(44, 24)] == 1);
    for (const auto& [x, y] : {std::pair {11, 11}, {5, 5}}) {
        CHECK(clear->image.pixels[placeOf(x, y)] == picture.pixels[placeOf(x, y)]);
        CHECK(clear->lost[placeOf(x, y)] == 0);
    }
    for (auto& grey : picture.pixels)
        grey = grey == 160 ? std::uint8_t {252} : grey;
    CHECK_FALSE(withoutGlare(picture));
}

TEST_CASE("a small reflection in a large dim picture is seen, and the label about it is kept", "[glare]")
{
    constexpr int kRoom = 400;
    LumImage picture {kRoom, kRoom, std::vector<std::uint8_t>(kRoom * kRoom, 90)};
    fill(picture, 160, 160, 80, 190); // lighter than nearly all of the picture
    fill(picture, 200, 200, 4, 255);
    const auto clear = withoutGlare(picture);
    REQUIRE(clear);
    const auto lost = std::count(clear->lost.begin(), clear->lost.end(), 1);
    CHECK(lost >= 4 * 4);
    CHECK(lost <= 6 * 6);
}

TEST_CASE(
    "paper between modules is no reflection, though a camera bleached it, nor is white print", "[glare]")
{
    constexpr int kCap = 7; // modules of a module's width, on a dark tray
    LumImage tray {kSide, kSide, std::vector<std::uint8_t>(kSide * kSide, 20)};
    fill(tray, 18, 18, 44, 255);
    for (int y = 0; y < kCap; ++y)
        for (int x = 0; x < kCap; ++x)
            if ((x + y) % 2 == 0)
                fill(tray, 22 + 5 * x, 22 + 5 * y, 5, 40);
    CHECK_FALSE(withoutGlare(tray));
    LumImage print = dots(160);
    for (int line = 12; line < 60; line += 12)
        for (int x = 8; x < 70; x += 8)
            for (int y = line; y < line + 9; y += 3)
                fill(print, x + (y - line) / 2, y, 3, 255); // strokes of three pixels
    CHECK_FALSE(withoutGlare(print));
}

TEST_CASE("modules that a reflection took are no error of a grid, and other frames fill them in", "[glare]")
{
    const LumImage clean = symbolPicture(SymbolFormat::Aztec, "SR1;7042739697;M0WM4D", 6);
    const double quiet = 4 * 6; // what symbolPicture() leaves
    const double far = clean.width - quiet;
    const Quad corners {{{quiet, quiet}, {far, quiet}, {far, far}, {quiet, far}}};
    const int layers = (static_cast<int>((far - quiet) / 6) - 11) / 4;
    const GridModel model = GridModel::aztec({AztecSize::Kind::Compact, layers});
    LumImage dim = clean;
    for (auto& grey : dim.pixels)
        grey = static_cast<std::uint8_t>(40 + grey * 150 / 255);
    const auto greysWithLampAt = [&](PointF middle) {
        LumImage picture = dim;
        reflectLamp(picture, middle, 14);
        const auto clear = withoutGlare(picture);
        REQUIRE(clear);
        return ModuleGreys(clear->view(), model, corners);
    };
    const int middle = model.side / 2;
    const ModuleGreys bleached = greysWithLampAt({clean.width / 2.0, clean.height / 2.0});
    CHECK(bleached.isLost(middle, middle));
    CHECK(bleached.at(middle, middle) == 0);
    CHECK(bleached.error(model) < 0.1);
    const ModuleGreys aside = greysWithLampAt({quiet + 18, quiet + 18});
    CHECK_FALSE(aside.isLost(middle, middle));
    const ModuleGreys both = ModuleGreys::mean({&bleached, &aside}, {1, 1});
    for (int y = 0; y < model.side; ++y)
        for (int x = 0; x < model.side; ++x)
            CHECK_FALSE(both.isLost(x, y));
    CHECK(both.at(middle, middle) == aside.at(middle, middle));
}

TEST_CASE("a matrix code is read with a lamp in its middle", "[glare][photograph]")
{
    // The QR code has the least error correction that there is.
    const auto [format, radius] = GENERATE(std::pair {SymbolFormat::Aztec, 6.0},
        std::pair {SymbolFormat::QRCode, 2.5}, std::pair {SymbolFormat::DataMatrix, 5.0});
    CAPTURE(tokenRow(kSymbolFormats, format).token);
    PhotoConditions conditions = mildConditions();
    conditions.width = 320;
    conditions.height = 240;
    conditions.scale = 0.5; // 3 pixels a module
    conditions.blurSigma = 1;
    conditions.noise = 6;
    conditions.leastTiltDegrees = 25;
    conditions.tiltDegrees = 40;
    conditions.turnDegrees = 180;
    conditions.paper = 160;
    conditions.ink = 70;
    conditions.clutter = false;
    constexpr int kPictures = 16;
    int read = 0;
    for (std::uint64_t seed = 1; seed <= kPictures; ++seed) {
        const LumImage label = symbolPicture(format, "SR1;70427396", 6);
        PhotoScene scene = photographScene(std::span(&label, 1), conditions, seed);
        reflectLamp(scene.picture, middleOf(quadOf(scene.labels.front())), radius);
        const auto texts = textsOf(decode(scene.picture, kPatient));
        read += static_cast<int>(texts.count("SR1;70427396"));
        CHECK(texts.size() <= 1);
    }
    CHECK(read >= kPictures - 1); // without knowing what is lost: 7, 4 and 12
}

TEST_CASE("under a lamp the darkest lines of each half of the bars that it leaves say what all have there",
    "[glare]")
{
    constexpr int kLines = 8;
    constexpr int kSamples = 40;
    constexpr int kUnder = 20; // a sample under the lamp
    BarLines lines({kLines, 1, 1, kSamples});
    const auto add = [&](int line, float grey, bool isLost) {
        BarLines::Profile row(kSamples, 200);
        BarLines::Profile lost(kSamples, 0);
        row[kUnder] = grey;
        lost[kUnder] = isLost ? 1 : 0;
        lines.add(line, row, lost);
    };
    SECTION("from the lines above and below it")
    {
        for (int line = -1; line <= kLines; ++line)
            add(line, line <= 0 ? 50 : line >= kLines - 1 ? 60 : 255, line > 0 && line < kLines - 1);
        const auto [combined, gaps] = lines.combined();
        REQUIRE(combined.size() == kLines);
        CHECK(gaps.empty());
        for (std::size_t line = 0; line < combined.size(); ++line) {
            CHECK(combined[line][kUnder] == (2 * line < combined.size() ? 50 : 60));
            CHECK(combined[line][5] == 200);
        }
    }
    SECTION("and where it leaves none there is a gap, as wide as the sample")
    {
        for (int line = -1; line <= kLines; ++line)
            add(line, 255, true);
        CHECK(lines.combined().gaps == std::vector<std::size_t> {kUnder});
    }
}

TEST_CASE("bars and stacked rows are read with a lamp in their middle", "[glare][photograph]")
{
    // At least so many of the pictures; before reflections were taken off the lines 7, 4, 2 and 13 were. A
    // lamp that leaves gaps has Code 39 read as something else, were it read across them.
    const auto [format, text, radius, least] = GENERATE(table<SymbolFormat, const char*, double, int>(
        {{SymbolFormat::Code128, "TY2022000001K", 16, 10}, {SymbolFormat::Code39, "TY20220001", 16, 10},
            {SymbolFormat::Code39, "TY20220001", 20, 0}, {SymbolFormat::EAN13, "2174019518462", 16, 10},
            {SymbolFormat::PDF417, "SR1;2675225201;MUYZP;9981", 15, 14}}));
    CAPTURE(tokenRow(kSymbolFormats, format).token);
    PhotoConditions conditions = mildConditions();
    conditions.width = 640;
    conditions.height = 480;
    conditions.scale = 0.5;
    conditions.blurSigma = 1;
    conditions.noise = 5;
    conditions.tiltDegrees = 30;
    conditions.turnDegrees = 180;
    conditions.paper = 170;
    conditions.ink = 60;
    conditions.clutter = false;
    constexpr int kPictures = 16;
    int read = 0;
    for (std::uint64_t seed = 1; seed <= kPictures; ++seed) {
        LumImage label = symbolPicture(format, text, 5);
        if (format != SymbolFormat::PDF417) { // bars as high as on a tag
            label.pixels.resize(static_cast<std::size_t>(label.width));
            const auto row = label.pixels;
            for (label.height = 1; label.height < 120; ++label.height)
                label.pixels.insert(label.pixels.end(), row.begin(), row.end());
        }
        PhotoScene scene = photographScene(std::span(&label, 1), conditions, seed);
        reflectLamp(scene.picture, middleOf(quadOf(scene.labels.front())), radius);
        const auto texts = textsOf(decode(scene.picture, kPatient));
        read += static_cast<int>(texts.count(text));
        CHECK(texts.size() <= texts.count(text));
    }
    CHECK(read >= least);
}
