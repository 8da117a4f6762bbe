// Units that post their books one by one, while things move between them: each month of a thing is taken
// once, by one of them, whoever posts first.
#include "tests/contract/posting_units.h"

#include <map>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE(
    "Who received a thing has it from the month of the handover on, and who gave it no longer, whoever posts "
    "first and alone",
    "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    const bool isReceiverFirst = GENERATE(true, false);
    books.post("2022-05", "2022-02");
    books.move(books.moved, 1, 3, "2022-06-20");
    std::vector<PostedMonth> gave;
    std::vector<PostedMonth> got;
    if (isReceiverFirst)
        got = books.postAlone(3, "2022-07");
    gave = books.postAlone(1, "2022-06");
    if (!isReceiverFirst)
        got = books.postAlone(3, "2022-07");
    REQUIRE(gave.size() == 1);
    CHECK(gave[0].cards == 0);
    CHECK(gave[0].removedCards == 1);
    CHECK(gave[0].removedAccumulated == yuanOf("208.32"));
    CHECK(gave[0].taken == Money());
    REQUIRE(got.size() == 2);
    CHECK(got[0].cards == 2);
    CHECK(got[0].addedCards == 1);
    CHECK(got[0].addedBefore == yuanOf("208.32"));
    CHECK(got[0].taken == yuanOf("138.88"));
    CHECK(books.line(3, "2022-07", "TY2022000001").accumulated == yuanOf("347.20"));
    CHECK_FALSE(books.has(1, "2022-06", "TY2022000001"));
}

TEST_CASE("Who received a thing is told who has to post first, and nothing is stored", "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.post("2022-04", "2022-02");
    books.postAlone(3, "2022-05");
    books.move(books.moved, 1, 3, "2022-06-20");
    const Error late = books.refused("2022-07", 3);
    CHECK(late.subject == "books.sender_behind");
    CHECK(late.detail == "U001 2022-05");
    CHECK(DepreciationPosting(*books.session, Scope::ofUnit(UnitId {3}))
              .plan({monthOf("2022-07"), {}, {}, {}, {}})
              .error()
              .subject
        == "books.sender_behind");
    CHECK(
        BookReader(*books.session, Scope::everything()).month(UnitId {3}, monthOf("2022-06")).error().subject
        == "books.not_posted");
    books.postAlone(1, "2022-05");
    books.postAlone(3, "2022-06");
    books.postAlone(1, "2022-06");
    CHECK(books.line(3, "2022-06", "TY2022000001").accumulated == yuanOf("277.76"));
    CHECK_FALSE(books.has(1, "2022-06", "TY2022000001"));
}

TEST_CASE("A month that was posted before the handover was entered stays as it is, on both sides",
    "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.post("2022-05", "2022-02");
    const bool isReceiverAhead = GENERATE(true, false);
    books.postAlone(isReceiverAhead ? 3 : 1, "2022-06");
    books.move(books.moved, 1, 3, "2022-06-20");
    if (isReceiverAhead) {
        CHECK(books.refused("2022-07", 3).detail == "U001 2022-06");
        const bool isTogether = GENERATE(true, false);
        if (isTogether) {
            for (const PostedMonth& month : books.post("2022-07"))
                CHECK(month.ties());
        } else {
            CHECK(books.postAlone(1, "2022-07").size() == 2);
            books.postAlone(3, "2022-07");
        }
    } else {
        // A slip of the receiver waits for the month in which the thing comes onto his books.
        REQUIRE(books.changes.record(
            {books.moved, monthOf("2022-06"), BookChangeKind::Settled, yuanOf("5712.00"), {}, {}, "BD-1", {}},
            "clerk01", {}));
        books.postAlone(3, "2022-06");
        books.set(books.moved, "name", std::string("台式机"));
        books.postAlone(3, "2022-07");
        books.postAlone(1, "2022-07");
        CHECK(books.line(3, "2022-07", "TY2022000001").entry.original == yuanOf("5712.00"));
    }
    CHECK(books.has(1, "2022-06", "TY2022000001"));
    CHECK_FALSE(books.has(3, "2022-06", "TY2022000001"));
    CHECK_FALSE(books.has(1, "2022-07", "TY2022000001"));
    CHECK(books.line(3, "2022-07", "TY2022000001").monthsTaken == 5);
}

TEST_CASE("A unit whose books begin later has what it received from the month of the handover on",
    "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.postAlone(1, "2022-05", "2022-02");
    const bool wasPosted = GENERATE(true, false);
    if (wasPosted)
        books.postAlone(1, "2022-06");
    books.move(books.moved, 1, 3, "2022-06-20");
    books.postAlone(1, "2022-07");
    books.postAlone(3, "2022-07", "2022-04");
    CHECK(books.has(1, "2022-06", "TY2022000001") == wasPosted);
    CHECK(books.has(3, "2022-06", "TY2022000001") != wasPosted);
    CHECK_FALSE(books.has(3, "2022-05", "TY2022000001"));
    CHECK(books.line(3, "2022-07", "TY2022000001").monthsTaken == 5);
}

