// The worked example (reports 12) through the reports of the books, on both back ends.
#include "app/books/book_report.h"
#include "reports/writers/lines_of_cell.h"
#include "schema/books/reconciliation_store.h"
#include "schema/books/yearly_reasons.h"
#include "tests/approval/approval.h"
#include "tests/contract/book_fixture.h"
#include "tests/unit/reports/xlsx_parts.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The books of one unit at the end of September 2022, as the page has them, with a ledger from which the
/// printer was removed in 2021 and a count that found 8 of the 10 things.
struct WorkedBooks : Books {
    explicit WorkedBooks(const std::string& store)
        : Books(store)
    {
        addWorkedExample();
        post("2022-09");
        ledger("1601", "A01000000", "12345678.90");
        ledger("1601", "A02000000", "230799.00");
        ledger("1601", "A04000000", "3000.00");
        ledger("1601", "A05000000", "2299.99");
        ledger("1602", "A01000000", "3045267.24");
        ledger("1602", "A02000000", "48201.54");
        ledger("1602", "A05000000", "839.05");
        count();
    }
    void ledger(const std::string& account, const std::string& classCode, const std::string& balance)
    {
        insertRow(*session, "ledger_balance",
            {{"id", session->newId()}, {"unit_id", std::int64_t {1}},
                {"month", toMonthColumn(monthOf("2022-09"))}, {"account", account}, {"class_code", classCode},
                {"balance_fen", yuanOf(balance).fen()}});
    }
    void count()
    {
        for (const FixtureCard& card : workedExample()) {
            BookLine line;
            line.assetNo = card.assetNo;
            line.classCode = card.classCode;
            line.name = card.name;
            line.original = yuanOf(card.original);
            line.schedule = scheduleOfNew(line.original, monthOf(card.from), card.life);
            CountOutcome outcome;
            outcome.result = card.assetNo == "TY2021000007" ? LineResult::Shortage
                : card.assetNo == "TY2016000003"            ? LineResult::DisposedNotRemoved
                                                            : LineResult::Match;
            sheet.book.lines.push_back(line);
            sheet.outcome.lines.push_back(outcome);
        }
    }
    Result<WrittenReport> write(
        const std::string& name, const std::filesystem::path& out, bool isCounted = true)
    {
        ReportRequest request;
        request.name = name;
        request.units = {"U001"};
        request.preparer = "第1局";
        request.month = monthOf("2022-09");
        if (name == "movements")
            request.from = monthOf("2022-01");
        request.asset = "TY2022000001";
        request.task = "QC2022";
        request.hasHead = printsHead(out);
        return bookReport(*session, Scope::everything(), request, toFile(out),
            [&](const std::string&) { return isCounted ? &sheet : nullptr; });
    }

    CountedSheet sheet;
};

/// The figures of a report that their lines do not come to.
std::vector<std::string> wrongCells(Books& books, const ReportRequest& request, const CountOfUnit& counted)
{
    CheckedCells checked;
    REQUIRE(bookReport(*books.session, Scope::everything(), request, toCheckedCells(checked), counted));
    CHECK(checked.cells > 0);
    return checked.wrong;
}

} // namespace

TEST_CASE("The reports of the books of the worked example are the approved CSV files", "[approval]")
{
    WorkedBooks books(GENERATE("sqlite", "mariadb"));
    const TempFolder folder;
    for (const std::string name : {"depreciation", "movements", "reconciliation", "card"}) {
        CAPTURE(name);
        const auto written = books.write(name, folder / "report.csv");
        REQUIRE(written);
        CHECK(written->checksHold());
        CHECK(isApproved(name + ".csv", readFile(folder / "report.csv")));
    }
}

