// A thing that moved on before anybody posted: the books of each unit have it for the months at whose end
// that unit had it, whoever posts first.
#include "app/books/movements.h"
#include "tests/contract/posting_units.h"

#include <array>
#include <map>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Units 1, 2 and 3, each with a desktop from March 2022, posted through May; what moves is of unit 1.
struct Chain : TwoUnits {
    explicit Chain(const std::string& name, bool hasOwnInTheMiddle = true)
        : TwoUnits(name)
    {
        if (hasOwnInTheMiddle)
            add(2, desktop("TY2022000002"));
        else
            begin();
        post("2022-05", "2022-02");
    }
    /// What the thing is written in, unit by unit, from May to August.
    [[nodiscard]] std::string holders(const std::string& assetNo = "TY2022000001")
    {
        std::string out;
        for (const char* month : {"2022-05", "2022-06", "2022-07", "2022-08"}) {
            std::string at;
            for (const std::int64_t unit : {1, 2, 3})
                if (has(unit, month, assetNo))
                    at += std::to_string(unit);
            out += (out.empty() ? "" : " ") + (at.empty() ? "-" : at);
        }
        return out;
    }
    /// "transfer_in 1" and the like of a unit in these months.
    [[nodiscard]] std::string moves(std::int64_t unit, const std::string& from, const std::string& to)
    {
        BookReader reader(*session, Scope::everything());
        const std::array units {UnitId {unit}};
        std::string out;
        for (const MovementRow& row : movementsOf(reader, units, monthOf(from), monthOf(to))) {
            CAPTURE(unit, from, to, row.classCode);
            CHECK(row.ties());
            for (const auto& kind : kMovementKinds)
                if (const auto& figures = row.moved[static_cast<std::size_t>(kind.value)];
                    figures.quantity != 0)
                    out += (out.empty() ? "" : ", ") + std::string(kind.token) + " "
                        + std::to_string(figures.quantity) + " " + figures.original.toYuanString();
        }
        return out;
    }
    void allTie()
    {
        for (const std::int64_t unit : {1, 2, 3})
            for (const PostedMonth& month :
                BookReader(*session, Scope::everything()).months(UnitId {unit}, monthOf("2022-08"), 12)) {
                CAPTURE(unit, formatMonth(month.month));
                CHECK(month.ties());
            }
    }

private:
    /// Unit 2 has books, but nothing on them any more.
    void begin()
    {
        const AssetId sold = add(2, desktop("TY2022000002"));
        post("2022-04", "2022-02");
        set(sold, "use_state", std::string("written_off"));
    }
};

} // namespace

TEST_CASE("What moved on before anybody posted is on the books of who had it in between", "[contract][books]")
{
    Chain books(GENERATE("sqlite", "mariadb"), GENERATE(true, false));
    books.move(books.moved, 1, 2, "2022-06-20");
    books.move(books.moved, 2, 3, "2022-07-05");
    const auto order = GENERATE(0, 1, 2, 3);
    CAPTURE(order);
    if (order == 0) { // the last one cannot post before who had it in between, whoever gave it first
        CHECK(books.refused("2022-07", 3).detail == "U002 2022-06");
        books.postAlone(2, "2022-06");
        CHECK(books.postAlone(3, "2022-08").size() == 3);
        books.postAlone(2, "2022-08");
        books.postAlone(1, "2022-08");
    } else if (order == 1) {
        books.postAlone(1, "2022-08");
        books.postAlone(2, "2022-07");
        books.postAlone(3, "2022-08");
        books.post("2022-08");
    } else if (order == 2) { // its own months before it came it may post
        books.postAlone(3, "2022-06");
        books.postAlone(2, "2022-06");
        books.postAlone(3, "2022-07");
        books.post("2022-08");
    } else {
        books.post("2022-08");
    }
    CHECK(books.holders() == "1 2 3 3");
    CHECK(books.line(2, "2022-06", "TY2022000001").accumulated == yuanOf("277.76"));
    CHECK(books.line(3, "2022-08", "TY2022000001").accumulated == yuanOf("416.64"));
    CHECK(books.line(3, "2022-08", "TY2022000001").monthsTaken == 6);
    CHECK(books.moves(1, "2022-06", "2022-07") == "transfer_out 1 5000.00");
    CHECK(books.moves(2, "2022-06", "2022-06") == "transfer_in 1 5000.00");
    CHECK(books.moves(2, "2022-07", "2022-07") == "transfer_out 1 5000.00");
    CHECK(books.moves(2, "2022-06", "2022-07") == "transfer_in 1 5000.00, transfer_out 1 5000.00");
    CHECK(books.moves(3, "2022-06", "2022-07") == "transfer_in 1 5000.00");
    books.allTie();
}

