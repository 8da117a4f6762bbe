#include "core/rules/office_area.h"
#include "core/rules/office_standard.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

Area limit(OrganLevel level, std::string_view rank)
{
    return OfficeStandard::current().limitOf(level, rank).value().limit;
}

OfficeFinding assess(std::string_view usable, std::vector<Area> limits, std::string_view toilet = "0")
{
    return assessOffice(
        {m2(usable), m2(toilet), std::move(limits), false}, OfficeStandard::current().toiletLimit());
}

const Area kHead = m2("24");
const Area kDeputy = m2("18");
const Area kStaff = m2("9");

} // namespace

TEST_CASE("over area is what is above the limits of the people in the room", "[office]")
{
    CHECK(assess("21.60", {kDeputy}).over == m2("3.60"));
    CHECK(assess("18.00", {kStaff, kStaff}).over == Area());
    CHECK(assess("30.00", {kStaff, kStaff, kStaff}).over == m2("3.00"));
    CHECK(assess("30.00", {kStaff, kStaff, kStaff}).limit == m2("27.00"));
    CHECK(assess("12.00", {}).over == m2("12.00"));
}

TEST_CASE("a toilet counts inside the limit and a bureau head may not have one", "[office]")
{
    const OfficeFinding finding = assess("28.00", {kHead}, "5.00");
    CHECK(finding.over == m2("4.00"));
    CHECK(finding.toiletForbidden);
    CHECK_FALSE(OfficeStandard::current().mayHaveToilet(OrganLevel::Municipal, "正处级"));
}

TEST_CASE("an allowed toilet has a limit of its own", "[office]")
{
    const OfficeFinding finding = assessOffice({m2("42"), m2("7.50"), {m2("42")}, true}, m2("6"));
    CHECK_FALSE(finding.toiletForbidden);
    CHECK(finding.toiletOver == m2("1.50"));
    CHECK(finding.over == Area());
}

TEST_CASE("private toilets are for named posts only", "[office]")
{
    const OfficeStandard& standard = OfficeStandard::current();
    CHECK(standard.toiletLimit() == m2("6"));
    CHECK(standard.mayHaveToilet(OrganLevel::Municipal, "市级正职"));
    CHECK_FALSE(standard.mayHaveToilet(OrganLevel::Municipal, "市级副职"));
    CHECK(standard.mayHaveToilet(OrganLevel::County, "县级正职"));
    CHECK_FALSE(standard.mayHaveToilet(OrganLevel::County, "正科级"));
    CHECK(standard.mayHaveToilet(OrganLevel::Provincial, "省级副职"));
    CHECK(standard.mayHaveToilet(OrganLevel::Provincial, "正厅级"));
    CHECK_FALSE(standard.mayHaveToilet(OrganLevel::Provincial, "副厅级"));
    CHECK(standard.mayHaveToilet(OrganLevel::Central, "部级副职"));
    CHECK_FALSE(standard.mayHaveToilet(OrganLevel::Central, "正司级"));
    CHECK_FALSE(standard.mayHaveToilet(OrganLevel::Township, "乡级正职"));
}

TEST_CASE("the limits of 2014 are in force and those of 1999 are not", "[office]")
{
    CHECK(limit(OrganLevel::Municipal, "正局(处)级") == kHead);
    CHECK(assess("20.00", {limit(OrganLevel::Municipal, "正处级")}).over == Area());
    CHECK(limit(OrganLevel::Municipal, "直属机关局(处)级") == kStaff); // a row of 1999, with 12
    CHECK(limit(OrganLevel::Municipal, "市级正职") == m2("42"));
    CHECK(limit(OrganLevel::Municipal, "市级副职") == m2("30"));
}

TEST_CASE("the rank and the level of the organ pick the limit", "[office]")
{
    const auto [level, rank, area] = GENERATE(table<OrganLevel, std::string, std::string>({
        {OrganLevel::Municipal, "正处级", "24"},
        {OrganLevel::Municipal, "正局级", "24"},
        {OrganLevel::Municipal, "正局（处）级", "24"},
        {OrganLevel::Municipal, "正处", "24"},
        {OrganLevel::Municipal, "副处级", "18"},
        {OrganLevel::Municipal, "正科级", "9"},
        {OrganLevel::Municipal, "", "9"},
        {OrganLevel::Municipal, "局(处)级以下", "9"},
        {OrganLevel::Provincial, "正厅级", "30"},
        {OrganLevel::Provincial, "正处级", "18"},
        {OrganLevel::Provincial, "副处级", "12"},
        {OrganLevel::Central, "正处级", "12"},
        {OrganLevel::Central, "副局级", "18"},
        {OrganLevel::County, "正科级", "18"},
        {OrganLevel::County, "副科级", "12"},
        {OrganLevel::County, "科员", "9"},
    }));
    CAPTURE(rank);
    CHECK(limit(level, rank) == m2(area));
}

