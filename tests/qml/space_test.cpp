// Office space of the client against canned answers: the picture of a building, and what is said of a room.
#include "app/client/forms/one_record.h"
#include "app/client/gallery/space_answers.h"
#include "app/client/premises/building_view.h"
#include "app/client/premises/plan_marking.h"
#include "app/client/premises/space_names.h"
#include "reports/plans/mark_geometry.h"
#include "tests/qml/client_support.h"

#include <QJsonArray>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct House {
    explicit House(const QString& building)
    {
        answerSpace(calls);
        view.setCalls(&calls);
        view.setWidth(700);
        view.setBuilding(building);
        settle();
    }
    void settle()
    {
        REQUIRE(waitUntil([this] { return !view.isBusy(); }));
    }
    FakeCalls calls;
    BuildingView view;
};

} // namespace

TEST_CASE("a building is floors of rooms, the highest first, and every room can be found by a tap", "[client][space]")
{
    House house(u"C01-1"_s);
    REQUIRE(house.view.isThere());
    REQUIRE(house.view.floorCount() == 7);
    CHECK(house.view.floorAt(0)[u"label"_s] == u"5层"_s);
    CHECK(house.view.floorAt(5)[u"label"_s] == u"地下1层"_s);
    CHECK_FALSE(house.view.legend().isEmpty());
    for (std::size_t floor = 0; floor < 7; ++floor) {
        const auto& boxes = house.view.layoutOf(floor).rooms;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            CHECK(house.view.roomAt(static_cast<int>(floor), boxes[i].x + boxes[i].width / 2,
                      boxes[i].y + boxes[i].height / 2)
                == QString::fromStdString(house.view.picture().floors[floor].rooms[i].room.code));
    }
    CHECK(house.view.roomAt(0, -5, -5).isEmpty());
    CHECK(house.view.roomAt(99, 5, 5).isEmpty());
}

TEST_CASE("arrow keys go through all rooms of a building and never out of it", "[client][space]")
{
    House house(u"C01-1"_s);
    house.view.step(1, 0);
    const QString first = house.view.selected();
    CHECK_FALSE(first.isEmpty());
    QSet<QString> seen {first};
    for (int i = 0; i < 200; ++i) {
        house.view.step(1, 0);
        seen.insert(house.view.selected());
    }
    std::size_t rooms = 0;
    for (const PictureFloor& floor : house.view.picture().floors)
        rooms += floor.rooms.size();
    CHECK(static_cast<std::size_t>(seen.size()) == rooms);
    for (int i = 0; i < 200; ++i)
        house.view.step(-1, 0);
    CHECK(house.view.selected() == first);
    for (int i = 0; i < 100; ++i)
        house.view.step(0, 1);
    CHECK(house.view.selectedFloor() == 6);
    for (int i = 0; i < 100; ++i)
        house.view.step(0, -1);
    CHECK(house.view.selectedFloor() == 0);
    CHECK_FALSE(house.view.spoken(house.view.selected()).isEmpty());
}

TEST_CASE("every colouring has a word for every room, and a floor of two hundred fits the width", "[client][space]")
{
    House house(u"C02-1"_s);
    for (const QVariant& one : house.view.colours()) {
        house.view.setColour(one.toMap()[u"value"_s].toString());
        for (const QVariant& entry : house.view.legend())
            CHECK_FALSE(entry.toMap()[u"name"_s].toString().isEmpty());
        for (std::size_t i = 0; i < house.view.picture().floors[0].rooms.size(); ++i)
            CHECK(house.view.entryOf(0, i).rooms > 0);
    }
    CHECK(house.view.layoutOf(0).width <= 700);
    const qreal high = house.view.layoutOf(0).height;
    house.view.setScale(0.5);
    CHECK(house.view.layoutOf(0).height < high);
    house.view.setWidth(336);
    CHECK(house.view.layoutOf(0).width <= 336);
}

TEST_CASE("a building that has no width yet has no places, and can be asked all the same", "[client][space]")
{
    House house(u"C01-1"_s);
    house.view.setWidth(0);
    house.view.setSelected(u"C01-1-303"_s);
    CHECK(house.view.selectedFloor() >= 0);
    CHECK(house.view.selectedY() == 0);
    house.view.step(0, 1);
    CHECK(house.view.selected() == u"C01-1-303"_s);
    CHECK(house.view.roomAt(0, 5, 5).isEmpty());
}

