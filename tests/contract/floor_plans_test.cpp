#include "schema/cards/attachments.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/floor_plans.h"
#include "schema/premises/space_register.h"
#include "tests/contract/small_space.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A floor with R-101 of U001 and R-201 of U002 on it; the other rooms stay on the building.
struct SmallFloor : SmallSpace {
    explicit SmallFloor(const std::string& backEndName)
        : SmallSpace(backEndName)
    {
        insertRow(*session, "place",
            {{"id", std::int64_t {1010}}, {"code", std::string("B-1-F1")}, {"kind", std::string("floor")},
                {"name", std::string("一号楼一层")}, {"parent_id", std::int64_t {1000}}});
        Query(*session).add("UPDATE place SET parent_id = 1010 WHERE code IN ('R-101', 'R-201')").run();
    }
};

/// The head of a PNG of that size, which is all that is looked at here.
std::string pngHead(char width, char height)
{
    std::string out("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    out += std::string("\0\0\0", 3) + width + std::string("\0\0\0", 3) + height;
    return out + std::string("\x08\0\0\0\0\0\0\0\0", 9);
}

const Instant kDrawnAt {std::chrono::sys_days(std::chrono::year(2026) / 11 / 28)};

std::vector<RoomMark> twoMarks()
{
    return {{"R-101", *parseCorners("0,0 50,40")}, {"R-201", *parseCorners("50,0 100,40")}};
}

} // namespace

TEST_CASE("A floor is drawn, marked, drawn anew and cleared, each at the revision that was seen",
    "[contract][floor_plan]")
{
    SmallFloor registry(GENERATE("sqlite", "mariadb"));
    FloorPlans plans(*registry.session, Scope::everything());
    CHECK(plans.find("B-1-F1")->plan.revision == 0);
    CHECK(plans.picture("B-1-F1").error().subject == "space.no_plan");
    CHECK(plans.mark("B-1-F1", {}, 0, "a", kDrawnAt).error().subject == "space.no_plan");
    CHECK(plans.remove("B-1-F1", 0).error().subject == "space.no_plan");
    const auto drawn = plans.draw("B-1-F1", pngHead(100, 80), 100, 80, 0, "anna", kDrawnAt);
    REQUIRE(drawn);
    CHECK(drawn->plan.revision == 1);
    CHECK(drawn->drawnBy == "anna");
    CHECK(drawn->drawnAt == kDrawnAt);
    CHECK(plans.picture("B-1-F1") == pngHead(100, 80));
    CHECK(plans.draw("B-1-F1", pngHead(100, 80), 100, 80, 0, "b", kDrawnAt).error().subject
        == "space.plan_changed");

    const auto marked = plans.mark("B-1-F1", twoMarks(), 1, "bert", kDrawnAt);
    REQUIRE(marked);
    CHECK(marked->marks == twoMarks());
    CHECK(marked->markedBy == "bert");
    CHECK(plans.mark("B-1-F1", {}, 1, "c", kDrawnAt).error().subject == "space.plan_changed");
    const auto refusal = [&](const std::string& room, const char* corners) {
        return plans.mark("B-1-F1", {{room, *parseCorners(corners)}}, 2, "c", kDrawnAt).error().subject;
    };
    CHECK(refusal("R-102", "0,0 10,10") == "space.mark_room"); // of another floor
    CHECK(refusal("R-999", "0,0 10,10") == "space.mark_room");
    CHECK(refusal("R-101", "0,0 101,10") == "space.mark_outside");

    // A larger edition of the same drawing.
    const auto anew = plans.draw("B-1-F1", pngHead(50, 40), 50, 40, 2, "anna", kDrawnAt);
    REQUIRE(anew);
    CHECK(anew->plan.revision == 3);
    CHECK(cornersText(anew->marks[1].corners) == "25,0 50,0 50,20 25,20");
    CHECK(plans.remove("B-1-F1", 2).error().subject == "space.plan_changed");
    const auto gone = plans.remove("B-1-F1", 3);
    REQUIRE(gone);
    CHECK(gone->plan.revision == 0);
    CHECK(gone->marks.empty());
    CHECK(plans.draw("B-1-F1", pngHead(50, 40), 50, 40, 0, "anna", kDrawnAt)->marks.empty());
}

