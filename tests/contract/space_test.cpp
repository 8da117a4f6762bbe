#include "core/base/text_length.h"
#include "core/premises/building_picture.h"
#include "core/premises/room_finding.h"
#include "core/premises/seat_service.h"
#include "core/premises/take_back.h"
#include "core/values/calendar.h"
#include "schema/premises/room_entry.h"
#include "schema/premises/room_story.h"
#include "schema/premises/soci_seat_store.h"
#include "schema/premises/space_register.h"
#include "schema/repositories/unit_reforms.h"
#include "tests/contract/document_desk.h"
#include "tests/contract/small_space.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallSpace;

namespace {

struct Seats {
    Seats(Session& session, const Scope& scope)
        : store(session, scope)
        , service(store, scope, day("2026-11-28"))
        , space(session, scope)
    {
    }
    SociSeatStore store;
    SeatService service;
    SpaceRegister space;
};

} // namespace

TEST_CASE("A room tells who holds it, who uses it and who is on paper, as three", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    const auto room = bureau.store.room("R-101");
    REQUIRE(room);
    CHECK(room->heldBy.code == "U002"); // by its use certificate
    CHECK(room->usedBy.code == "U001");
    REQUIRE(room->onPaper.size() == 1);
    CHECK(room->onPaper.front().code == "U003");
    CHECK(room->certificates == std::vector<std::string> {"湘（2022）怀化市不动产权第0000001号"});
    CHECK(room->building.code == "B-1");
    CHECK(room->usable == Area::fromHundredths(2160));
}

TEST_CASE("A room tells its story as far as the scope reaches", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2022-03-01"), {}}));
    REQUIRE(bureau.service.giveBack("R-101", "P101", day("2022-09-01")));
    const auto room = bureau.store.room("R-101");
    REQUIRE(room);
    const RoomStory all = readStory(*registry.session, Scope::everything(), room->room);
    REQUIRE(all.holds.size() == 2);
    CHECK(all.holds[0].certificateNo == "凭2022-1"); // the newest first
    CHECK(all.holds[1].vacatedOn == day("2022-04-01"));
    REQUIRE(all.seats.size() == 1);
    CHECK(all.seats[0].to == day("2022-09-01"));
    const RoomStory own
        = readStory(*registry.session, Scope::of(Role::UnitClerk, UnitId {2}, DepartmentId {}), room->room);
    REQUIRE(own.holds.size() == 1);
    CHECK(own.holds[0].unit.code == "U002");
    CHECK(own.seats.empty()); // of another unit
}

TEST_CASE("The picture of a building has the rooms that the scope reaches", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.space.building("B-1"));
    CHECK(bureau.space.building("R-101").error().subject == "space.building_not_found");
    RoomQuery query;
    query.building = "B-1";
    const BuildingPicture picture = pictureOf(bureau.space.rooms(query), day("2026-11-28"));
    REQUIRE(picture.floors.size() == 1); // its rooms hang on the building
    CHECK(picture.floors[0].rooms.size() == 5);
    const Scope clerk = Scope::of(Role::UnitClerk, UnitId {2}, DepartmentId {});
    const auto named = namedRooms(*registry.session, clerk, {"R-201", "R-101"});
    REQUIRE(named.size() == 2);
    CHECK(named[0].usable == Area::fromHundredths(3000));
    CHECK(named[1].room.code == "R-101"); // of another unit: its code alone
    CHECK(named[1].usable == Area());
    CHECK(named[1].usedBy.id == 0);
    SpaceRegister own(*registry.session, clerk);
    CHECK(pictureOf(own.rooms(query), day("2026-11-28")).floors[0].rooms.size() == 1);
}