TEST_CASE("a building without rooms is empty, and one that is not reached says why", "[client][space]")
{
    House house(u"C03-1"_s);
    CHECK(house.view.isEmpty());
    house.view.step(1, 0);
    CHECK(house.view.selected().isEmpty());
    house.calls.setOffline(true);
    house.view.setBuilding(u"C01-1"_s);
    house.settle();
    CHECK_FALSE(house.view.problem().isEmpty());
    CHECK_FALSE(house.view.isThere());
}

TEST_CASE("a room says who holds it, who uses it and who is on paper as three", "[client][space]")
{
    const SpaceNames names;
    const QVariantMap room {{u"held_by"_s, QVariantMap {{u"name"_s, u"甲局"_s}}}, {u"used_by"_s, QVariantMap {{u"name"_s, u"乙局"_s}}},
        {u"on_paper"_s, QVariantList {QVariantMap {{u"name"_s, u"丙局"_s}}}}, {u"use_certificate"_s, u"凭1"_s},
        {u"usable_m2"_s, u"20.00"_s}, {u"seats"_s, QVariantList {QVariantMap(), QVariantMap(), QVariantMap()}}};
    const QVariantList who = names.whoRows(room);
    REQUIRE(who.size() == 3);
    CHECK(who[0].toMap()[u"value"_s].toString().startsWith(u"甲局"_s));
    CHECK(who[1].toMap()[u"value"_s] == u"乙局"_s);
    CHECK(who[1].toMap()[u"tone"_s] == u"warning"_s); // another than who holds it
    CHECK(who[2].toMap()[u"value"_s].toString().startsWith(u"丙局"_s));
    CHECK(names.areaRows(room)[1].toMap()[u"value"_s] == u"6.67 m²"_s); // a person, half up
    CHECK(names.whoRows({}).size() == 3); // nobody is said too
}

TEST_CASE(
    "what a unit may have is told down to the floor area, and what of its own lies idle", "[client][space]")
{
    const SpaceNames names;
    const auto values = [&](const QVariantMap& unit) {
        QStringList out;
        for (const QVariant& one : names.checkRows(unit))
            out.push_back(one.toMap()[u"value"_s].toString());
        return out.join(u'|');
    };
    const QVariantMap limit {{u"floor_m2"_s, u"1036.66"_s}, {u"ancillary_floor_m2"_s, u"111.00"_s}};
    const QString told
        = values({{u"limit"_s, limit}, {u"idle_m2"_s, u"24.90"_s}, {u"leased_m2"_s, u"0.00"_s}});
    CHECK(told.contains(u"1036.66"_s));
    CHECK(told.contains(u"111.00"_s));
    CHECK(told.contains(u"24.90"_s));
    CHECK_FALSE(told.contains(u"0.00 "_s));
    CHECK_FALSE(values({}).contains(u"111.00"_s));
}

TEST_CASE("rooms of the pool that are proposed are what a request asks for", "[client][space]")
{
    FakeCalls calls;
    answerSpace(calls);
    OneRecord proposed;
    proposed.setCalls(&calls);
    proposed.setParts({u"space"_s, u"units"_s, {}, u"proposal"_s});
    CHECK_FALSE(proposed.isBusy()); // for no unit nothing is asked
    proposed.setParts({u"space"_s, u"units"_s, u"U017"_s, u"proposal"_s});
    REQUIRE(waitUntil([&] { return !proposed.isBusy(); }));
    REQUIRE(proposed.isThere());
    const SpaceNames names;
    CHECK(names.poolRooms(proposed.value()) == QStringList {u"C01-1-305"_s});
    CHECK(names.poolArea(proposed.value()) == u"17.50"_s);
    CHECK(names.proposalRows(proposed.value()).size() == 5);
    // For whoever stays where he is, nothing is exchanged, rented or built.
    CHECK_FALSE(names.beyondPool(proposed.value()).isEmpty());
    QVariantMap staying = proposed.value();
    staying[u"unmet"_s] = QVariantList {
        QVariantMap {{u"staying"_s, true}, {u"most_m2"_s, u"9.00"_s}, {u"people"_s, QVariantList()}}};
    CHECK(names.beyondPool(staying).isEmpty());
    proposed.setQuery({{u"everybody"_s, u"true"_s}, {u"empty"_s, QString()}});
    REQUIRE(waitUntil([&] { return !proposed.isBusy(); }));
    CHECK(calls.sent().back().query.toString() == u"everybody=true"_s);
}

