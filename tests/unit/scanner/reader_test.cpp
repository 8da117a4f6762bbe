#include "scanner/bar_strips.h"
#include "scanner/blob_grid_reader.h"
#include "scanner/dark_blobs.h"
#include "scanner/finder_patterns.h"
#include "scanner/fused_bars.h"
#include "scanner/fused_grids.h"
#include "scanner/image_ops.h"
#include "scanner/linear_alphabets.h"
#include "scanner/linear_reader.h"
#include "scanner/module_greys.h"
#include "scanner/module_row.h"
#include "scanner/patch.h"
#include "scanner/photograph.h"
#include "scanner/qr_grid_reader.h"
#include "scanner/region_reader.h"
#include "scanner/regions.h"
#include "tests/unit/scanner/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <optional>
#include <random>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The label about `module` pixels a module, blurred by `blur` of them, on a bare table.
LumImage seen(
    const LumImage& label, int drawnModule, double module, double blur, double turn, std::uint64_t seed)
{
    auto conditions = mildConditions();
    conditions.scale = module / drawnModule;
    conditions.blurSigma = blur * module;
    conditions.turnDegrees = turn;
    conditions.clutter = false;
    return photograph(label, conditions, seed);
}

/// Bars as high as labels have them, with paper above and below.
LumImage tallBars(SymbolFormat format, const std::string& text)
{
    constexpr std::uint8_t kPaper = 220;
    LumImage label = symbolPicture(format, text, 8);
    const auto once = label.pixels;
    for (int i = 1; i < 6; ++i)
        label.pixels.insert(label.pixels.end(), once.begin(), once.end());
    label.pixels.insert(label.pixels.begin(), once.size() * 2, kPaper);
    label.pixels.insert(label.pixels.end(), once.size() * 2, kPaper);
    label.height *= 10;
    return label;
}

std::optional<LinearRead> readAnyBars(const LumImage& picture)
{
    for (const Region& region : findRegions(picture))
        if (region.kind == Region::Kind::Bars)
            if (auto read = readLinearGreys(barStrips(picture, region, 8), GreyLook::Everything))
                return read;
    return std::nullopt;
}

} // namespace

TEST_CASE("every Code 128 character has eleven modules, begins with a bar and is like no other", "[linear]")
{
    const auto patterns = code128Patterns();
    REQUIRE(patterns.size() == 106);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        CHECK(patterns[i].size() == 11);
        CHECK(patterns[i].front() == '1');
        CHECK(patterns[i].back() == '0');
        CHECK(std::count(patterns.begin(), patterns.end(), patterns[i]) == 1);
    }
}

TEST_CASE("bars are found with their direction, whatever it is", "[region]")
{
    const auto label = symbolPicture(SymbolFormat::Code128, "TY2022000198*", 6);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        const auto regions = findRegions(seen(label, 6, 3, 0.2, 180, seed));
        CHECK(std::any_of(regions.begin(), regions.end(), [](const Region& region) {
            return region.kind == Region::Kind::Bars && region.width > 3 * 120 && region.width < 3 * 230;
        }));
    }
}

TEST_CASE("a code so near that a wide space parts its bars is one region", "[region][photograph]")
{
    constexpr double kModule = 7.5;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        auto conditions = mildConditions();
        conditions.width = 1200;
        conditions.height = 1200;
        conditions.scale = kModule / 8;
        conditions.turnDegrees = 180;
        conditions.clutter = false;
        const auto picture = photograph(tallBars(SymbolFormat::EAN13, "6901234567892"), conditions, seed);
        const auto regions = findRegions(picture);
        CHECK(std::any_of(regions.begin(), regions.end(), [](const Region& region) {
            return region.kind == Region::Kind::Bars && region.width > 0.85 * 95 * kModule;
        }));
    }
}

