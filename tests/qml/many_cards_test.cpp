// One change for many cards, imports, tags, handhelds and accounts, against canned answers.
#include "app/client/administration/account_change.h"
#include "app/client/administration/device_offer.h"
#include "app/client/gallery/fake_calls.h"
#include "app/client/registry/batch_change.h"
#include "app/client/registry/import_run.h"
#include "app/client/registry/tag_print.h"
#include "tests/qml/client_support.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kPreview = R"({"changing":3,"unchanged":1,"refused":1,"digest":"d1",
 "shown":[{"asset_no":"A1","name":"桌","fields":[{"field":"remark","before":"旧","after":"新"}]},
          {"asset_no":"A2","name":"椅","fields":[{"field":"remark","before":null,"after":"新"}]},
          {"asset_no":"A3","name":"柜","fields":[{"field":"remark","before":"旧","after":"新"}]}],
 "refusals":[{"asset_no":"A4","code":"card.state_needs_document","message":"要有批文"}]})";

struct Batch {
    Batch()
    {
        change.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
        change.setProperty("assets", QStringList {u"A1"_s, u"A2"_s, u"A3"_s, u"A4"_s, u"A5"_s});
        QObject::connect(&change, &BatchChange::applied, [this](int cards) { applied = cards; });
        QObject::connect(&change, &BatchChange::undone, [this](int cards) { undone = cards; });
        change.begin();
        change.add(u"remark"_s);
        change.set(u"remark"_s, u"新"_s);
        calls.answer("POST", u"/asset-changes/preview"_s, kPreview);
        calls.answer("POST", u"/asset-changes"_s, R"({"change":"9","changed":3})");
    }
    FakeCalls calls;
    BatchChange change;
    int applied = -1;
    int undone = -1;
};

} // namespace

TEST_CASE("a change of many is looked at, then done by its digest, then taken back", "[client][registry]")
{
    Batch batch;
    batch.change.preview(u"搬迁"_s);
    REQUIRE(batch.change.isPreviewed());
    CHECK(batch.change.changing() == 3);
    CHECK(batch.change.refused() == 1);
    CHECK(batch.change.shown()[1].toMap()[u"fields"_s].toList()[0].toMap()[u"before"_s] == QString());

    batch.change.apply();
    CHECK(batch.applied == 3);
    const Call done = batch.calls.sent().back();
    CHECK(done.json[u"digest"_s] == u"d1"_s);
    CHECK_FALSE(done.requestKey.isEmpty());
    REQUIRE(batch.change.canUndo());

    batch.change.undo(); // two cards get the same text back, one gets nothing
    CHECK(batch.undone == 6); // the canned answer says 3 for each of the two reverse changes
    std::vector<QJsonObject> reverse;
    for (const Call& call : batch.calls.sent())
        if (call.path == u"/asset-changes"_s && call.json != done.json)
            reverse.push_back(call.json);
    REQUIRE(reverse.size() == 2);
    CHECK(reverse[0][u"assets"_s].toArray() == QJsonArray {u"A1"_s, u"A3"_s});
    CHECK(reverse[0][u"fields"_s].toObject()[u"remark"_s] == u"旧"_s);
    CHECK(reverse[1][u"fields"_s].toObject()[u"remark"_s].isNull());
    CHECK_FALSE(batch.change.canUndo());
}

TEST_CASE("another value needs another look", "[client][registry]")
{
    Batch batch;
    batch.change.preview({});
    batch.change.set(u"remark"_s, u"再新"_s);
    CHECK_FALSE(batch.change.isPreviewed());
    batch.change.apply();
    CHECK(batch.applied == -1);
}

TEST_CASE("a change of more cards than the preview tells cannot be taken back", "[client][registry]")
{
    Batch batch;
    QByteArray many = kPreview;
    many.replace("\"changing\":3", "\"changing\":300");
    batch.calls.answer("POST", u"/asset-changes/preview"_s, many);
    batch.change.preview({});
    batch.change.apply();
    CHECK(batch.applied == 3);
    CHECK_FALSE(batch.change.canUndo());
}

TEST_CASE("what belongs to one thing alone is not offered for many", "[client][registry]")
{
    Batch batch;
    QStringList offered;
    for (const QVariant& one : batch.change.choices())
        offered.push_back(one.toMap()[u"value"_s].toString());
    CHECK(offered.contains(u"place"_s));
    CHECK_FALSE(offered.contains(u"serial_no"_s));
    CHECK_FALSE(offered.contains(u"original_yuan"_s)); // a document changes it
    CHECK_FALSE(offered.contains(u"remark"_s)); // is there already
}

