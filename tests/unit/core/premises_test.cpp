#include "core/premises/place_names.h"
#include "core/premises/repair_rank.h"
#include "core/premises/room_change.h"
#include "core/premises/room_finding.h"
#include "core/premises/take_back.h"
#include "core/premises/unit_space_use.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/values/calendar.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

Seat seat(const char* rank, SeatKind kind = SeatKind::Main)
{
    Seat out;
    out.person = {1, "P001", "张三"};
    out.rank = rank;
    out.kind = kind;
    out.from = day("2022-01-31");
    return out;
}

RoomLine office(std::string_view usable, std::vector<Seat> seats)
{
    RoomLine out;
    out.room = {1, "R-1", "101室"};
    out.usedBy = {7, "U007", "第七局"};
    out.heldBy = out.usedBy;
    out.usable = m2(usable);
    out.state = RoomState::Allocated;
    out.seats = std::move(seats);
    for (std::size_t i = 0; i < out.seats.size(); ++i)
        out.seats[i].person.id = static_cast<std::int64_t>(i) + 1;
    return out;
}

} // namespace

TEST_CASE("rows of the standard that are not in force are never used", "[premises]")
{
    const ReferenceTable table(embeddedTable("office_standard"));
    std::size_t old = 0;
    std::array<std::size_t, kOrganLevels.size()> inForce {};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto level = parseToken(kOrganLevels, table.cell(row, "organ_level"), "office.level");
        if (table.cell(row, "kind") != "office_per_person" || !level || table.cell(row, "value").empty())
            continue;
        const auto& limits = OfficeStandard::current().limitsOf(*level);
        const bool isUsed = std::any_of(limits.begin(), limits.end(), [&](const OfficeLimit& one) {
            return one.post == table.cell(row, "post_zh") && one.limit == m2(table.cell(row, "value"));
        });
        CAPTURE(table.cell(row, "post_zh"));
        if (table.cell(row, "in_force") == "no") {
            ++old;
            CHECK_FALSE(isUsed);
        } else {
            CHECK(isUsed);
            ++inForce[static_cast<std::size_t>(*level)];
        }
    }
    CHECK(old == 4);
    for (const auto& level : kOrganLevels)
        CHECK(OfficeStandard::current().limitsOf(level.value).size()
            == inForce[static_cast<std::size_t>(level.value)]);
}

TEST_CASE("the worked cases of rooms hold with the people in them", "[premises]")
{
    CHECK(judged(office("21.60", {seat("副处级")})).over == m2("3.60"));
    CHECK(judged(office("20.00", {seat("正处级")})).over == Area()); // 12 of 1999 would say over
    const RoomFinding two = judged(office("18.00", {seat("科员"), seat("科员")}));
    CHECK_FALSE(two.isOver());
    CHECK(two.isShared);
    CHECK(judged(office("30.00", {seat("科员"), seat("科员"), seat("科员")})).over == m2("3.00"));
    RoomLine head = office("28.00", {seat("正处级")});
    head.toilet = m2("5.00");
    const RoomFinding finding = judged(head);
    CHECK(finding.over == m2("4.00"));
    CHECK(finding.toiletForbidden);
    CHECK(overGroundsZh(finding) == "超出核定面积 4.00 ㎡；不得设卫生间");
}

TEST_CASE("a second room has to be below the limit and not at it", "[premises]")
{
    CHECK_FALSE(judged(office("17.99", {seat("副处级", SeatKind::Second)})).isOver());
    const RoomFinding at = judged(office("18.00", {seat("副处级", SeatKind::Second)}));
    CHECK(at.secondTooLarge);
    CHECK(at.over == Area());
    CHECK(at.isOver());
}

TEST_CASE("whoever is seconded or has left has no limit of his own", "[premises]")
{
    CHECK(judged(office("18.00", {seat("科员"), seat("科员", SeatKind::Seconded)})).over == m2("9.00"));
    RoomLine room = office("9.00", {seat("科员")});
    room.seats[0].inPost = false;
    CHECK(judged(room).over == m2("9.00"));
}

TEST_CASE("nothing is judged where nobody sits or the limit is not known", "[premises]")
{
    const RoomFinding empty = judged(office("30.00", {}));
    CHECK_FALSE(empty.isOver());
    CHECK(empty.isUnoccupied);
    RoomLine town = office("30.00", {seat("乡级正职")});
    town.seats[0].level = OrganLevel::Township;
    CHECK_FALSE(judged(town).isJudged);
    RoomLine meeting = office("60.00", {});
    meeting.kind = RoomKind::Service;
    CHECK_FALSE(judged(meeting).isUnoccupied);
}