TEST_CASE("what a proposal leads to is named document by document, and what leads to none", "[client][space]")
{
    FakeCalls calls;
    answerSpace(calls);
    OneRecord plan;
    plan.setCalls(&calls);
    plan.setParts({u"space"_s, u"proposal"_s, u"documents"_s});
    REQUIRE(waitUntil([&] { return plan.isThere(); }));
    const SpaceNames names;
    const QVariantList rows = names.draftRows(plan.value());
    REQUIRE(rows.size() == 6); // three drafts, who moves within, what finds none, what a document has already
    CHECK(rows[1].toMap()[u"subtitle"_s].toString().contains(u"35.00"));
    CHECK(rows[5].toMap()[u"subtitle"_s].toString().contains(u"YF-2026-000017"));
    CHECK(names.draftRows({}).isEmpty());
    CHECK_FALSE(names.leadsToDocuments({}));
    CHECK(names.leadsToDocuments({{u"given_back"_s, QVariantList {QVariantMap()}}}));
    const auto within = [](bool isOther) {
        return QVariantMap {
            {u"rooms"_s, QVariantList {QVariantMap {{u"means"_s, u"own"_s}, {u"other_unit"_s, isOther}}}}};
    };
    CHECK_FALSE(names.leadsToDocuments(within(false)));
    CHECK(names.leadsToDocuments(within(true)));
}

TEST_CASE(
    "a use certificate stands, is to be reissued, or is void and says what replaced it", "[client][space]")
{
    FakeCalls calls;
    answerSpace(calls);
    OneRecord held;
    held.setCalls(&calls);
    held.setParts({u"space"_s, u"units"_s, u"U017"_s, u"use-certificates"_s});
    REQUIRE(waitUntil([&] { return held.isThere(); }));
    const QVariantList rows = SpaceNames().certificateRows(held.value());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].toMap()[u"isCurrent"_s].toBool());
    CHECK_FALSE(rows[0].toMap()[u"isChanged"_s].toBool());
    CHECK(rows[1].toMap()[u"isChanged"_s].toBool());
    CHECK_FALSE(rows[2].toMap()[u"isCurrent"_s].toBool());
    CHECK(rows[2].toMap()[u"subtitle"_s].toString().contains(u"YP-2026-000009"));
}

TEST_CASE("a room is offered the states that are entered by hand, by who has it", "[space]")
{
    const SpaceNames names;
    const auto states = [&](const QVariantMap& room) {
        QStringList out;
        for (const QVariant& one : names.statesByHand(room))
            out.push_back(one.toMap()[u"value"_s].toString());
        return out;
    };
    const QVariantMap unit {{u"code"_s, u"U001"_s}};
    CHECK(states({{u"state"_s, u"allocated"_s}, {u"used_by"_s, unit}})
        == QStringList {u"allocated"_s, u"repair"_s, u"idle"_s, u"converted"_s, u"unsafe"_s});
    CHECK(states({{u"state"_s, u"repair"_s}})
        == QStringList {
            u"available"_s, u"repair"_s, u"idle"_s, u"leased"_s, u"converted"_s, u"unsafe"_s, u"removed"_s});
    CHECK(states({{u"state"_s, u"vacating"_s}, {u"used_by"_s, unit}})
              .contains(u"vacating"_s)); // what it is now
    const QVariantMap changed {{u"story"_s,
        QVariantMap {{u"changes"_s,
            QVariantList {QVariantMap {{u"field"_s, u"state"_s}, {u"was"_s, u"allocated"_s},
                {u"became"_s, u"repair"_s}, {u"reason"_s, u"屋面漏水"_s}, {u"actor"_s, u"space01"_s},
                {u"on"_s, u"2026-11-28"_s}}}}}}};
    REQUIRE(names.historyRows(changed).size() == 1);
    CHECK(names.historyRows(changed).front().toMap()[u"subtitle"_s].toString().contains(u"屋面漏水"_s));
}

