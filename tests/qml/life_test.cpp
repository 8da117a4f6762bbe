// Documents, registers and reforms of the client against canned answers.
#include "app/client/documents/document_draft.h"
#include "app/client/documents/document_move.h"
#include "app/client/documents/document_paper.h"
#include "app/client/documents/document_view.h"
#include "app/client/documents/idle_offer.h"
#include "app/client/documents/new_route_table.h"
#include "app/client/documents/route_rules.h"
#include "app/client/entries/register_types.h"
#include "app/client/forms/asked_fields.h"
#include "app/client/gallery/document_answers.h"
#include "app/client/gallery/life_answers.h"
#include "app/client/records/due_words.h"
#include "app/client/records/record_columns.h"
#include "app/client/registry/field_kinds.h"
#include "app/client/staffing/reform_run.h"
#include "tests/qml/client_support.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    explicit Desk(const char* number = "")
    {
        answerLife(calls);
        kinds.setCalls(&calls);
        view.setKinds(&kinds);
        view.setCalls(&calls);
        view.setNumber(QLatin1StringView(number));
    }
    [[nodiscard]] QString stateOf(const QString& station) const
    {
        for (const QVariant& one : view.route())
            if (one.toMap()[u"name"_s].toString() == station)
                return one.toMap()[u"state"_s].toString();
        return {};
    }
    FakeCalls calls;
    DocumentKinds kinds;
    DocumentView view;
};

QString tokenOf(AskedFields& fields, int row)
{
    return fields.data(fields.index(row), AskedFields::Token).toString();
}

} // namespace

TEST_CASE("a day that is due says how far it is", "[client][records]")
{
    const QDate today(2026, 11, 28);
    CHECK(dueTone(u"2026-11-20"_s, today) == u"bad"_s);
    CHECK(dueTone(u"2026-11-28"_s, today) == u"warning"_s);
    CHECK(dueTone(u"2026-12-20"_s, today).isEmpty());
    CHECK(dueText(u"2026-11-20"_s, today).contains(u'8'));
    CHECK(dueText(u""_s, today).isEmpty());
}

TEST_CASE("a column reaches into an object, and a day that was kept is due no more", "[client][records]")
{
    const QJsonObject late {{u"unit"_s, QJsonObject {{u"name"_s, u"档案馆"_s}}},
        {u"fields"_s, QJsonObject {{u"due_on"_s, u"2020-01-01"_s}}}};
    CHECK(valueAt(late, u"unit/name"_s).toString() == u"档案馆"_s);
    CHECK(valueAt(late, u"unit/code"_s).isUndefined());
    RecordColumns columns;
    columns.setAll({QVariantMap {{u"key"_s, u"fields/due_on"_s}, {u"kind"_s, u"due"_s},
        {u"doneKey"_s, u"fields/handed_in_on"_s}}});
    CHECK(columns.text(late, u"fields/due_on"_s) != u"2020-01-01"_s);
    QJsonObject kept = late;
    kept[u"fields"_s] = QJsonObject {{u"due_on"_s, u"2020-01-01"_s}, {u"handed_in_on"_s, u"2019-12-01"_s}};
    CHECK(columns.text(kept, u"fields/due_on"_s) == u"2020-01-01"_s);
}

TEST_CASE("asked fields say what is missing and what is wrong, and send what holds something", "[client][forms]")
{
    AskedFields fields;
    fields.setSpec({QVariantMap {{u"token"_s, u"on"_s}, {u"editing"_s, u"date"_s}, {u"isRequired"_s, true}},
        QVariantMap {{u"token"_s, u"yuan"_s}, {u"editing"_s, u"money"_s}},
        QVariantMap {{u"token"_s, u"remark"_s}}});
    CHECK_FALSE(fields.isFilled());
    CHECK_FALSE(fields.check());
    fields.set(u"on"_s, u"2026-02-30"_s);
    fields.set(u"yuan"_s, u"12.345"_s);
    CHECK_FALSE(fields.check());
    CHECK(fields.data(fields.index(0), AskedFields::Problem).toString() != QString());
    CHECK(fields.data(fields.index(1), AskedFields::Problem).toString() != QString());
    fields.set(u"on"_s, u"2026-02-28"_s);
    fields.set(u"yuan"_s, u" 12.34 "_s);
    CHECK(fields.check());
    CHECK(fields.filled() == QJsonObject {{u"on"_s, u"2026-02-28"_s}, {u"yuan"_s, u"12.34"_s}});
    // What was filled in stays where the field stays.
    fields.setSpec({QVariantMap {{u"token"_s, u"yuan"_s}}, QVariantMap {{u"token"_s, u"other"_s}}});
    CHECK(fields.value(u"yuan"_s) == u"12.34"_s);
    CHECK_FALSE(fields.has(u"on"_s));
}

