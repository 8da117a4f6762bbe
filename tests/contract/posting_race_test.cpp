// Units that post at the same time, each over a connection of its own, while things move between them.
#include "tests/contract/posting_units.h"

#include "schema/books/book_sync.h"
#include "schema/connection/storage_error.h"

#include <array>
#include <atomic>
#include <map>
#include <thread>
#include <vector>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Posts a unit alone month by month, each again and again until it is done; what it was refused for
/// otherwise.
std::string postUntilDone(const BackEnd& backEnd, std::int64_t unit, const std::vector<std::string>& months)
{
    const auto session = backEnd.connect();
    for (const std::string& month : months)
        for (int tries = 0;; ++tries) {
            DepreciationPosting::Request request {monthOf(month), {}, {UnitId {unit}}, "caiwu01", Instant {}};
            if (month == "2022-03")
                request.opening = monthOf("2022-02");
            const auto posted = DepreciationPosting(*session, Scope::ofUnit(UnitId {unit})).run(request, {});
            if (posted)
                break;
            const std::string& why = posted.error().subject;
            if ((why != "books.busy" && why != "books.sender_behind") || tries == 5000)
                return month + " " + why;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    return {};
}

/// All three at once.
void postAtOnce(TwoUnits& books, const std::vector<std::string>& months)
{
    std::atomic<bool> isGo {false};
    std::map<std::int64_t, std::string> ends;
    for (const std::int64_t unit : {1, 2, 3})
        ends[unit];
    {
        std::vector<std::jthread> posters;
        for (const std::int64_t unit : {1, 2, 3})
            posters.emplace_back([&, unit] {
                while (!isGo)
                    std::this_thread::yield();
                try {
                    ends.at(unit) = postUntilDone(books.backEnd, unit, months);
                } catch (const std::exception& broken) {
                    ends.at(unit) = broken.what();
                }
            });
        isGo = true;
    }
    for (const auto& [unit, end] : ends) {
        CAPTURE(unit);
        CHECK(end == "");
    }
}

} // namespace

TEST_CASE("Units that post at once while things move among them take each month of a thing once",
    "[contract][books]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    TwoUnits books(backEnd);
    const bool isOpening = GENERATE(true, false);
    std::map<std::string, AssetId> things {{"TY2022000001", books.moved}};
    for (int i = 0; i < 40; ++i) {
        const std::string number = "TY20220001" + std::to_string(10 + i);
        things[number] = books.add(1 + i % 3, desktop(number));
    }
    const std::vector<std::string> first {"2022-03", "2022-04", "2022-05"};
    if (!isOpening)
        postAtOnce(books, first);
    int turn = 0;
    for (const auto& [number, asset] : things) {
        const std::int64_t from = number == "TY2022000001" ? 1 : 1 + (std::stoi(number.substr(8)) - 110) % 3;
        const std::int64_t to = 1 + from % 3;
        books.move(asset, from, to, "2022-06-1" + std::to_string(turn % 10));
        if (turn++ % 2 == 0) // and on
            books.move(asset, to, 1 + to % 3, "2022-07-1" + std::to_string(turn % 10));
    }
    if (isOpening)
        postAtOnce(books, first);
    postAtOnce(books, {"2022-06", "2022-07", "2022-08"});
    std::map<std::string, std::map<std::string, int>> seen;
    for (const char* month : {"2022-03", "2022-04", "2022-05", "2022-06", "2022-07", "2022-08"})
        for (const std::int64_t unit : {1, 2, 3}) {
            CAPTURE(unit, month);
            const auto posted
                = BookReader(*books.session, Scope::everything()).month(UnitId {unit}, monthOf(month));
            REQUIRE(posted);
            CHECK(posted->ties());
            for (const PostedLine& line : books.lines(unit, month))
                ++seen[line.assetNo][month];
        }
    CHECK(seen.size() == things.size() + 1);
    for (const auto& [number, months] : seen) {
        CAPTURE(number);
        CAPTURE(isOpening, months.begin()->first, months.rbegin()->first);
        CHECK(months.size() == 6);
        for (const auto& [month, times] : months) {
            CAPTURE(month);
            CHECK(times == 1);
        }
    }
}

TEST_CASE("What changes while it is brought onto the books is looked at again", "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.post("2022-05", "2022-02");
    constexpr int kChanges = 60;
    std::string end;
    {
        const std::jthread poster([&] {
            try {
                const auto session = books.backEnd.connect();
                for (int i = 0; i < 40 && end.empty(); ++i) {
                    const std::string through = std::to_string(2023 + i / 12) + (i % 12 < 9 ? "-0" : "-")
                        + std::to_string(1 + i % 12);
                    const auto posted = DepreciationPosting(*session, Scope::everything())
                                            .run({monthOf(through), {}, {}, "caiwu01", Instant {}}, {});
                    if (!posted)
                        end = posted.error().subject;
                }
            } catch (const std::exception& broken) {
                end = broken.what();
            }
        });
        for (int i = 1; i <= kChanges; ++i)
            books.set(books.moved, "quantity", std::int64_t {1 + i});
    }
    CHECK(end == "");
    books.post("2027-01");
    CHECK(books.line(1, "2027-01", "TY2022000001").entry.quantity == 1 + kChanges);
}

