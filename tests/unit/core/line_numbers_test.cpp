#include "core/inventory/line_numbers.h"
#include "core/values/number_run.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace guanwu;

TEST_CASE(
    "A legacy number that two lines bear is that of the lower asset number, in whatever order they come",
    "[fold]")
{
    for (const bool isReversed : {false, true}) {
        LineNumbers numbers;
        if (isReversed)
            numbers.add("B", "OLD", 1);
        numbers.add("A", "OLD", 0);
        if (!isReversed)
            numbers.add("B", "OLD", 1);
        CHECK(numbers.lineOf("OLD") == 0);
        CHECK(numbers.lineOf("B") == 1);
    }
}

TEST_CASE("An asset number goes before a legacy number that reads the same", "[fold]")
{
    for (const bool isReversed : {false, true}) {
        LineNumbers numbers;
        if (isReversed)
            numbers.add("A", "B", 0);
        numbers.add("B", "", 1);
        if (!isReversed)
            numbers.add("A", "B", 0);
        CHECK(numbers.lineOf("B") == 1);
        CHECK(numbers.lineOf("A") == 0);
        CHECK_FALSE(numbers.lineOf("C"));
    }
    CHECK_FALSE(LineNumbers().lineOf("A"));
}

TEST_CASE("Of twenty thousand lines that share legacy numbers each is found by what it bears", "[fold]")
{
    constexpr std::size_t kLines = 20'000;
    std::vector<std::size_t> order(kLines);
    for (std::size_t i = 0; i < kLines; ++i)
        order[i] = i;
    std::shuffle(order.begin(), order.end(), std::mt19937(20220930));
    const auto assetNo = [](std::size_t line) { return "N" + std::to_string(100'000 + line); };
    const auto legacyNo = [](std::size_t line) {
        return line % 5 == 0 ? std::string() : "OLD" + std::to_string(line % 7'000);
    };
    LineNumbers numbers;
    std::map<std::string, std::size_t> first; ///< line of the lowest number that bears it
    for (const std::size_t line : order)
        numbers.add(assetNo(line), legacyNo(line), line);
    for (std::size_t line = kLines; line-- > 0;)
        first[legacyNo(line)] = line;
    first.erase("");
    bool allFound = true;
    for (std::size_t line = 0; line < kLines; ++line)
        allFound &= numbers.lineOf(assetNo(line)) == line;
    for (const auto& [legacy, line] : first)
        allFound &= numbers.lineOf(legacy) == line;
    CHECK(allFound);
    CHECK_FALSE(numbers.lineOf("OLD7000"));
}

TEST_CASE("numbers that follow each other are one run, of a kind and a year", "[inventory]")
{
    NumberRuns runs;
    for (const char* number :
        {"00417-旧", "JJ2020999999", "TY2022000001", "TY2022000002", "TY2022000004", "TY2023000005"})
        CHECK(runs.add(number, 4));
    CHECK(runs.runs()
        == std::vector<NumberRun> {
            {"JJ2020", 999999, 999999}, {"TY2022", 1, 2}, {"TY2022", 4, 4}, {"TY2023", 5, 5}});
    CHECK(lastOf(runs.runs()[1]) == "TY2022000002");
    CHECK(runs.add("TY2023000006", 4));
    CHECK_FALSE(runs.add("TY2023000008", 4)); // a fifth
    CHECK(runs.runs().back() == NumberRun {"TY2023", 5, 6});
}