TEST_CASE("a paper goes to the document it was chosen for, though another is shown when it has arrived",
    "[client][documents]")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"paper.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4\n");
    file.close();
    Desk desk(kReviewedDocument);
    const QString hash(64, u'a');
    desk.calls.answer("POST", u"/attachments"_s, bytes({{u"hash"_s, hash}}), 201);
    desk.calls.answer("PUT", u"/documents/*"_s,
        bytes({{u"no"_s, QLatin1StringView(kReviewedDocument)}, {u"revision"_s, 99}}));
    auto shown = std::make_unique<DocumentView>();
    shown->setKinds(&desk.kinds);
    shown->setCalls(&desk.calls);
    shown->setNumber(QLatin1StringView(kReviewedDocument));
    DocumentPaperUpload upload;
    upload.setView(shown.get());
    const qint64 revision = shown->revision();
    const auto hung = [&] { return desk.calls.sent().back(); };

    desk.calls.hold("POST", u"/attachments"_s);
    upload.add(u"request"_s, QUrl::fromLocalFile(file.fileName()));
    CHECK(upload.isBusy());
    shown->setNumber(QLatin1StringView(kDraftDocument));
    const auto other = shown->json();
    desk.calls.release();
    QCoreApplication::processEvents();
    CHECK_FALSE(upload.isBusy());
    CHECK(hung().path.startsWith(u"/documents/"_s + QLatin1StringView(kReviewedDocument)));
    CHECK(hung().ifMatch == u"\"%1\""_s.arg(revision));
    CHECK(shown->json() == other); // the other one is still the one that is shown
    shown->take({{u"no"_s, QLatin1StringView(kReviewedDocument)}, {u"revision"_s, 999}});
    CHECK(shown->json() == other);

    // After a lost answer it is the same write.
    desk.calls.refuse("PUT", u"/documents/*"_s, u"handheld.no_connection"_s, u"no connection"_s, 0);
    shown->setNumber(QLatin1StringView(kReviewedDocument));
    const auto keyOf = [&] {
        upload.add(u"request"_s, QUrl::fromLocalFile(file.fileName()));
        return desk.calls.sent().back().requestKey;
    };
    const QString refused = keyOf();
    CHECK(keyOf() != refused); // refused for good: another write
    desk.calls.on("PUT", u"/documents/*"_s, [](const Call&) {
        CallAnswer lost;
        lost.code = u"handheld.no_connection"_s;
        lost.problem = u"no connection"_s;
        lost.passing = true;
        return lost;
    });
    const QString first = keyOf();
    CHECK(keyOf() == first);
    CHECK(upload.problem() == u"no connection"_s);
    // What went wrong is not said of the next document, or says of which it was.
    shown->setNumber(QLatin1StringView(kDraftDocument));
    CHECK(upload.problem().isEmpty());
    shown->setNumber(QLatin1StringView(kReviewedDocument));
    desk.calls.hold("PUT", hash);
    upload.add(u"request"_s, QUrl::fromLocalFile(file.fileName()));
    shown->setNumber(QLatin1StringView(kDraftDocument));
    desk.calls.release();
    QCoreApplication::processEvents();
    CHECK(upload.problem() == QLatin1StringView(kReviewedDocument) + u": no connection"_s);

    // The page goes while its paper is on the way.
    desk.calls.hold("POST", u"/attachments"_s);
    upload.add(u"request"_s, QUrl::fromLocalFile(file.fileName()));
    shown.reset();
    desk.calls.release();
    QCoreApplication::processEvents();
    CHECK_FALSE(upload.isBusy());
}

