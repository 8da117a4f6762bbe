#include "core/premises/building_picture.h"

#include "core/values/calendar.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

RoomLine room(const char* code, const char* floor, Reference unit, const char* m2 = "18.00")
{
    RoomLine out;
    static std::int64_t id = 0;
    out.room = {++id, code, "一号楼" + std::string(code).substr(3) + "室"};
    out.building = {1, "B1", "一号楼"};
    out.floor = {2, std::string("B1-") + floor, std::string("一号楼") + floor};
    out.usable = *Area::parse(m2);
    out.usedBy = std::move(unit);
    out.state = RoomState::Allocated;
    return out;
}

} // namespace

TEST_CASE("a floor says which it is in any of the ways offices write it", "[premises]")
{
    const auto level = [](const char* name, const char* code = "X") { return floorLevel({1, code, name}); };
    CHECK(level("三层") == 3);
    CHECK(level("1号办公楼12层") == 12);
    CHECK(level("十层") == 10);
    CHECK(level("二十一楼") == 21);
    CHECK(level("地下一层") == -1);
    CHECK(level("1号楼负2层") == -2);
    CHECK(level("B2") == -2);
    CHECK(level("屋面", "C01-1-F3") == 3);
    CHECK_FALSE(level("夹层"));
    CHECK_FALSE(level("", ""));
}

TEST_CASE("rooms come in the order of their numbers", "[premises]")
{
    CHECK(comesBefore("101", "1001"));
    CHECK(comesBefore("A-2", "A-10"));
    CHECK_FALSE(comesBefore("A-10", "A-2"));
    CHECK(comesBefore("A-07", "A-8"));
    CHECK_FALSE(comesBefore("A-8", "A-8"));
    CHECK(comesBefore("A", "A-1"));
}

TEST_CASE("a picture has its floors as they stand and says of a room what the colours need", "[premises]")
{
    std::vector<RoomLine> rooms {room("B1-1001", "十层", {5, "U1", "甲局"}), room("B1-102", "一层", {}),
        room("B1-11", "地下一层", {}), room("B1-101", "一层", {5, "U1", "甲局"}, "21.60"),
        room("B1-900", "夹层", {6, "U2", "乙局"})};
    rooms[3].seats.push_back({1, {9, "P1", "张三"}, "副处级", "副局长", "", OrganLevel::Municipal, true,
        SeatKind::Main, day("2020-01-01"), {}, {}});
    RoomLine loose = room("B1-D", "", {});
    loose.floor = {};
    rooms.push_back(loose);
    const BuildingPicture picture = pictureOf(rooms, day("2026-11-28"));

    std::vector<std::string> floors;
    for (const PictureFloor& floor : picture.floors)
        floors.push_back(floor.label);
    CHECK(floors == std::vector<std::string> {"十层", "一层", "地下一层", "夹层", ""});
    const PictureFloor& first = picture.floors[1];
    REQUIRE(first.rooms.size() == 2);
    CHECK(first.rooms[0].label == "101");
    CHECK(first.rooms[0].isOver);
    CHECK(first.rooms[0].over == *Area::parse("3.60"));
    CHECK(first.rooms[0].urgency == Urgency::Overdue); // half a year from the day he moved in
    CHECK_FALSE(first.rooms[1].urgency);
    CHECK(first.usable == *Area::parse("39.60"));
    CHECK(pictureOf({}, day("2026-11-28")).floors.empty());
    for (RoomLine& line : rooms)
        line.building.name = "第一办公区一号楼";
    const BuildingPicture longer = pictureOf(rooms, day("2026-11-28"));
    CHECK(longer.floors[1].label == "一层");
    CHECK(longer.floors[1].rooms[0].label == "101");
}

TEST_CASE("a legend names what is in the picture only, and counts it", "[premises]")
{
    std::vector<RoomLine> rooms {room("B1-101", "一层", {5, "U1", "甲局"}), room("B1-102", "一层", {}),
        room("B1-103", "一层", {6, "U2", "乙局"}, "40.00")};
    rooms[1].state = RoomState::Available;
    const BuildingPicture picture = pictureOf(rooms, day("2026-11-28"));
    const PictureLegend units = legendOf(picture, PictureColour::Unit);
    REQUIRE(units.entries.size() == 3);
    CHECK(units.entries[0].nameZh == "乙局"); // the largest first
    CHECK(units.entries[0].mark == "A");
    CHECK(units.entries[2].nameZh == "未分配");
    CHECK(units.of[0] == std::vector<std::size_t> {1, 2, 0});
    const PictureLegend states = legendOf(picture, PictureColour::State);
    REQUIRE(states.entries.size() == 2);
    CHECK(states.entries[0].nameZh == "可分配");
    CHECK(states.entries[1].rooms == 2);
}

TEST_CASE("no two units of a picture look alike, and what is too many shares one look", "[premises]")
{
    const auto legendWith = [](int units) {
        std::vector<RoomLine> rooms;
        for (int i = 0; i < units; ++i)
            rooms.push_back(room(("B1-" + std::to_string(100 + i)).c_str(), "一层",
                {i + 1, "U" + std::to_string(100 + i), "单位" + std::to_string(i)}));
        return legendOf(pictureOf(rooms, day("2026-11-28")), PictureColour::Unit);
    };
    CHECK(legendWith(21).entries.size() == 21);
    CHECK(legendWith(21).entries.back().rooms == 1);
    CHECK(legendWith(22).entries.back().nameZh == "其他 1 个单位");
    const PictureLegend legend = legendWith(30);
    REQUIRE(legend.entries.size() == 22);
    CHECK(legend.entries.back().nameZh == "其他 9 个单位");
    CHECK(legend.entries.back().rooms == 9);
    for (std::size_t i = 0; i < legend.entries.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            CHECK((legend.entries[i].tint != legend.entries[k].tint
                || legend.entries[i].pattern != legend.entries[k].pattern));
}
