#include "schema/audit/audit_trail.h"
#include "tests/contract/book_fixture.h"

#include <algorithm>

using namespace guanwu;
using namespace guanwu::test;

namespace {

FixtureCard desktop(const std::string& number, const std::string& from = "2022-03")
{
    return {number, "A02010105", "台式计算机", "5000.00", 72, from};
}

struct Expected {
    std::string assetNo;
    int months;
    std::string taken;
    std::string accumulated;
    std::string net;
};

} // namespace

TEST_CASE("The worked example is posted to the fen, month by month", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    const auto months = books.post("2022-09");
    REQUIRE(months.size() == 9); // from January on: the year before closes the opening balances
    CHECK(months.front().month == monthOf("2022-01"));
    CHECK(months.front().addedCards == 9);
    CHECK(months.back().ties());
    CHECK(months.back().cards == 10);
    CHECK(months.back().taken == yuanOf("23111.80"));
    CHECK(months.back().accumulated == yuanOf("3097507.83"));
    CHECK(months.back().net() == yuanOf("9487470.06"));

    const std::vector<Expected> expected {{"FW2010000001", 148, "20576.13", "3045267.24", "9300411.66"},
        {"TY2022000001", 7, "69.44", "486.08", "4513.92"},
        {"TY2021000007", 11, "94.44", "1038.84", "5761.16"},
        {"CL2021000001", 11, "1872.92", "20602.12", "159197.88"},
        {"TY2019000001", 45, "486.10", "21874.50", "13124.50"},
        {"TY2014000001", 72, "0.00", "4200.00", "0.00"}, {"TY2016000003", 72, "0.00", "3200.00", "0.00"},
        {"TS2018000001", 0, "0.00", "0.00", "3000.00"}, {"JJ2020000001", 22, "4.44", "97.68", "702.31"},
        {"JJ2015000002", 89, "8.33", "741.37", "758.63"}};
    for (const Expected& row : expected) {
        CAPTURE(row.assetNo);
        const PostedLine line = books.line(1, "2022-09", row.assetNo);
        CHECK(line.monthsTaken == row.months);
        CHECK(line.taken == yuanOf(row.taken));
        CHECK(line.accumulated == yuanOf(row.accumulated));
        CHECK(line.net() == yuanOf(row.net));
    }
    CHECK(books.line(1, "2022-09", "TY2014000001").state == DepreciationStanding::Finished);
    CHECK(books.line(1, "2022-09", "TS2018000001").state == DepreciationStanding::Never);
    CHECK(books.lines(1, "2022-02").size() == 9); // the desktop was booked in March
}

TEST_CASE("Posting again changes nothing, and posts what is missing only", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    const AssetId car = books.add(1, desktop("TY2022000009"));
    CHECK(books.post("2022-08", "2022-06").size() == 2);
    const auto before = books.value(car);
    CHECK(books.post("2022-08").empty());
    CHECK(books.post("2022-07").empty());
    CHECK(books.value(car) == before);
    CHECK(books.post("2022-09").size() == 1);
    CHECK(books.value(car) == std::vector<std::int64_t> {500000, 7 * 6944, 7});
}