TEST_CASE("greys along a line are those of its places, inside the picture and beyond its edge", "[region]")
{
    const LumImage picture = seen(symbolPicture(SymbolFormat::QRCode, "TY2022000198*", 8), 8, 3, 0.2, 180, 1);
    for (const PointF first : {PointF {40.3, 50.8}, PointF {-20.5, 30.2}}) {
        const PointF step {0.83, 0.31};
        PointF place = first;
        greysAlong(picture, first, step, 200, [&](float grey) {
            CHECK(grey == Approx(greyAt(picture, place)).margin(1.5));
            place = place + step;
        });
    }
}

TEST_CASE(
    "rows of a near PDF417 stand back behind the whole, and the whole of a near EAN-13 before its parts",
    "[region][photograph]")
{
    auto conditions = mildConditions();
    conditions.width = 1400;
    conditions.height = 1400;
    conditions.turnDegrees = 180;
    conditions.clutter = false;
    const auto regionsIn = [&](const LumImage& label, double module, std::uint64_t seed) {
        conditions.scale = module / 8;
        const LumImage picture = photograph(label, conditions, seed);
        return findAllRegions(picture, cellsOf(picture), halved(picture));
    };
    const auto best = [](const std::vector<Region>& regions) {
        const auto worth = [](const Region& region) {
            return region.kind == Region::Kind::Matrix ? 0 : promiseOf(region);
        };
        return *std::max_element(regions.begin(), regions.end(),
            [&](const Region& a, const Region& b) { return worth(a) < worth(b); });
    };
    using enum Region::Kind;
    int whole = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        const auto rows
            = regionsIn(symbolPicture(SymbolFormat::PDF417, "SR1;0338747579;GS55RMK9;670241", 8), 6, seed);
        whole += best(rows).kind == Stacked ? 1 : 0;
        const auto bars = regionsIn(tallBars(SymbolFormat::EAN13, "6901234567892"), 7.5, seed);
        const auto first = std::find_if(
            bars.begin(), bars.end(), [](const Region& region) { return region.kind == Bars; });
        REQUIRE(first != bars.end());
        CHECK(first->width > 0.95 * 95 * 7.5);
        for (const Region& region : bars)
            CHECK((region.kind != Stacked || promiseOf(region) < kFairPromise));
    }
    CHECK(whole >= 3);
}

TEST_CASE("a blurred linear code is read by its greys", "[linear][photograph]")
{
    const auto [format, text] = GENERATE(table<SymbolFormat, std::string>({
        {SymbolFormat::Code39, "ZC-2026-0001"},
        {SymbolFormat::EAN13, "6901234567892"},
    }));
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto read = readAnyBars(seen(tallBars(format, text), 8, 2.6, 0.4, 180, seed));
        if (!read)
            continue;
        CHECK(read->format == format);
        CHECK(read->text == text);
        ++right;
    }
    CAPTURE(text);
    CHECK(right >= 2);
}

TEST_CASE("two halves that say different things are no read", "[linear]")
{
    BarStrips strips;
    for (const char* text : {"TY2022000198*", "TY2022000207K"}) {
        const auto picture = symbolPicture(SymbolFormat::Code128, text, 4);
        Profile profile(picture.pixels.begin(), picture.pixels.begin() + picture.width);
        strips.strips.insert(strips.strips.end(), 4, profile);
        strips.quiet = 40;
    }
    CHECK_FALSE(readLinearGreys(strips, GreyLook::Everything));
    strips.strips.resize(4);
    CHECK(readLinearGreys(strips, GreyLook::Everything).value().text == "TY2022000198*");
}

TEST_CASE(
    "a QR code's three patterns are found at any rotation, and its grid reads it", "[matrix][photograph]")
{
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        const auto picture = seen(drawnLabel(1), 12, 3, 0.3, 180, seed);
        const Patch patch {picture, {0, 0}, {1, 0}, {0, 1}};
        const auto patterns = findPatterns(picture, qrFinderLines(), 6);
        CHECK(patterns.size() >= 3);
        const auto reads = readQrGrids(picture, patch, patterns);
        for (const auto& read : reads)
            CHECK(read.symbol.text == tagOf(1).text());
        right += !reads.empty();
    }
    CHECK(right >= 3);
}

