// The sheet as a handheld keeps it: after every event what the fold makes of all of them, and a verdict at
// once.
#include "core/inventory/live_sheet.h"
#include "tests/unit/core/random_count.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr unsigned kSheets = 2000;

/// The sheet of aBook(), and what its clerk is told.
struct Counting {
    Verdict scan(const ScanEvent& event) { return sheet.scan(event, cardElsewhere); }

    LiveSheet sheet {aBook()};
};

std::vector<BookLine> bigBook(std::size_t lines)
{
    std::vector<BookLine> book;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::string number = std::to_string(1000000 + i).substr(1);
        book.push_back(aLine("TY2022" + number, "A-" + std::to_string(i / 40), "P001"));
    }
    return book;
}

std::int64_t countOf(const SheetOutcome& outcome, LineResult result)
{
    return std::count_if(outcome.lines.begin(), outcome.lines.end(),
        [result](const CountOutcome& line) { return line.result == result; });
}

} // namespace

TEST_CASE("after every single event the live sheet is what the fold makes of all so far", "[live][random]")
{
    for (unsigned i = 0; i < kSheets; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the count: " << seed);
        Random random(seed);
        const std::vector<BookLine> book = randomBook(random);
        std::vector<ScanEvent> events = randomEvents(random);
        std::shuffle(events.begin(), events.end(), random);
        LiveSheet live(book);
        for (std::size_t n = 0; n < events.size(); ++n) {
            REQUIRE(live.add(events[n]));
            const SheetOutcome whole
                = foldSheet(book, {events.data(), n + 1}, cardElsewhere, SheetPhase::Counting);
            REQUIRE(live.outcome(cardElsewhere, SheetPhase::Counting) == whole);
            for (const auto& row : kLineResults)
                REQUIRE(live.linesWith(row.value) == countOf(whole, row.value));
        }
        const SheetOutcome signedOff = foldSheet(book, events, cardElsewhere, SheetPhase::SignedOff);
        REQUIRE(live.outcome(cardElsewhere, SheetPhase::SignedOff) == signedOff);
    }
}

TEST_CASE("the progress of a room follows from the fold", "[live][random]")
{
    for (unsigned i = 0; i < kSheets; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the count: " << seed);
        Random random(seed);
        const std::vector<BookLine> book = randomBook(random);
        LiveSheet live(book);
        for (const ScanEvent& event : randomEvents(random))
            live.add(event);
        const SheetOutcome whole = live.outcome(cardElsewhere, SheetPhase::Counting);
        for (const std::string place : {"A-101", "A-102"}) {
            RoomProgress wanted = live.progress(place);
            wanted.expected = wanted.seen = wanted.strays = 0;
            for (std::size_t n = 0; n < book.size(); ++n) {
                const bool isSeen = whole.lines[n].result != LineResult::NotChecked;
                wanted.expected += book[n].place == place;
                wanted.seen += book[n].place == place && isSeen;
                wanted.strays += book[n].place != place && whole.lines[n].seenPlace == place;
            }
            REQUIRE(live.progress(place) == wanted);
            for (const std::size_t line : live.missingIn(place))
                REQUIRE(whole.lines[line].result == LineResult::NotChecked);
        }
    }
}

TEST_CASE("what stands where the book has it belongs here", "[live]")
{
    Counting counting;
    const Verdict verdict = counting.scan(seenAt(1, "TY2022000001", "A-101"));
    CHECK(verdict.kind == VerdictKind::Here);
    CHECK(verdict.line == kDesk);
    CHECK(verdict.result == LineResult::Match);
    CHECK(verdict.countedBy.empty());
}

TEST_CASE("what stands in another room is told with the room it belongs in", "[live]")
{
    Counting counting;
    const Verdict verdict = counting.scan(seenAt(1, "OLD-7", "A-101"));
    CHECK(verdict.kind == VerdictKind::OtherRoom);
    CHECK(verdict.line == kChairs);
    CHECK(verdict.belongsIn == "A-102");
    CHECK(verdict.result == LineResult::PlaceDiffers);
}

TEST_CASE("what was counted before is told with who counted it and when", "[live]")
{
    Counting counting;
    ScanEvent first = ofInstall("b", seenAt(1, "TY2022000001", "A-101"));
    first.actor = "clerk02";
    REQUIRE(counting.sheet.add(first));
    const Verdict verdict = counting.scan(seenAt(2, "TY2022000001", "A-101"));
    CHECK(verdict.kind == VerdictKind::AlreadyCounted);
    CHECK(verdict.countedBy == "clerk02");
    CHECK(verdict.countedAt == first.at);
}

