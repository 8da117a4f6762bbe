#include "core/rules/equipment_quota.h"
#include "core/values/calendar.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

const EquipmentRule& rule(std::string_view item, std::string_view priceCondition = {})
{
    const EquipmentRule* found = EquipmentStandard::current().find(item, priceCondition);
    REQUIRE(found);
    return *found;
}

std::vector<std::string> subjectsOf(const std::vector<Error>& errors)
{
    std::vector<std::string> out;
    for (const Error& error : errors)
        out.push_back(error.subject);
    return out;
}

constexpr auto kAskedOn = 2022y / 7 / 15;

} // namespace

TEST_CASE("percent quotas round down", "[quota]")
{
    const auto [item, pieces] = GENERATE(table<std::string, std::int64_t>({
        {"台式计算机", 71},
        {"便携式计算机", 35},
        {"打印机(A3+A4合计)", 56},
        {"A3黑白打印机", 10},
        {"A4彩色打印机", 2},
        {"一体机/传真机", 21},
    }));
    CAPTURE(item);
    CHECK(quotaOf(rule(item), 71) == pieces);
}

TEST_CASE("classified units have more desktops", "[quota]")
{
    CHECK(quotaOf(rule("台式计算机"), 71, UnitSecrecy::Classified) == 106);
    CHECK(quotaOf(rule("便携式计算机"), 71, UnitSecrecy::Classified) == 35);
}

TEST_CASE("copiers round up inside each band", "[quota]")
{
    const auto [people, copiers] = GENERATE(table<std::int64_t, std::int64_t>(
        {{0, 0}, {1, 1}, {20, 1}, {21, 2}, {71, 4}, {100, 5}, {101, 6}, {130, 6}, {131, 7}, {219, 9}}));
    CAPTURE(people);
    CHECK(quotaOf(rule("复印机"), people) == copiers);
}

TEST_CASE("projectors are counted as copiers and a small unit may have one duplicator", "[quota]")
{
    CHECK(quotaOf(rule("投影仪"), 131) == 7);
    CHECK(quotaOf(rule("速印机(60张/分钟以上)"), 71) == 1);
    CHECK(quotaOf(rule("速印机(60张/分钟以上)"), 250) == 2);
}

TEST_CASE("furniture is counted by office and has no quota by people", "[quota]")
{
    CHECK(quotaOf(rule("三人沙发"), 71) == std::nullopt);
    CHECK(rule("办公桌", "处级及以下").priceCeiling == Money::fromFen(300000));
    CHECK(rule("办公桌", "司局级").priceCeiling == Money::fromFen(450000));
    CHECK(rule("办公桌", "处级及以下").minYears == 15);
}

TEST_CASE("the provincial ceiling goes before the central one", "[quota]")
{
    CHECK(rule("便携式计算机").priceCeiling == Money::fromFen(750000));
    CHECK(rule("复印机").priceCeiling == Money::fromFen(3500000));
    CHECK(EquipmentStandard::current().find("no such item") == nullptr);
}

TEST_CASE("a purchase within number, price and years is approved", "[quota]")
{
    const PurchaseRequest request {71, 1, Money::fromFen(500000), {{"TY2016000001", 2016y / 7 / 15, true}}};
    CHECK(problemsOf(request, rule("台式计算机"), 71, kAskedOn).empty());
}

TEST_CASE("a purchase above quota or ceiling is refused", "[quota]")
{
    const PurchaseRequest request {71, 1, Money::fromFen(500001), {}};
    CHECK(subjectsOf(problemsOf(request, rule("台式计算机"), 71, kAskedOn))
        == std::vector<std::string> {"purchase.above_quota", "purchase.above_ceiling"});
}

TEST_CASE("what a purchase replaces is old enough and has an approved disposal", "[quota]")
{
    const PurchaseRequest young {71, 1, Money::fromFen(1), {{"TY2016000001", 2016y / 7 / 16, true}}};
    const auto problems = problemsOf(young, rule("台式计算机"), 71, kAskedOn);
    CHECK(subjectsOf(problems) == std::vector<std::string> {"purchase.replaced_too_young"});
    CHECK(problems.front().detail == "TY2016000001");

    const PurchaseRequest undecided {71, 1, Money::fromFen(1), {{"TY2010000001", 2010y / 1 / 1, false}}};
    CHECK(subjectsOf(problemsOf(undecided, rule("台式计算机"), 71, kAskedOn))
        == std::vector<std::string> {"purchase.replaced_in_books"});
}