TEST_CASE("The reports of the books are written as XLSX and PDF too", "[approval]")
{
    WorkedBooks books("sqlite");
    const TempFolder folder;
    for (const std::string name : {"depreciation", "movements", "reconciliation", "card"}) {
        CAPTURE(name);
        REQUIRE(books.write(name, folder / "report.xlsx"));
        CHECK(isApproved(
            name + ".cells.txt", cellDump(xlsxPart(folder / "report.xlsx", "xl/worksheets/sheet1.xml"))));
        REQUIRE(books.write(name, folder / "first.pdf"));
        REQUIRE(books.write(name, folder / "second.pdf"));
        CHECK(readFile(folder / "first.pdf").starts_with("%PDF-"));
        CHECK(readFile(folder / "first.pdf") == readFile(folder / "second.pdf"));
    }
}

TEST_CASE("Ledger, cards and objects of the worked example differ by what the records show", "[approval]")
{
    WorkedBooks books(GENERATE("sqlite", "mariadb"));
    const auto table = reconcile(*books.session, Scope::everything(), UnitId {1}, monthOf("2022-09"),
        CountedUnit {"QC2022", &books.sheet});
    REQUIRE(table);
    CHECK(table->unexplained().empty());
    Money ledger, cards, objects, ledgerDepreciation, depreciation;
    for (const ReconcileLine& line : table->lines)
        if (line.account == "1601") {
            ledger += line.ledger.value_or(Money());
            cards += line.cards.value_or(Money());
            objects += line.objects.value_or(Money());
        } else {
            ledgerDepreciation += line.ledger.value_or(Money());
            depreciation += line.cards.value_or(Money());
        }
    CHECK(ledger == yuanOf("12581777.89"));
    CHECK(ledgerDepreciation == yuanOf("3094307.83"));
    CHECK(ledger - cards == yuanOf("-3200.00"));
    CHECK(ledgerDepreciation - depreciation == yuanOf("-3200.00"));
    CHECK(cards - objects == yuanOf("10000.00"));
    int disposed = 0;
    for (const ReconcileItem& item : table->items)
        if (item.side == ReconcileSide::LedgerCard) {
            CHECK(item.reason == ReconcileReason::DisposedCardOpen);
            CHECK(item.assetNo == "TY2016000003");
            CHECK(item.amount == -320000);
            ++disposed;
        }
    CHECK(disposed == 2);
}

TEST_CASE(
    "The sums of the depreciation open the cards of their class, and the total all of them", "[approval]")
{
    WorkedBooks books(GENERATE("sqlite", "mariadb"));
    ReportRequest request;
    request.name = "depreciation";
    request.month = monthOf("2022-09");
    CheckedCells checked;
    REQUIRE(bookReport(*books.session, Scope::everything(), request, toCheckedCells(checked), {}));
    CHECK(checked.cells == 4 * (9 + 1)); // nine classes and the total, four sums each
    CHECK(checked.wrong.empty());
}

TEST_CASE("Every figure of the reconciliation is the sum of the records behind it", "[approval]")
{
    WorkedBooks books(GENERATE("sqlite", "mariadb"));
    ReportRequest request;
    request.name = "reconciliation";
    request.month = monthOf("2022-09");
    request.task = "QC2022";
    CHECK(wrongCells(books, request, [&](const std::string&) { return &books.sheet; }).empty());
    // Without the count there are differences that nothing explains; they are lines too.
    CHECK(wrongCells(books, request, [](const std::string&) { return nullptr; }).empty());
}

TEST_CASE("A difference that nothing explains fails the table, which is written all the same", "[approval]")
{
    WorkedBooks books(GENERATE("sqlite", "mariadb"));
    const TempFolder folder;
    // Without the count nobody says why the ledger has less.
    const auto failing = books.write("reconciliation", folder / "report.csv", false);
    REQUIRE(failing);
    CHECK_FALSE(failing->checksHold());
    CHECK(readFile(folder / "report.csv").find("-3200.00") != std::string::npos);

    ReconciliationStore store(*books.session, Scope::everything());
    ReconcileItem item {0, ReconcileSide::LedgerCard, "A02000000", "1601", -320000,
        ReconcileReason::DisposedCardOpen, "TY2016000003", {}, "TZ-1", {}, "caiwu01"};
    REQUIRE(store.add(UnitId {1}, monthOf("2022-09"), item, {}));
    CHECK_FALSE(books.write("reconciliation", folder / "report.csv", false)->checksHold());
    item.account = "1602";
    const auto second = store.add(UnitId {1}, monthOf("2022-09"), item, {});
    REQUIRE(second);
    CHECK(books.write("reconciliation", folder / "report.csv", false)->checksHold());
    REQUIRE(store.remove(*second));
    CHECK_FALSE(books.write("reconciliation", folder / "report.csv", false)->checksHold());

    item.reason = ReconcileReason::Other;
    CHECK(store.add(UnitId {1}, monthOf("2022-09"), item, {}).error().subject == "reconcile.needs_note");
    CHECK(ReconciliationStore(*books.session, Scope::ofUnit(UnitId {3}))
              .add(UnitId {1}, monthOf("2022-09"), item, {})
              .error()
              .subject
        == "unit.not_found");
}