TEST_CASE("the limits of townships are not known", "[office]")
{
    const auto limitOfTown = OfficeStandard::current().limitOf(OrganLevel::Township, "乡级正职");
    REQUIRE_FALSE(limitOfTown.has_value());
    CHECK(limitOfTown.error().subject == "office.no_limit");
}

TEST_CASE("the space of a municipal bureau follows from its posts", "[office]")
{
    const OfficeStandard& standard = OfficeStandard::current();
    const SpaceRates rates = standard.ratesOf(OrganLevel::Municipal, BuildingHeight::MultiStorey);
    const auto space
        = unitSpace({{kHead, 1}, {kDeputy, 3}, {kStaff, 26}}, rates, standard.canteenOf(30)).value();
    CHECK(space.offices == m2("312"));
    CHECK(space.service == m2("240"));
    CHECK(space.equipment == m2("49.68"));
    CHECK(space.net == m2("601.68"));
    CHECK(space.mainFloor == m2("925.66"));
    CHECK(space.ancillary == m2("111"));
    CHECK(space.floor == m2("1036.66"));
}

TEST_CASE("between two bands the service area a post goes down with the posts", "[office]")
{
    const OfficeStandard& standard = OfficeStandard::current();
    const SpaceRates rates = standard.ratesOf(OrganLevel::Municipal, BuildingHeight::HighRise);
    const auto space
        = unitSpace({{kHead, 2}, {kDeputy, 6}, {kStaff, 242}}, rates, standard.canteenOf(250)).value();
    CHECK(space.offices == m2("2334"));
    CHECK(space.service == m2("1875"));
    CHECK(space.net == m2("4587.81"));
    CHECK(space.mainFloor == m2("7646.35"));
    CHECK(space.ancillary == m2("760"));
    CHECK(space.floor == m2("8406.35"));
}

TEST_CASE("the service formula joins both ends", "[office]")
{
    const auto [level, posts, each] = GENERATE(table<OrganLevel, std::int64_t, std::int64_t>({
        {OrganLevel::Municipal, 1, 8},
        {OrganLevel::Municipal, 200, 8},
        {OrganLevel::Municipal, 400, 6},
        {OrganLevel::Municipal, 1000, 6},
        {OrganLevel::County, 100, 8},
        {OrganLevel::County, 150, 7},
        {OrganLevel::County, 200, 6},
    }));
    CAPTURE(posts);
    const SpaceRates rates = OfficeStandard::current().ratesOf(level, BuildingHeight::MultiStorey);
    const auto space = unitSpace({{kStaff, posts}}, rates, Area());
    CHECK(space.value().service == Area::fromHundredths(posts * each * 100));
    // The band below and the band above agree where they meet.
    for (const ServiceBand& band : rates.service)
        if (band.over == posts || band.to == posts)
            CHECK((band.constant - band.slope * posts) / band.divisor == each * 100);
}

TEST_CASE("without a service rule there is no figure", "[office]")
{
    const SpaceRates rates
        = OfficeStandard::current().ratesOf(OrganLevel::Central, BuildingHeight::MultiStorey);
    CHECK(unitSpace({{kStaff, 10}}, rates, Area()).error().subject == "office.no_service_rule");
}

TEST_CASE("canteen and car park have a lower rate above a number", "[office]")
{
    const OfficeStandard& standard = OfficeStandard::current();
    CHECK(standard.canteenOf(30) == m2("111"));
    CHECK(standard.canteenOf(100) == m2("370"));
    CHECK(standard.canteenOf(250) == m2("760"));
    CHECK(standard.carParkOf(200) == m2("8000"));
    CHECK(standard.carParkOf(210) == m2("8380"));
    CHECK(standard.canteenOf(0) == Area());
}

TEST_CASE("a second room must be below the limit", "[office]")
{
    CHECK(isSecondRoomWithin(m2("23.99"), kHead));
    CHECK_FALSE(isSecondRoomWithin(kHead, kHead));
}