namespace {

/// The second floor of C04-1, of whose twelve rooms eleven are marked on a plan of 1500 by 960.
struct Sheet : House {
    Sheet()
        : House(u"C04-1"_s)
    {
        marking.setCalls(&calls);
        marking.setView(&view);
        marking.setFloor(u"C01-1-F2"_s);
    }
    [[nodiscard]] std::string cornersOf(const char* room) const
    {
        const auto found = marking.marks().find(room);
        return found == marking.marks().end() ? "" : cornersText(found->second);
    }
    void pull(qreal fromX, qreal fromY, qreal toX, qreal toY)
    {
        marking.press(fromX, fromY, 20);
        marking.drag((fromX + toX) / 2, (fromY + toY) / 2);
        marking.drag(toX, toY);
        marking.release();
    }
    PlanMarking marking;
};

} // namespace

TEST_CASE("a floor is drawn on its plan, with what is not marked below, and to area when that is wished",
    "[client][space][plan]")
{
    House house(u"C04-1"_s);
    REQUIRE(house.view.hasPlans());
    CHECK(house.view.floorAt(0)[u"onPlan"_s].toBool());
    CHECK(house.view.floorAt(0)[u"unmarked"_s] == 1);
    CHECK_FALSE(house.view.floorAt(1)[u"onPlan"_s].toBool());
    REQUIRE(waitUntil([&] { return !house.view.drawingOf(0).isNull(); }));
    const FloorSheet& sheet = house.view.sheetOf(0);
    CHECK(sheet.size == QSizeF(700, 448));
    for (std::size_t i = 0; i < 12; ++i) {
        const PictureRoom& room = house.view.picture().floors[0].rooms[i];
        const PlanBox& box = house.view.layoutOf(0).rooms[i];
        const PlanSpot spot = labelSpot(room.mark);
        const QPointF at = room.mark.empty() ? QPointF(box.x + box.width / 2, box.y + box.height / 2)
                                             : QPointF(spot.x, spot.y) * 700 / 1500;
        CAPTURE(room.room.code);
        CHECK(house.view.roomAt(0, at.x(), at.y()) == QString::fromStdString(room.room.code));
    }
    CHECK(house.view.layoutOf(0).rooms[11].y > sheet.below);
    CHECK(house.view.roomAt(0, 400, 200).isEmpty()); // the corridor
    // Beside the L, inside the box round it.
    CHECK(house.view.roomAt(0, 373, 280) != house.view.roomAt(0, 330, 400));
    house.view.setSelected(u"C01-1-201"_s);
    house.view.step(0, 1);
    CHECK(house.view.selected() == u"C01-1-207"_s); // across the corridor
    house.view.setScale(2);
    CHECK(house.view.sheetOf(0).size.width() == 1400);
    house.view.setOnPlan(false);
    CHECK_FALSE(house.view.floorAt(0)[u"onPlan"_s].toBool());
    CHECK(house.view.roomAt(0, 5, 5) == u"C01-1-201"_s);
}

TEST_CASE("a room is marked by a rectangle that joins its neighbours, and the next one is offered",
    "[client][space][plan]")
{
    Sheet sheet;
    CHECK(sheet.marking.room() == u"C01-1-212"_s); // the one that is missing
    CHECK_FALSE(sheet.marking.isChosenMarked());
    sheet.pull(1324, 64, 1452, 728); // the stairs; its left edge is near the wall of a room
    CHECK(sheet.cornersOf("C01-1-212") == "1320,60 1452,60 1452,730 1320,730");
    CHECK(sheet.marking.isChanged());
    CHECK(sheet.marking.room() == u"C01-1-212"_s); // no other is left
    sheet.pull(1452, 730, 1400, 600); // a corner takes its neighbours along
    CHECK(sheet.cornersOf("C01-1-212") == "1320,60 1400,60 1400,600 1320,600");
    sheet.pull(1360, 300, 1380, 320); // the whole of it
    CHECK(sheet.cornersOf("C01-1-212") == "1340,80 1420,80 1420,620 1340,620");
    sheet.pull(1360, 300, 9999, 9999); // as far as the sheet goes, in its shape
    CHECK(sheet.cornersOf("C01-1-212") == "1420,420 1500,420 1500,960 1420,960");
    for (int i = 0; i < 4; ++i)
        sheet.marking.undo();
    CHECK(sheet.cornersOf("C01-1-212").empty());
    CHECK_FALSE(sheet.marking.isChanged());
    sheet.marking.redo();
    CHECK(sheet.cornersOf("C01-1-212") == "1320,60 1452,60 1452,730 1320,730");
    sheet.marking.press(100, 100, 20); // a tap chooses what lies there
    sheet.marking.release();
    CHECK(sheet.marking.room() == u"C01-1-201"_s);
}

