#include "scanner/frame_motion.h"
#include "scanner/frame_reader.h"
#include "scanner/photograph.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Sanitizers make everything ten times slower; what is found must not depend on that.
constexpr FrameOptions kUnhurried {std::chrono::seconds(2), std::chrono::seconds(1)};

std::chrono::microseconds timeOf(const FrameReading& reading, ScanStage stage)
{
    return reading.times[static_cast<std::size_t>(stage)];
}

std::set<std::string> textsOf(const FrameReading& reading)
{
    std::set<std::string> texts;
    for (const auto& symbol : reading.symbols)
        texts.insert(symbol.text);
    return texts;
}

LumView windowOf(const LumImage& picture, int left, int top, int width, int height)
{
    return {picture.pixels.data() + std::ptrdiff_t {top} * picture.width + left, width, height, picture.width};
}

PhotoConditions shotOf(int shot)
{
    auto conditions = mildConditions();
    conditions.shot = shot;
    return conditions;
}

} // namespace

TEST_CASE("the shift between two frames is found, and a cut to another scene is noticed", "[frames]")
{
    auto conditions = mildConditions();
    conditions.width = 1400;
    conditions.height = 900;
    const auto scene = photographScene(std::vector {drawnLabel(1), drawnLabel(2)}, conditions, 3).picture;
    FrameMotion motion;
    CHECK_FALSE(motion.next(cellsOf(windowOf(scene, 100, 100, 1200, 700))));
    const auto shift = motion.next(cellsOf(windowOf(scene, 137, 78, 1200, 700)));
    REQUIRE(shift);
    CHECK(shift->x == Approx(-37).margin(4));
    CHECK(shift->y == Approx(22).margin(4));
    const auto other = photographScene(std::vector {drawnLabel(3)}, conditions, 77).picture;
    CHECK_FALSE(motion.next(cellsOf(windowOf(other, 0, 0, 1200, 700))));
}

TEST_CASE("a tag that was read stays in view where it is, without being read again", "[frames]")
{
    FrameReader reader(kUnhurried);
    for (int shot = 1; shot <= 5; ++shot) {
        CAPTURE(shot);
        const auto scene = photographScene(std::vector {drawnLabel(1)}, shotOf(shot), 5);
        // A frame is worth nothing once the tag is known, and it is in view all the same.
        reader.set(shot == 1 ? kUnhurried : FrameOptions {std::chrono::milliseconds(0), std::chrono::milliseconds(0)});
        const auto reading = reader.read(scene.picture);
        REQUIRE(textsOf(reading) == std::set {tagOf(1).text()});
        CHECK(contains(quadOf(scene.labels[0]), middleOf(quadOf(reading.symbols[0].corners))));
        // For who tunes: what became of its region, by what, and what that cost.
        // The slice of the whole frame that comes every other time may read it once more.
        const auto isRead = [&](const RegionInView& region) {
            return shot == 1 ? region.state == RegionInView::State::Read && region.stage != ScanStage::Search
                             : region.state == RegionInView::State::Tracked
                    || (region.state == RegionInView::State::Read && region.stage == ScanStage::WholeFrame);
        };
        CHECK(std::any_of(reading.regions.begin(), reading.regions.end(), isRead));
        CHECK(timeOf(reading, ScanStage::Search).count() > 0);
        CHECK((timeOf(reading, ScanStage::QuickLook).count() > 0) == (shot == 1));
    }
}

TEST_CASE("what a frame's time does not reach is read in the next ones", "[frames]")
{
    std::vector<LumImage> labels;
    std::set<std::string> expected;
    for (int serial = 1; serial <= 12; ++serial) {
        labels.push_back(drawnLabel(serial));
        expected.insert(tagOf(serial).text());
    }
    auto conditions = mildConditions();
    conditions.width = 1920;
    conditions.height = 1080;
    const auto picture = photographScene(labels, conditions, 7).picture;
    FrameReader reader({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
    std::set<std::string> read;
    for (int frame = 0; frame < 80 && read != expected; ++frame)
        read = textsOf(reader.read(picture));
    CHECK(read == expected);
}

TEST_CASE("a tag that leaves the view is gone, and another in its place is read", "[frames]")
{
    FrameReader reader(kUnhurried);
    const auto first = photographScene(std::vector {drawnLabel(1)}, shotOf(1), 5).picture;
    CHECK(textsOf(reader.read(first)) == std::set {tagOf(1).text()});
    // The same room, the same place, another label: it looks nearly the same.
    const auto second = photographScene(std::vector {drawnLabel(2)}, shotOf(1), 5).picture;
    std::set<std::string> read;
    for (int frame = 0; frame < 6 && read != std::set {tagOf(2).text()}; ++frame)
        read = textsOf(reader.read(second));
    CHECK(read == std::set {tagOf(2).text()});
    const auto empty = photographScene({}, shotOf(1), 5).picture;
    for (int frame = 0; frame < 6; ++frame)
        read = textsOf(reader.read(empty));
    CHECK(read.empty());
}

TEST_CASE("a background without tags is given up after a while and never read as one", "[frames]")
{
    FrameReader reader({std::chrono::milliseconds(200), std::chrono::milliseconds(8)});
    int waiting = 1;
    for (int shot = 1; shot <= 60 && waiting > 0; ++shot) {
        const auto reading = reader.read(photographScene({}, shotOf(1 + shot % 3), 9).picture);
        CHECK(reading.symbols.empty());
        CHECK_FALSE(reading.regions.empty());
        waiting = static_cast<int>(std::count_if(reading.regions.begin(), reading.regions.end(),
            [](const RegionInView& region) { return region.state == RegionInView::State::Waiting; }));
    }
    CHECK(waiting <= 1); // noise makes one new now and then
}

TEST_CASE("a tag that comes into a room where nothing was read for long is read at once", "[frames]")
{
    // As long as it takes the reader to think that there is nothing.
    constexpr int kEmptyFrames = 30;
    FrameReader reader(kUnhurried);
    for (int shot = 1; shot <= kEmptyFrames; ++shot)
        REQUIRE(
            reader.read(photographScene(std::vector<LumImage> {}, shotOf(shot), 5).picture).symbols.empty());
    const auto scene = photographScene(std::vector {drawnLabel(1)}, shotOf(kEmptyFrames + 1), 5);
    CHECK(textsOf(reader.read(scene.picture)) == std::set {tagOf(1).text()});
}

TEST_CASE("EAN-13 is believed when two frames say the same", "[frames]")
{
    const auto picture = symbolPicture(SymbolFormat::EAN13, "6901234567892", 4);
    FrameReader reader(kUnhurried);
    CHECK(reader.read(picture).symbols.empty());
    CHECK(textsOf(reader.read(picture)) == std::set<std::string> {"6901234567892"});
}

TEST_CASE("frames of any size, and of another size than the last, do no harm", "[frames][hostile]")
{
    FrameReader reader(kUnhurried);
    CHECK(reader.read(LumImage {}).symbols.empty());
    for (const auto& [width, height] : {std::pair {1, 1}, {1, 3000}, {3000, 1}, {7, 400}, {199, 3}, {640, 480}})
        for (int frame = 0; frame < 2; ++frame)
            CHECK(reader.read(gradient(width, height)).symbols.empty());
}
