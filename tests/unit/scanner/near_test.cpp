#include "scanner/decode.h"
#include "scanner/image_ops.h"
#include "scanner/patch.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The picture with every column moved down by a bow that is `deep` pixels in the middle, and every row drawn
/// towards the middle: a label around a bottle that is seen from above.
LumImage aroundBottle(const LumImage& flat, double deep)
{
    LumImage out = flat;
    for (int y = 0; y < flat.height; ++y)
        for (int x = 0; x < flat.width; ++x) {
            const double across = 2.0 * (x + 0.5) / flat.width - 1; // -1 to 1
            const double angle = std::asin(across * 0.9);
            const PointF from {(angle / std::asin(0.9) + 1) / 2 * flat.width,
                y + 0.5 - deep * (1 - across * across)};
            out.pixels[static_cast<std::size_t>(y * flat.width + x)]
                = static_cast<std::uint8_t>(greyAt(flat, from) + 0.5F);
        }
    return out;
}

/// As wide as before, with as much blur as a lens that is out of focus gives: a mean over `reach` pixels either way,
/// three times.
LumImage blurred(const LumImage& image, int reach)
{
    std::vector<float> greys(image.pixels.begin(), image.pixels.end());
    for (int round = 0; round < 3; ++round)
        takeBoxMeans(greys, image.width, image.height, reach);
    LumImage out = image;
    for (std::size_t i = 0; i < greys.size(); ++i)
        out.pixels[i] = static_cast<std::uint8_t>(greys[i] + 0.5F);
    return out;
}

} // namespace

TEST_CASE("a matrix code around a bottle is read, though no four corners describe where its modules are", "[matrix]")
{
    const auto [format, bow] = GENERATE(
        table<SymbolFormat, double>({{SymbolFormat::QRCode, 2.5}, {SymbolFormat::DataMatrix, 3.0}})); // modules
    CAPTURE(format);
    constexpr int kModule = 5; // pixels
    const std::string text = "TY2022000001K/GAS-CYLINDER-40L/INSPECTED 2026-04";
    const LumImage flat = onPaper(symbolPicture(format, text, kModule), 30, 255);
    CHECK(textsOf(decode(blurred(aroundBottle(flat, bow * kModule), 1), kPatient)) == std::set {text});
}

TEST_CASE("a symbol that is near and out of focus is read from its thumbnail within a frame's time", "[matrix]")
{
    const std::string text = "TY2022000001K";
    const int module = 40; // pixels: a tag held before the lens
    const LumImage near = blurred(symbolPicture(SymbolFormat::QRCode, text, module), 10);
    REQUIRE(near.width > 1000);
    CHECK(textsOf(decode(near)) == std::set {text});
}

TEST_CASE("a PDF417 that fills the picture is read at a size that shows it whole, within a frame's time",
    "[stacked]")
{
    const std::string text = "SR1;2675225201;MUYZP;9981";
    const int module = 10; // pixels
    const LumImage near = blurred(symbolPicture(SymbolFormat::PDF417, text, module), 4);
    REQUIRE(near.width > 1200);
    CHECK(textsOf(decode(near)) == std::set {text});
}

TEST_CASE("bars are followed to their end where a reflection parts them", "[linear]")
{
    const std::string text = "TY2022000198*";
    LumImage picture = onPaper(symbolPicture(SymbolFormat::Code128, text, 3), 40, 230);
    const LumImage flat = picture;
    // Across the upper two thirds of a stripe in the middle nothing is left of them.
    const int left = picture.width / 2 - 25;
    for (int y = 0; y < picture.height * 2 / 3; ++y)
        for (int x = left; x < left + 50; ++x)
            picture.pixels[static_cast<std::size_t>(y * picture.width + x)] = 255;
    CHECK(textsOf(decode(picture, kPatient)) == std::set {text});
}
