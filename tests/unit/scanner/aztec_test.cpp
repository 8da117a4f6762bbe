// Aztec Codes of all sizes, and runes, by their bull's eye.
#include "scanner/aztec_layout.h"
#include "scanner/aztec_reader.h"
#include "scanner/photograph.h"
#include "scanner/soft_decoder.h"
#include "tests/unit/scanner/pictures.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Kind = AztecSize::Kind;
constexpr AztecSize kRune {Kind::Compact, 0};

std::string digits(int count)
{
    std::string text;
    unsigned state = 7;
    for (int i = 0; i < count; ++i) {
        state = state * 1103515245 + 12345;
        text += static_cast<char>('0' + (state >> 16) % 10);
    }
    return text;
}

struct Drawn {
    int side = 0;
    std::vector<bool> dark;
};

Drawn encoded(const std::string& text)
{
    const auto modules
        = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Aztec).setMargin(0).encode(text, 0, 0);
    Drawn out {modules.width(), {}};
    for (int y = 0; y < out.side; ++y)
        for (int x = 0; x < out.side; ++x)
            out.dark.push_back(modules.get(x, y));
    return out;
}

/// Four pixels a module.
Quad cornersIn(const LumImage& drawing, int side)
{
    const double from = (drawing.width - 4.0 * side) / 2;
    const double to = from + 4.0 * side;
    return {{{from, from}, {to, from}, {to, to}, {from, to}}};
}

/// Modules of `module` pixels, in any direction, seen from aside, on an even table.
LumImage seen(const Drawn& symbol, double module, double tilt, std::uint64_t seed)
{
    PhotoConditions conditions = mildConditions();
    const int room = static_cast<int>(symbol.side * module * 1.6) + 40;
    conditions.width = std::max(480, room);
    conditions.height = std::max(360, room);
    conditions.scale = module / 4;
    conditions.tiltDegrees = tilt;
    conditions.leastTiltDegrees = tilt * 0.7;
    conditions.turnDegrees = 180;
    conditions.blurSigma = 0.3 * module;
    conditions.clutter = false;
    return photograph(drawnModules(symbol.dark, symbol.side), conditions, seed);
}

std::string textOf(const std::vector<RawRead>& reads)
{
    std::string text;
    for (const RawRead& read : reads)
        text += (text.empty() ? "" : " and ") + read.symbol.text;
    return text;
}

/// The rune, with the nibbles of `wrong` spoilt.
Drawn rune(int value, std::initializer_list<std::size_t> wrong = {})
{
    static const FiniteField field16(4, 0x13);
    std::array<int, 7> word {value >> 4, value & 15};
    constexpr std::array kChecks {2, 3, 4, 5, 6};
    REQUIRE(correctErrors(field16, word, 5, 1, kChecks));
    for (const std::size_t nibble : wrong)
        word[nibble] ^= 5;
    const GridModel model = GridModel::aztec(kRune);
    Drawn out {model.side, {}};
    for (const auto module : model.modules)
        out.dark.push_back(module == GridModel::Dark);
    const auto modules = aztecMessageModules(Kind::Compact, model.side);
    for (std::size_t i = 0; i < modules.size(); ++i)
        out.dark[static_cast<std::size_t>(modules[i])] = ((word[i / 4] ^ 0b1010) >> (3 - i % 4) & 1) != 0;
    return out;
}

} // namespace

TEST_CASE("the modules of a full Aztec Code are found in its codewords, whatever their size", "[aztec]")
{
    std::set<int> bits;
    for (const int count : {150, 400, 900, 1600, 3000}) {
        const Drawn symbol = encoded(digits(count));
        CAPTURE(count, symbol.side);
        AztecSize size {Kind::Full, 1};
        while (size.side() < symbol.side)
            ++size.layers;
        const GridModel model = GridModel::aztec(size);
        REQUIRE(model.side == symbol.side);
        CHECK(aztecSizeOf(model) == size);
        for (int i = 0; i < symbol.side * symbol.side; ++i)
            if (const auto known = model.modules[static_cast<std::size_t>(i)]; known != GridModel::Unknown)
                REQUIRE((known == GridModel::Dark) == symbol.dark[static_cast<std::size_t>(i)]);
        const LumImage drawing = drawnModules(symbol.dark, symbol.side);
        const ModuleGreys greys(drawing, model, cornersIn(drawing, symbol.side));
        const auto dark = softDecoded(SymbolFormat::Aztec, greys, model, Correction::ByChecks);
        REQUIRE(dark);
        CHECK(*dark == symbol.dark);
        bits.insert(size.bits());
    }
    CHECK(bits == std::set {8, 10, 12});
}

