#include "reports/plans/floor_layout.h"
#include "reports/plans/mark_geometry.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;

namespace {

std::vector<Area> areasOf(std::initializer_list<std::int64_t> hundredths)
{
    std::vector<Area> out;
    for (const auto one : hundredths)
        out.push_back(Area::fromHundredths(one));
    return out;
}

/// What is wrong with a layout of these areas, empty = nothing.
std::string wrongWith(const FloorLayout& plan, const std::vector<Area>& areas, const PlanScale& scale)
{
    constexpr double kClose = 1e-6;
    if (plan.rooms.size() != areas.size())
        return "not every room has a place";
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const PlanBox& box = plan.rooms[i];
        const double wanted = static_cast<double>(areas[i].hundredths()) / 100 * scale.perSquareMetre;
        if (std::abs(box.width * box.height - wanted) > wanted * kClose)
            return "room " + std::to_string(i) + " is not as large as its area";
        if (box.x < -kClose || box.y < -kClose || box.x + box.width > plan.width + kClose
            || box.y + box.height > plan.height + kClose)
            return "room " + std::to_string(i) + " is outside";
        if (i > 0 && box.y < plan.rooms[i - 1].y - kClose)
            return "room " + std::to_string(i) + " is out of order";
        for (std::size_t other = 0; other < i; ++other) {
            const PlanBox& b = plan.rooms[other];
            const double wide = std::min(box.x + box.width, b.x + b.width) - std::max(box.x, b.x);
            const double high = std::min(box.y + box.height, b.y + b.height) - std::max(box.y, b.y);
            if (wide > kClose && high > kClose)
                return "rooms " + std::to_string(other) + " and " + std::to_string(i) + " lie on each other";
        }
    }
    return {};
}

} // namespace

TEST_CASE("rooms of a plan are as large as their areas, in their order, and none lies on another", "[plans]")
{
    std::mt19937 random(20261128);
    const auto between = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<Area> areas(static_cast<std::size_t>(between(1, 120)));
        for (Area& area : areas) // now and then a hall
            area = Area::fromHundredths(between(0, 9) == 0 ? between(30'000, 90'000) : between(300, 6'300));
        const PlanScale scale {between(20, 320) * 1.0, between(200, 1400) * 1.0, between(0, 1) * 14.0};
        const FloorLayout plan = layOutFloor(areas, scale);
        CAPTURE(round, areas.size(), scale.widest);
        CHECK(wrongWith(plan, areas, scale).empty());
        CHECK(plan.width <= scale.widest);
    }
}

TEST_CASE("two hundred equal rooms are near to squares, and always lie the same", "[plans]")
{
    const std::vector<Area> areas(200, Area::fromHundredths(1'800));
    const PlanScale scale {300, 900, 14};
    const FloorLayout plan = layOutFloor(areas, scale);
    for (const PlanBox& box : plan.rooms) {
        CHECK(box.width / box.height < 1.7);
        CHECK(box.height / box.width < 1.7);
    }
    const FloorLayout again = layOutFloor(areas, scale);
    for (std::size_t i = 0; i < areas.size(); ++i)
        CHECK(again.rooms[i].x == plan.rooms[i].x);
}

TEST_CASE("a floor of few rooms is not drawn as a thin line", "[plans]")
{
    const FloorLayout plan = layOutFloor(areasOf({2'000}), {100, 1'000, 14});
    CHECK(plan.width < 300);
    CHECK(plan.width / plan.height < 3.3);
}

TEST_CASE("a plan without rooms is empty, and a room without an area is seen all the same", "[plans]")
{
    CHECK(layOutFloor({}, {100, 1'000, 14}).rooms.empty());
    const FloorLayout plan = layOutFloor(areasOf({1'800, 0, 1'800}), {100, 500, 0});
    REQUIRE(plan.rooms.size() == 3);
    CHECK(plan.rooms[1].width * plan.rooms[1].height == Approx(100));
}

TEST_CASE("corridors part the strips that face each other", "[plans]")
{
    const std::vector<Area> areas(40, Area::fromHundredths(1'800));
    const FloorLayout plan = layOutFloor(areas, {300, 700, 14});
    REQUIRE_FALSE(plan.corridors.empty());
    for (const PlanBox& corridor : plan.corridors)
        for (const PlanBox& room : plan.rooms)
            CHECK((room.y + room.height <= corridor.y + 1e-6 || room.y >= corridor.y + corridor.height - 1e-6));
}

TEST_CASE("a plan is scaled so that its floor fills the page and stays on it", "[plans]")
{
    for (const std::size_t count : {1U, 7U, 60U, 200U}) {
        const std::vector<Area> areas(count, Area::fromHundredths(2'150));
        const double scale = scaleToFit(areas, 580, 440, 12);
        const FloorLayout plan = layOutFloor(areas, {scale, 580, 12});
        CHECK(plan.height <= 440.001);
        CHECK(plan.height > 150);
    }
}

TEST_CASE("The words of a room go where it is wide, inside of it", "[floor_plan]")
{
    for (const char* text : {"0,0 100,80", "0,0 20,0 20,60 90,60 90,80 0,80", // an L
             "0,0 90,0 90,20 20,20 20,60 90,60 90,80 0,80", // a C, whose middle lies outside
             "50,0 99,40 50,79 1,40", "10,10 40,70 70,10"}) {
        const auto corners = *parseCorners(text);
        const PlanSpot spot = labelSpot(corners);
        CAPTURE(text, spot.x, spot.y, spot.width, spot.height);
        CHECK(spot.width > 10);
        CHECK(spot.height > 5);
        CHECK(isInside(corners, spot.x, spot.y));
        CHECK(isInside(corners, spot.x - spot.width / 2 + 1, spot.y));
        CHECK(isInside(corners, spot.x + spot.width / 2 - 1, spot.y));
    }
    CHECK(twiceArea(*parseCorners("0,0 100,80")) == 16'000);
    CHECK_FALSE(isInside(*parseCorners("0,0 90,0 90,20 20,20 20,60 90,60 90,80 0,80"), 60, 40));
}
