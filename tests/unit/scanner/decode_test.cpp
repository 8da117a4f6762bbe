#include "scanner/decode.h"
#include "scanner/image_ops.h"
#include "scanner/photograph.h"
#include "scanner/read_collector.h"
#include "scanner/work_clock.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

RawRead linearRead(SymbolFormat format, const std::string& text, int y, int lines)
{
    return {{format, text, {{{0, y}, {100, y}, {100, y}, {0, y}}}}, lines};
}

} // namespace

TEST_CASE("each of the seven formats is read and named", "[decode]")
{
    const auto [format, text] = GENERATE(table<SymbolFormat, std::string>({
        {SymbolFormat::QRCode, "TY2022000001K"}, {SymbolFormat::DataMatrix, "TY2022000001K"},
        {SymbolFormat::Aztec, "TY2022000001K"}, {SymbolFormat::PDF417, "TY2022000001K"},
        {SymbolFormat::Code128, "TY2022000198*"}, {SymbolFormat::Code39, "ZC-2026-0001"},
        {SymbolFormat::EAN13, "6901234567892"},
        {SymbolFormat::EAN13, "0036000291452"}, // a UPC-A keeps its leading 0
    }));
    CAPTURE(text);
    const auto symbols = decode(symbolPicture(format, text, 4), kPatient);
    REQUIRE(symbols.size() == 1);
    CHECK(symbols.front().format == format);
    CHECK(symbols.front().text == text);
}

TEST_CASE("a symbol that fills its picture is read, and its corners are those of the picture", "[decode]")
{
    const auto format = GENERATE(SymbolFormat::Code128, SymbolFormat::PDF417);
    const int module = GENERATE(2, 3, 5);
    CAPTURE(format, module);
    const auto whole = symbolPicture(format, "TY2022000198*", module);
    int left = whole.width;
    int right = 0;
    int top = whole.height;
    int bottom = 0;
    for (int y = 0; y < whole.height; ++y)
        for (int x = 0; x < whole.width; ++x)
            if (whole.pixels[static_cast<std::size_t>(y * whole.width + x)] < 128) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    const LumView cut {whole.pixels.data() + std::ptrdiff_t {top} * whole.width + left, right - left + 1,
        bottom - top + 1, whole.width};
    const auto symbols = decode(cut, kPatient);
    CHECK(symbols.size() == 1);
    for (const Symbol& symbol : symbols) {
        CHECK(symbol.text == "TY2022000198*");
        CHECK(contains(quadOf(symbol.corners), PointF {cut.width / 2.0, cut.height / 2.0}));
        for (const auto& corner : symbol.corners) {
            CHECK(corner.x < cut.width + 2 * module);
            CHECK(corner.y < cut.height + 2 * module);
        }
    }
}

TEST_CASE("what is read at once ends the search long before the budget", "[decode]")
{
    auto conditions = mildConditions();
    conditions.width = 1920;
    conditions.height = 1080;
    const auto photo = photograph(drawnLabel(1), conditions, 5);
    const auto before = WorkClock::now();
    CHECK(textsOf(decode(photo, {0, std::chrono::minutes(1)})) == std::set {tagOf(1).text()});
    // Patience and the pass under way; without patience all passes take seconds.
    CHECK(WorkClock::now() - before < std::chrono::milliseconds(400));
}

TEST_CASE("a symbol printed white on black is read", "[decode]")
{
    const auto format = GENERATE(SymbolFormat::QRCode, SymbolFormat::DataMatrix);
    const auto negative = inverted(symbolPicture(format, "TY2022000001K", 5));
    CHECK(textsOf(decode(negative, kPatient)) == std::set<std::string> {"TY2022000001K"});
}

TEST_CASE("several Data Matrix codes in one picture are all read", "[decode]")
{
    // ZXing 1.4 gives one a call.
    LumImage picture {600, 150, std::vector<std::uint8_t>(600 * 150, 220)};
    std::set<std::string> expected;
    for (int i = 0; i < 4; ++i) {
        const std::string text = tagOf(i + 1).text();
        const auto symbol = symbolPicture(SymbolFormat::DataMatrix, text, 4);
        for (int y = 0; y < symbol.height; ++y)
            std::copy_n(symbol.pixels.begin() + y * symbol.width, symbol.width,
                picture.pixels.begin() + (y + 10) * picture.width + 10 + i * 145);
        expected.insert(text);
    }
    CHECK(textsOf(decode(picture, kPatient)) == expected);
}

TEST_CASE("the corners of a symbol are where it lies in the picture", "[decode]")
{
    const auto symbols = decode(symbolPicture(SymbolFormat::QRCode, "TY2022000001K", 6), kPatient);
    REQUIRE(symbols.size() == 1);
    const int quiet = 4 * 6;
    const int end = quiet + 21 * 6;
    const Corners expected {{{quiet, quiet}, {end, quiet}, {end, end}, {quiet, end}}};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(std::abs(symbols.front().corners[i].x - expected[i].x) <= 6);
        CHECK(std::abs(symbols.front().corners[i].y - expected[i].y) <= 6);
    }
}