TEST_CASE(
    "A posting that was cut off goes on where it stopped, and counts nothing twice", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    constexpr int kCards = 12'000;
    {
        BulkTransaction piece(books.session->bulk());
        const auto cards = books.session->bulk().writer("asset",
            "id, asset_no, unit_id, using_unit_id, card_kind, class_edition, class_code, name, quantity, "
            "acquired_on, acquisition_method, use_state");
        const auto values = books.session->bulk().writer("asset_value",
            "asset_id, original_fen, life_months, depreciation_base_fen, depreciation_from, "
            "depreciation_months, depreciation_opening_fen");
        for (int i = 1; i <= kCards; ++i) {
            const std::string number = "TY2020" + std::to_string(100000 + i);
            cards->integer(i);
            cards->text(number);
            cards->integer(1);
            cards->integer(1);
            for (const char* text : {"equipment", "2022", i % 3 == 0 ? "A02010105" : "A05010201", "物"})
                cards->text(text);
            cards->integer(1);
            for (const char* text : {"2020-05-01", "purchase", "in_use"})
                cards->text(text);
            cards->endRow();
            for (const std::int64_t value : {i, 500'000 + i, 72, 500'000 + i, 2020 * 12 + 4, 72, 0})
                values->integer(value);
            values->endRow();
        }
        cards->flush();
        values->flush();
        piece.commit();
    }
    struct CutOff { };
    int pieces = 0;
    DepreciationPosting::Listener listener;
    listener.piece = [&] {
        if (++pieces == 2)
            throw CutOff();
    };
    const DepreciationPosting::Request request {
        monthOf("2022-09"), monthOf("2022-08"), {}, "caiwu01", {}, 5'000};
    CHECK_THROWS_AS(DepreciationPosting(*books.session, Scope::everything()).run(request, listener), CutOff);
    BookReader reader(*books.session, Scope::everything());
    CHECK(reader.units(monthOf("2022-09")).empty()); // hidden until it is whole
    CHECK(reader.month(UnitId {1}, monthOf("2022-09")).error().subject == "books.not_posted");
    CHECK(books.lines(1, "2022-09").empty());

    // What is entered meanwhile is for the next month.
    books.add(1, desktop("TY2022000001", "2022-09"));
    const auto months = books.post("2022-10");
    REQUIRE(months.size() == 2);
    CHECK(months[0].cards == kCards);
    CHECK(months[0].ties());
    Money taken;
    for (int i = 1; i <= kCards; ++i)
        taken
            += scheduleOfNew(Money::fromFen(500'000 + i), monthOf("2020-05"), 72).takenIn(monthOf("2022-09"));
    CHECK(months[0].taken == taken);
    CHECK(months[1].cards == kCards + 1);
    CHECK(months[1].ties());
    CHECK(books.line(1, "2022-10", "TY2022000001").monthsTaken == 2);
}

TEST_CASE("Connections that share a run post each unit once, and go on together after they were cut off",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    for (const std::int64_t unit : {1, 2, 3})
        books.add(unit, desktop("TY202200000" + std::to_string(unit)));
    // A commit a unit: the second connection of MariaDB begins behind the first.
    const auto request = [](const char* through) {
        return DepreciationPosting::Request {monthOf(through), monthOf("2022-02"), {}, "caiwu01", {}, 1};
    };
    std::vector<std::pair<std::int64_t, std::chrono::year_month>> told;
    DepreciationPosting::Listener listener;
    listener.month = [&](const PostedMonth& month) {
        told.emplace_back(month.unit.value, month.month);
        CHECK(month.ties());
        CHECK(month.taken == yuanOf("69.44"));
    };
    CHECK(DepreciationPosting(*books.session, Scope::everything()).run(request("2022-05"), listener).value()
        == 9);
    CHECK(told.size() == 9);

    struct CutOff { };
    DepreciationPosting::Listener cut;
    int months = 0;
    cut.month = [&](const PostedMonth&) {
        if (++months == 2)
            throw CutOff();
    };
    CHECK_THROWS_AS(
        DepreciationPosting(*books.session, Scope::everything()).run(request("2022-06"), cut), CutOff);
    CHECK(DepreciationPosting(*books.session, Scope::everything())
              .run(request("2022-07"), listener)
              .has_value());
    std::sort(told.begin(), told.end());
    CHECK(std::adjacent_find(told.begin(), told.end()) == told.end());
    BookReader reader(*books.session, Scope::everything());
    for (const std::int64_t unit : {1, 2, 3}) {
        CHECK(reader.month(UnitId {unit}, monthOf("2022-07"))->ties());
        CHECK(books.line(unit, "2022-07", "TY202200000" + std::to_string(unit)).monthsTaken == 5);
    }
}

TEST_CASE("Two at once never post a month twice", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    books.post("2022-08", "2022-07");
    const auto other = books.backEnd.connect();
    const DepreciationPosting::Request request {monthOf("2022-09"), {}, {}, "caiwu02", {}};
    DepreciationPosting::Listener listener;
    listener.month = [&](const PostedMonth&) {
        CHECK(DepreciationPosting(*other, Scope::everything()).run(request, {}).value() == 0);
    };
    CHECK(DepreciationPosting(*books.session, Scope::everything()).run(request, listener).value() == 1);
    CHECK(books.lines(1, "2022-09").size() == 10);
}

TEST_CASE(
    "The month of leaving takes no share, and the card is off the books from it on", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.add(1, desktop("TY2022000002"));
    books.post("2024-04", "2022-02");
    REQUIRE(books.changes.record(
        {asset, monthOf("2024-06"), BookChangeKind::Left, {}, {}, "scrap", "CZ-1", {}}, "clerk01", {}));
    books.set(asset, "use_state", std::string("written_off"));
    const auto months = books.post("2024-07");
    // The document names June; that the card is closed already when May is posted does not take May from it.
    CHECK(books.line(1, "2024-05", "TY2022000001").accumulated == yuanOf("1874.88"));
    CHECK(books.line(1, "2024-05", "TY2022000001").net() == yuanOf("3125.12"));
    CHECK(books.lines(1, "2024-06").size() == 1);
    CHECK(months[1].removedCards == 1);
    CHECK(months[1].removedAccumulated == yuanOf("1874.88"));
    CHECK(months[1].ties());
}

TEST_CASE("Without a document a closed card leaves with the next month", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.add(1, desktop("TY2022000002"));
    books.post("2022-05", "2022-02");
    books.set(asset, "use_state", std::string("void"));
    const auto months = books.post("2022-06");
    CHECK(months[0].removedCards == 1);
    CHECK(months[0].ties());
    CHECK(books.lines(1, "2022-05").size() == 2); // as it was posted
    CHECK(books.lines(1, "2022-06").size() == 1);
}

TEST_CASE("A rebuild stops depreciation, and its end sets a new base and a new life", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId house = books.add(1, {"FW2010000001", "A01010100", "砖混楼", "1000000.00", 360, "2010-01"});
    books.post("2019-12", "2009-12"); // 120 months
    CHECK(books.line(1, "2019-12", "FW2010000001").accumulated == yuanOf("333333.60"));
    books.set(house, "use_state", std::string("in_rebuild"));
    books.post("2020-06");
    CHECK(books.line(1, "2020-06", "FW2010000001").taken == Money());
    CHECK(books.line(1, "2020-06", "FW2010000001").state == DepreciationStanding::Stopped);
    CHECK(books.line(1, "2020-06", "FW2010000001").accumulated == yuanOf("333333.60"));
    books.set(house, "use_state", std::string("in_use"));
    REQUIRE(books.changes.record(
        {house, monthOf("2020-07"), BookChangeKind::Rebuilt, yuanOf("1200000.00"), 300, {}, "GJ-1", {}},
        "clerk01", {}));
    const auto months = books.post("2020-08");
    CHECK(months.front().ties());
    const PostedLine line = books.line(1, "2020-07", "FW2010000001");
    CHECK(line.taken == yuanOf("2888.89"));
    CHECK(line.accumulated == yuanOf("336222.49"));
    CHECK(line.entry.original == yuanOf("1200000.00"));
    CHECK(line.monthsTaken == 121);
    // What was posted is shown as it was.
    CHECK(books.line(1, "2020-06", "FW2010000001").entry.original == yuanOf("1000000.00"));
    books.post("2045-06");
    CHECK(books.line(1, "2045-06", "FW2010000001").taken == yuanOf("2888.29"));
    CHECK(books.line(1, "2045-06", "FW2010000001").net() == Money());
}

TEST_CASE("A rebuild that changes nothing lets depreciation go on without making up for the stop",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.post("2022-05", "2022-02");
    books.set(asset, "use_state", std::string("in_rebuild"));
    books.post("2022-08");
    books.set(asset, "use_state", std::string("in_use"));
    const auto months = books.post("2022-09");
    CHECK(months.back().ties());
    CHECK(books.line(1, "2022-09", "TY2022000001").accumulated == yuanOf("277.76")); // 4 shares
    CHECK(books.line(1, "2022-09", "TY2022000001").monthsTaken == 4);
    books.post("2028-05");
    CHECK(books.line(1, "2028-05", "TY2022000001").net() == Money()); // three months later than it would have
}

TEST_CASE("Final accounts after an estimate leave the past as it was posted", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId house = books.add(1, {"FW2021000001", "A01010100", "暂估楼", "500000.00", 360, "2021-01"});
    books.post("2021-10", "2020-12");
    CHECK(books.line(1, "2021-10", "FW2021000001").accumulated == yuanOf("13888.90"));
    REQUIRE(books.changes.record(
        {house, monthOf("2021-11"), BookChangeKind::Settled, yuanOf("520000.00"), {}, {}, "JS-1", "竣工决算"},
        "clerk01", {}));
    books.post("2021-11");
    const PostedLine line = books.line(1, "2021-11", "FW2021000001");
    CHECK(line.taken == yuanOf("1446.03"));
    CHECK(line.accumulated == yuanOf("15334.93"));
    CHECK(line.entry.original == yuanOf("520000.00"));
    CHECK(books.line(1, "2021-10", "FW2021000001").entry.original == yuanOf("500000.00"));
    // The card itself says the same from here on.
    Query card(*books.session);
    card.add("SELECT original_fen, depreciation_months FROM asset_value WHERE asset_id = ", house.value);
    REQUIRE(card.next(2));
    CHECK(card.integer(0) == 52000000);
    CHECK(card.integer(1) == 350);
}

TEST_CASE("A correction of a month that is posted is refused, and names the month it can take effect",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.post("2022-05", "2022-02");
    const auto refused
        = [&](const BookChange& change) { return books.changes.record(change, "clerk01", {}).error(); };
    const Error late
        = refused({asset, monthOf("2022-05"), BookChangeKind::Settled, yuanOf("6000"), {}, {}, {}, {}});
    CHECK(late.subject == "books.month_posted");
    CHECK(late.detail == "2022-06");
    CHECK(refused({asset, monthOf("2022-06"), BookChangeKind::Settled, yuanOf("1"), {}, {}, {}, {}}).subject
        == "books.below_accumulated");
    CHECK(refused({asset, monthOf("2022-06"), BookChangeKind::LifeChanged, {}, 0, {}, {}, {}}).subject
        == "books.months_left");
    CHECK(BookChanges(*books.session, Scope::ofUnit(UnitId {3}))
              .record({asset, monthOf("2022-06"), BookChangeKind::Left, {}, {}, {}, {}, {}}, "x", {})
              .error()
              .subject
        == "card.not_found");
}

TEST_CASE("A later slip of the month takes the place of an earlier one, with a number or without",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.post("2022-05", "2022-02");
    const auto slip = [&](const std::string& yuan, const std::string& number) {
        return BookChange {
            asset, monthOf("2022-06"), BookChangeKind::Settled, yuanOf(yuan), {}, {}, number, {}};
    };
    const auto pending = [&] { return books.changes.of(asset).at(0); };
    REQUIRE(books.changes.replace(slip("6000", ""), "clerk01", {}));
    REQUIRE(books.changes.replace(slip("7000", "BD-1"), "clerk01", {}));
    REQUIRE(books.changes.replace(slip("8000", "BD-2"), "clerk01", {}));
    CHECK(pending().original == yuanOf("8000"));
    CHECK(pending().documentNo == "BD-1、BD-2");
    // The column holds so much and no more.
    const std::string longest(32, 'x');
    REQUIRE(books.changes.replace(slip("8500", longest), "clerk01", {}));
    REQUIRE(books.changes.replace(slip("9000", longest), "clerk01", {}));
    CHECK(pending().documentNo == longest);
    CHECK(books.changes.of(asset).size() == 1);
}

TEST_CASE("A posting that somebody else overtakes leaves one entry, with the months that it posted",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.add(1, desktop("TY2022000001"));
    books.add(3, desktop("TY2022000003"));
    books.post("2022-05", "2022-02");
    const auto other = books.backEnd.connect();
    const DepreciationPosting::Request request {monthOf("2022-06"), {}, {}, "caiwu02", {}, 1};
    DepreciationPosting::Listener listener;
    listener.month = [&](const PostedMonth&) {
        CHECK(DepreciationPosting(*other, Scope::everything()).run(request, {}).value() == 1);
    };
    AuditAct act;
    act.action = AuditAction::PostDepreciation;
    act.actor = "caiwu01";
    act.now = [] { return Instant {}; };
    const Acting acting(books.session->audit(), {act});
    CHECK(DepreciationPosting(*books.session, Scope::everything()).run(request, listener).error().subject
        == "books.busy");
    const auto entries = auditEntries(*books.session, {}, 10);
    REQUIRE(entries.size() == 1);
    CHECK(entries.at(0).outcome == AuditOutcome::Done);
    CHECK(entries.at(0).objects == 1);
}

TEST_CASE("A change that a cut-off posting has followed already is refused before anything of it is touched",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.add(1, desktop("TY2022000001"));
    const AssetId asset = books.add(3, desktop("TY2022000003"));
    books.post("2022-05", "2022-02");
    const auto slip = [&](const std::string& yuan, const std::string& number) {
        return BookChange {
            asset, monthOf("2022-06"), BookChangeKind::Settled, yuanOf(yuan), {}, {}, number, {}};
    };
    REQUIRE(books.changes.replace(slip("6000", "BD-1"), "clerk01", {}));
    // The changes of all units are followed before the first of them is posted.
    struct CutOff { };
    DepreciationPosting::Listener listener;
    listener.month = [](const PostedMonth&) { throw CutOff(); };
    const DepreciationPosting::Request request {monthOf("2022-06"), {}, {}, "caiwu01", {}, 1};
    CHECK_THROWS_AS(DepreciationPosting(*books.session, Scope::everything()).run(request, listener), CutOff);
    CHECK(BookReader(*books.session, Scope::everything()).posted(UnitId {3}, monthOf("2022-06")).error().subject
        == "books.not_posted");

    for (const auto& refused : {books.changes.replace(slip("7000", "BD-2"), "clerk01", {}),
             books.changes.record(slip("7000", "BD-2"), "clerk01", {})})
        CHECK(refused.error().subject == "books.changed_already");
    CHECK(books.changes.of(asset).at(0).original == yuanOf("6000"));
    CHECK(books.changes.of(asset).at(0).documentNo == "BD-1");
    books.post("2022-06");
    CHECK(books.line(3, "2022-06", "TY2022000003").entry.original == yuanOf("6000"));
}

TEST_CASE(
    "Transferred, surplus and opening balances are spread over the months that are left", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId transferred
        = books.add(1, {"TY2020000001", "A02010105", "调入", "9000.00", 72, "2020-02"}, "transfer_in");
    Query(*books.session)
        .add("UPDATE asset_value SET depreciation_base_fen = 600000, depreciation_opening_fen = 300000, "
             "depreciation_months = 44, depreciation_from = ",
            toMonthColumn(monthOf("2022-09")))
        .add(" WHERE asset_id = ", transferred.value)
        .run();
    books.add(1, {"TY2022000002", "A02010105", "盘盈", "12000.00", 40, "2022-09"}, "surplus");
    const auto months = books.post("2022-09", "2022-08");
    CHECK(months.back().ties());
    const PostedLine moved = books.line(1, "2022-09", "TY2020000001");
    CHECK(moved.taken == yuanOf("136.36"));
    CHECK(moved.accumulated == yuanOf("3136.36"));
    CHECK(moved.monthsTaken == 29);
    CHECK(months.back().addedBefore == yuanOf("3000.00"));
    CHECK(books.line(1, "2022-09", "TY2022000002").taken == yuanOf("300.00"));
    books.post("2026-04");
    CHECK(books.line(1, "2025-12", "TY2022000002").net() == Money());
    CHECK(books.line(1, "2026-04", "TY2020000001").taken == yuanOf("136.52"));
    CHECK(books.line(1, "2026-04", "TY2020000001").net() == Money());
}

TEST_CASE("A card that moves is depreciated once a month, in the books of the unit that has it",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.add(3, desktop("TY2022000002"));
    books.post("2022-05", "2022-02");
    books.set(asset, "unit_id", std::int64_t {3});
    const auto months = books.post("2022-06");
    REQUIRE(months.size() == 2);
    CHECK((months[0].ties() && months[1].ties()));
    CHECK(months[0].cards == 0);
    CHECK(months[0].removedAccumulated == yuanOf("208.32"));
    CHECK(months[1].cards == 2);
    CHECK(months[1].addedBefore == yuanOf("208.32"));
    CHECK(books.line(3, "2022-06", "TY2022000001").accumulated == yuanOf("277.76"));
    CHECK(books.line(1, "2022-05", "TY2022000001").accumulated == yuanOf("208.32"));
}

TEST_CASE(
    "What a month takes does not hang on the day on which the books of its unit begin", "[contract][books]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    const std::string months[] {"2022-03", "2022-04", "2022-05", "2022-06", "2022-07"};
    struct Told {
        std::int64_t cards = 0;
        Money taken;
        Money accumulated;
        bool operator==(const Told&) const = default;
    };
    struct Year {
        std::vector<Told> months;
        std::vector<std::string> ways; ///< of what left, month by month
    };
    // Three cards: one is scrapped in May, one moves to another unit in June, one came and left before that.
    const auto lived = [&](bool isPostedOften) {
        Books books(backEnd);
        const AssetId scrapped = books.add(1, desktop("TY2022000001", "2021-01"));
        const AssetId moved = books.add(1, desktop("TY2022000002", "2021-01"));
        const AssetId early = books.add(1, desktop("TY2022000003", "2021-01"));
        books.add(3, desktop("TY2022000004", "2022-04"));
        std::int64_t document = 1;
        const auto leaves = [&](AssetId asset, SqlValue to, const std::string& on, const std::string& way) {
            insertRow(*books.session, "asset_exit",
                {{"asset_id", asset.value}, {"document_id", document++}, {"unit_id", std::int64_t {1}},
                    {"to_unit_id", std::move(to)}, {"left_on", on}, {"way", way},
                    {"original_fen", std::int64_t {500000}}, {"accumulated_fen", std::int64_t {0}}});
        };
        leaves(early, {}, "2022-02-10", "donate");
        books.set(early, "use_state", std::string("written_off"));
        if (isPostedOften)
            books.post("2022-04", "2022-02");
        leaves(scrapped, {}, "2022-05-20", "scrap");
        books.set(scrapped, "use_state", std::string("written_off"));
        if (isPostedOften)
            books.post("2022-05");
        leaves(moved, std::int64_t {3}, "2022-06-20", "allocate_free");
        books.set(moved, "unit_id", std::int64_t {3});
        books.post("2022-07", isPostedOften ? "" : "2022-02");
        Year out;
        BookReader reader(*books.session, Scope::everything());
        for (const std::int64_t unit : {1, 3})
            for (const std::string& month : months) {
                Told told;
                for (const ClassTotal& total : reader.totals(UnitId {unit}, monthOf(month))) {
                    told.cards += total.cards;
                    told.taken += total.taken;
                    told.accumulated += total.accumulated;
                }
                out.months.push_back(told);
                const auto before = monthOf(month) - std::chrono::months(1);
                for (const BookMovement& one : reader.movements(UnitId {unit}, before, monthOf(month)))
                    if (!one.isOpening)
                        out.ways.push_back(month + " " + one.method);
            }
        return out;
    };
    const Year often = lived(true);
    const Year once = lived(false);
    CHECK(often.months[0].cards == 2);
    CHECK(often.months[2].cards == 1);
    CHECK(once.months == often.months);
    CHECK(often.ways == std::vector<std::string> {"2022-05 scrap", "2022-06 allocate_free"});
    CHECK(once.ways == often.ways);
}

TEST_CASE("A card under another class is another line of the voucher, and its month still ties",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId asset = books.add(1, desktop("TY2022000001"));
    books.post("2022-05", "2022-02");
    books.set(asset, "class_code", std::string("A02010108"));
    const auto months = books.post("2022-06");
    CHECK(months.back().ties());
    CHECK(months.back().removedCards == 0);
    CHECK(months.back().addedCards == 0);
    BookReader reader(*books.session, Scope::everything());
    const auto totals = reader.totals(UnitId {1}, monthOf("2022-06"));
    REQUIRE(totals.size() == 1);
    CHECK(totals[0].taken == yuanOf("69.44"));
    CHECK(totals[0].accumulated == yuanOf("277.76"));
    CHECK(reader.totals(UnitId {1}, monthOf("2022-05"))[0].classKey != totals[0].classKey);
}

TEST_CASE("A value that somebody changed behind the books makes the month say that it does not tie",
    "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    books.post("2022-08", "2022-07");
    Query(*books.session)
        .add("UPDATE asset_book SET accumulated_fen = accumulated_fen + 100 WHERE months_taken = 44")
        .run();
    const auto months = books.post("2022-09");
    CHECK_FALSE(months.back().ties());
    CHECK(months.back().difference == yuanOf("1.00"));
    CHECK_FALSE(
        BookReader(*books.session, Scope::everything()).month(UnitId {1}, monthOf("2022-09"))->ties());
}

TEST_CASE("Books are kept unit by unit, and seen and posted within the scope", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.add(1, desktop("TY2022000001"));
    books.add(3, desktop("TY2022000003"));
    CHECK(books.post("2022-05", "2022-02", {UnitId {3}}).size() == 3);
    CHECK(books.post("2022-06", "2022-05", {}, Scope::ofUnit(UnitId {1})).size() == 1);
    CHECK(DepreciationPosting(*books.session, Scope::ofDepartment(UnitId {1}, DepartmentId {11}))
              .run({monthOf("2022-07"), {}, {}, "x", {}}, {})
              .error()
              .subject
        == "access.forbidden");
    BookReader own(*books.session, Scope::ofUnit(UnitId {1}));
    CHECK(own.units(monthOf("2022-06")).size() == 1);
    CHECK(own.month(UnitId {3}, monthOf("2022-05")).error().subject == "unit.not_found");
    CHECK(own.totals(UnitId {3}, monthOf("2022-05")).empty());
    DepreciationPosting posting(*books.session, Scope::everything());
    CHECK(posting.plan({monthOf("2022-05"), monthOf("2022-05"), {}, {}, {}}).error().subject
        == "books.opening_late");
    CHECK(posting.plan({monthOf("2022-08"), monthOf("2022-01"), {UnitId {3}}, {}, {}}).error().subject
        == "books.opened_already");
}

TEST_CASE("Cards of an import that is still loading are not on the books", "[contract][books]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const AssetId first = books.add(1, desktop("TY2022000001"));
    const AssetId asset = books.add(1, desktop("TY2022000002"));
    Query(*books.session).add("DELETE FROM book_stale").run();
    insertRow(*books.session, "import_batch",
        {{"id", asset.value + 1}, {"kind", std::string("assets")}, {"file_name", std::string("a.csv")},
            {"state", std::string("loading")}, {"row_count", std::int64_t {1}},
            {"warning_count", std::int64_t {0}}, {"owner", std::string("h:1")}, {"first_id", asset.value},
            {"last_id", asset.value + 2}, {"started_at", std::int64_t {0}},
            {"heartbeat_at", std::int64_t {0}}});
    Query(*books.session)
        .add("UPDATE asset SET batch_id = ", asset.value + 1)
        .add(" WHERE id = ", asset.value)
        .run();
    CHECK(books.post("2022-05", "2022-04").back().cards == 1);
    Query(*books.session).add("UPDATE import_batch SET state = 'applied'").run();
    const auto months = books.post("2022-06");
    CHECK(months.back().cards == 2);
    CHECK(months.back().addedBefore == yuanOf("208.32")); // March to May came with it
    CHECK(first.value != 0);
}