TEST_CASE("the limit of a unit follows from its posts, entered or counted", "[premises]")
{
    UnitFacts unit;
    unit.established = 30;
    unit.posts = {{"正处级", 1}, {"副处级", 3}, {"科员", 26}};
    const auto space = calculateSpace(unit);
    REQUIRE(space);
    CHECK(space->space.offices == m2("312"));
    CHECK(space->space.service == m2("240"));
    CHECK(space->space.net == m2("601.68"));
    CHECK(space->space.floor == m2("1036.66"));
    // Without posts by rank: leaders in post count, the rest of the establishment is at the lowest limit.
    unit.posts.clear();
    unit.people = {{"正处级", 1}, {"副处级", 3}, {"科员", 20}};
    CHECK(calculateSpace(unit)->space == space->space);
    unit.established = 250;
    unit.posts = {{"正处级", 2}, {"副处级", 6}, {"科员", 242}};
    CHECK(calculateSpace(unit, BuildingHeight::HighRise, OfficeStandard::current().canteenOf(250))->space.floor
        == m2("8406.35"));
}

TEST_CASE("a unit is told what it uses beside what it may have", "[premises]")
{
    UnitFacts unit;
    unit.unit = {7, "U007", "第七局"};
    unit.established = 2;
    unit.people = {{"正处级", 1}, {"科员", 1}};
    RoomLine service = office("20.00", {});
    service.kind = RoomKind::Service;
    RoomLine leased = office("50.00", {});
    leased.state = RoomState::Leased;
    const UnitSpaceUse use
        = sumUp(unit, std::vector<RoomLine> {office("30.00", {seat("正处级")}), office("9.00", {}), service, leased});
    CHECK(use.areaOf(RoomKind::Office) == m2("39.00"));
    CHECK(use.roomsOf(RoomKind::Office) == 2);
    CHECK(use.totalArea() == m2("59.00"));
    CHECK(use.leased == m2("50.00"));
    CHECK(use.overOffice == m2("6.00")); // 39 - (24 + 9)
    CHECK(use.overService == m2("4.00")); // 20 - 2 x 8
    CHECK(use.unoccupied == 1);
    CHECK(use.overRooms == 1);
    CHECK(use.ranks == std::array<std::int64_t, 5> {0, 0, 1, 0, 1});
}

TEST_CASE("people per room are told where the area alone would mislead", "[premises]")
{
    const std::vector<RoomLine> rooms {office("24.20", {seat("科员"), seat("科员")}),
        office("24.96", {seat("正处级")}), office("20.00", {})};
    CHECK(peoplePerRoomHundredths(rooms) == 150);
    CHECK(peoplePerRoomHundredths({}) == 0);
}

TEST_CASE("whoever leaves gives the room back within a month, and is told before and after", "[premises]")
{
    RoomLine room = office("9.00", {seat("科员")});
    room.seats[0].endedOn = day("2022-01-31");
    room.seats[0].ground = SeatEnd::Left;
    const auto of = [&](const char* on) { return takeBacksOf(room, day(on)).front(); };
    CHECK(of("2022-02-01").due == day("2022-02-28"));
    CHECK(of("2022-02-01").urgency == Urgency::Open);
    CHECK(of("2022-02-13").urgency == Urgency::Near);
    CHECK(of("2022-02-28").urgency == Urgency::Near);
    CHECK(of("2022-03-01").urgency == Urgency::Overdue);
    room.seats[0].inPost = false;
    room.seats[0].endedOn.reset();
    room.seats[0].ground.reset();
    CHECK(of("2022-03-01").urgency == Urgency::Undated);
}

