// Entering and changing a card, against canned answers.
#include "app/client/gallery/registry_answers.h"
#include "app/client/registry/card_form.h"
#include "app/client/registry/card_view.h"
#include "core/cards/card_fields.h"
#include "tests/qml/client_support.h"

#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct Form {
    Form()
    {
        answerRegistry(calls, 10);
        form.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
        form.setProperty("ownUnit", u"U017"_s);
        QObject::connect(&form, &CardForm::saved, [this](const QString& number) { saved = number; });
    }
    [[nodiscard]] QVariant at(const QString& token, FieldList::Role role)
    {
        FieldList& fields = *form.fields();
        for (int row = 0; row < fields.rowCount(); ++row)
            if (fields.data(fields.index(row), FieldList::Token) == token)
                return fields.data(fields.index(row), role);
        return {};
    }
    FakeCalls calls;
    CardForm form;
    QString saved;
};

CallAnswer answered(int status, const QByteArray& json, const QString& code = {}, const QString& problem = {},
    bool passing = false)
{
    return {status, json, u"\"4\""_s, code, problem, passing};
}

} // namespace

TEST_CASE("every field of a card has its place on the screen", "[client][registry]")
{
    for (const CardField& field : cardFields()) {
        CAPTURE(field.token);
        const FieldLook* look = findFieldLook(field.token);
        REQUIRE(look);
        const bool isChosen = look->editing == FieldEditing::Choice || look->editing == FieldEditing::Flag;
        CHECK(isChosen == !choicesOf(field.token).isEmpty());
        const bool isReference = look->editing == FieldEditing::Unit
            || look->editing == FieldEditing::Department || look->editing == FieldEditing::Person
            || look->editing == FieldEditing::Place;
        CHECK(isReference == (field.reference != nullptr));
    }
}

TEST_CASE("a new card says which fields it still needs, and what is wrong with a value", "[client][registry]")
{
    Form form;
    form.form.startNew();
    CHECK(form.at(u"unit"_s, FieldList::Value) == u"U017"_s);
    form.form.set(u"name"_s, u"办公桌"_s);
    form.form.set(u"class_code"_s, u"A05010201"_s);
    form.form.set(u"original_yuan"_s, u"12.345"_s);
    form.form.save({});
    CHECK(form.saved.isEmpty());
    CHECK(form.at(u"acquired_on"_s, FieldList::Problem).toString() != QString());
    CHECK(form.at(u"original_yuan"_s, FieldList::Problem).toString() != QString());
    CHECK(form.at(u"name"_s, FieldList::Problem).toString() == QString());
    for (const Call& call : form.calls.sent())
        CHECK(call.method == "GET");
}

TEST_CASE("the fields follow the kind of card that the class means", "[client][registry]")
{
    Form form;
    form.form.startNew();
    CHECK_FALSE(form.form.fields()->has(u"plate_no"_s));
    form.form.set(u"name"_s, u"小型普通客车"_s);
    form.form.set(u"class_code"_s, u"A02030599"_s);
    CHECK(form.form.fields()->has(u"plate_no"_s));
    CHECK(form.form.fields()->value(u"name"_s) == u"小型普通客车"_s);
    form.form.set(u"class_code"_s, u"A05010201"_s);
    CHECK_FALSE(form.form.fields()->has(u"plate_no"_s));
}

TEST_CASE("a copy starts without what belongs to one thing alone", "[client][registry]")
{
    Form form;
    form.form.startCopy(u"GZ2024000001"_s);
    REQUIRE(form.form.isReady());
    CHECK(form.form.isNew());
    CHECK(form.form.fields()->value(u"name"_s) == u"台式计算机"_s);
    CHECK(form.form.fields()->value(u"serial_no"_s).isEmpty());
    CHECK(form.form.fields()->value(u"voucher_no"_s).isEmpty());
    CHECK_FALSE(form.at(u"original_yuan"_s, FieldList::Locked).toBool());
}

TEST_CASE("a change sends only what changed, with the version that was seen", "[client][registry]")
{
    Form form;
    form.form.startChange(u"GZ2024000001"_s);
    CHECK(form.at(u"original_yuan"_s, FieldList::Locked).toBool()); // a document changes it
    form.form.set(u"original_yuan"_s, u"1"_s);
    form.form.set(u"remark"_s, u"四楼"_s);
    form.form.set(u"brand"_s, {});
    form.calls.answer("PATCH", u"/assets/*"_s, R"({"asset_no":"GZ2024000001","revision":4})");
    form.form.save(u" 搬迁 "_s);
    CHECK(form.saved == u"GZ2024000001"_s);
    const Call& sent = form.calls.sent().back();
    CHECK(sent.ifMatch == u"\"3\""_s);
    CHECK_FALSE(sent.requestKey.isEmpty());
    CHECK(sent.json
        == QJsonObject {{u"remark"_s, u"四楼"_s}, {u"brand"_s, QJsonValue()}, {u"reason"_s, u"搬迁"_s}});
}