TEST_CASE("A month that is not posted has no report", "[approval]")
{
    WorkedBooks books("sqlite");
    const TempFolder folder;
    ReportRequest request;
    request.name = "depreciation";
    request.month = monthOf("2022-10");
    request.hasHead = false;
    CHECK(bookReport(*books.session, Scope::everything(), request, toFile(folder / "report.csv"), {})
              .error()
              .subject
        == "books.not_posted");
    CHECK_FALSE(std::filesystem::exists(folder / "report.csv"));
}

TEST_CASE("Movements add up from opening to closing over a sale, a transfer and another class", "[approval]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    const TempFolder folder;
    books.addWorkedExample();
    books.post("2022-09", "2022-08");
    const auto idOf = [&](const std::string& number) {
        Query query(*books.session);
        query.add("SELECT id FROM asset WHERE asset_no = ", number);
        REQUIRE(query.next(1));
        return AssetId {query.integer(0)};
    };
    REQUIRE(books.changes.record(
        {idOf("CL2021000001"), monthOf("2022-10"), BookChangeKind::Left, {}, {}, "sell", {}, {}}, "x", {}));
    books.set(idOf("CL2021000001"), "use_state", std::string("written_off"));
    books.set(idOf("TY2022000001"), "unit_id", std::int64_t {3});
    books.set(idOf("JJ2020000001"), "class_code", std::string("A02010105"));
    books.add(1, {"TY2022000099", "A02010105", "捐赠电脑", "4000.00", 72, "2022-10"}, "donation");
    books.post("2022-10");
    ReportRequest request;
    request.name = "movements";
    request.month = monthOf("2022-10");
    request.hasHead = false;
    const auto written
        = bookReport(*books.session, Scope::everything(), request, toFile(folder / "report.csv"), {});
    REQUIRE(written);
    CHECK(written->checksHold());
    CHECK(isApproved("movements-moved.csv", readFile(folder / "report.csv")));
    CHECK(wrongCells(books, request, {}).empty());
    request.name = "yearly";
    request.year = 2022;
    books.post("2022-12");
    CHECK(wrongCells(books, request, {}).empty());
}