TEST_CASE("A seat makes a room judged, and nobody has two main rooms", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    const auto seated = bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2022-03-01"), {}});
    REQUIRE(seated);
    CHECK(judged(*seated).limit == Area::fromHundredths(900));
    CHECK(judged(*seated).over == Area::fromHundredths(1260));
    const auto again = bureau.service.seat({"R-102", "P101", SeatKind::Main, day("2022-03-01"), {}});
    REQUIRE_FALSE(again);
    CHECK(again.error().subject == "space.seated");
    const auto second = bureau.service.seat({"R-102", "P101", SeatKind::Second, day("2022-03-01"), {}});
    REQUIRE_FALSE(second);
    CHECK(second.error().subject == "space.second_approval");
    CHECK(bureau.service.seat({"R-102", "P101", SeatKind::Second, day("2022-03-01"), "怀机管〔2022〕8号"}));
    const auto hall = bureau.service.seat({"R-201", "P102", SeatKind::Main, day("2022-03-01"), {}});
    REQUIRE_FALSE(hall);
    CHECK(hall.error().subject == "space.not_office");
    const auto pool = bureau.service.seat({"R-401", "P102", SeatKind::Main, day("2022-03-01"), {}});
    REQUIRE_FALSE(pool);
    CHECK(pool.error().subject == "space.not_in_use");
}

TEST_CASE("A seat ends, is due, and is given back; then the person is free", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2022-03-01"), {}}));
    REQUIRE_FALSE(bureau.service.end("R-101", "P101", SeatEnd::Left, day("2022-02-01")));
    const auto ended = bureau.service.end("R-101", "P101", SeatEnd::Left, day("2022-06-30"));
    REQUIRE(ended);
    CHECK(ended->seats.front().endedOn == day("2022-06-30"));
    const auto free = bureau.service.giveBack("R-101", "P101", day("2022-07-15"));
    REQUIRE(free);
    CHECK(free->seats.empty());
    const auto ranks = [&] { return bureau.space.facts("U001")->people; };
    const auto seekers = [&] { return bureau.space.seekers(std::vector<std::int64_t> {1}, true); };
    const auto isSought = [](const std::vector<SeatSeeker>& all) {
        return std::any_of(
            all.begin(), all.end(), [](const SeatSeeker& one) { return one.person.code == "P101"; });
    };
    const auto counted = [](const std::vector<RankCount>& all) {
        std::int64_t out = 0;
        for (const RankCount& one : all)
            out += one.count;
        return out;
    };
    // Whoever left counts for no limit and is looked for no room, until he is there again.
    const auto without = counted(ranks());
    CHECK_FALSE(isSought(seekers()));
    CHECK(bureau.service.seat({"R-102", "P101", SeatKind::Main, day("2022-07-16"), {}}));
    CHECK(counted(ranks()) == without + 1);
    CHECK(isSought(seekers()));
    // The end of a secondment takes nobody's post.
    REQUIRE(bureau.service.seat({"R-101", "P101", SeatKind::Seconded, day("2022-08-01"), {}}));
    REQUIRE(bureau.service.end("R-101", "P101", SeatEnd::Left, day("2022-09-01")));
    CHECK(isSought(seekers()));
}

TEST_CASE("Nothing is entered of a seat before its day has come", "[contract][space]")
{
    SmallSpace registry("sqlite");
    Seats bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2022-03-01"), {}}));
    const auto ahead = day("2026-11-29");
    CHECK(bureau.service.end("R-101", "P101", SeatEnd::Left, ahead).error().subject == "space.day_ahead");
    CHECK(bureau.service.giveBack("R-101", "P101", ahead).error().subject == "space.day_ahead");
    CHECK(bureau.service.end("R-101", "P101", SeatEnd::Left, day("2026-11-28")));
}