TEST_CASE("Two runs of one unit at once apply each change of a card once", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    constexpr int kCards = 200;
    std::vector<AssetId> cards;
    for (int i = 0; i < kCards; ++i)
        cards.push_back(books.add(1, desktop("TY202200" + std::to_string(1000 + i))));
    books.post("2022-03", "2022-02", {UnitId {1}});
    for (const std::string month : {"2022-04", "2022-05", "2022-06"}) {
        CAPTURE(month);
        for (const AssetId card : cards) {
            BookChange change;
            change.asset = card;
            change.effective = monthOf(month);
            change.kind = BookChangeKind::ValueChanged;
            change.original = yuanOf("5" + month.substr(5) + "0.00");
            REQUIRE(books.changes.record(change, "caiwu01", Instant {}));
        }
        std::atomic<int> ready {0};
        std::array<std::string, 2> ends;
        {
            std::vector<std::jthread> runs;
            for (std::string& end : ends)
                runs.emplace_back([&] {
                    ++ready;
                    while (ready < 2)
                        std::this_thread::yield();
                    try {
                        end = postUntilDone(books.backEnd, 1, {month});
                    } catch (const std::exception& broken) {
                        end = broken.what();
                    }
                });
        }
        CHECK(ends[0] == "");
        CHECK(ends[1] == "");
        {
            Query query(*books.session);
            query.add("SELECT COUNT(*), COUNT(DISTINCT asset_id) FROM book_entry WHERE valid_until = 119999");
            REQUIRE(query.next(2));
            CHECK(query.integer(0) == query.integer(1));
        }
        const auto lines = books.lines(1, month);
        CHECK(lines.size() == cards.size());
        const auto posted = BookReader(*books.session, Scope::everything()).month(UnitId {1}, monthOf(month));
        REQUIRE(posted);
        CHECK(posted->ties());
        CHECK(posted->cards == kCards);
    }
}

TEST_CASE("A run whose month somebody else posted meanwhile applies no change to it", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId card = books.add(1, desktop("TY2022000001"));
    books.post("2022-03", "2022-02", {UnitId {1}});
    BookChange change;
    change.asset = card;
    change.effective = monthOf("2022-04");
    change.kind = BookChangeKind::ValueChanged;
    change.original = yuanOf("5040.00");
    REQUIRE(books.changes.record(change, "caiwu01", Instant {}));
    books.post("2022-04");
    // As one that was recorded while the month was under way.
    Query(*books.session).add("UPDATE book_change SET applied = 0").run();
    const BookEntry entry = books.line(1, "2022-04", "TY2022000001").entry;
    BookSync sync(*books.session);
    const auto applied
        = sync.applyChanges(monthOf("2022-04"), [](UnitId) { return std::optional(monthOf("2022-04")); });
    REQUIRE_FALSE(applied);
    CHECK(applied.error().subject == "books.busy");
    CHECK(books.line(1, "2022-04", "TY2022000001").entry == entry);
}

TEST_CASE("A run that is overtaken in one unit posts none of the others past what changed on their cards",
    "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.add(1, desktop("TY2022000002"));
    books.post("2022-05", "2022-02");
    const auto session = books.backEnd.connect();
    DepreciationPosting::Request request {monthOf("2022-07"), {}, {}, "caiwu01", Instant {}};
    request.rowsACommit = 1; // what is posted of a unit stands, whatever becomes of the next one
    DepreciationPosting::Listener listener;
    listener.month = [&](const PostedMonth& month) {
        if (month.month != monthOf("2022-06") || month.unit != UnitId {3})
            return;
        // Unit 3 posts July by itself, before it learns of one thing; unit 1 gives another one away for good.
        books.postAlone(3, "2022-07");
        books.add(3, desktop("TY2022000004"));
        books.dispose(books.moved, 1, "2022-07-04");
    };
    const auto overtaken = DepreciationPosting(*session, Scope::everything()).run(request, listener);
    REQUIRE_FALSE(overtaken);
    CHECK(overtaken.error().subject == "books.busy");
    books.post("2022-08");
    CHECK_FALSE(books.has(1, "2022-07", "TY2022000001"));
    CHECK(books.has(1, "2022-07", "TY2022000002"));
    CHECK_FALSE(books.has(3, "2022-07", "TY2022000004"));
    CHECK(books.line(3, "2022-08", "TY2022000004").monthsTaken == 6);
    for (const std::int64_t unit : {1, 3})
        for (const PostedMonth& month :
            BookReader(*books.session, Scope::everything()).months(UnitId {unit}, monthOf("2022-08"), 12))
            CHECK(month.ties());
}
