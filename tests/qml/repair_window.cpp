// A room that comes back, and a building that is mended through the five unified steps, each from its first
// step to its last. The pages of the program in a real window over a real server.
#include "tests/qml/desk.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

QString today() { return QDate::currentDate().toString(Qt::ISODate); }

/// The first room that has to come back as a whole, with somebody's name on it.
QJsonObject dueRoom(Desk& desk)
{
    for (const auto& one : desk.get(u"/space/due"_s).json()[u"due"].toArray())
        if (const QJsonObject due = one.toObject(); due[u"area_m2"] != u"0.00"_s)
            return due;
    return {};
}

/// The parent of the unit agrees where the route asks for it.
void signAbove(Desk& desk, const QString& number)
{
    if (desk.view().json()[u"step"].toString() != u"dept_review"_s)
        return;
    desk.hire("parent1", "asset_officer", desk.view().json()[u"supervising"].toObject()[u"code"].toString());
    desk.sitDown(u"parent1"_s);
    desk.approve(number);
}

} // namespace

TEST_CASE("a room that is due comes back on the screen, and stands in the pool", "[window][vacate]")
{
    City city(45, 600);
    Desk desk(city);
    desk.hire("section1", "space_section");
    desk.hire("section2", "space_section");
    desk.sitDown(u"section1"_s);
    const QString room = dueRoom(desk)[u"room"].toString();
    REQUIRE_FALSE(room.isEmpty());

    // The section sees what is due, and begins from there.
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"due"_s);
    desk.picture(u"vacate-due"_s);
    desk.show("dueRoom", room);
    desk.tap(u"takeBack"_s);
    desk.wait(u"documentForm"_s);
    const QString number = desk.saveDraft(u"space"_s);
    CHECK(desk.view().json()[u"facts"].toObject()[u"rooms"].toString() == room);
    desk.file();

    // Another of the section decides, with a day to be out by.
    desk.sitDown(u"section2"_s);
    desk.approve(number, {{u"fact/vacate_by"_s, QDate::currentDate().addDays(30).toString(Qt::ISODate)}});
    REQUIRE(desk.view().state() == u"approved"_s);
    CHECK(desk.get(u"/space/rooms/"_s + room).json()[u"state"].toString() == u"vacating"_s);
    desk.picture(u"vacate-decided"_s);

    desk.sitDown(u"section1"_s);
    desk.open(number);
    desk.act(u"execute"_s);
    desk.act(u"close"_s, {{u"fact/handed_over_on"_s, today()}});
    REQUIRE(desk.view().state() == u"closed"_s);
    desk.saveForm();
    const QJsonObject back = desk.get(u"/space/rooms/"_s + room).json();
    CHECK(back[u"state"].toString() == u"available"_s);
    CHECK(back[u"used_by"].isNull());
    CHECK(back[u"held_by"].isNull());
    CHECK(back[u"seats"].toArray().isEmpty());
    for (const auto& one : desk.get(u"/space/due"_s).json()[u"due"].toArray())
        CHECK(one.toObject()[u"room"].toString() != room);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"due"_s);
    desk.resize(800, 1100);
    desk.picture(u"vacate-tablet"_s);
}

TEST_CASE("a building is mended in the five unified steps on the screen", "[window][repair]")
{
    City city(45, 600);
    Desk desk(city);
    for (const char* one : {"section1", "section2", "section3"})
        desk.hire(one, "space_section");
    desk.sitDown(u"section1"_s);
    const QJsonObject room = desk.get(u"/space/rooms"_s).json()[u"rooms"].toArray().first().toObject();
    const QString building = room[u"building"].toObject()[u"code"].toString();
    const QString unit = desk.units().front();
    REQUIRE_FALSE(building.isEmpty());
    desk.hire("clerk1", "unit_clerk", unit);
    desk.hire("officer1", "asset_officer", unit);

    // 申报: the unit asks.
    desk.sitDown(u"clerk1"_s);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"repairs"_s);
    desk.tap(u"newRepair"_s);
    desk.wait(u"documentForm"_s);
    desk.fill(u"building"_s, building);
    desk.fill(u"repair_kind"_s, u"part"_s);
    desk.fill(u"parts"_s, u"屋面"_s);
    desk.fill(u"area_m2"_s, u"120"_s);
    desk.fill(u"estimate_yuan"_s, u"80000"_s);
    desk.fill(u"faults"_s, u"渗漏"_s);
    const QString number = desk.saveDraft(u"repair"_s);
    desk.picture(u"repair-request"_s);
    desk.file();
    desk.sitDown(u"officer1"_s);
    desk.approve(number);
    signAbove(desk, number);

    // 查勘: who was there, when, what they found, and the photos.
    desk.sitDown(u"section1"_s);
    desk.open(number);
    REQUIRE(desk.view().json()[u"step"].toString() == u"site_inspection"_s);
    CHECK(desk.view().open().join(u'|').contains(u"查勘照片"_s));
    desk.attach(u"inspection_photos"_s, city.paper());
    CHECK_FALSE(desk.view().open().join(u'|').contains(u"查勘照片"_s));
    desk.approve(number,
        {{u"fact/inspected_on"_s, today()}, {u"fact/inspected_by"_s, u"甲、乙"_s},
            {u"fact/finding"_s, u"屋面防水层老化"_s}});
    desk.picture(u"repair-inspected"_s);
    // 规划 and 审批.
    desk.sitDown(u"section2"_s);
    desk.approve(number,
        {{u"fact/plan_year"_s, QString::number(QDate::currentDate().year())}, {u"fact/plan_rank"_s, u"1"_s}});
    desk.sitDown(u"section3"_s);
    desk.approve(number, {{u"fact/approved_yuan"_s, u"75000"_s}, {u"fact/approved_m2"_s, u"110"_s}});
    REQUIRE(desk.view().state() == u"approved"_s);

    // 实施: contract, acceptance, settlement.
    desk.sitDown(u"clerk1"_s);
    desk.open(number);
    desk.act(u"execute"_s,
        {{u"fact/procurement"_s, u"询价"_s}, {u"fact/contractor"_s, u"某建筑公司"_s},
            {u"fact/started_on"_s, today()}});
    desk.attachMissing();
    desk.act(u"close"_s,
        {{u"fact/finished_on"_s, today()}, {u"fact/accepted_on"_s, today()}, {u"fact/accepted_by"_s, u"丙"_s},
            {u"fact/settled_yuan"_s, u"74000"_s}, {u"fact/capitalised"_s, u"no"_s}});
    REQUIRE(desk.view().state() == u"closed"_s);
    desk.picture(u"repair-closed"_s);
    desk.saveForm();

    desk.sitDown(u"section1"_s);
    bool isThere = false;
    for (const auto& one : desk.get(u"/repairs"_s).json()[u"repairs"].toArray())
        if (const QJsonObject repair = one.toObject(); repair[u"application_no"] == number) {
            isThere = true;
            CHECK(repair[u"state"].toString() == u"accepted"_s);
            CHECK(repair[u"settled_yuan"].toString() == u"74000.00"_s);
        }
    CHECK(isThere);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"repairs"_s);
    desk.show("repair", number);
    desk.picture(u"repair-ledger"_s);
    desk.resize(800, 1100);
    desk.picture(u"repair-ledger-tablet"_s);
}
