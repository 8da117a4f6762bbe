#include "core/values/area.h"
#include "core/values/money.h"
#include "core/values/ratio.h"

#include <catch2/catch.hpp>
#include <limits>
#include <numeric>
#include <random>

using namespace guanwu;

TEST_CASE("yuan text round-trips through fen", "[money]")
{
    const auto [text, fen] = GENERATE(table<std::string, std::int64_t>({
        {"0.00", 0},
        {"0.05", 5},
        {"1.05", 105},
        {"-0.05", -5},
        {"-1.05", -105},
        {"1234567.80", 123456780},
        {"186192400.00", 18619240000},
    }));
    CAPTURE(text);
    CHECK(Money::parseYuan(text).value().fen() == fen);
    CHECK(Money::fromFen(fen).toYuanString() == text);
}

TEST_CASE("yuan text may be short, separated or full-width", "[money]")
{
    const auto [text, fen] = GENERATE(table<std::string, std::int64_t>({
        {"1234", 123400},
        {"1234.5", 123450},
        {" 1,234,567.89 ", 123456789},
        {"１２．５", 1250},
        {"0", 0},
        {"90000000000000", 9000000000000000},
    }));
    CAPTURE(text);
    CHECK(Money::parseYuan(text).value().fen() == fen);
}

TEST_CASE("more than two decimals are refused, not rounded", "[money]")
{
    const auto [text, subject] = GENERATE(table<std::string, std::string>({
        {"1.005", "money.decimals"},
        {"1.000", "money.decimals"},
        {"", "money.empty"},
        {"-", "money.syntax"},
        {".5", "money.syntax"},
        {"5.", "money.syntax"},
        {"1e3", "money.syntax"},
        {"1 000", "money.syntax"},
        {"12,34", "money.syntax"},
        {"1,234,56", "money.syntax"},
        {"¥5", "money.syntax"},
        {"0x10", "money.syntax"},
        {"nan", "money.syntax"},
        {"--5", "money.syntax"},
        {"90000000000001", "money.range"},
        {"99999999999999999999999999", "money.range"},
    }));
    CAPTURE(text);
    REQUIRE_FALSE(Money::parseYuan(text).has_value());
    CHECK(Money::parseYuan(text).error().subject == subject);
}

TEST_CASE("the smallest amount of all has a text", "[money]")
{
    CHECK(Money::fromFen(std::numeric_limits<std::int64_t>::min()).toYuanString() == "-92233720368547758.08");
}

TEST_CASE("ten thousand yuan are rounded half up, once, on the total", "[money]")
{
    const auto [yuan, wanYuan] = GENERATE(table<std::string, std::string>({
        {"186192400.00", "18619.24"},
        {"186192449.99", "18619.24"},
        {"186192450.00", "18619.25"},
        {"186192350.00", "18619.24"},
        {"186192349.99", "18619.23"},
        {"149.00", "0.01"},
        {"447.00", "0.04"},
    }));
    CAPTURE(yuan);
    CHECK(Money::parseYuan(yuan).value().toWanYuanString() == wanYuan);
}

TEST_CASE("areas keep two decimals and refuse a third", "[area]")
{
    CHECK(Area::parse("25298.5").value().hundredths() == 2529850);
    CHECK(Area::parse("25298.5").value().toString() == "25298.50");
    CHECK(Area::parse("84603.01").value().toString() == "84603.01");
    CHECK(Area::parse("1.005").error().subject == "area.decimals");
    CHECK(Area::parse("-1").error().subject == "area.negative");
    CHECK(Area::parse("").error().subject == "area.empty");
}

TEST_CASE("division rounds half up and away from zero", "[ratio]")
{
    const auto [numerator, denominator, result] = GENERATE(table<std::int64_t, std::int64_t, std::int64_t>({
        {5, 10, 1},
        {4, 10, 0},
        {15, 10, 2},
        {-5, 10, -1},
        {-4, 10, 0},
        {1, 3, 0},
        {2, 3, 1},
        {9'000'000'000'000'000, 1, 9'000'000'000'000'000},
    }));
    CHECK(roundedHalfUp(numerator, denominator) == result);
}

TEST_CASE("percentages have two decimals from unrounded numbers", "[ratio]")
{
    CHECK(percentText(2165, 2713) == "79.80");
    CHECK(percentText(110, 118) == "93.22");
    CHECK(percentText(1, 1) == "100.00");
    CHECK(percentText(0, 5) == "0.00");
    CHECK(percentText(1, 20000) == "0.01");
    CHECK(percentText(0, 0).empty());
}

TEST_CASE("the last part with an area takes what rounding leaves", "[ratio]")
{
    const std::vector<Area> thirds(3, Area::fromHundredths(100));
    const std::vector<Money> parts = splitByArea(Money::fromFen(10000), thirds);
    CHECK(parts[0].fen() == 3333);
    CHECK(parts[1].fen() == 3333);
    CHECK(parts[2].fen() == 3334);

    const std::vector<Money> none = splitByArea(
        Money::fromFen(10001), {Area::fromHundredths(200), Area::fromHundredths(100), Area(), Area()});
    CHECK(none[0].fen() == 6667);
    CHECK(none[1].fen() == 3334);
    CHECK(none[3].fen() == 0);

    CHECK(splitByArea(Money::fromFen(5), {Area(), Area()}) == std::vector<Money>(2));
    CHECK(averagePrice(Money::fromFen(10000), Area::fromHundredths(300)).fen() == 3333);
}

TEST_CASE("parts by area always add up to the value", "[ratio][property]")
{
    std::mt19937_64 random(20220315);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Area> areas(1 + random() % 6);
        for (Area& area : areas)
            area = Area::fromHundredths(
                static_cast<std::int64_t>(random() % 4 == 0 ? 0 : random() % 10'000'000));
        areas[random() % areas.size()] = Area::fromHundredths(1 + static_cast<std::int64_t>(random() % 1000));
        const Money value = Money::fromFen(static_cast<std::int64_t>(random() % 9'000'000'000'000));
        const std::vector<Money> parts = splitByArea(value, areas);
        REQUIRE(std::accumulate(parts.begin(), parts.end(), Money()) == value);
    }
}