TEST_CASE("Who gave a thing has to begin its books before who received it takes it over", "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.move(books.moved, 1, 3, "2022-06-20");
    CHECK(books.refused("2022-07", 3, "2022-03").detail == "U001 2022-05");
    books.postAlone(3, "2022-05", "2022-03");
    books.postAlone(1, "2022-05", "2022-03");
    books.postAlone(3, "2022-07");
    books.postAlone(1, "2022-07");
    CHECK(books.has(1, "2022-05", "TY2022000001"));
    CHECK_FALSE(books.has(1, "2022-06", "TY2022000001"));
    CHECK(books.line(3, "2022-07", "TY2022000001").monthsTaken == 5);
}

TEST_CASE("What was bought and given away before a month of it was posted is of each unit for its months",
    "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.post("2022-04", "2022-02");
    const AssetId bought = books.add(1, desktop("TY2022000009", "2022-05"));
    books.move(bought, 1, 3, "2022-06-20");
    const bool isTogether = GENERATE(true, false);
    if (isTogether) {
        for (const PostedMonth& month : books.post("2022-07"))
            CHECK(month.ties());
    } else {
        books.postAlone(3, "2022-05");
        CHECK(books.refused("2022-07", 3).detail == "U001 2022-05");
        CHECK(books.postAlone(1, "2022-05").back().cards == 2);
        books.postAlone(3, "2022-07");
        books.postAlone(1, "2022-07");
    }
    CHECK(books.line(1, "2022-05", "TY2022000009").monthsTaken == 1);
    CHECK_FALSE(books.has(3, "2022-05", "TY2022000009"));
    CHECK_FALSE(books.has(1, "2022-06", "TY2022000009"));
    CHECK(books.line(3, "2022-06", "TY2022000009").monthsTaken == 2);
}

TEST_CASE(
    "However units post and things come and move, each month of a thing is taken by one unit, and every month "
    "ties",
    "[contract][books]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    const auto seed = GENERATE(range(1, 13));
    CAPTURE(seed);
    TwoUnits books(backEnd);
    std::mt19937 dice(static_cast<unsigned>(seed));
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    constexpr int kLast = 10; // nobody has posted it alone, so what moved before is where it belongs
    const auto text = [](int month) { return (month < 10 ? "2022-0" : "2022-") + std::to_string(month); };
    struct Thing {
        AssetId id;
        std::int64_t unit;
        int booked;
    };
    std::map<std::string, Thing> things {{"TY2022000001", {books.moved, 1, 3}}};
    const auto buy = [&](int month) {
        const std::string number = "TY20220001" + std::to_string(10 + things.size());
        const std::int64_t unit = 1 + roll(3);
        things[number] = {books.add(unit, desktop(number, text(month))), unit, month};
    };
    for (int i = 0; i < 3; ++i)
        buy(3);
    books.add(1, desktop("TY2022000021"));
    books.add(2, desktop("TY2022000022"));
    books.post("2022-03", "2022-02");
    for (int month = 4; month < kLast; ++month)
        for (int turn = 0; turn < 6; ++turn) {
            const int what = roll(7);
            if (what == 0) {
                buy(month);
            } else if (what < 4) {
                auto& thing = std::next(things.begin(), roll(static_cast<int>(things.size())))->second;
                const std::int64_t to = 1 + (thing.unit + roll(2)) % 3;
                // Entered now, though it may have been done a month ago.
                const int on = std::max({4, thing.booked, month - roll(2)});
                books.move(thing.id, thing.unit, to, text(on) + "-1" + std::to_string(turn));
                thing.unit = to;
            } else {
                const Error error = books.refused(text(month), 1 + roll(3));
                CHECK((error.subject.empty() || error.subject == "books.sender_behind"));
            }
        }
    for (const PostedMonth& month : books.post(text(kLast)))
        CHECK(month.ties());
    std::map<std::string, std::map<int, int>> seen; // how often in a month
    for (int month = 3; month <= kLast; ++month)
        for (const std::int64_t unit : {1, 2, 3}) {
            CHECK(BookReader(*books.session, Scope::everything())
                      .month(UnitId {unit}, monthOf(text(month)))
                      ->ties());
            for (const PostedLine& line : books.lines(unit, text(month))) {
                CAPTURE(unit, month, line.assetNo);
                ++seen[line.assetNo][month];
                const auto thing = things.find(line.assetNo);
                const int booked = thing == things.end() ? 3 : thing->second.booked;
                CHECK(line.taken == yuanOf("69.44"));
                CHECK(line.monthsTaken == month - booked + 1);
            }
        }
    CHECK(seen.size() == things.size() + 3);
    for (const auto& [number, months] : seen) {
        CAPTURE(number);
        // Of what was entered when its month was posted already the next is the first.
        const int first = months.begin()->first;
        CHECK(static_cast<int>(months.size()) == kLast - first + 1);
        for (const auto& [month, times] : months)
            CHECK(times == 1);
        const auto thing = things.find(number);
        CHECK(first - (thing == things.end() ? 3 : thing->second.booked) <= 2);
        if (thing != things.end())
            CHECK(books.has(thing->second.unit, text(kLast), number));
    }
}