TEST_CASE("an Aztec Code is read at any rotation from aside, small or large", "[aztec][photograph]")
{
    const auto [count, module] = GENERATE(table<int, double>({{60, 3}, {110, 4}, {300, 3}, {1600, 4}}));
    const std::string text = digits(count);
    const Drawn symbol = encoded(text);
    CAPTURE(symbol.side, module);
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto all = decode(seen(symbol, module, 35, seed), kPatient);
        if (all.empty())
            continue;
        REQUIRE(all.size() == 1);
        CHECK(all.front().text == text);
        ++right;
    }
    CHECK(right >= 3);
}

TEST_CASE("a full Aztec Code on bent paper is read", "[aztec][photograph]")
{
    const std::string text = digits(250);
    const Drawn symbol = encoded(text);
    constexpr double kModule = 5;
    const LumImage flat = seen(symbol, kModule, 10, 3);
    LumImage bent = flat;
    const double wave = 2 * std::numbers::pi / (1.5 * symbol.side * kModule);
    for (int y = 0; y < flat.height; ++y)
        for (int x = 0; x < flat.width; ++x)
            bent.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(flat.width)
                + static_cast<std::size_t>(x)]
                = static_cast<std::uint8_t>(greyAt(flat,
                    {x + 0.5 + 0.6 * kModule * std::sin(wave * y),
                        y + 0.5 + 0.6 * kModule * std::cos(wave * x)}));
    CHECK(textOf(readNearAztec(bent)) == text);
}

TEST_CASE("an Aztec Code that fills its picture is read", "[aztec]")
{
    const std::string text = digits(150);
    const Drawn symbol = encoded(text);
    const LumImage drawing = drawnModules(symbol.dark, symbol.side);
    const auto view
        = cutOut(drawing, {drawing.width / 2.0, drawing.height / 2.0}, 4.0 * symbol.side, 4.0 * symbol.side);
    REQUIRE(view.width <= 4 * symbol.side + 1);
    const auto all = decode(view, kPatient);
    REQUIRE(all.size() == 1);
    CHECK(all.front().text == text);
}

TEST_CASE("every Aztec rune says its number", "[aztec]")
{
    for (int value = 0; value < 256; ++value) {
        const Drawn symbol = rune(value);
        const LumImage drawing = drawnModules(symbol.dark, symbol.side);
        const PointF middle {drawing.width / 2.0, drawing.height / 2.0};
        const std::string text = textOf(readAztecAt(drawing, middle, 4));
        REQUIRE(text.size() == 3);
        CHECK(std::stoi(text) == value);
    }
    CHECK(textOf(readNearAztec(seen(rune(42), 6, 25, 5))) == "042");
}

TEST_CASE("what is no whole rune is not read as one", "[aztec]")
{
    const auto read = [](const Drawn& symbol) {
        const LumImage drawing = drawnModules(symbol.dark, symbol.side);
        return textOf(readAztecAt(drawing, {drawing.width / 2.0, drawing.height / 2.0}, 4));
    };
    CHECK(read(rune(200, {3})) == "200");
    for (std::size_t first = 0; first < 7; ++first)
        for (std::size_t second = first + 1; second < 7; ++second)
            CHECK(read(rune(200, {first, second})).empty());
    for (const int module : {0, 1, 11, 60, 5 * 11 + 3}) { // marks, and modules of the bull's eye
        Drawn spoilt = rune(200);
        spoilt.dark[static_cast<std::size_t>(module)] = !spoilt.dark[static_cast<std::size_t>(module)];
        CAPTURE(module);
        CHECK(read(spoilt).empty());
    }
    // Something dark about it: a larger symbol whose core is spoilt.
    const Drawn symbol = rune(200);
    LumImage drawing = drawnModules(symbol.dark, symbol.side);
    for (int y = 0; y < drawing.height; ++y)
        for (int x = 0; x < 16; ++x)
            drawing.pixels[static_cast<std::size_t>(y * drawing.width + x)] = y / 4 % 2 == 0 ? 0 : 255;
    CHECK(readAztecAt(drawing, {drawing.width / 2.0, drawing.height / 2.0}, 4).empty());
}

TEST_CASE("what has no bull's eye is not read as an Aztec Code", "[aztec]")
{
    auto conditions = mildConditions();
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        CHECK(readNearAztec(photographScene({}, conditions, seed).picture).empty());
    conditions.scale = 1;
    CHECK(readNearAztec(photograph(drawnLabel(1), conditions, 1)).empty());
    CHECK(readNearAztec(symbolPicture(SymbolFormat::DataMatrix, digits(200), 4)).empty());
}