TEST_CASE("second posts, space above the limit and ended bodies have terms of their own", "[premises]")
{
    RoomLine second = office("10.00", {seat("副处级", SeatKind::Second)});
    second.seats[0].from = day("2022-01-01");
    second.seats[0].endedOn = day("2022-12-31");
    second.seats[0].ground = SeatEnd::SecondPost;
    CHECK(takeBacksOf(second, day("2023-01-01")).front().due == day("2023-02-28"));

    RoomLine over = office("21.60", {seat("副处级")});
    const auto item = takeBacksOf(over, day("2022-02-01")).front();
    CHECK(item.ground == TakeBackGround::OverStandard);
    CHECK(item.area == m2("3.60"));
    CHECK(item.due == day("2022-07-31"));
    over.overDeadline = day("2022-03-31");
    CHECK(takeBacksOf(over, day("2022-02-01")).front().due == day("2022-03-31"));

    RoomLine ended = office("9.00", {});
    ended.holderEndedOn = day("2022-03-01");
    CHECK(takeBacksOf(ended, day("2022-04-01")).front().due == day("2022-06-01"));
    ended.vacateBy = day("2022-04-15"); // what the bureau said goes before the term
    REQUIRE(takeBacksOf(ended, day("2022-04-01")).size() == 1);
    CHECK(takeBacksOf(ended, day("2022-04-01")).front().ground == TakeBackGround::Vacating);
}