TEST_CASE("a grid laid half a module beside the symbol is fitted and read", "[matrix]")
{
    // Softened: on sharp modules half a module of error costs nothing.
    const auto picture = sharpened(symbolPicture(SymbolFormat::QRCode, "TY2022000001K", 6), 2, -1);
    const double from = 4 * 6;
    const double to = from + 21 * 6;
    Quad start {{{from, from}, {to, from}, {to + 3, to - 2}, {from, to}}};
    const auto model = GridModel::qrCode(21);
    const auto fit = fitGrid(picture, model, {start, 0});
    CHECK(fit.score >= gridScore(picture, model, start));
    std::string text;
    deblurred(ModuleGreys(picture, model, fit.corners), model, [&](const ModuleGreys& greys) {
        const auto image = drawnModules(darkModules(greys, model), model.side);
        const auto reads = readOneScale(image, {SymbolFormat::QRCode}, Effort::Quick);
        if (!reads.empty())
            text = reads.front().symbol.text;
        return !reads.empty();
    });
    CHECK(text == "TY2022000001K");
}

TEST_CASE("a grid's fixed modules are those that an encoder draws", "[matrix]")
{
    const auto [format, side] = GENERATE(table<SymbolFormat, int>({
        {SymbolFormat::DataMatrix, 14},
        {SymbolFormat::Aztec, 15},
    }));
    const auto model = format == SymbolFormat::Aztec
        ? GridModel::aztec({AztecSize::Kind::Compact, (side - 11) / 4})
        : GridModel::dataMatrix(side);
    constexpr int kModule = 4;
    const auto picture = symbolPicture(format, "TY2022000001K", kModule);
    // The drawing without its quiet zone, by its first and last dark row.
    int top = picture.height;
    int bottom = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (picture.pixels[static_cast<std::size_t>(y * picture.width + x)] < 128) {
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    REQUIRE(bottom - top == side * kModule);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            if (model.at(x, y) == GridModel::Unknown)
                continue;
            CAPTURE(x, y);
            const int row = top + y * kModule + kModule / 2;
            const int column = top + x * kModule + kModule / 2;
            const bool dark = picture.pixels[static_cast<std::size_t>(row * picture.width + column)] < 128;
            CHECK(dark == (model.at(x, y) == GridModel::Dark));
        }
}

TEST_CASE("corners that fold a grid over, or fall together, are scored without harm", "[grid][hostile]")
{
    const LumImage picture = gradient(120, 120);
    const GridModel model = GridModel::qrCode(21);
    for (double x = 5; x < 116; x += 5)
        for (double y = 5; y < 116; y += 5) {
            const double score = gridScore(picture, model, {PointF {10, 10}, {90, 12}, {x, y}, {12, 90}});
            CHECK(score <= 1);
        }
    CHECK(gridScore(picture, model, {PointF {50, 50}, {50, 50}, {50, 50}, {50, 50}}) <= 1);
}

TEST_CASE("a polygon with a cut corner gets its four sides back", "[matrix]")
{
    const auto quad = fourSided({{0, 0}, {90, 0}, {100, 10}, {100, 100}, {0, 100}});
    REQUIRE(quad.size() == 4);
    CHECK(std::any_of(
        quad.begin(), quad.end(), [](PointF p) { return length(p - PointF {100, 0}) < 1e-9; }));
    CHECK(fourSided({{0, 0}, {1, 0}, {0, 1}}).empty());
}

TEST_CASE("what hangs together in the end is one blob, what does not is two", "[matrix]")
{
    // Like a U: its arms are runs of their own until the row that joins them.
    LumImage picture {120, 60, {}};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const bool isU = y >= 10 && y < 40 && x >= 10 && x < 40 && (y >= 34 || x < 16 || x >= 34);
            const bool isSquare = y >= 15 && y < 35 && x >= 80 && x < 100;
            picture.pixels.push_back(isU || isSquare ? 40 : 200);
        }
    const auto blobs = darkBlobs(picture, 1, 12, 5);
    REQUIRE(blobs.size() == 2);
    const auto isNear = [](const Quad& quad, PointF middle, double side) {
        return length(middleOf(quad) - middle) < 1.5 && std::abs(length(quad[1] - quad[0]) - side) < 3
            && std::abs(length(quad[2] - quad[1]) - side) < 3;
    };
    CHECK(isNear(blobs[0], {25, 25}, 30));
    CHECK(isNear(blobs[1], {90, 25}, 20));
}