TEST_CASE("a document shows where it stands, who signed, and what is late", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    REQUIRE(desk.view.isThere());
    CHECK(desk.view.route().size() == 9); // applied, five stations, executed, income, closed
    CHECK(desk.view.route()[0].toMap()[u"state"_s] == u"done"_s);
    CHECK(desk.view.route()[1].toMap()[u"opinion"_s].toString().contains(u"同意报废"_s));
    CHECK(desk.view.route()[3].toMap()[u"state"_s] == u"late"_s);
    CHECK(desk.view.route()[3].toMap()[u"note"_s].toString().contains(u"张晓明"_s));
    CHECK(desk.view.route()[4].toMap()[u"state"_s] == u"ahead"_s);
    CHECK(desk.view.isExampleRule());
    CHECK(desk.view.ruleText().contains(u"D3"_s));
    CHECK(desk.view.lines().size() == 34);
    CHECK(desk.view.checkList().size() == 5); // four of the table, and others
    CHECK(desk.view.open().size() == 1);

    Desk ended(kRejectedDocument);
    bool isStopped = false;
    for (const QVariant& one : ended.view.route())
        isStopped = isStopped || one.toMap()[u"state"_s] == u"stopped"_s;
    CHECK(isStopped);
}

TEST_CASE(
    "the route table says in words what goes past whom, and what it is silent on", "[client][documents]")
{
    Desk desk;
    RouteRules rules;
    rules.setKinds(&desk.kinds);
    rules.setTable(QJsonDocument::fromJson(desk.calls.get(u"/document-routes"_s).result().bytes)
                       .object()
                       .toVariantMap());
    const QVariantList all = rules.of(u"disposal"_s);
    REQUIRE(all.size() == 2);
    const QVariantMap open = all[1].toMap();
    CHECK(open[u"limits"_s].toString().contains(u"A0203"_s));
    CHECK(open[u"limits"_s].toString().contains(u"5,000,000.00"_s));
    CHECK_FALSE(open[u"limits"_s].toString().contains(u"institution"_s));
    CHECK(open[u"steps"_s].toStringList().size() == 5);
    CHECK(open[u"steps"_s].toStringList()[2].contains(u'1')); // counter-signed
    CHECK(rules.of(u"custody"_s)[0].toMap()[u"what"_s].toString() != QString());
    CHECK_FALSE(rules.unrouted(u"disposal"_s).isEmpty());
    CHECK(rules.unrouted(u"custody"_s).isEmpty());
}

TEST_CASE("a route table is entered only as it was proved", "[client][documents]")
{
    Desk desk;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"ours.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("version,effective_from\n");
    file.close();
    const auto posts = [&] { return desk.calls.requests().filter(u"POST /document-routes"_s).size(); };
    NewRouteTable table;
    table.setProperty("calls", QVariant::fromValue<Calls*>(&desk.calls));
    desk.calls.answer("POST", u"/document-routes"_s,
        R"({"version":"ours-1","effective_from":"2026-01-01","rows":30,"problems":[{"code":"routes.gap","message":"缺"}],"unrouted":[]})");
    table.choose(QUrl::fromLocalFile(path));
    CHECK(table.gaps() == QStringList {u"缺"_s});
    table.enter();
    CHECK(posts() == 1);
    CHECK(desk.calls.sent().back().query.queryItemValue(u"dry_run"_s) == u"true"_s);
    desk.calls.answer("POST", u"/document-routes"_s,
        R"({"version":"ours-1","effective_from":"2026-01-01","rows":31,"problems":[],"unrouted":[]})");
    table.choose(QUrl::fromLocalFile(path));
    REQUIRE(table.isSound());
    table.enter();
    CHECK(posts() == 3);
    CHECK(desk.calls.sent().back().query.isEmpty());
    CHECK_FALSE(desk.calls.sent().back().requestKey.isEmpty());
    table.choose(QUrl::fromLocalFile(folder.filePath(u"none.csv"_s)));
    CHECK_FALSE(table.problem().isEmpty());
    CHECK_FALSE(table.isSound());
}