TEST_CASE("A room is above the limit since somebody went, not since the others came", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    REQUIRE(bureau.service.seat({"R-102", "P101", SeatKind::Main, day("2022-03-01"), {}}));
    REQUIRE(bureau.service.seat({"R-102", "P102", SeatKind::Main, day("2022-03-01"), {}}));
    CHECK(takeBacksOf(*bureau.store.room("R-102"), day("2026-11-28")).empty()); // 18 for two
    REQUIRE(bureau.service.end("R-102", "P101", SeatEnd::Left, day("2026-10-15")));
    const auto due = takeBacksOf(*bureau.store.room("R-102"), day("2026-11-28"));
    REQUIRE(due.size() == 2);
    CHECK(due[0].ground == TakeBackGround::Left);
    CHECK(due[0].urgency == Urgency::Overdue);
    CHECK(due[0].area == Area()); // the other one keeps the room
    CHECK(due[1].ground == TakeBackGround::OverStandard);
    CHECK(due[1].since == day("2026-10-15"));
    CHECK(due[1].due == day("2027-04-15"));
    CHECK(due[1].area == Area::fromHundredths(900));
    CHECK(overGroundsZh(due[1].finding) == "超出核定面积 9.00 ㎡");
    REQUIRE(bureau.service.giveBack("R-102", "P101", day("2026-11-20")));
    const auto after = takeBacksOf(*bureau.store.room("R-102"), day("2026-11-28"));
    REQUIRE(after.size() == 1);
    CHECK(after[0].since == day("2026-11-20"));
    // The last one leaves: the room comes back as a whole, and that is all there is to it.
    REQUIRE(bureau.service.end("R-102", "P102", SeatEnd::Left, day("2026-11-25")));
    const auto last = takeBacksOf(*bureau.store.room("R-102"), day("2026-11-28"));
    REQUIRE(last.size() == 1);
    CHECK(last[0].ground == TakeBackGround::Left);
    CHECK(last[0].area == Area::fromHundredths(1800));
}

TEST_CASE(
    "The rooms of an abolished body come back, and what units had before stays theirs", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Session& session = *registry.session;
    SpaceRegister space(session, Scope::everything());
    const auto reform = [&](ReformKind kind, const char* unit, const char* into) {
        ReformOrder order;
        order.kind = kind;
        order.unit = unit;
        order.successor = into;
        order.paperNo = "怀编〔2026〕2号";
        order.on = day("2026-10-01");
        return UnitReforms(session).carryOut(order, "system", kDeskNow, false);
    };
    const auto done = reform(ReformKind::Abolish, "U002", "U003");
    INFO((done ? "" : done.error().subject + " " + done.error().detail));
    REQUIRE(done);
    const RoomLine room = *Seats(session, Scope::everything()).store.room("R-101");
    CHECK(room.heldBy.code == "U002");
    CHECK(room.holderEndedOn == day("2026-10-01"));
    const auto due = takeBacksOf(room, day("2026-11-28"));
    REQUIRE(due.size() == 1);
    CHECK(due[0].ground == TakeBackGround::Abolished);
    CHECK(due[0].due == day("2027-01-01"));
    // Whoever is merged goes on in the other; what it had before is still told of it.
    REQUIRE(reform(ReformKind::Merge, "U003", "U001"));
    const auto held = space.allocations({});
    REQUIRE(held.size() == 2);
    CHECK(held[0].certificateNo == "凭2019-1");
    CHECK(held[0].unit.code == "U003");
}