TEST_CASE("A year shows both of its ends, what moved much, and who has not reported", "[approval]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    books.add(2, {"JJ2022000009", "A05010201", "办公桌", "1500.00", 180, "2022-05"});
    // Of 2022: the desktop, and a car that comes in November.
    books.post("2022-10");
    books.add(1, {"CL2022000002", "A02030501", "轿车", "150000.00", 96, "2022-11"});
    books.post("2022-12", {}, {UnitId {1}});
    const TempFolder folder;
    ReportRequest request;
    request.name = "yearly";
    request.year = 2022;
    request.preparer = "某市机关事务管理局";
    const auto write = [&](const std::string& file) {
        const auto out = folder / file;
        request.hasHead = printsHead(out);
        const auto written = bookReport(*books.session, Scope::everything(), request, toFile(out),
            [](const std::string&) { return nullptr; });
        REQUIRE(written);
        // Nobody has said why two classes came, and the report says so.
        REQUIRE(written->checks.size() == 2);
        CHECK(written->checks.front().holds);
        CHECK_FALSE(written->checks.back().holds);
        return out;
    };
    CHECK(isApproved("yearly.csv", readFile(write("report.csv"))));
    CHECK(isApproved("yearly.cells.txt", cellDump(xlsxPart(write("report.xlsx"), "xl/worksheets/sheet1.xml"))));

    // With both reasons it is complete, and each stands in its row. A reason of a unit is none of the city.
    YearlyReasons reasons(*books.session, Scope::everything());
    for (const char* classCode : {"A02000000", "A05000000"})
        REQUIRE(
            reasons.enter(UnitId {}, 2022, {classCode, "年内购置，政府采购合同 2022-17 号", "kuaiji01", {}}));
    REQUIRE(reasons.enter(UnitId {1}, 2022, {"A02000000", "本单位的原因", "kuaiji01", {}}));
    const auto whole = folder / "whole.csv";
    request.hasHead = false;
    const auto complete = bookReport(*books.session, Scope::everything(), request, toFile(whole),
        [](const std::string&) { return nullptr; });
    REQUIRE(complete);
    const std::string text = readFile(whole);
    CAPTURE(text, complete->checks.back().text);
    CHECK(complete->checksHold());
    CHECK(text.find("年内购置，政府采购合同 2022-17 号") != std::string::npos);
    CHECK(text.find("本单位的原因") == std::string::npos);
}

TEST_CASE("The text of the yearly report says the year in sentences, and every figure opens its cards",
    "[approval]")
{
    Books books(GENERATE("sqlite", "mariadb"));
    books.addWorkedExample();
    books.add(2, {"JJ2022000009", "A05010201", "办公桌", "1500.00", 180, "2022-05"});
    books.post("2022-10");
    books.add(1, {"CL2022000002", "A02030501", "轿车", "150000.00", 96, "2022-11"});
    books.post("2022-12", {}, {UnitId {1}});
    const TempFolder folder;
    ReportRequest request;
    request.name = "yearly-text";
    request.year = 2022;
    request.asOf = std::chrono::year(2023) / 1 / 5;
    ReportDocument paper;
    const auto write = [&](const std::string& file) {
        request.hasHead = printsHead(folder / file);
        const auto written = bookReport(
            *books.session, Scope::everything(), request,
            [&](const Report& report, RowSource& rows) {
                paper = report.document.value();
                return writeReport(report, rows, folder / file);
            },
            [](const std::string&) { return nullptr; });
        REQUIRE(written);
        return *written;
    };
    const WrittenReport written = write("report.csv");
    REQUIRE(written.checks.size() == 2);
    CHECK(written.checks.front().holds);
    CHECK_FALSE(written.checks.back().holds);
    CHECK(wrongCells(books, request, {}).empty());
    write("report.pdf");
    CHECK(readFile(folder / "report.pdf").substr(0, 4) == "%PDF");
    write("report.xlsx");
    std::string text;
    for (const DocumentSection& section : paper.sections) {
        text += section.heading + "\n";
        for (const std::string& paragraph : section.paragraphs)
            text += paragraph + "\n";
    }
    for (std::size_t i = 0; i < paper.figures.size(); ++i)
        text += "[" + std::to_string(i + 1) + "] " + paper.figures[i].value + " | " + paper.figures[i].source
            + " | " + paper.figures[i].cell + "\n";
    CHECK(isApproved("yearly-text.txt", text));

    REQUIRE(YearlyReasons(*books.session, Scope::everything())
                .enter(UnitId {1}, 2022, {"A02000000", "新购轿车一辆", "kuaiji01", {}}));
    request.units = {"U001"};
    write("one.pdf");
    const auto said = [&](std::string_view words) {
        for (const DocumentSection& section : paper.sections)
            for (const std::string& paragraph : section.paragraphs)
                if (paragraph.find(words) != std::string::npos)
                    return true;
        return false;
    };
    CHECK(said("原因：新购轿车一辆"));
    CHECK(said("第1局账面资产"));
    CHECK_FALSE(said("应报单位"));
    CHECK(wrongCells(books, request, {}).empty());
}