TEST_CASE("small and soft matrix codes are read by their outline at any rotation", "[matrix][photograph]")
{
    const auto format = GENERATE(SymbolFormat::DataMatrix, SymbolFormat::Aztec, SymbolFormat::QRCode);
    const auto label = symbolPicture(format, "TY2022000001K", 8);
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const auto picture = seen(label, 8, 3, 0.3, 180, seed);
        bool found = false;
        for (const Region& region : findRegions(picture)) {
            const Patch patch = patchAt(picture, region.middle, 0.5, static_cast<int>(2 * region.width + 40),
                static_cast<int>(2 * region.height + 40));
            for (const auto& read : readBlobGrids(picture, patch, patch.image, 2, 3)) {
                CHECK(read.symbol.format == format);
                CHECK(read.symbol.text == "TY2022000001K");
                found = true;
            }
        }
        right += found;
    }
    CAPTURE(tokenRow(kSymbolFormats, format).token);
    CHECK(right >= 4);
}

TEST_CASE("bars agree along their height, print does not", "[linear]")
{
    const auto bars = symbolPicture(SymbolFormat::Code128, "TY2022000198*", 4);
    const Profile line(bars.pixels.begin(), bars.pixels.begin() + bars.width);
    BarStrips strips;
    strips.strips.assign(8, line);
    CHECK(strips.agreement() > 0.99);
    const Profile turned(line.rbegin(), line.rend());
    strips.strips.resize(4);
    strips.strips.insert(strips.strips.end(), 4, turned);
    CHECK(strips.agreement() < 0.5);
}

namespace {

/// Grey noise as frames in bad light have it, the same for the same seed.
LumImage noisy(LumImage picture, double deviation, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0, deviation);
    for (auto& pixel : picture.pixels)
        pixel = static_cast<std::uint8_t>(std::clamp(pixel * 0.3 + 90 + noise(random), 0.0, 255.0));
    return picture;
}

} // namespace

TEST_CASE("modules that no frame shows well enough are read from several, never mixed with another symbol's",
    "[grid][frames]")
{
    constexpr int kModule = 4;
    const GridModel model = GridModel::dataMatrix(14);
    const auto corners = [&](const LumImage& picture) {
        const double from = (picture.width - 14 * kModule) / 2.0;
        return Quad {{{from, from}, {from + 56, from}, {from + 56, from + 56}, {from, from + 56}}};
    };
    FusedGrids fused;
    const auto readNext = [&](const std::string& text, unsigned frame) {
        const auto picture = noisy(symbolPicture(SymbolFormat::DataMatrix, text, kModule), 110, frame);
        fused.begin(frame);
        const GridFit fit {corners(picture), 0.6};
        std::set<std::string> texts;
        for (const auto& read : readGrid(picture, SymbolFormat::DataMatrix, model, fit, 0.58, {&fused}))
            texts.insert(read.symbol.text);
        return texts;
    };
    const std::string first = "TY2022000001K";
    const std::string second = "TY2022000876X";
    CHECK(readNext(first, 1).empty());
    std::set<std::string> texts;
    for (unsigned frame = 2; frame <= 8 && texts.empty(); ++frame)
        texts = readNext(first, frame);
    CHECK(texts == std::set {first});
    texts.clear();
    for (unsigned frame = 9; frame <= 16 && texts.empty(); ++frame)
        texts = readNext(second, frame);
    CHECK(texts == std::set {second});
}

