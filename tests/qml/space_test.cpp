// Office space of the client against canned answers: the picture of a building, and what is said of a room.
#include "app/client/forms/one_record.h"
#include "app/client/gallery/space_answers.h"
#include "app/client/premises/building_view.h"
#include "app/client/premises/space_names.h"
#include "tests/qml/client_support.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

struct House {
    explicit House(const QString& building)
    {
        application();
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
    application();
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

TEST_CASE("rooms of the pool that are proposed are what a request asks for", "[client][space]")
{
    application();
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
    proposed.setQuery({{u"everybody"_s, u"true"_s}, {u"empty"_s, QString()}});
    REQUIRE(waitUntil([&] { return !proposed.isBusy(); }));
    CHECK(calls.sent().back().query.toString() == u"everybody=true"_s);
}
