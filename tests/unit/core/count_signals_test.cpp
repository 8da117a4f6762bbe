#include "core/inventory/count_signals.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace guanwu;

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Instant kMorning = std::chrono::sys_days(std::chrono::year(2026) / 10 / 8) + std::chrono::hours(1);

std::string number(std::size_t line)
{
    const std::string digits = std::to_string(line);
    return "TY2020" + std::string(6 - digits.size(), '0') + digits;
}

/// A book whose things were bought over the years and put here and there: the order of numbers is not the
/// order of rooms.
std::vector<BookLine> bookOf(std::size_t rooms, std::size_t inRoom, std::uint32_t seed = 1)
{
    std::vector<std::string> places;
    for (std::size_t room = 0; room < rooms; ++room)
        places.insert(places.end(), inRoom, "R-" + std::to_string(100 + room));
    std::mt19937 random(seed);
    std::shuffle(places.begin(), places.end(), random);
    std::vector<BookLine> book(places.size());
    for (std::size_t i = 0; i < book.size(); ++i) {
        book[i].assetNo = number(i);
        book[i].place = places[i];
    }
    return book;
}

/// Makes the events of one handheld.
struct Clerk {
    std::vector<ScanEvent> events {};
    std::string install = "install-a";
    Instant now = kMorning;

    ScanEvent& see(const std::string& code, const std::string& place, milliseconds after)
    {
        now += after;
        ScanEvent event;
        event.seq = static_cast<std::int64_t>(events.size()) + 1;
        event.eventId = install + "-" + std::to_string(event.seq);
        event.installId = install;
        event.at = now;
        event.code = code;
        event.place = place;
        return events.emplace_back(std::move(event));
    }
};

/// Walks from room to room, finds the tags of each in the order in which the things stand there, lingers,
/// overlooks, looks twice, photographs, and has lunch.
std::vector<ScanEvent> honestTrace(const std::vector<BookLine>& book, std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto between = [&](int from, int to) {
        return milliseconds(std::uniform_int_distribution<int>(from, to)(random));
    };
    std::map<std::string, std::vector<const BookLine*>> rooms;
    for (const BookLine& line : book)
        rooms[line.place].push_back(&line);
    Clerk clerk;
    for (auto& [place, lines] : rooms) {
        std::shuffle(lines.begin(), lines.end(), random);
        clerk.now += between(8'000, 90'000);
        for (const BookLine* line : lines) {
            if (random() % 40 == 0)
                continue;
            ScanEvent& event = clerk.see(line->assetNo, place, between(2'100, 15'000));
            if (random() % 10 == 0)
                event.photos = {"photo-" + event.eventId};
            if (random() % 30 == 0)
                clerk.see(line->assetNo, place, between(1'000, 3'000));
        }
        if (random() % 8 == 0)
            clerk.now += std::chrono::hours(2);
        if (random() % 5 == 0) // the server has told the time
            clerk.now -= seconds(20);
    }
    return clerk.events;
}

std::vector<SignalKind> kindsOf(const std::vector<CountSignal>& signals)
{
    std::vector<SignalKind> out;
    for (const CountSignal& signal : signals)
        out.push_back(signal.kind);
    return out;
}

} // namespace

TEST_CASE("Of 300 clerks who walked nothing is asked", "[signals]")
{
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const auto book = bookOf(1 + seed % 30, 5 + seed % 40, seed);
        CHECK(kindsOf(countSignals(book, honestTrace(book, seed))).empty());
    }
}

TEST_CASE("Labels of many rooms scanned off a sheet are asked about with what was seen", "[signals]")
{
    const auto book = bookOf(7, 40);
    Clerk clerk;
    clerk.see(book[0].assetNo, book[0].place, seconds(1));
    clerk.now += std::chrono::hours(1);
    std::vector<const BookLine*> sheet;
    for (std::size_t i = 0; i < 38; ++i)
        sheet.push_back(&book[(i * 37) % book.size()]);
    for (const BookLine* line : sheet)
        clerk.see(line->assetNo, "R-100", milliseconds(1'400));
    const auto signals = countSignals(book, clerk.events);
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::LabelsOffSheet});
    CHECK(signals[0].install == "install-a");
    CHECK(signals[0].figure("tags") == 38);
    CHECK(signals[0].figure("rooms") == 7);
    CHECK(signals[0].figure("seconds") == 51);
    CHECK(signals[0].figure("nonsense") == 0);
    CHECK(signals[0].events.size() == kSignalThresholds.evidence);
    CHECK(signals[0].events.front() == 1);
}

