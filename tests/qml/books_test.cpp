// The books of the client against canned answers.
#include "app/client/books/books_names.h"
#include "app/client/books/depreciation_run.h"
#include "app/client/books/recode_choice.h"
#include "app/client/books/reconcile_rows.h"
#include "app/client/documents/document_draft.h"
#include "app/client/forms/one_record.h"
#include "app/client/gallery/books_answers.h"
#include "tests/qml/client_support.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct Books {
    Books() { answerBooks(calls); }
    QVariantMap get(const QString& path)
    {
        auto answer = calls.get(path);
        REQUIRE(waitUntil([&] { return answer.isFinished(); }));
        return answer.result().json().toVariantMap();
    }
    FakeCalls calls;
};

QVariantMap rowAt(const QVariantList& rows, qsizetype i) { return rows.at(i).toMap(); }

} // namespace

TEST_CASE("a run of depreciation goes unit by unit, can be stopped, and goes on where it stopped", "[client][books]")
{
    Books books;
    DepreciationRun run;
    run.setProperty("calls", QVariant::fromValue<Calls*>(&books.calls));
    run.run();
    CHECK_FALSE(run.isRunning()); // nothing was looked at
    run.preview(u"2026-10"_s, {}, {});
    REQUIRE(waitUntil([&] { return run.isThere(); }));
    CHECK(run.units() == 23);
    CHECK(run.plan().at(4).toMap()[u"months"_s].toString() != run.plan().at(2).toMap()[u"months"_s].toString());

    QObject::connect(&run, &DepreciationRun::changed, [&] {
        if (run.unitsDone() == DepreciationRun::kUnitsAtOnce)
            run.stop();
    });
    run.run();
    REQUIRE(waitUntil([&] { return !run.isRunning(); }));
    CHECK(run.unitsDone() == DepreciationRun::kUnitsAtOnce);
    CHECK_FALSE(run.isDone());
    QObject::disconnect(&run, nullptr, nullptr, nullptr);

    books.calls.refuse("POST", u"/depreciation"_s, u"books.busy"_s, u"他人正在计提"_s, 409);
    run.run();
    REQUIRE(waitUntil([&] { return !run.isRunning(); }));
    CHECK(run.problem() == u"他人正在计提"_s);
    CHECK(run.unitsDone() == DepreciationRun::kUnitsAtOnce);

    books.calls.answer("POST", u"/depreciation"_s, R"({"posted":1,"ties":true,"months":[],"stopped_by":"books.busy"})");
    run.run();
    REQUIRE(waitUntil([&] { return !run.isRunning(); }));
    CHECK_FALSE(run.problem().isEmpty());
    CHECK(run.unitsDone() == DepreciationRun::kUnitsAtOnce);

    books.calls.answer("POST", u"/depreciation"_s, R"({"posted":3,"ties":false,"months":[],"stopped_by":null})");
    run.run();
    REQUIRE(waitUntil([&] { return run.isDone(); }));
    CHECK(run.unitsDone() == 23);
    CHECK(run.monthsPosted() == 17);
    CHECK_FALSE(run.ties());
    QStringList asked;
    for (const Call& call : books.calls.sent())
        if (call.path == "/depreciation"_L1)
            asked.push_back(QString::number(call.json["units"_L1].toArray().size()));
    CHECK(asked == QStringList {u"10"_s, u"10"_s, u"10"_s, u"10"_s, u"3"_s});
}

TEST_CASE("a reconciliation shows four comparisons, its reasons, and what nothing explains", "[client][books]")
{
    Books books;
    const ReconcileRows rows;
    const QVariantMap table = books.get(u"/units/U001/reconciliation/2026-10"_s);
    const QVariantList lines = rows.linesOf(table);
    REQUIRE(lines.size() == 6);
    const auto stateOf = [&](qsizetype line, qsizetype cell) {
        return rowAt(rowAt(lines, line)[u"cells"_s].toList(), cell)[u"state"_s].toString();
    };
    // With a detail ledger the cards are compared with that, and areas with certificates.
    CHECK(stateOf(0, 0) == u"agrees"_s);
    CHECK(rowAt(rowAt(lines, 0)[u"cells"_s].toList(), 1)[u"side"_s] == u"b-c"_s);
    CHECK(stateOf(0, 3) == u"explained"_s);
    CHECK(stateOf(2, 0) == u"none"_s);
    CHECK(stateOf(2, 1) == u"open"_s);
    CHECK(stateOf(2, 2) == u"explained"_s);
    CHECK_FALSE(rowAt(lines, 2)[u"isSound"_s].toBool());
    const QVariantMap rest = rowAt(rowAt(lines, 2)[u"rests"_s].toList(), 0);
    CHECK(rest[u"amount"_s] == u"5000.00"_s);
    CHECK(rest[u"class"_s] == u"A02000000"_s);
    CHECK(rows.verdict(table)[u"tone"_s] == u"bad"_s);

    const QVariantMap suggested = rowAt(rowAt(lines, 2)[u"items"_s].toList(), 1);
    CHECK(suggested[u"isSuggested"_s].toBool());
    const QJsonObject body = ReconcileRows::confirmed(suggested);
    CHECK(body[u"side"_s] == u"c-d"_s);
    CHECK(body[u"account"_s] == u"1601"_s);
    CHECK(body[u"reason"_s] == u"later_movement"_s);
    CHECK_FALSE(body.contains(u"done_on"_s));
    // What was taken back is entered again as it was.
    CHECK(ReconcileRows::confirmed(rowAt(rowAt(lines, 0)[u"items"_s].toList(), 0))[u"done_on"_s] == u"2026-11-20"_s);

    const auto passing = QJsonDocument::fromJson(passingReconciliation()).object().toVariantMap();
    CHECK(rows.verdict(passing)[u"tone"_s] == u"good"_s);
}