TEST_CASE("A reason is noted of a room above the standard only, and never over another's", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    const auto within = bureau.service.note("R-101", "待调整", std::nullopt);
    REQUIRE_FALSE(within);
    CHECK(within.error().subject == "space.not_over");
    REQUIRE(bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2022-03-01"), {}}));
    const auto before = *bureau.store.room("R-101");
    CHECK(bureau.service.note("R-101", manyCharacters(kLongestNote + 1), std::nullopt).error().subject
        == "text.too_long");
    const auto noted = bureau.service.note("R-101", "隔断施工中", day("2022-09-01"));
    REQUIRE(noted);
    CHECK(noted->overReason == "隔断施工中");
    CHECK(noted->overDeadline == day("2022-09-01"));
    CHECK(bureau.store.note(before, "another", std::nullopt).error().subject == "space.changed");
}

TEST_CASE("A unit sees its own rooms and changes those only", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats third(*registry.session, Scope::ofUnit(UnitId {3}));
    CHECK(third.space.rooms({}).size() == 1);
    CHECK(third.store.room("R-101").error().subject == "space.room_not_found");
    CHECK(third.space.facts("U001").error().subject == "unit.not_found");
    Seats first(*registry.session, Scope::ofUnitAndSubordinates(UnitId {1}));
    REQUIRE(first.store.room("R-201")); // of a unit below
    const auto below = first.service.giveBack("R-201", "P101", day("2022-07-15"));
    REQUIRE_FALSE(below);
    CHECK(below.error().subject == "space.not_yours");
}

TEST_CASE("Posts by rank add up to the establishment", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    CHECK(bureau.service.setPosts("U001", {{"正处级", 1}, {"科员", 8}}).error().subject == "space.posts");
    const auto facts = bureau.service.setPosts("U001", {{"正处级", 1}, {"科员", 9}});
    REQUIRE(facts);
    CHECK(calculateSpace(*facts)->space.offices == Area::fromHundredths(24'00 + 9 * 9'00));
    CHECK(bureau.service.setPosts("U001", {})->posts.empty());
}

TEST_CASE("Allocations of a year name who held the room before", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Seats bureau(*registry.session, Scope::everything());
    const auto year = bureau.space.allocations({day("2022-01-01"), day("2022-12-31"), {}, {}});
    REQUIRE(year.size() == 1);
    CHECK(year.front().unit.code == "U002");
    CHECK(year.front().before.code == "U003");
    CHECK(year.front().usable == Area::fromHundredths(2160));
    CHECK(bureau.space.publish(day("2022-12-20")) == 1);
    CHECK(bureau.space.publish(day("2022-12-21")) == 0); // once a year
    CHECK(bureau.space.allocations({{}, {}, {}, "凭2022-1"}).front().publishedOn == day("2022-12-20"));
    CHECK(bureau.space.publish(day("2023-12-20")) == 1);
    CHECK(bureau.space.buildings().size() == 1);
    CHECK(bureau.space.buildings().front().rooms == 5);
}

TEST_CASE("What is put right of a room stands in its story, with the reason", "[contract][space]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Session& session = *registry.session;
    const Instant now = std::chrono::sys_days(day("2026-11-28")) + std::chrono::hours(1);
    RoomChange change;
    change.state = RoomState::Repair;
    change.usable = m2("21.40");
    change.reason = "屋面漏水，复测面积";
    const auto done = changeRoom(session, "R-101", change, "space01", now);
    REQUIRE(done);
    CHECK(done->state == RoomState::Repair);
    CHECK(done->usable == m2("21.40"));
    CHECK(done->heldBy.code == "U002"); // whose it is stays
    const RoomStory story = readStory(session, Scope::everything(), done->room);
    REQUIRE(story.changes.size() == 2);
    CHECK(story.changes[0].field == "usable_m2"); // the newest first
    CHECK(story.changes[0].was == "21.60");
    CHECK(story.changes[0].became == "21.40");
    CHECK(story.changes[1].field == "state");
    CHECK(story.changes[1].was == "allocated");
    CHECK(story.changes[1].reason == "屋面漏水，复测面积");
    CHECK(story.changes[1].actor == "space01");
    CHECK(story.changes[1].at == now);
    // Nobody is seated in a room that is out of use, and no proposal has it.
    Seats bureau(session, Scope::everything());
    CHECK(bureau.service.seat({"R-101", "P101", SeatKind::Main, day("2026-03-01"), {}}).error().subject
        == "space.not_in_use");
    RoomChange away;
    away.state = RoomState::Removed;
    away.reason = "拆除";
    CHECK(changeRoom(session, "R-101", away, "space01", now).error().subject == "space.state_held");
    CHECK(changeRoom(session, "none", away, "space01", now).error().subject == "space.room_not_found");
    away.reason = manyCharacters(kLongestNote + 1);
    away.state = RoomState::Idle;
    CHECK(changeRoom(session, "R-101", away, "space01", now).error().subject == "text.too_long");
    CHECK(readStory(session, Scope::everything(), done->room).changes.size() == 2);
}