TEST_CASE("A room full of things scanned quickly is a room full of things", "[signals]")
{
    const auto book = bookOf(1, 100);
    Clerk clerk;
    for (const BookLine& line : book)
        clerk.see(line.assetNo, line.place, milliseconds(2'200));
    CHECK(countSignals(book, clerk.events).empty());
}

TEST_CASE("The order of the book across rooms is asked about, in one room it is not", "[signals]")
{
    const auto oneRoom = bookOf(1, 30);
    const auto book = bookOf(6, 10);
    const auto inOrder = [](const std::vector<BookLine>& lines) {
        Clerk clerk;
        for (const BookLine& line : lines)
            clerk.see(line.assetNo, line.place, seconds(30));
        return clerk.events;
    };
    CHECK(countSignals(oneRoom, inOrder(oneRoom)).empty());
    const auto signals = countSignals(book, inOrder(book));
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::BookOrder});
    CHECK(signals[0].figure("tags") == 60);
    CHECK(signals[0].figure("rooms") == 6);
}

TEST_CASE("The book's order is that of its numbers, however the lines come", "[signals]")
{
    auto book = bookOf(6, 10);
    Clerk clerk;
    for (const BookLine& line : book)
        clerk.see(line.assetNo, line.place, seconds(30));
    std::reverse(book.begin(), book.end());
    std::reverse(clerk.events.begin(), clerk.events.end());
    CHECK(kindsOf(countSignals(book, clerk.events)) == std::vector {SignalKind::BookOrder});
}

TEST_CASE("Rooms changed faster than anybody walks are asked about from the third time on", "[signals]")
{
    const auto book = bookOf(4, 10);
    Clerk clerk;
    const auto hop = [&](std::size_t line) {
        clerk.see(book[line].assetNo, "R-1", seconds(30));
        clerk.see(book[line + 1].assetNo, "R-2", milliseconds(1'500));
    };
    hop(0);
    hop(5);
    CHECK(countSignals(book, clerk.events).empty());
    hop(10);
    const auto signals = countSignals(book, clerk.events);
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::RoomsTooFast});
    CHECK(signals[0].figure("changes") == 3);
    CHECK(signals[0].figure("rooms") == 2);
    CHECK(signals[0].figure("fastest_ms") == 1'500);
    CHECK(signals[0].events.size() == 6);
}

TEST_CASE("A pace that nobody keeps up is asked about", "[signals]")
{
    const auto book = bookOf(1, 400);
    Clerk clerk;
    for (const BookLine& line : book)
        clerk.see(line.assetNo, line.place, milliseconds(900));
    const auto kinds = kindsOf(countSignals(book, clerk.events));
    CHECK(std::count(kinds.begin(), kinds.end(), SignalKind::PaceTooFast) == 1);
}

TEST_CASE("One photo for two things is asked about, unless one of them was taken back", "[signals]")
{
    const auto book = bookOf(1, 10);
    Clerk clerk;
    clerk.see(book[0].assetNo, "R-100", seconds(20)).photos = {"p1", "p2"};
    clerk.see(book[0].assetNo, "R-100", seconds(20)).photos = {"p1"};
    clerk.see(book[1].assetNo, "R-100", seconds(20)).photos = {"p2"};
    const auto signals = countSignals(book, clerk.events);
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::PhotoReused});
    CHECK(signals[0].figure("things") == 2);
    CHECK(signals[0].figure("events") == 2);
    CHECK(signals[0].events == std::vector<std::size_t> {0, 2});
    ScanEvent undo;
    undo.kind = EventKind::Undo;
    undo.installId = clerk.install;
    undo.eventId = "undo";
    undo.seq = 4;
    undo.at = clerk.now;
    undo.corrects = clerk.events[2].eventId;
    clerk.events.push_back(undo);
    CHECK(countSignals(book, clerk.events).empty());
}

TEST_CASE("A clock that went back is asked about, a corrected one is not", "[signals]")
{
    const auto book = bookOf(1, 10);
    Clerk clerk;
    clerk.see(book[0].assetNo, "R-100", seconds(20));
    clerk.see(book[1].assetNo, "R-100", seconds(-119));
    CHECK(countSignals(book, clerk.events).empty());
    clerk.see(book[2].assetNo, "R-100", -std::chrono::hours(3));
    const auto signals = countSignals(book, clerk.events);
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::ClockJump});
    CHECK(signals[0].figure("jumps") == 1);
    CHECK(signals[0].figure("seconds_back") == 3 * 3600);
    CHECK(signals[0].events == std::vector<std::size_t> {1, 2});
}