TEST_CASE("a save whose answer was lost is sent again as the same save", "[client][registry]")
{
    Form form;
    form.form.startChange(u"GZ2024000001"_s);
    form.form.set(u"remark"_s, u"四楼"_s);
    form.calls.on("PATCH", u"/assets/*"_s,
        [](const Call&) { return answered(0, {}, u"handheld.no_connection"_s, u"连不上"_s, true); });
    form.form.save({});
    const QString first = form.calls.sent().back().requestKey;
    CHECK(form.form.problem() != QString());
    form.form.save({});
    CHECK(form.calls.sent().back().requestKey == first);
    form.form.set(u"remark"_s, u"五楼"_s);
    form.form.save({});
    CHECK(form.calls.sent().back().requestKey != first);
}

TEST_CASE("a change that somebody was faster with is laid beside theirs", "[client][registry]")
{
    Form form;
    form.form.startChange(u"GZ2024000001"_s);
    form.form.set(u"remark"_s, u"我的"_s);
    form.form.set(u"model"_s, u"M1"_s);
    form.calls.on("PATCH", u"/assets/*"_s, [](const Call& call) {
        if (call.ifMatch == u"\"7\""_s)
            return answered(200, R"({"asset_no":"GZ2024000001","revision":8})");
        // They changed the remark as well, and the brand.
        return answered(409,
            R"({"error":{"code":"card.changed"},"current":{"remark":"他们的","brand":"华为","model":"ThinkCentre M920t-D137","name":"台式计算机","revision":7}})",
            u"card.changed"_s, u"已被修改"_s);
    });
    form.form.save({});
    REQUIRE(form.form.conflicts().size() == 1);
    const QVariantMap conflict = form.form.conflicts()[0].toMap();
    CHECK(conflict[u"token"_s] == u"remark"_s);
    CHECK(conflict[u"mine"_s] == u"我的"_s);
    CHECK(conflict[u"theirs"_s] == u"他们的"_s);
    CHECK(form.form.fields()->value(u"brand"_s) == u"华为"_s); // theirs alone

    form.form.choose(u"remark"_s, false);
    form.form.save({});
    CHECK(form.saved == u"GZ2024000001"_s);
    CHECK(form.calls.sent().back().json == QJsonObject {{u"model"_s, u"M1"_s}});
}

TEST_CASE("a refusal stands at the field that it is about", "[client][registry]")
{
    Form form;
    form.form.startChange(u"GZ2024000001"_s);
    form.form.set(u"user"_s, u"P9999"_s, u"王五"_s);
    form.calls.on("PATCH", u"/assets/*"_s, [](const Call&) {
        return answered(404, R"({"error":{"code":"person.not_found","detail":"P9999"}})",
            u"person.not_found"_s, u"没有这个人"_s);
    });
    form.form.save({});
    CHECK(form.at(u"user"_s, FieldList::Problem) == u"没有这个人"_s);
    form.form.set(u"user"_s, u"P0077"_s, u"欧阳"_s);
    CHECK(form.at(u"user"_s, FieldList::Problem) == QString());
}

TEST_CASE("a card shows its groups, history and curve, and lacks what the server lacks", "[client][registry]")
{
    Form world;
    CardView view;
    view.setCalls(&world.calls);
    view.setNumber(u"GZ2024000001"_s);
    REQUIRE(view.isThere());
    CHECK(view.groups().size() == 5); // neither vehicle nor estate
    CHECK(view.net() == u"1,611.10"_s);
    REQUIRE(view.history().size() == 3);
    const QVariantMap newest = view.history()[0].toMap();
    CHECK(newest[u"who"_s] == u"ouyang"_s);
    CHECK(newest[u"fields"_s].toList()[0].toMap()[u"after"_s] == u"四楼新机房 (F4-402)"_s);
    CHECK(view.hasMoreHistory());
    CHECK(view.curve().size() == 73);

    world.calls.refuse("GET", u"/assets/*/value-curve"_s, u"card.not_found"_s, u"404"_s, 404);
    view.reload();
    CHECK(view.curve().isEmpty());
    CHECK(view.problem().isEmpty());
}

TEST_CASE("a new card is offered the classes that its name may mean, until it has one", "[client][registry]")
{
    Form form;
    form.calls.answer("GET", u"/class-suggestions"_s,
        R"({"suggestions":[{"class_code":"A05010201","class_name":"办公桌","score":95},{"class_code":"A05010299","class_name":"其他台、桌类","score":60}]})");
    form.form.startNew();
    form.form.set(u"name"_s, u"办"_s);
    form.form.set(u"name"_s, u"办公桌"_s);
    REQUIRE(waitUntil([&] { return form.form.classSuggestions().size() == 2; }));
    CHECK(form.calls.requests().filter(u"class-suggestions"_s).size() == 1); // once, when the typing ends
    CHECK(form.form.classSuggestions()[0].toMap()[u"text"_s] == u"办公桌 A05010201"_s);
    form.form.set(u"class_code"_s, u"A05010201"_s, u"办公桌"_s);
    CHECK(form.form.classSuggestions().isEmpty());
    CHECK(form.at(u"class_code"_s, FieldList::Shown).toString().startsWith(u"A05010201"_s));
}