TEST_CASE("A plan is seen by who has a room on its floor, with the marks of its own rooms",
    "[contract][floor_plan]")
{
    SmallFloor registry(GENERATE("sqlite", "mariadb"));
    FloorPlans bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.draw("B-1-F1", pngHead(100, 80), 100, 80, 0, "a", kDrawnAt));
    REQUIRE(bureau.mark("B-1-F1", twoMarks(), 1, "a", kDrawnAt));
    CHECK(bureau.find("R-101").error().subject == "space.floor_not_found");
    FloorPlans second(*registry.session, Scope::of(Role::UnitClerk, UnitId {2}, DepartmentId {}));
    const auto seen = second.find("B-1-F1");
    REQUIRE(seen);
    REQUIRE(seen->marks.size() == 1);
    CHECK(seen->marks[0].room == "R-201");
    CHECK(second.picture("B-1-F1"));
    CHECK(second.mark("B-1-F1", {}, 2, "b", kDrawnAt).error().subject == "space.not_yours");
    CHECK(second.remove("B-1-F1", 2).error().subject == "space.not_yours");
    CHECK(second.draw("B-1-F1", pngHead(9, 9), 9, 9, 2, "b", kDrawnAt).error().subject == "space.not_yours");
    FloorPlans third(*registry.session, Scope::of(Role::UnitClerk, UnitId {3}, DepartmentId {}));
    CHECK(third.find("B-1-F1").error().subject == "space.floor_not_found");
    CHECK(third.picture("B-1-F1").error().subject == "space.floor_not_found");

    RoomQuery query;
    query.building = "B-1";
    const auto pictureFor = [&](const Scope& scope) {
        BuildingPicture picture
            = pictureOf(SpaceRegister(*registry.session, scope).rooms(query), day("2026-11-28"));
        FloorPlans(*registry.session, scope).addTo(picture);
        return picture;
    };
    const BuildingPicture all = pictureFor(Scope::everything());
    REQUIRE(all.floors.size() == 2);
    CHECK(all.floors[0].plan.width == 100);
    CHECK(all.floors[0].rooms[1].mark == twoMarks()[1].corners);
    CHECK(all.floors[1].plan.revision == 0); // what hangs on the building has no floor to be drawn
    const BuildingPicture own = pictureFor(Scope::of(Role::UnitClerk, UnitId {2}, DepartmentId {}));
    REQUIRE(own.floors.size() == 1);
    REQUIRE(own.floors[0].rooms.size() == 1);
    CHECK(own.floors[0].rooms[0].mark == twoMarks()[1].corners);
}

TEST_CASE("A room that moved to another floor is no longer on the plan", "[contract][floor_plan]")
{
    SmallFloor registry(GENERATE("sqlite", "mariadb"));
    FloorPlans plans(*registry.session, Scope::everything());
    REQUIRE(plans.draw("B-1-F1", pngHead(100, 80), 100, 80, 0, "a", kDrawnAt));
    REQUIRE(plans.mark("B-1-F1", twoMarks(), 1, "a", kDrawnAt));
    Query(*registry.session).add("UPDATE place SET parent_id = 1000 WHERE code = 'R-201'").run();
    const auto left = plans.find("B-1-F1");
    REQUIRE(left->marks.size() == 1);
    CHECK(left->marks[0].room == "R-101");
    RoomQuery query;
    query.building = "B-1";
    BuildingPicture picture
        = pictureOf(readRooms(*registry.session, Scope::everything(), query), day("2026-11-28"));
    plans.addTo(picture);
    for (const PictureRoom& room : picture.floors[1].rooms)
        CHECK(room.mark.empty());
}