TEST_CASE("No time is measured over a clock that went back", "[signals]")
{
    const auto book = bookOf(1, 200);
    Clerk clerk;
    for (const BookLine& line : book) {
        if (clerk.events.size() == 100)
            clerk.now -= std::chrono::hours(1);
        clerk.see(line.assetNo, line.place, milliseconds(2'500));
    }
    CHECK(kindsOf(countSignals(book, clerk.events)) == std::vector {SignalKind::ClockJump});
}

TEST_CASE("A sheet seen in its last ten minutes is asked about, for the hands that there were", "[signals]")
{
    const auto book = bookOf(3, 50);
    const auto share = [&](std::size_t handhelds) {
        std::vector<ScanEvent> all;
        for (std::size_t hand = 0; hand < handhelds; ++hand) {
            Clerk clerk;
            clerk.install = "install-" + std::to_string(hand);
            std::vector<BookLine> lines;
            for (std::size_t i = hand; i < book.size(); i += handhelds)
                lines.push_back(book[i]);
            std::stable_sort(lines.begin(), lines.end(),
                [](const BookLine& a, const BookLine& b) { return a.place < b.place; });
            for (const BookLine& line : lines)
                clerk.see(line.assetNo, line.place, milliseconds(4'000));
            all.insert(all.end(), clerk.events.begin(), clerk.events.end());
        }
        return all;
    };
    const auto signals = countSignals(book, share(1));
    REQUIRE(kindsOf(signals) == std::vector {SignalKind::LastMinutes});
    CHECK(signals[0].figure("tags") == 150);
    CHECK(signals[0].figure("of") == 150);
    CHECK(signals[0].figure("minutes") == 10);
    CHECK(countSignals(book, share(2)).empty());
    // What had been seen before is only seen again.
    auto twice = share(1);
    for (const ScanEvent& event : share(1)) {
        twice.push_back(event);
        twice.back().at -= std::chrono::hours(5);
        twice.back().installId = "install-before";
    }
    CHECK(countSignals(book, twice).empty());
}

TEST_CASE("Of 300 counts with a lie in them 300 are asked about", "[signals]")
{
    int asked = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const auto between = [&](int from, int to) {
            return milliseconds(std::uniform_int_distribution<int>(from, to)(random));
        };
        auto book = bookOf(8 + seed % 20, 10 + seed % 20, seed);
        Clerk clerk;
        clerk.events = honestTrace(book, seed);
        clerk.now = clerk.events.back().at + std::chrono::hours(1);
        SignalKind lie {};
        switch (seed % 5) {
        case 0: // tags scanned off a sheet of labels, in any order
            lie = SignalKind::LabelsOffSheet;
            std::shuffle(book.begin(), book.end(), random);
            for (std::size_t i = 0; i < 50; ++i)
                clerk.see(book[i].assetNo, "R-100", between(600, 2'400));
            break;
        case 1: // the list typed in, in peace
            lie = SignalKind::BookOrder;
            for (std::size_t i = 0; i < 50; ++i)
                clerk.see(book[i].assetNo, book[i].place, between(6'000, 20'000));
            break;
        case 2: // from a desk, with the room chosen for each
            lie = SignalKind::RoomsTooFast;
            std::shuffle(book.begin(), book.end(), random);
            for (std::size_t i = 0; i < 30; ++i)
                clerk.see(book[i].assetNo, book[i].place, between(1'500, 6'000));
            break;
        case 3: // one picture for all of it
            lie = SignalKind::PhotoReused;
            clerk.see(book[0].assetNo, "R-100", seconds(20)).photos = {"again"};
            clerk.see(book[7].assetNo, "R-100", seconds(20)).photos = {"again"};
            break;
        default: // counted today, dated last week
            lie = SignalKind::ClockJump;
            clerk.see(book[0].assetNo, "R-100", -std::chrono::days(between(1, 7).count()));
            break;
        }
        const auto kinds = kindsOf(countSignals(book, clerk.events));
        asked += std::find(kinds.begin(), kinds.end(), lie) != kinds.end();
    }
    CHECK(asked == 300);
}

TEST_CASE("However much there is to ask, the answer stays short", "[signals]")
{
    const auto book = bookOf(10, 40);
    Clerk clerk;
    for (int round = 0; round < 60; ++round) {
        clerk.now += std::chrono::hours(1);
        for (std::size_t i = 0; i < 25; ++i)
            clerk.see(book[(i * 37 + static_cast<std::size_t>(round)) % book.size()].assetNo, "R-100",
                milliseconds(2'000));
    }
    const auto signals = countSignals(book, clerk.events);
    CHECK(signals.size() == kSignalThresholds.signalsOfKind);
    for (const CountSignal& signal : signals)
        CHECK(signal.events.size() <= kSignalThresholds.evidence);
}

TEST_CASE("No events, no questions", "[signals]") { CHECK(countSignals(bookOf(2, 5), {}).empty()); }