TEST_CASE("What came and went within a month is on the books of who had it at its end", "[contract][books]")
{
    Chain books(GENERATE("sqlite", "mariadb"));
    const bool isBack = GENERATE(true, false);
    books.move(books.moved, 1, 2, "2022-06-03");
    books.move(books.moved, 2, isBack ? 1 : 3, "2022-06-20");
    if (GENERATE(true, false)) {
        books.postAlone(3, "2022-08");
        books.postAlone(2, "2022-08");
    }
    books.post("2022-08");
    CHECK(books.holders() == (isBack ? "1 1 1 1" : "1 3 3 3"));
    CHECK(books.moves(2, "2022-06", "2022-08").empty());
    CHECK(books.moves(1, "2022-06", "2022-08") == (isBack ? "" : "transfer_out 1 5000.00"));
    books.allTie();
}

TEST_CASE("What was lent on and came back is of each unit for its months", "[contract][books]")
{
    Chain books(GENERATE("sqlite", "mariadb"));
    books.move(books.moved, 1, 2, "2022-06-20");
    books.move(books.moved, 2, 1, "2022-07-20");
    books.move(books.moved, 1, 3, "2022-08-20");
    if (GENERATE(true, false)) {
        books.postAlone(1, "2022-06");
        CHECK(books.refused("2022-07", 1).detail == "U002 2022-06");
        books.postAlone(2, "2022-08");
        books.postAlone(1, "2022-08");
    }
    books.post("2022-08");
    CHECK(books.holders() == "1 2 1 3");
    CHECK(books.line(3, "2022-08", "TY2022000001").monthsTaken == 6);
    books.allTie();
}

TEST_CASE("What its last holder disposed of was on his books until then", "[contract][books]")
{
    Chain books(GENERATE("sqlite", "mariadb"));
    books.move(books.moved, 1, 2, "2022-06-20");
    books.dispose(books.moved, 2, "2022-08-02");
    if (GENERATE(true, false)) {
        books.postAlone(1, "2022-08");
        books.postAlone(2, "2022-08");
    }
    books.post("2022-08");
    CHECK(books.holders() == "1 2 2 -");
    CHECK(books.moves(2, "2022-06", "2022-08") == "transfer_in 1 5000.00, scrap 1 5000.00");
    CHECK(books.moves(1, "2022-06", "2022-08") == "transfer_out 1 5000.00");
    books.allTie();
}

TEST_CASE("What was bought and moved on twice before a month of it was posted is of each unit for its months",
    "[contract][books]")
{
    Chain books(GENERATE("sqlite", "mariadb"));
    const bool isGivenAtOnce = GENERATE(true, false);
    const AssetId bought = books.add(1, desktop("TY2022000009", isGivenAtOnce ? "2022-06" : "2022-05"));
    books.move(bought, 1, 2, "2022-06-20");
    books.move(bought, 2, 3, "2022-07-05");
    if (!isGivenAtOnce) {
        // Of May nobody took a share: its unit had posted that month.
        CHECK(books.postAlone(1, "2022-06").back().cards == 1);
    }
    if (GENERATE(true, false)) {
        CHECK(books.refused("2022-07", 3).detail == "U002 2022-06");
        books.postAlone(2, "2022-06");
        books.postAlone(3, "2022-07");
    }
    books.post("2022-08");
    CHECK(books.holders("TY2022000009") == "- 2 3 3");
    CHECK(books.line(2, "2022-06", "TY2022000009").monthsTaken == (isGivenAtOnce ? 1 : 2));
    CHECK(books.line(3, "2022-08", "TY2022000009").monthsTaken == (isGivenAtOnce ? 3 : 4));
    books.allTie();
}

TEST_CASE("A unit in between that keeps no books is passed over", "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.post("2022-05", "2022-02");
    books.move(books.moved, 1, 2, "2022-06-20");
    books.move(books.moved, 2, 3, "2022-07-05");
    if (GENERATE(true, false))
        books.postAlone(3, "2022-07");
    books.postAlone(1, "2022-07");
    books.postAlone(3, "2022-07");
    CHECK(books.has(3, "2022-06", "TY2022000001"));
    CHECK_FALSE(books.has(1, "2022-06", "TY2022000001"));
    CHECK(books.line(3, "2022-07", "TY2022000001").monthsTaken == 5);
}

TEST_CASE("Who gave a thing that moved on may begin its books last", "[contract][books]")
{
    TwoUnits books(GENERATE("sqlite", "mariadb"));
    books.add(2, desktop("TY2022000002"));
    books.move(books.moved, 1, 2, "2022-06-20");
    books.move(books.moved, 2, 3, "2022-07-05");
    for (const std::int64_t unit : {2, 3, 1})
        books.postAlone(unit, "2022-03", "2022-02");
    books.post("2022-08");
    for (const auto& [month, unit] : std::map<std::string, std::int64_t> {
             {"2022-03", 1}, {"2022-05", 1}, {"2022-06", 2}, {"2022-07", 3}, {"2022-08", 3}})
        for (const std::int64_t one : {1, 2, 3}) {
            CAPTURE(month, one);
            CHECK(books.has(one, month, "TY2022000001") == (one == unit));
        }
}