TEST_CASE("a second sighting that says something else makes doubt", "[live]")
{
    Counting counting;
    REQUIRE(counting.sheet.add(seenAt(1, "TY2022000001", "A-101")));
    const Verdict verdict = counting.scan(seenAt(2, "TY2022000001", "A-102"));
    CHECK(verdict.kind == VerdictKind::Doubt);
    CHECK(verdict.countedBy == "clerk01");
}

TEST_CASE("a card of another unit is told with its unit, a code on no book is unknown", "[live]")
{
    Counting counting;
    const Verdict other = counting.scan(seenAt(1, "OLD-900", "A-101"));
    CHECK(other.kind == VerdictKind::OtherUnit);
    REQUIRE(other.elsewhere);
    CHECK(other.elsewhere->unit == "U002");
    const Verdict unknown = counting.scan(seenAt(2, "X-1", "A-101"));
    CHECK(unknown.kind == VerdictKind::Unknown);
    CHECK_FALSE(unknown.line);
    CHECK(counting.scan(seenAt(3, "X-1", "A-101")).countedBy == "clerk01");
}

TEST_CASE("what the law has let go of is disposed of on paper", "[live]")
{
    std::vector<BookLine> book = aBook();
    book[kDesk].useState = UseState::DisposalApproved;
    LiveSheet sheet(book);
    CHECK(sheet.scan(seenAt(1, "TY2022000001", "A-101"), cardElsewhere).kind == VerdictKind::Disposed);
    Counting counting;
    CHECK(counting.scan(seenAs(1, "TY2022000001", Condition::Disposed)).kind == VerdictKind::Disposed);
}

TEST_CASE("after an undo the next sighting is the first again", "[live]")
{
    Counting counting;
    REQUIRE(counting.sheet.add(seenAt(1, "TY2022000001", "A-102")));
    REQUIRE(counting.sheet.add(undo(2, "a-1")));
    CHECK(counting.scan(seenAt(3, "TY2022000001", "A-101")).kind == VerdictKind::Here);
}

TEST_CASE("an event that comes a second time changes nothing", "[live]")
{
    Counting counting;
    CHECK(counting.sheet.add(seenAt(1, "TY2022000001", "A-101")));
    CHECK_FALSE(counting.sheet.add(seenAt(1, "TY2022000001", "A-101")));
    CHECK(counting.sheet.lineOutcome(kDesk, SheetPhase::Counting).events == 1);
}

TEST_CASE("before the door the clerk sees what the room still lacks", "[live]")
{
    Counting counting;
    CHECK(counting.sheet.missingIn("A-101") == std::vector<std::size_t> {kDesk});
    REQUIRE(counting.sheet.add(seenAt(1, "TY2022000001", "A-101")));
    CHECK(counting.sheet.missingIn("A-101").empty());
    REQUIRE(counting.sheet.add(seenAt(2, "TY2022000002", "A-101")));
    ScanEvent closing = anEvent(EventKind::RoomClosed, 3);
    closing.place = "A-101";
    REQUIRE(counting.sheet.add(closing));
    const RoomProgress room = counting.sheet.progress("A-101");
    CHECK(room == RoomProgress {1, 1, 1, true});
    CHECK(counting.sheet.rooms() == std::vector<std::string> {"A-101", "A-102", "A-103"});
    REQUIRE(counting.sheet.add(undo(4, closing.eventId)));
    CHECK_FALSE(counting.sheet.progress("A-101").closed);
}

TEST_CASE("a scan costs the same on a sheet of 20,000 lines as on one of 200", "[live]")
{
    // Both take 20,000 first sightings, beside each other in one run and with room for noise: a fold for each
    // scan would cost 100 times as much on the large one.
    const auto timed = [](std::size_t lines) {
        std::chrono::steady_clock::duration sum {};
        const std::vector<BookLine> book = bigBook(lines);
        for (std::size_t round = 0; round < 20000 / lines; ++round) {
            LiveSheet sheet(book);
            const auto begin = std::chrono::steady_clock::now();
            for (std::size_t i = 0; i < lines; ++i) {
                const auto seq = static_cast<std::int64_t>(i + 1);
                REQUIRE(sheet.scan(seenAt(seq, book[i].assetNo, book[i].place), cardElsewhere).line == i);
            }
            sum += std::chrono::steady_clock::now() - begin;
        }
        return sum;
    };
    const auto small = timed(200);
    const auto large = timed(20000);
    CAPTURE(small.count(), large.count());
    CHECK(large < 20 * small);
}