TEST_CASE("an answer that a change has overtaken does not put a document back", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    const QJsonObject before = desk.view.json();
    QJsonObject after = before;
    after[u"revision"_s] = desk.view.revision() + 1;
    desk.calls.hold("GET", QLatin1StringView(kReviewedDocument));
    desk.view.reload();
    desk.view.take(after);
    desk.calls.release();
    CHECK(desk.view.revision() == before[u"revision"_s].toDouble() + 1);
    CHECK_FALSE(desk.view.isBusy());
}

TEST_CASE("a search of idle things is done when the request shows that it is noted", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    IdleOffer offer;
    offer.setProperty("view", QVariant::fromValue(&desk.view));
    desk.calls.hold("GET", QLatin1StringView(kReviewedDocument));
    offer.search(u"A05"_s, {});
    CHECK(offer.isBusy());
    CHECK_FALSE(offer.isAnswered());
    CHECK(desk.view.isBusy());
    desk.calls.release();
    CHECK_FALSE(offer.isBusy());
    CHECK(offer.isAnswered());
}

TEST_CASE("what was said of a document stands in the order in which it was asked for, with its unit",
    "[client][documents]")
{
    Desk desk;
    desk.calls.on("GET", u"/documents/YF-2026-000001"_s, [](const Call&) {
        CallAnswer answer;
        answer.status = 200;
        answer.bytes
            = QJsonDocument(QJsonObject {{u"no"_s, u"YF-2026-000001"_s},
                                {u"kind"_s, QJsonObject {{u"token"_s, u"space"_s}}}, {u"method"_s, u"rent"_s},
                                {u"facts"_s,
                                    QJsonObject {{u"approved_m2"_s, u"15.60"_s}, {u"basis"_s, u"纪要"_s},
                                        {u"rent_yuan"_s, u"12000.00"_s}, {u"wanted_m2"_s, u"17.50"_s}}}})
                  .toJson();
        return answer;
    });
    desk.view.setNumber(u"YF-2026-000001"_s);
    QStringList told;
    for (const QVariant& one : desk.view.facts())
        told.push_back(one.toMap()[u"value"_s].toString());
    CHECK(told == QStringList {u"纪要"_s, u"17.50 m²"_s, u"12,000.00 yuan"_s, u"15.60 m²"_s});
}

TEST_CASE("a change slip shows what stands on the card beside what is to stand there", "[client][documents]")
{
    Desk desk(kChangeDocument);
    const QVariantList facts = desk.view.lines()[0].toMap()[u"facts"_s].toList();
    // What is said of no field of the card, then every field that changes with it, whoever said so.
    REQUIRE(facts.size() == 4);
    CHECK(facts[0].toMap()[u"value"_s] == u"412"_s);
    CHECK_FALSE(facts[0].toMap().contains(u"before"_s));
    const QVariantMap value = facts[1].toMap();
    CHECK(value[u"label"_s] == fieldLabel("original_yuan"));
    CHECK(value[u"before"_s] == u"12,800,000.00"_s);
    CHECK(value[u"value"_s] == u"13,260,000.00"_s);
    CHECK(facts[3].toMap()[u"before"_s] == u"600"_s);
}

TEST_CASE("a signature asks for what its step needs, and sends the version that was seen", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    DocumentMoveForm form;
    form.setView(&desk.view);
    form.begin(u"approve"_s);
    CHECK(form.fields()->value(u"opinion"_s) != QString());
    CHECK_FALSE(form.fields()->has(u"meeting"_s)); // the bureau needs none
    form.fields()->set(u"opinion"_s, u"同意"_s);
    form.send();
    const Call& sent = desk.calls.sent().back();
    CHECK(sent.path == u"/documents/CZ-2026-000117/decisions"_s);
    CHECK(sent.ifMatch == u"\"3\""_s);
    CHECK(sent.json[u"decision"_s] == u"approve"_s);
    CHECK(sent.json[u"opinion"_s] == u"同意"_s);
    CHECK_FALSE(sent.requestKey.isEmpty());

    form.begin(u"reject"_s);
    CHECK(form.isDangerous());
    CHECK_FALSE(form.fields()->isFilled()); // without a reason nobody ends a document
    form.begin(u"return"_s);
    CHECK(form.fields()->has(u"to_step"_s));
}