TEST_CASE("a mark is bent into any shape, but never into one that crosses itself", "[client][space][plan]")
{
    Sheet sheet;
    sheet.marking.choose(u"C01-1-201"_s);
    sheet.marking.bend(165, 330, 20); // on its lower edge
    CHECK(sheet.cornersOf("C01-1-201") == "60,60 270,60 270,330 165,330 60,330");
    sheet.pull(165, 330, 165, 250);
    CHECK(sheet.cornersOf("C01-1-201") == "60,60 270,60 270,330 165,250 60,330");
    sheet.pull(165, 250, 165, 20); // through the upper edge
    CHECK(sheet.cornersOf("C01-1-201") == "60,60 270,60 270,330 165,250 60,330");
    CHECK_FALSE(sheet.marking.problem().isEmpty());
    sheet.marking.bend(165, 250, 20); // the corner again
    CHECK(sheet.cornersOf("C01-1-201") == "60,60 270,60 270,330 60,330");
    sheet.marking.bend(165, 200, 20); // in the middle of the room there is no edge
    CHECK(sheet.cornersOf("C01-1-201") == "60,60 270,60 270,330 60,330");
}

TEST_CASE("keys alone mark a room, and a row of steps is taken back at once", "[client][space][plan]")
{
    Sheet sheet;
    sheet.marking.nudge(1, 0, false); // a room without a mark gets one
    REQUIRE(sheet.marking.isChosenMarked());
    const std::string first = sheet.cornersOf("C01-1-212");
    sheet.marking.nudge(1, 0, false);
    sheet.marking.nudge(0, 1, true);
    CHECK(sheet.cornersOf("C01-1-212") != first);
    sheet.marking.undo();
    CHECK_FALSE(sheet.marking.isChosenMarked());
    for (int i = 0; i < 2000; ++i)
        sheet.marking.nudge(-1, -1, false);
    CHECK(sheet.cornersOf("C01-1-212").starts_with("0,0 "));
    for (int i = 0; i < 2000; ++i)
        sheet.marking.nudge(-1, -1, true); // never to nothing
    CHECK(checkMark({"x", sheet.marking.marks().at("C01-1-212")}, 1500, 960));
    sheet.marking.step(1);
    CHECK(sheet.marking.room() == u"C01-1-201"_s);
    sheet.marking.step(-1);
    CHECK(sheet.marking.room() == u"C01-1-212"_s);
    sheet.marking.erase();
    CHECK_FALSE(sheet.marking.isChosenMarked());
}

TEST_CASE("marks are sent at the revision that was seen, and what was drawn survives a refusal",
    "[client][space][plan]")
{
    Sheet sheet;
    sheet.pull(1330, 100, 1450, 700);
    sheet.calls.refuse("PUT", u"/space/floors/*/plan/marks"_s, u"request.old_revision"_s, u"changed"_s, 409);
    sheet.marking.save();
    REQUIRE(waitUntil([&] { return !sheet.marking.isBusy() && !sheet.view.isBusy(); }));
    CHECK(sheet.marking.problem() == u"changed"_s);
    CHECK(sheet.marking.isChanged());
    sheet.calls.answer("PUT", u"/space/floors/*/plan/marks"_s, "{}");
    sheet.marking.save();
    REQUIRE(waitUntil([&] { return !sheet.marking.isBusy() && !sheet.view.isBusy(); }));
    const auto sent = std::find_if(sheet.calls.sent().rbegin(), sheet.calls.sent().rend(),
        [](const Call& call) { return call.method == "PUT"; });
    REQUIRE(sent != sheet.calls.sent().rend());
    CHECK(sent->path == u"/space/floors/C01-1-F2/plan/marks"_s);
    CHECK(sent->ifMatch == u"\"3\""_s);
    CHECK(sent->json[u"marks"_s].toArray().size() == 12);
    CHECK(sheet.marking.problem().isEmpty());
    sheet.marking.sendDrawing(QUrl::fromLocalFile(u"/nonexistent.svg"_s));
    CHECK_FALSE(sheet.marking.problem().isEmpty());
}
