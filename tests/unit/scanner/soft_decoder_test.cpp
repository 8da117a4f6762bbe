// Matrix codes whose modules cannot all be told apart.
#include "scanner/aztec_layout.h"
#include "scanner/codeword_layout.h"
#include "scanner/module_mix.h"
#include "scanner/reed_solomon.h"
#include "scanner/soft_decoder.h"
#include "tests/unit/scanner/pictures.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A symbol as an encoder makes it, with what a scanner knows of it before; without modules if it is no
/// square.
struct Encoded {
    SymbolFormat format {};
    GridModel model;
    std::vector<bool> dark;
};

GridModel modelOf(SymbolFormat format, int side)
{
    return format == SymbolFormat::QRCode ? GridModel::qrCode(side)
        : format == SymbolFormat::Aztec   ? GridModel::aztec({AztecSize::Kind::Compact, (side - 11) / 4})
                                          : GridModel::dataMatrix(side);
}

Encoded encoded(SymbolFormat format, const std::string& text, int level = -1)
{
    auto writer = ZXing::MultiFormatWriter(
        ZXing::BarcodeFormatFromString(std::string(tokenRow(kSymbolFormats, format).token)));
    if (level >= 0)
        writer.setEccLevel(level);
    const auto modules = writer.setMargin(0).encode(text, 0, 0);
    const int side = modules.width();
    if (modules.height() != side)
        return {};
    Encoded out {format, modelOf(format, side), {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            out.dark.push_back(modules.get(x, y));
    return out;
}

/// Its greys, -1 to 1, on paper.
ModuleGreys greysOf(const Encoded& symbol)
{
    const int side = symbol.model.side;
    const LumImage picture = drawnModules(symbol.dark, side);
    const double from = (picture.width - 4.0 * side) / 2;
    const double to = from + 4.0 * side;
    return {picture, symbol.model, {{{from, from}, {to, from}, {to, to}, {from, to}}}};
}

ModuleGreys noisyGreys(const ModuleGreys& greys, double deviation, std::mt19937& random)
{
    std::normal_distribution<float> noise(0, static_cast<float>(deviation));
    ModuleGreys out = greys;
    for (int y = 0; y < greys.side(); ++y)
        for (int x = 0; x < greys.side(); ++x)
            out.set(x, y, greys.at(x, y) + noise(random));
    return out;
}

/// What a blur of a module's width does.
ModuleGreys mixedGreys(const ModuleGreys& greys)
{
    ModuleGreys out = greys;
    for (int y = 0; y < greys.side(); ++y)
        for (int x = 0; x < greys.side(); ++x)
            out.set(x, y,
                0.32F * greys.at(x, y)
                    + 0.12F
                        * (greys.at(x - 1, y) + greys.at(x + 1, y) + greys.at(x, y - 1) + greys.at(x, y + 1))
                    + 0.05F
                        * (greys.at(x - 1, y - 1) + greys.at(x + 1, y - 1) + greys.at(x - 1, y + 1)
                            + greys.at(x + 1, y + 1)));
    return out;
}

/// Modules that error correction covers and that are not what was encoded. What no codeword holds may differ.
int wrongModules(const Encoded& symbol, const std::vector<bool>& dark)
{
    int wrong = 0;
    for (std::size_t i = 0; i < dark.size(); ++i)
        wrong += dark[i] != symbol.dark[i];
    return wrong;
}
constexpr int kMostLeftOver = 7; // bits that fill no codeword

int hardErrors(const Encoded& symbol, const ModuleGreys& greys)
{
    int wrong = 0;
    for (int y = 0; y < greys.side(); ++y)
        for (int x = 0; x < greys.side(); ++x)
            if (symbol.model.at(x, y) == GridModel::Unknown)
                wrong += (greys.at(x, y) < 0) != symbol.dark[static_cast<std::size_t>(y * greys.side() + x)];
    return wrong;
}

} // namespace

TEST_CASE("a word is corrected up to half as many errors as it has checks, or as many as are known", "[soft]")
{
    const FiniteField field(8, 0x12D);
    constexpr int kLength = 24;
    constexpr int kChecks = 12;
    std::vector<int> word(kLength);
    std::iota(word.begin(), word.begin() + kLength - kChecks, 65);
    std::vector<int> checks(kChecks);
    std::iota(checks.begin(), checks.end(), kLength - kChecks);
    REQUIRE(correctErrors(field, word, kChecks, 1, checks)); // which is how the check words are found
    std::mt19937 random(3);
    for (int errors = 0; errors <= kChecks; ++errors) {
        CAPTURE(errors);
        std::vector<int> places(kLength);
        std::iota(places.begin(), places.end(), 0);
        std::shuffle(places.begin(), places.end(), random);
        places.resize(static_cast<std::size_t>(errors));
        auto damaged = word;
        for (const int place : places)
            damaged[static_cast<std::size_t>(place)] ^= 1 + static_cast<int>(random() % 255);
        auto known = damaged;
        CHECK(correctErrors(field, known, kChecks, 1, places));
        CHECK(known == word);
        auto unknown = damaged;
        CHECK(correctErrors(field, unknown, kChecks, 1) == (2 * errors <= kChecks));
        CHECK(unknown == (2 * errors <= kChecks ? word : damaged));
    }
}

TEST_CASE("the modules of every size, level and mask are found in their codewords", "[soft]")
{
    std::vector<Encoded> symbols;
    std::string text;
    for (int length = 1; length < 60; ++length) {
        text += static_cast<char>('A' + length * 7 % 26);
        for (const int level : {1, 3, 5, 8})
            symbols.push_back(encoded(SymbolFormat::QRCode, text, level));
        symbols.push_back(encoded(SymbolFormat::DataMatrix, text + text));
        symbols.push_back(encoded(SymbolFormat::Aztec, text));
    }
    std::map<std::pair<SymbolFormat, int>, int> sizes;
    for (const Encoded& symbol : symbols) {
        const int side = symbol.model.side;
        // Aztec Codes of 31 modules and some of fewer are not compact; 15 to 27 come in both forms but for
        // these.
        const bool isCompact = symbol.format != SymbolFormat::Aztec || (side - 11) % 4 == 0;
        if (symbol.dark.empty() || !hasSoftDecoder(symbol.format, side) || !isCompact
            || sizes[{symbol.format, side}]++ > 8)
            continue;
        CAPTURE(tokenRow(kSymbolFormats, symbol.format).token, side);
        const auto dark = softDecoded(symbol.format, greysOf(symbol), symbol.model, Correction::ByChecks);
        REQUIRE(dark);
        CHECK(wrongModules(symbol, *dark) == 0);
    }
    CHECK(sizes.size() >= 15);
}

TEST_CASE(
    "greys with twice as many errors as there are checks for are read, and never as something else", "[soft]")
{
    const auto [format, level, noise] = GENERATE(table<SymbolFormat, int, double>({
        {SymbolFormat::DataMatrix, -1, 0.62},
        {SymbolFormat::QRCode, 4, 0.55},
        {SymbolFormat::Aztec, 4, 0.72},
    }));
    const Encoded symbol = encoded(format, "TY2022000001K", level);
    const ModuleGreys greys = greysOf(symbol);
    std::mt19937 random(11);
    int byChecks = 0;
    int likeliest = 0;
    constexpr int kTries = 40;
    for (int i = 0; i < kTries; ++i) {
        const ModuleGreys noisy = noisyGreys(greys, noise, random);
        byChecks += softDecoded(format, noisy, symbol.model, Correction::ByChecks).has_value();
        if (const auto dark = softDecoded(format, noisy, symbol.model, Correction::Likeliest)) {
            CHECK(wrongModules(symbol, *dark) <= kMostLeftOver);
            ++likeliest;
        }
        // Far beyond what can be read.
        if (const auto dark
            = softDecoded(format, noisyGreys(greys, 1.2, random), symbol.model, Correction::Likeliest))
            CHECK(wrongModules(symbol, *dark) <= kMostLeftOver);
    }
    CAPTURE(tokenRow(kSymbolFormats, format).token, byChecks);
    CHECK(likeliest > kTries * 3 / 4);
    CHECK(byChecks < kTries / 2);
}

TEST_CASE("modules mixed by blur are taken apart better than by a threshold", "[soft]")
{
    const auto format = GENERATE(SymbolFormat::DataMatrix, SymbolFormat::QRCode, SymbolFormat::Aztec);
    const Encoded symbol = encoded(format, "TY2022000001K");
    std::mt19937 random(5);
    int before = 0;
    int after = 0;
    for (int i = 0; i < 10; ++i) {
        const ModuleGreys mixed = noisyGreys(mixedGreys(greysOf(symbol)), 0.06, random);
        before += hardErrors(symbol, mixed);
        after += hardErrors(symbol, disentangled(mixed, mixed, symbol.model));
    }
    CAPTURE(tokenRow(kSymbolFormats, format).token, before);
    CHECK(before > 0);
    CHECK(after * 2 < before);
}

TEST_CASE("an Aztec Code is not believed with so few check words that bars pass for one", "[grid]")
{
    for (int side = 15; side <= 27; side += 4) {
        CAPTURE(side);
        const int codewords = AztecSize {AztecSize::Kind::Compact, (side - 11) / 4}.codewords();
        const auto most
            = static_cast<int>(aztecNote({AztecSize::Kind::Compact, (side - 11) / 4}).words.size());
        CHECK(codewords - most >= 3 + codewords / 10);
        CHECK(codewords - most <= 3 + codewords * 23 / 100); // what printers leave by themselves is read
    }
}

TEST_CASE(
    "P8: the largest symbols whose errors are corrected here, and one size above goes to the other reader",
    "[soft][limits]")
{
    CHECK(kLargestQrLayout == 41);
    CHECK(hasSoftDecoder(SymbolFormat::QRCode, kLargestQrLayout));
    CHECK_FALSE(hasSoftDecoder(SymbolFormat::QRCode, kLargestQrLayout + 4));
    CHECK(hasSoftDecoder(SymbolFormat::DataMatrix, 26));
    CHECK_FALSE(hasSoftDecoder(SymbolFormat::DataMatrix, 28));
    constexpr AztecSize kLargestAztec {AztecSize::Kind::Full, 32};
    CHECK(kLargestAztec.side() == 151); // there is none above
    CHECK(hasSoftDecoder(SymbolFormat::Aztec, kLargestAztec.side()));
}