TEST_CASE("a file is looked through before it is imported, and taken back after", "[client][registry]")
{
    const TempFolder folder;
    const QString path = QString::fromStdString((folder.path() / "卡片.csv").string());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("单位,资产名称,原值\nU001,办公桌,800\n\nU001,办公椅,abc\n");
    file.close();
    FakeCalls calls;
    calls.answer("POST", u"/imports"_s,
        R"({"batch":null,"dry_run":true,"rows":2,"accepted":0,"errors":1,"problem_count":1,
            "problems":[{"severity":"error","row":4,"column":"原值","value":"abc","code":"money.syntax","message":"不是金额"}]})");
    ImportRun run;
    run.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    run.choose(QUrl::fromLocalFile(path));
    REQUIRE(waitUntil([&] { return run.isChecked(); }));
    CHECK_FALSE(run.isClean());
    const Call& sent = calls.sent().back();
    CHECK(sent.query.queryItemValue(u"dry_run"_s) == u"true"_s);
    CHECK(sent.query.queryItemValue(u"name"_s, QUrl::FullyDecoded) == u"卡片.csv"_s);
    CHECK(sent.bytes.contains("办公椅"));
    CHECK(run.headings() == QStringList {u"单位"_s, u"资产名称"_s, u"原值"_s});
    const int line = run.lineOfRow(run.problems()[0].toMap()[u"row"_s].toInt());
    REQUIRE(line == 2); // the blank row counts, as it does in a spreadsheet
    CHECK(run.line(line)[2] == u"abc"_s);
    CHECK(run.problemAt(4, u"原值"_s) == u"不是金额"_s);
    CHECK(run.problemAt(2, u"原值"_s).isEmpty());
    run.run(); // nothing while there are mistakes
    CHECK(calls.sent().size() == 1);

    calls.on("POST", u"/imports"_s, [](const Call& call) {
        CallAnswer answer;
        answer.status = 201;
        answer.bytes = call.query.queryItemValue(u"dry_run"_s) == u"true"_s
            ? R"({"batch":null,"rows":2,"errors":0,"problems":[],"problem_count":0})"
            : R"({"batch":"77","rows":2,"errors":0,"problems":[],"problem_count":0})";
        return answer;
    });
    CallAnswer gone;
    gone.status = 204;
    calls.on("DELETE", u"/imports/77"_s, [gone](const Call&) { return gone; });
    run.choose(QUrl::fromLocalFile(path));
    REQUIRE(waitUntil([&] { return run.isClean(); }));
    run.run();
    CHECK(run.batch() == u"77"_s);
    run.undo();
    CHECK(run.batch().isEmpty());
    CHECK(calls.sent().back().path == u"/imports/77"_s);
}

TEST_CASE("tags are saved where their user says, whole or not at all", "[client][registry]")
{
    const TempFolder folder;
    const QString path = QString::fromStdString((folder.path() / "标签.pdf").string());
    FakeCalls calls;
    calls.answer("POST", u"/labels"_s, "%PDF-1.7 tags");
    TagPrint print;
    print.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    print.make({u"A1"_s, u"A2"_s}, u"60x40"_s, QUrl::fromLocalFile(path));
    CHECK(print.written() == QUrl::fromLocalFile(path));
    CHECK(calls.sent().back().json[u"assets"_s].toArray().size() == 2);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "%PDF-1.7 tags");

    calls.refuse("POST", u"/labels"_s, u"card.not_found"_s, u"没有这张卡片"_s, 404);
    print.make({u"X"_s}, u"a4"_s, QUrl::fromLocalFile(path + u"2"_s));
    CHECK(print.problem() == u"没有这张卡片"_s);
    CHECK_FALSE(QFile::exists(path + u"2"_s));
}

TEST_CASE("a handheld's code is shown while it holds, and a handheld is revoked", "[client][administration]")
{
    FakeCalls calls;
    calls.answer("POST", u"/enrolments"_s, R"({"enrolment":"GWE1|https://a:1|00|CODE"})", 201);
    calls.answer("DELETE", u"/devices/5"_s, {}, 204);
    DeviceOffer offer;
    offer.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    offer.offer(u" https://a:1 "_s);
    CHECK(offer.enrolment() == u"GWE1|https://a:1|00|CODE"_s);
    CHECK(calls.sent().back().json[u"address"_s] == u"https://a:1"_s);
    CHECK(offer.secondsLeft() > 895);
    CHECK(offer.timeLeft().startsWith(u"1"_s));
    offer.forget();
    CHECK(offer.enrolment().isEmpty());
    bool revoked = false;
    QObject::connect(&offer, &DeviceOffer::revoked, [&] { revoked = true; });
    offer.revoke(u"5"_s);
    CHECK(revoked);
}

TEST_CASE("a first password is told once and forgotten", "[client][administration]")
{
    FakeCalls calls;
    calls.answer("POST", u"/accounts"_s, R"({"login":"clerk9","password":"Once-Only-1"})", 201);
    calls.answer("PUT", u"/accounts/clerk9/role"_s, {}, 204);
    AccountChange change;
    change.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    change.add(u" clerk9"_s, u"王五"_s);
    CHECK(change.password() == u"Once-Only-1"_s);
    CHECK(calls.sent().back().json[u"login"_s] == u"clerk9"_s);
    change.grant(u"clerk9"_s, u"unit_clerk"_s, u"U001"_s, {});
    CHECK(change.password().isEmpty());
    CHECK_FALSE(calls.sent().back().json.contains(u"department"_s));
}