TEST_CASE("what is decided is asked of who signs last, and only offered to those before", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    QJsonObject rooms = desk.view.json();
    rooms[u"kind"_s] = QJsonObject {{u"token"_s, u"space"_s}};
    rooms[u"method"_s] = u"allocate"_s;
    const auto asksOf = [&](const QString& step) {
        rooms[u"step"_s] = step;
        desk.view.take(rooms);
        DocumentMoveForm form;
        form.setView(&desk.view);
        form.begin(u"approve"_s);
        REQUIRE(form.fields()->has(u"fact/rooms"_s));
        REQUIRE(form.fields()->has(u"fact/approved_m2"_s));
        form.fields()->set(u"paper_no"_s, u"怀政办〔2026〕1号"_s);
        return !form.fields()->isFilled();
    };
    CHECK_FALSE(asksOf(u"bureau_review"_s));
    CHECK(asksOf(u"government"_s));
}

TEST_CASE("an acceptance of a purchase asks how it was procured, of a gift it does not", "[client][documents]")
{
    Desk desk;
    const auto asksAt = [&](const QString& method) {
        for (const QVariant& one : desk.kinds.fields(u"allocation"_s, method, u"closing"_s, false))
            if (one.toMap()[u"token"_s] == u"procurement_form"_s)
                return one.toMap()[u"isRequired"_s].toBool() && one.toMap()[u"choices"_s].toList().size() == 4;
        FAIL("it is not on the form");
        return false;
    };
    CHECK(asksAt(u"purchase"_s));
    CHECK_FALSE(asksAt(u"accept_gift"_s));
}

TEST_CASE("what a stage asks of many lines is asked once and told of each", "[client][documents]")
{
    Desk desk(kReviewedDocument);
    DocumentMoveForm form;
    form.setView(&desk.view);
    form.begin(u"close"_s);
    QString ofAll;
    for (int row = 0; row < form.fields()->count(); ++row)
        if (tokenOf(*form.fields(), row).startsWith(u"line/*/"_s))
            ofAll = tokenOf(*form.fields(), row);
    REQUIRE_FALSE(ofAll.isEmpty());
    form.fields()->set(u"fact/voucher_no"_s, u"记-9"_s);
    form.fields()->set(ofAll, u"x"_s);
    form.send();
    const QJsonObject body = desk.calls.sent().back().json;
    CHECK(body[u"facts"_s].toObject()[u"voucher_no"_s] == u"记-9"_s);
    CHECK(body[u"line_facts"_s].toObject().size() == 34);
}

TEST_CASE("a draft is made, then filled in, and a lost answer does not make it twice", "[client][documents]")
{
    Desk desk;
    DocumentDraft draft;
    draft.setProperty("calls", QVariant::fromValue<Calls*>(&desk.calls));
    draft.setKinds(&desk.kinds);
    draft.begin(u"allocation"_s, u"purchase"_s, u"U017"_s);
    draft.save();
    CHECK_FALSE(draft.problem().isEmpty()); // why it is needed was not said
    draft.facts()->set(u"need"_s, u"新增人员"_s);
    draft.addWish({{u"name"_s, u"台式计算机"_s}, {u"class_code"_s, u"A02010105"_s}, {u"quantity"_s, 6},
        {u"unit_price_yuan"_s, u"4980.50"_s}});
    CHECK(draft.total() == u"29,883.00"_s);
    desk.calls.on("POST", u"/documents"_s, [](const Call&) {
        return CallAnswer {0, {}, {}, u"handheld.no_connection"_s, u"连不上"_s, true};
    });
    draft.save();
    const QString key = desk.calls.sent().back().requestKey;
    draft.save();
    CHECK(desk.calls.sent().back().requestKey == key);
    answerDocuments(desk.calls);
    QString saved;
    QObject::connect(&draft, &DocumentDraft::saved, [&](const QString& number) { saved = number; });
    draft.save();
    CHECK(saved == QLatin1StringView(kDraftDocument));
    const Call& sent = desk.calls.sent().back();
    CHECK(sent.method == "PATCH");
    CHECK(sent.ifMatch == u"\"3\""_s);
    CHECK(sent.json[u"wishes"_s].toArray()[0].toObject()[u"quantity"_s] == 6);
    CHECK(sent.json[u"facts"_s].toObject()[u"need"_s] == u"新增人员"_s);
}

