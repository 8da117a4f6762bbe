// The general table: pages by key, bounded memory, sorting, picking, columns and export.
#include "app/client/gallery/registry_answers.h"
#include "app/client/records/record_columns.h"
#include "app/client/records/record_export.h"
#include "app/client/records/saved_answer.h"
#include "tests/qml/client_support.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct Cards {
    explicit Cards(int count)
    {
        answerRegistry(calls, count);
        records.setProperty("rowsKey", u"assets"_s);
        records.setProperty("idKey", u"asset_no"_s);
        records.setPath(u"/assets"_s);
        records.setCalls(&calls);
        waitUntil([&] { return records.isAnswered(); });
    }
    FakeCalls calls;
    PagedRecords records;
};

QVariantList someColumns()
{
    return {QVariantMap {{u"key"_s, u"asset_no"_s}, {u"title"_s, u"编号"_s}},
        QVariantMap {{u"key"_s, u"name"_s}, {u"title"_s, u"名称"_s}},
        QVariantMap {{u"key"_s, u"original_yuan"_s}, {u"title"_s, u"原值"_s}, {u"kind"_s, u"money"_s}}};
}

} // namespace

TEST_CASE("a list of a million is walked with a bounded number of rows held", "[client][records]")
{
    Cards cards(1'000'000);
    CHECK(cards.records.countText() == u"100+"_s);
    for (int row = 0; row < 60'000; row += 80)
        cards.records.look(row, row + 30);
    CHECK(cards.records.count() > 60'000);
    CHECK(cards.records.heldPages() <= PagedRecords::kMostPages);
    CHECK(cards.records.idOf(59'920) == u"GZ2024059921"_s);
    CHECK(cards.records.idOf(10).isEmpty()); // its page went

    cards.records.look(0, 30); // and comes again by its key
    CHECK(cards.records.idOf(10) == u"GZ2024000011"_s);
    CHECK(cards.records.heldPages() <= PagedRecords::kMostPages);
}

TEST_CASE("the end of a list is said as soon as it is known, and no sooner", "[client][records]")
{
    Cards cards(230);
    CHECK(cards.records.countText() == u"100+"_s);
    cards.records.look(180, 220);
    CHECK(cards.records.isComplete());
    CHECK(cards.records.countText() == u"230"_s);
}

TEST_CASE("a new question goes to the first row and sends what narrows it", "[client][records]")
{
    Cards cards(500);
    cards.records.look(300, 330);
    int restarts = 0;
    QObject::connect(&cards.records, &PagedRecords::restarted, [&] { ++restarts; });
    cards.records.setQuery({{u"q"_s, u"打印机"_s}, {u"unit"_s, QString()}});
    REQUIRE(waitUntil([&] { return restarts == 1; }));
    const QUrlQuery& sent = cards.calls.sent().back().query;
    CHECK(sent.queryItemValue(u"q"_s, QUrl::FullyDecoded) == u"打印机"_s);
    CHECK_FALSE(sent.hasQueryItem(u"unit"_s));
    CHECK_FALSE(sent.hasQueryItem(u"after"_s));
    CHECK(cards.records.count() == 100);
}

TEST_CASE("what was found stays on the screen while the server cannot be reached", "[client][records]")
{
    Cards cards(500);
    cards.calls.setOffline(true);
    cards.records.reload();
    REQUIRE(waitUntil([&] { return !cards.records.problem().isEmpty(); }));
    CHECK(cards.records.idOf(3) == u"GZ2024000004"_s);
    cards.calls.setOffline(false);
    cards.records.retry();
    CHECK(cards.records.problem().isEmpty());
    CHECK(cards.records.count() == 100);
}

TEST_CASE("a list is sorted by its column, however long it is up to a limit, and says so above it",
    "[client][records]")
{
    Cards few(230);
    few.records.sortBy(u"original_yuan"_s); // brings the rest first
    CHECK(few.records.isComplete());
    CHECK(few.records.record(0)[u"original_yuan"_s] == u"0.00"_s);
    CHECK(few.records.record(229)[u"original_yuan"_s] == u"128650000.50"_s);
    few.records.sortBy(u"original_yuan"_s);
    CHECK(few.records.record(0)[u"original_yuan"_s] == u"128650000.50"_s);
    few.records.sortBy(u"original_yuan"_s);
    CHECK(few.records.idOf(0) == u"GZ2024000001"_s);

    Cards most(PagedRecords::kMostSorted);
    most.records.sortBy(u"original_yuan"_s);
    REQUIRE(waitUntil([&] { return !most.records.isSorting(); }, 120));
    CHECK(most.records.sortRefusal().isEmpty());
    CHECK(most.records.count() == PagedRecords::kMostSorted);
    CHECK(most.records.record(0)[u"original_yuan"_s] == u"0.00"_s);
    CHECK(most.records.record(PagedRecords::kMostSorted - 1)[u"original_yuan"_s] == u"128650000.50"_s);
    CHECK(most.records.rowOf(most.records.idOf(77'777)) == 77'777);
    CHECK(most.records.heldPages() <= PagedRecords::kMostPages);

    Cards more(PagedRecords::kMostSorted + 1);
    more.records.sortBy(u"original_yuan"_s);
    REQUIRE(waitUntil([&] { return !more.records.sortRefusal().isEmpty(); }, 120));
    CHECK(more.records.sortKey().isEmpty());
    CHECK(more.records.idOf(7) == u"GZ2024000008"_s); // as it was
}

TEST_CASE("reading rows for an order is stopped, and a server that is lost ends it", "[client][records]")
{
    Cards cards(30'000);
    cards.calls.hold("GET", u"/assets"_s);
    cards.records.sortBy(u"original_yuan"_s);
    CHECK(cards.records.isSorting());
    CHECK(cards.records.isBusy());
    cards.records.stopSorting();
    cards.calls.release(); // what comes late is for nobody
    CHECK_FALSE(cards.records.isSorting());
    CHECK(cards.records.sortKey().isEmpty());
    CHECK(cards.records.idOf(7) == u"GZ2024000008"_s);

    cards.calls.hold("GET", u"/nothing"_s);
    cards.calls.setOffline(true);
    cards.records.sortBy(u"original_yuan"_s);
    REQUIRE(waitUntil([&] { return !cards.records.isSorting(); }));
    CHECK(cards.records.sortRefusal() != QString());
    CHECK(cards.records.idOf(7) == u"GZ2024000008"_s);
}

TEST_CASE("an order that is turned round reads nothing again", "[client][records]")
{
    Cards cards(2'300);
    cards.calls.hold("GET", u"/assets"_s);
    cards.records.sortBy(u"original_yuan"_s);
    cards.records.sortBy(u"original_yuan"_s); // while its rows are on the way
    cards.calls.release();
    REQUIRE(waitUntil([&] { return !cards.records.isBusy(); }));
    CHECK(cards.records.record(0)[u"original_yuan"_s] == u"128650000.50"_s);
    CHECK(cards.calls.sent().size() == 1 + 5); // a page for the view, and all rows once

    cards.records.sortBy(u"original_yuan"_s); // its own order
    cards.records.sortBy(u"original_yuan"_s);
    REQUIRE(waitUntil([&] { return cards.records.sortedHere() != nullptr; }));
    CHECK(cards.records.record(0)[u"original_yuan"_s] == u"0.00"_s);
    const std::size_t before = cards.calls.sent().size();
    cards.records.sortBy(u"original_yuan"_s);
    CHECK(cards.records.record(0)[u"original_yuan"_s] == u"128650000.50"_s);
    CHECK(cards.records.count() == 2'300);
    CHECK(cards.calls.sent().size() == before);
}

TEST_CASE("a new question ends the reading of rows for an order of the old one", "[client][records]")
{
    Cards cards(2'300);
    cards.calls.setOffline(GENERATE(false, true)); // the late answer is rows, or a refusal
    cards.calls.hold("GET", u"/assets"_s);
    cards.records.sortBy(u"original_yuan"_s);
    cards.calls.setOffline(false);
    cards.records.setQuery({{u"unit"_s, u"U017"_s}});
    const std::size_t before = cards.calls.sent().size();
    cards.calls.release(); // of the old question, for nobody
    CHECK(cards.calls.sent().size() == before);
    CHECK_FALSE(cards.records.isSorting());
    CHECK(cards.records.sortKey() == u"original_yuan"_s);

    REQUIRE(waitUntil([&] { return cards.records.sortedHere() != nullptr; }));
    const auto& sent = cards.calls.sent();
    REQUIRE(sent.size() > before + 1);
    CHECK_FALSE(sent[before + 1].query.hasQueryItem(u"after"_s)); // all rows of the new one, from the first
    CHECK(cards.records.record(0)[u"original_yuan"_s] == u"0.00"_s);
}

TEST_CASE("a list that could not be had is not said to be empty", "[client][records]")
{
    Cards none(0);
    none.calls.setOffline(true);
    none.records.reload();
    REQUIRE(waitUntil([&] { return !none.records.problem().isEmpty(); }));
    none.records.setQuery({{u"q"_s, u"x"_s}});
    REQUIRE(waitUntil([&] { return !none.records.isBusy(); }));
    CHECK_FALSE(none.records.isAnswered());
    none.calls.setOffline(false);
    none.records.retry();
    REQUIRE(waitUntil([&] { return !none.records.isBusy(); }));
    CHECK(none.records.isAnswered());
}

TEST_CASE("a list of any length is sorted by what the API has an order for", "[client][records]")
{
    Cards many(10'000);
    many.records.setProperty("sorts", QVariantMap {{u"original_yuan"_s, u"original"_s}});
    const auto sorted = [&] {
        const std::size_t before = many.calls.sent().size();
        many.records.sortBy(u"original_yuan"_s);
        REQUIRE(waitUntil([&] { return many.calls.sent().size() > before && !many.records.isBusy(); }));
        return many.calls.sent().back().query.queryItemValue(u"sort"_s);
    };
    many.records.look(3'000, 3'030);
    CHECK(sorted() == u"original"_s);
    CHECK(many.records.sortRefusal().isEmpty());
    CHECK(many.records.isAnswered());
    CHECK(many.records.count() < 3'000); // from the first row, the others as they are looked at
    many.records.look(80, 99);
    CHECK(many.calls.sent().back().query.queryItemValue(u"sort"_s) == u"original"_s);
    CHECK(sorted() == u"-original"_s);
    CHECK(sorted().isEmpty());
    CHECK(many.records.sortKey().isEmpty());
}

TEST_CASE("picked rows stay picked while the list moves, and a range reaches over pages", "[client][records]")
{
    Cards cards(1'000);
    RecordSelection selection;
    selection.setRecords(&cards.records);
    selection.toggle(2);
    selection.toggle(4);
    selection.toggle(4);
    CHECK(selection.ids() == QStringList {u"GZ2024000003"_s});
    selection.toggle(10);
    selection.extendTo(350); // not brought yet
    CHECK(selection.count() == 342);
    CHECK(selection.holds(350));
    CHECK_FALSE(selection.holds(351));
    selection.pickAll();
    CHECK(selection.count() == 1'000);
    cards.records.setQuery({{u"q"_s, u"椅"_s}});
    CHECK(selection.count() == 0); // another question, other rows
}

TEST_CASE("columns are hidden, widened and moved, and stay so", "[client][records]")
{
    const TempFolder folder;
    const QString file = QString::fromStdString((folder.path() / "tables.ini").string());
    {
        RecordColumns columns;
        columns.setFile(file);
        columns.setName(u"cards"_s);
        columns.setAll(someColumns());
        columns.show(u"name"_s, false);
        columns.setWidth(u"asset_no"_s, 222);
        columns.move(u"original_yuan"_s, -1);
    }
    RecordColumns columns;
    columns.setFile(file);
    columns.setName(u"cards"_s);
    columns.setAll(someColumns());
    const auto shown = columns.shownColumns();
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].key == u"asset_no"_s);
    CHECK(shown[0].width == 222);
    CHECK(shown[1].key == u"original_yuan"_s);
    columns.show(u"asset_no"_s, false);
    columns.show(u"original_yuan"_s, false);
    CHECK(columns.shownColumns().size() == 1); // the last one stays
    columns.reset();
    CHECK(columns.shownColumns().size() == 3);
}

TEST_CASE("what a table shows is written as CSV, guarded against formulas", "[client][records]")
{
    const TempFolder folder;
    const QString file = QString::fromStdString((folder.path() / "资产.csv").string());
    Cards cards(1'200);
    RecordColumns columns;
    columns.setAll(someColumns());
    RecordSelection selection;
    selection.setRecords(&cards.records);
    RecordExport writing;
    writing.setProperty("records", QVariant::fromValue(&cards.records));
    writing.setProperty("columns", QVariant::fromValue(&columns));
    writing.setProperty("selection", QVariant::fromValue(&selection));
    const auto lines = [&] {
        QFile written(file);
        REQUIRE(written.open(QIODevice::ReadOnly));
        return QString::fromUtf8(written.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    };

    writing.start(QUrl::fromLocalFile(file));
    REQUIRE(waitUntil([&] { return !writing.isRunning(); }));
    CHECK(writing.problem() == QString());
    CHECK(writing.rows() == 1'200);
    const QStringList all = lines();
    REQUIRE(all.size() == 1'201);
    CHECK(all[0].endsWith(u"编号,名称,原值"_s));
    CHECK(all[6] == u"GZ2024000006,'=SUM(A1:A9) 公式名称,5500.00"_s);

    selection.toggle(1);
    writing.start(QUrl::fromLocalFile(file));
    REQUIRE(waitUntil([&] { return !writing.isRunning(); }));
    CHECK(lines().size() == 2);

    selection.clear();
    cards.records.sortBy(u"original_yuan"_s);
    REQUIRE(waitUntil([&] { return cards.records.record(0)[u"original_yuan"_s] == u"0.00"_s; }));
    writing.start(QUrl::fromLocalFile(file)); // in the order that is seen
    REQUIRE(waitUntil([&] { return !writing.isRunning(); }));
    CHECK(lines().at(1).endsWith(u",0.00"_s));
    CHECK(lines().last().endsWith(u",128650000.50"_s));

    writing.start(QUrl::fromLocalFile(u"/nowhere/at/all.csv"_s));
    CHECK_FALSE(writing.isRunning());
    CHECK(writing.problem() != QString());
}

TEST_CASE("yuan are grouped by thousands", "[client][records]")
{
    CHECK(groupedYuan(u"0.00"_s) == u"0.00"_s);
    CHECK(groupedYuan(u"999.99"_s) == u"999.99"_s);
    CHECK(groupedYuan(u"1000.00"_s) == u"1,000.00"_s);
    CHECK(groupedYuan(u"-128650000.50"_s) == u"-128,650,000.50"_s);
    CHECK(groupedYuan(u"-100.00"_s) == u"-100.00"_s);
}

TEST_CASE("a file that could not be had says which it was when something else is shown by then",
    "[client][records]")
{
    const TempFolder folder;
    const QUrl file = QUrl::fromLocalFile(QString::fromStdString((folder / "表.pdf").string()));
    FakeCalls calls;
    calls.refuse("GET", u"/form.pdf"_s, u"server.internal"_s, u"it is broken"_s, 500);
    SavedAnswer answer;
    answer.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    answer.save(u"GET"_s, {u"form.pdf"_s}, file);
    REQUIRE(waitUntil([&] { return !answer.isBusy(); }));
    CHECK(answer.problem() == u"it is broken"_s);
    answer.forget();
    CHECK(answer.problem().isEmpty());

    calls.hold("GET", u"/form.pdf"_s);
    answer.save(u"GET"_s, {u"form.pdf"_s}, file);
    answer.forget();
    calls.release();
    REQUIRE(waitUntil([&] { return !answer.isBusy(); }));
    CHECK(answer.problem() == u"表.pdf: it is broken"_s);
}

TEST_CASE("a file that was had is not said of what is shown by then", "[client][records]")
{
    const TempFolder folder;
    const QUrl file = QUrl::fromLocalFile(QString::fromStdString((folder / "表.pdf").string()));
    FakeCalls calls;
    calls.answer("GET", u"/form.pdf"_s, R"({"a": 1})");
    SavedAnswer answer;
    answer.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    calls.hold("GET", u"/form.pdf"_s);
    answer.save(u"GET"_s, {u"form.pdf"_s}, file);
    answer.forget();
    calls.release();
    REQUIRE(waitUntil([&] { return !answer.isBusy(); }));
    CHECK(QFile::exists(file.toLocalFile()));
    CHECK(answer.written().isEmpty());
}