TEST_CASE("repairs are ranked by safety, then by age, then by what they cost", "[premises]")
{
    const auto request = [](const char* no, const char* hazard, std::optional<std::int64_t> year, int yuan) {
        RepairLine out;
        out.applicationNo = no;
        out.state = "applied";
        out.hazard = hazard;
        out.lastRepairYear = year;
        out.estimate = Money::fromFen(yuan * 100);
        return out;
    };
    RepairLine decided = request("WX-0", "d", 1990, 5);
    decided.state = "approved";
    const auto ranked = rankRepairs({decided, request("WX-1", "b", 2001, 10), request("WX-2", "", 2015, 20),
        request("WX-3", "d", 2020, 90), request("WX-4", "c", 2010, 50), request("WX-5", "c", 2010, 40),
        request("WX-6", "c", std::nullopt, 60)});
    std::vector<std::string> order;
    for (const RankedRepair& one : ranked)
        order.push_back(one.line.applicationNo);
    CHECK(order == std::vector<std::string> {"WX-3", "WX-6", "WX-5", "WX-4", "WX-2", "WX-1"});
    CHECK(ranked[0].reasonZh == "安全等级 D，上次维修 2020");
    CHECK(ranked[2].before == Money::fromFen(150'00));
    CHECK(rankRepairs({}).empty());

    // Where the request names no year, the ledger does: the building was repaired in 2019 by another request.
    RepairLine done = request("WX-7", "", std::nullopt, 5);
    done.state = "accepted";
    done.building.id = 4;
    done.acceptedOn = day("2019-05-01");
    RepairLine next = request("WX-8", "c", std::nullopt, 5);
    next.building.id = 4;
    CHECK(rankRepairs({done, next}).front().reasonZh == "安全等级 C，上次维修 2019");
    next.lastRepairYear = 2021;
    CHECK(rankRepairs({done, next}).front().reasonZh == "安全等级 C，上次维修 2021");

    // What old cards have for a grade may be more than its letter, or no grade at all.
    next.hazard = "c级";
    CHECK(rankRepairs({next}).front().reasonZh == "安全等级 C，上次维修 2021");
    next.hazard = "危房";
    CHECK(rankRepairs({next}).front().reasonEn == "not appraised, last repaired 2021");
}

TEST_CASE("a place is called at each level what the levels above do not say already", "[premises]")
{
    const auto placed = [](const char* compound, const char* building, const char* floor) {
        RoomLine room = office("20.00", {});
        room.compound.name = compound;
        room.building.name = building;
        room.floor.name = floor;
        RoomPlace out = placeOf(room);
        out.room.clear();
        return out;
    };
    const RoomPlace own {"市级机关第一办公区", "1号办公楼", "1层"};
    CHECK(placed("市级机关第一办公区", "市级机关第一办公区1号办公楼", "1号办公楼1层") == own);
    CHECK(
        placed("市级机关第一办公区", "市级机关第一办公区1号办公楼", "市级机关第一办公区1号办公楼1层") == own);
    CHECK(placed("市级机关第一办公区", "1号办公楼", "1层") == own);
    CHECK(placed("市级机关第一办公区", "市级机关第一办公区 1号办公楼", "市级机关第一办公区-1层") == own);

    // Fewer levels: no compound, no floor, neither.
    CHECK(placed("", "市档案馆", "市档案馆三层") == RoomPlace {"", "市档案馆", "三层"});
    CHECK(placed("市委大院", "市委大院东楼", "") == RoomPlace {"市委大院", "东楼", ""});
    CHECK(placed("", "市档案馆", "") == RoomPlace {"", "市档案馆", ""});
    CHECK(placed("市委大院", "", "市委大院三层") == RoomPlace {"市委大院", "", "三层"});

    // What would leave next to nothing stays whole, and so does what only looks alike.
    CHECK(placed("市委大院", "市委大院", "1F") == RoomPlace {"市委大院", "市委大院", "1F"});
    CHECK(placed("中山路1号", "1号楼", "1号楼顶").building == "1号楼");
    CHECK(placed("中山路1号", "1号楼", "1号楼顶").floor == "1号楼顶");
}

TEST_CASE("a room is put right outside of documents as far as nobody is put out by it", "[premises]")
{
    const auto to = [](RoomState state) {
        RoomChange change;
        change.state = state;
        change.reason = "屋面漏水";
        return change;
    };
    const RoomLine seated = office("18.00", {seat("副处级")});
    RoomLine had = office("18.00", {});
    RoomLine pool = office("18.00", {});
    pool.usedBy = {};
    pool.heldBy = {};
    pool.state = RoomState::Available;

    // Whoever sits there comes back after a repair; nothing else is entered over his head.
    REQUIRE(changedRoom(seated, to(RoomState::Repair)));
    CHECK(changedRoom(seated, to(RoomState::Repair))->state == RoomState::Repair);
    CHECK(changedRoom(seated, to(RoomState::Unsafe)));
    for (const RoomState state :
        {RoomState::Idle, RoomState::Converted, RoomState::Leased, RoomState::Removed, RoomState::Available})
        CHECK(changedRoom(seated, to(state)).error().subject == "space.state_held");
    CHECK(changedRoom(had, to(RoomState::Idle)));
    CHECK(changedRoom(had, to(RoomState::Removed)).error().subject == "space.state_held");
    for (const RoomState state :
        {RoomState::Repair, RoomState::Idle, RoomState::Leased, RoomState::Converted, RoomState::Removed})
        CHECK(changedRoom(pool, to(state)));

    // Back to what follows from who has it.
    had.state = RoomState::Repair;
    CHECK(changedRoom(had, to(RoomState::Allocated))->state == RoomState::Allocated);
    pool.state = RoomState::Repair;
    CHECK(changedRoom(pool, to(RoomState::Available))->state == RoomState::Available);
    CHECK(changedRoom(pool, to(RoomState::Allocated)).error().subject == "space.state_by_document");
    CHECK(changedRoom(pool, to(RoomState::Vacating)).error().subject == "space.state_by_document");
    had.state = RoomState::Vacating; // a document has it in hand
    CHECK(changedRoom(had, to(RoomState::Allocated)).error().subject == "space.state_by_document");
    had.state = RoomState::Allocated;

    RoomChange measured;
    measured.usable = m2("17.40");
    CHECK(changedRoom(seated, measured).error().subject == "space.change_reason");
    measured.reason = "复测";
    CHECK(changedRoom(seated, measured)->usable == m2("17.40"));
    measured.toilet = m2("17.41");
    CHECK(changedRoom(seated, measured).error().subject == "room.parts_exceed");
    measured.usable = Area();
    CHECK(changedRoom(seated, measured).error().subject == "space.room_area");
    RoomChange kind;
    kind.reason = "改作会议室";
    CHECK(changedRoom(had, kind).error().subject == "space.change_nothing");
    kind.kind = RoomKind::Service;
    kind.serviceKind = "会议";
    CHECK(changedRoom(seated, kind).error().subject == "space.kind_seated");
    REQUIRE(changedRoom(had, kind));
    CHECK(changedRoom(had, kind)->serviceKind == "会议");
}

TEST_CASE("a room is called by the number on its door, by its code where its name says none", "[premises]")
{
    const auto number = [](const char* code, const char* name, const char* floor = "") {
        return roomNumber({1, code, name}, {2, "C01-1", "第一办公区1号办公楼"}, {3, "C01-1-F1", floor});
    };
    CHECK(number("C01-1-101", "1号办公楼101室") == "101");
    CHECK(number("C01-1-101", "第一办公区1号办公楼1层101室", "第一办公区1号办公楼1层") == "101");
    CHECK(number("C01-1-101", "101") == "101");
    CHECK(number("C01-1-101", "一楼值班室") == "101");
    CHECK(number("C01-1-101", "") == "101");
    CHECK(number("A-305", "资产管理科办公室") == "A-305");
    CHECK(number("", "值班室") == "值班室");
}