TEST_CASE("a disposal that is written asks of every thing what the card does not know", "[client][documents]")
{
    Desk desk;
    DocumentDraft draft;
    draft.setProperty("calls", QVariant::fromValue<Calls*>(&desk.calls));
    draft.setKinds(&desk.kinds);
    draft.begin(u"change"_s, u"value"_s, u"U017"_s);
    draft.prefill({{u"reason"_s, u"决算"_s}}, {u"TY2012000310"_s, u"TY2012000310"_s});
    REQUIRE(draft.lines().size() == 1); // the same thing is on it once
    AskedFields* fields = draft.lineFields(0);
    REQUIRE(fields);
    CHECK(fields->has(u"original_yuan"_s));
    CHECK(fields->data(fields->index(0), AskedFields::Before).toString() == u"12,800,000.00"_s);
    CHECK(draft.head()->value(u"reason"_s) == u"决算"_s);
}

TEST_CASE("every register has columns, steps and fields, and what falls due comes first", "[client][registers]")
{
    Desk desk;
    RegisterTypes types;
    types.setCalls(&desk.calls);
    REQUIRE(types.isThere());
    CHECK(types.registers().size() == 6);
    for (const QVariant& one : types.registers()) {
        const QString kind = one.toMap()[u"value"_s].toString();
        CAPTURE(kind.toStdString());
        const QVariantList of = types.typesOf(kind);
        REQUIRE_FALSE(of.isEmpty());
        const QString type = of[0].toMap()[u"value"_s].toString();
        CHECK(types.columns(type).size() > 5);
        CHECK_FALSE(types.newFields(type).isEmpty());
        CHECK_FALSE(types.states(type).isEmpty());
    }
    CHECK(types.dueKey(u"gift"_s) == u"fields/due_on"_s);
    CHECK(types.dueKey(u"hazard"_s) == u"fields/due_on"_s);
    CHECK(types.dueKey(u"vehicle"_s) == u"fields/replace_on"_s);
    CHECK_FALSE(types.partsOf(u"dwelling"_s).isEmpty());
    bool needsReason = false;
    for (const QVariant& field : types.stepFields(u"gift"_s, u"void"_s, {}))
        needsReason = needsReason || field.toMap()[u"isRequired"_s].toBool();
    CHECK(needsReason);
}

TEST_CASE("a reform is carried out only as it was looked at, and not past a problem", "[client][reform]")
{
    Desk desk;
    ReformRun plan;
    plan.setProperty("calls", QVariant::fromValue<Calls*>(&desk.calls));
    plan.preview({{u"kind"_s, u"merge"_s}, {u"unit"_s, u"U017"_s}});
    REQUIRE(plan.isThere());
    CHECK(plan.problems().size() == 2);
    CHECK_FALSE(plan.mayRun());
    plan.run();
    CHECK(desk.calls.sent().back().path == u"/unit-reforms/preview"_s);
    desk.calls.answer("POST", u"/unit-reforms/preview"_s, R"({"unit":{"name":"a"},"cards":3,"problems":[]})");
    desk.calls.answer("POST", u"/unit-reforms"_s, R"({"unit":{"name":"a"},"cards":3,"problems":[]})", 201);
    plan.preview({{u"kind"_s, u"merge"_s}, {u"unit"_s, u"U017"_s}});
    REQUIRE(plan.mayRun());
    plan.forget(); // the order changed
    CHECK_FALSE(plan.mayRun());
    plan.preview({{u"kind"_s, u"merge"_s}, {u"unit"_s, u"U018"_s}});
    plan.run();
    CHECK(plan.isDone());
    CHECK(desk.calls.sent().back().json[u"unit"_s] == u"U018"_s);
}