TEST_CASE("movements are added up over all classes, way by way", "[client][books]")
{
    Books books;
    const BooksNames names;
    const QVariantList rows = names.movementRows(books.get(u"/units/U001/movements/2026-10"_s));
    REQUIRE(rows.size() == 4);
    const QVariantMap things = rowAt(rows, 0);
    CHECK(things[u"more"_s].toMap()[u"quantity"_s] == u"14"_s);
    CHECK(things[u"less"_s].toMap()[u"value"_s] == u"38,000.00"_s);
    CHECK(things[u"ways"_s].toList().size() == 4);
    CHECK(things[u"ties"_s].toBool());
    const QVariantMap all = rowAt(rows, 3);
    CHECK(all[u"opening"_s].toMap()[u"quantity"_s] == u"1517"_s);
    CHECK(all[u"closing"_s].toMap()[u"value"_s] == u"10,699,620.00"_s);
    CHECK(all[u"ties"_s].toBool());
}

TEST_CASE("a month says whether it ties, and what it is booked as", "[client][books]")
{
    Books books;
    const BooksNames names;
    const QVariantMap month = books.get(u"/units/U001/depreciation/2026-10"_s);
    CHECK(names.identity(month)[u"tone"_s] == u"good"_s);
    CHECK(names.identity(books.get(u"/units/U001/depreciation/2026-07"_s))[u"tone"_s] == u"bad"_s);
    CHECK(names.voucherRows(month).size() == 3);
    CHECK(rowAt(names.voucherRows(month), 0)[u"debit"_s].toString().startsWith(u"5001 "_s));
    CHECK(rowAt(names.classRows(month), 5)[u"title"_s] == u"2030102"_s);
    CHECK(BooksNames::isMonth(u"2026-12"_s));
    CHECK_FALSE(BooksNames::isMonth(u"2026-13"_s));
}

TEST_CASE("classes that somebody chose become the lines of one change slip", "[client][books]")
{
    Books books;
    const QVariantMap page = books.get(u"/units/U001/recoding"_s);
    const QVariantList cards = page[u"cards"_s].toList();
    RecodeChoice choice;
    choice.chooseFirst(rowAt(cards, 1));
    choice.chooseFirst(rowAt(cards, 2)); // nothing is suggested for it
    choice.choose(u"CL2009000001"_s, u"A02030601"_s);
    choice.chooseFirst(rowAt(cards, 0)); // what was chosen stays
    CHECK(choice.count() == 2);
    CHECK(choice.chosen(u"CL2009000001"_s) == u"A02030601"_s);

    const QVariantMap from = choice.document(u"U001"_s, u"某单位"_s);
    CHECK(from[u"method"_s] == u"class"_s);
    DocumentKinds kinds;
    kinds.setCalls(&books.calls);
    REQUIRE(waitUntil([&] { return kinds.isThere(); }));
    DocumentDraft draft;
    draft.setProperty("calls", QVariant::fromValue<Calls*>(&books.calls));
    draft.setKinds(&kinds);
    draft.begin(from[u"kind"_s].toString(), from[u"method"_s].toString(), u"U001"_s);
    draft.prefill(from[u"values"_s].toMap(), from[u"assets"_s].toStringList(), from[u"lineFacts"_s].toMap());
    REQUIRE(draft.lines().size() == 2);
    CHECK(draft.lineFields(0)->value(u"class_code"_s) == u"A02030601"_s);
    CHECK(draft.lineFields(1)->value(u"class_code"_s) == u"A02010105"_s);

    choice.choose(u"CL2009000001"_s, u"A02030601"_s);
    CHECK(choice.count() == 1);
}

TEST_CASE("another question to the same record is asked anew, and empty filters are left out", "[client][forms]")
{
    Books books;
    OneRecord record;
    record.setCalls(&books.calls);
    record.setParts({u"units"_s, u"U001"_s, u"movements"_s, u"2026-10"_s});
    REQUIRE(waitUntil([&] { return record.isThere(); }));
    record.setQuery({{u"from"_s, QString()}});
    REQUIRE(waitUntil([&] { return record.isThere(); }));
    record.setQuery({{u"from"_s, u"2026-01"_s}});
    REQUIRE(waitUntil([&] { return record.isThere(); }));
    CHECK(books.calls.sent().back().query.toString() == u"from=2026-01"_s);
    CHECK(books.calls.sent()[1].query.isEmpty());
}