TEST_CASE("bars of several frames lie over each other, however they are shifted, stretched and turned round",
    "[linear][frames]")
{
    const auto strips = [](double from, double stretch, unsigned seed) {
        const auto bars = noisy(symbolPicture(SymbolFormat::Code128, "TY2022000198*", 4), 3, seed);
        const SummedProfile line(Profile(bars.pixels.begin(), bars.pixels.begin() + bars.width));
        Profile profile;
        for (int i = 0; i < bars.width; ++i)
            profile.push_back(static_cast<float>(line.mean(from + i * stretch, from + (i + 1) * stretch)));
        BarStrips out;
        out.strips.assign(4, profile);
        out.levelled = {profile, profile};
        out.quiet = 24;
        return out;
    };
    FusedBars fused;
    fused.add(strips(0, 1, 1), {1, 0}, 1);
    fused.add(strips(9, 1.03, 2), {1, 0}, 2);
    fused.add(strips(9, 1.03, 2), {1, 0}, 2); // the same frame says nothing new
    auto turned = strips(-12, 0.97, 3);
    for (auto& strip : turned.strips)
        std::reverse(strip.begin(), strip.end());
    for (auto& half : turned.levelled)
        std::reverse(half.begin(), half.end());
    fused.add(turned, {-1, 0}, 3);
    REQUIRE(fused.frames() == 3);
    for (const auto& mean : {fused.mean(), fused.mean().evened()}) {
        const auto read = readLinearGreys(mean, GreyLook::Everything);
        REQUIRE(read);
        CHECK(read->text == "TY2022000198*");
    }
}

TEST_CASE("a try that has no time left lays no grid", "[grid]")
{
    auto conditions = mildConditions();
    conditions.clutter = false;
    const auto past = WorkClock::now();
    int tried = 0;
    for (const auto format : {SymbolFormat::QRCode, SymbolFormat::DataMatrix, SymbolFormat::PDF417}) {
        const auto picture = photograph(symbolPicture(format, "TY2022000001K", 4), conditions, 1);
        for (const Region& region : findRegions(picture))
            for (const int effort : {1, 3}) { // the others begin with a quick look
                RegionMemory memory;
                if (region.kind == Region::Kind::Bars || effort >= effortsFor(region)
                    || readRegion(picture, region, effort, WorkClock::time_point::max(), memory).empty())
                    continue;
                ++tried;
                memory = {};
                CHECK(readRegion(picture, region, effort, past, memory).empty());
            }
    }
    CHECK(tried >= 3);
}

TEST_CASE("of two codes in line each is read where it lies, and hides the other from nobody", "[bars]")
{
    const LumImage one = symbolPicture(SymbolFormat::EAN13, "2671328152948", 2);
    const LumImage other = symbolPicture(SymbolFormat::EAN13, "2613585103998", 2);
    LumImage both {one.width + other.width + 80, one.height + 80, {}};
    both.pixels.assign(static_cast<std::size_t>(both.width) * static_cast<std::size_t>(both.height), 230);
    const auto draw = [&](const LumImage& code, int left) {
        for (int y = 0; y < code.height; ++y)
            for (int x = 0; x < code.width; ++x)
                both.pixels[static_cast<std::size_t>((40 + y) * both.width + left + x)]
                    = code.pixels[static_cast<std::size_t>(y * code.width + x)];
    };
    draw(one, 40);
    draw(other, 40 + one.width);
    Region line {Region::Kind::Bars, {both.width / 2.0, both.height / 2.0}};
    line.width = both.width - 120;
    line.height = one.height - 20;
    RegionMemory memory;
    const auto reads = readRegion(both, line, 0, WorkClock::time_point::max(), memory);
    REQUIRE_FALSE(reads.empty());
    for (const auto& read : reads) {
        const Quad quad = quadOf(read.symbol.corners);
        const bool isFirst = read.symbol.text == "2671328152948";
        CHECK(contains(quad, {40 + one.width / 2.0, both.height / 2.0}) == isFirst);
        CHECK(contains(quad, {40 + one.width + other.width / 2.0, both.height / 2.0}) == !isFirst);
    }
    CHECK(textsOf(decode(both, kPatient)) == std::set<std::string> {"2671328152948", "2613585103998"});
}