TEST_CASE("every label photographed by a steady hand is read", "[decode][photograph]")
{
    const auto size = GENERATE(as<std::string> {}, "60x40", "70x30");
    for (int serial = 1; serial <= 15; ++serial) {
        CAPTURE(serial, size);
        const auto photo = photograph(
            drawnLabel(serial, labelDesign(size)), mildConditions(), static_cast<std::uint64_t>(serial));
        CHECK(textsOf(decode(photo, kPatient)) == std::set {tagOf(serial).text()});
    }
}

TEST_CASE("every label of a room in one frame is read", "[decode][photograph]")
{
    const auto count = GENERATE(2, 6, 12, 20);
    CAPTURE(count);
    std::vector<LumImage> labels;
    std::set<std::string> expected;
    for (int serial = 1; serial <= count; ++serial) {
        labels.push_back(drawnLabel(serial));
        expected.insert(tagOf(serial).text());
    }
    auto conditions = mildConditions();
    conditions.width = 1920;
    conditions.height = 1080;
    CHECK(textsOf(decode(photographScene(labels, conditions, 7).picture, kPatient)) == expected);
}

TEST_CASE("a room without labels has no symbols", "[decode][photograph]")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(decode(photographScene({}, mildConditions(), seed).picture, kPatient).empty());
    }
}

TEST_CASE("the same labels, conditions and seed give the same picture, another seed another", "[photograph]")
{
    const auto label = drawnLabel(1);
    const auto photo = photograph(label, roughConditions(), 5);
    CHECK(photo == photograph(label, roughConditions(), 5));
    CHECK_FALSE(photo == photograph(label, roughConditions(), 6));
}

TEST_CASE("labels lie where the scene says", "[photograph]")
{
    const std::vector<LumImage> labels {drawnLabel(1), drawnLabel(2), drawnLabel(3)};
    const auto scene = photographScene(labels, mildConditions(), 3);
    REQUIRE(scene.labels.size() == 3);
    for (const auto& symbol : decode(scene.picture, kPatient)) {
        const auto& corners = scene.labels.at(static_cast<std::size_t>(symbol.text.at(11) - '1'));
        const auto [left, right] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
        CHECK(symbol.corners[0].x > left);
        CHECK(symbol.corners[2].x < right);
    }
}

TEST_CASE("no more symbols are given than were asked for, and one printed twice counts once", "[decode]")
{
    const std::vector<LumImage> labels {drawnLabel(1), drawnLabel(1), drawnLabel(2), drawnLabel(3)};
    const auto picture = photographScene(labels, mildConditions(), 11).picture;
    CHECK(decode(picture, kPatient).size() == 3);
    CHECK(decode(picture, {2, std::chrono::minutes(1)}).size() == 2);
}

TEST_CASE("pictures of any size down to a pixel are searched without harm", "[decode][hostile]")
{
    CHECK(decode(LumImage {}).empty());
    for (const auto& [width, height] : {std::pair {1, 1}, {1, 3000}, {3000, 1}, {2, 2}, {7, 400}, {199, 3}})
        CHECK(decode(gradient(width, height)).empty());
}

TEST_CASE("EAN-13 and Code 39 are believed after four scan lines, others at once", "[decode]")
{
    ReadCollector reads;
    CHECK(reads.add(linearRead(SymbolFormat::EAN13, "6901234567892", 10, 3)));
    CHECK(reads.add(linearRead(SymbolFormat::Code39, "AB12", 50, 3)));
    CHECK(reads.add(linearRead(SymbolFormat::Code128, "AB12", 90, 2)));
    CHECK(textsOf(reads.symbols()) == std::set<std::string> {"AB12"});
    CHECK_FALSE(reads.add(linearRead(SymbolFormat::EAN13, "6901234567892", 10, 1))); // from another pass
    CHECK(textsOf(reads.symbols()) == std::set<std::string> {"AB12", "6901234567892"});
}

TEST_CASE("of two EAN-13 in one place the one with more scan lines wins", "[decode]")
{
    ReadCollector reads;
    reads.add(linearRead(SymbolFormat::EAN13, "6901234567892", 10, 20));
    reads.add(linearRead(SymbolFormat::EAN13, "4006381333931", 10, 5));
    reads.add(linearRead(SymbolFormat::EAN13, "9780596008574", 80, 5));
    CHECK(textsOf(reads.symbols()) == std::set<std::string> {"6901234567892", "9780596008574"});
}

TEST_CASE("a linear code is read at any rotation", "[decode][photograph]")
{
    // ZXing itself reads bars within about twelve degrees of the pixel rows and columns.
    const auto [format, text] = GENERATE(table<SymbolFormat, std::string>({
        {SymbolFormat::Code128, "TY2022000198*"},
        {SymbolFormat::Code39, "ZC-2026-0001"},
        {SymbolFormat::EAN13, "6901234567892"},
    }));
    auto conditions = mildConditions();
    conditions.turnDegrees = 180;
    conditions.clutter = false;
    const auto label = symbolPicture(format, text, 6);
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(text, seed);
        CHECK(textsOf(decode(photograph(label, conditions, seed), kPatient)) == std::set {text});
    }
}
