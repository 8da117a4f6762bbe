#include "core/values/calendar.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

TEST_CASE("dates are read as offices write them", "[calendar]")
{
    const std::string text = GENERATE("2022-03-15", "2022/3/15", "2022/03/15", "2022.3.15", "2022年3月15日",
        "２０２２年０３月１５日", "20220315", " 2022-03-15 ", "2022-03-15T09:31:22.120+08:00",
        "2022-03-15 00:00:00", "20220315 10:00", "2022-03-15T09:31:22Z");
    CAPTURE(text);
    CHECK(formatDate(day(text)) == "2022-03-15");
}

TEST_CASE("what is no date is refused", "[calendar]")
{
    const auto [text, subject] = GENERATE(table<std::string, std::string>({
        {"", "date.syntax"},
        {"2022-03", "date.syntax"},
        {"15/03/2022", "date.syntax"},
        {"22-03-15", "date.syntax"},
        {"2022-03-15x", "date.syntax"},
        {"2022-03-15 noon", "date.syntax"},
        {"202203150", "date.syntax"},
        {"44635", "date.syntax"},
        {"2022-02-30", "date.not_a_day"},
        {"2023-02-29", "date.not_a_day"},
        {"2022-13-01", "date.not_a_day"},
        {"20220230", "date.not_a_day"},
        {"0022-03-15", "date.not_a_day"},
    }));
    CAPTURE(text);
    REQUIRE_FALSE(parseDate(text).has_value());
    CHECK(parseDate(text).error().subject == subject);
}

TEST_CASE("months are read as offices write them", "[calendar]")
{
    const std::string text = GENERATE("2022-03", "2022/3", "2022年3月", "202203", "２０２２－０３");
    CAPTURE(text);
    CHECK(formatMonth(parseMonth(text).value()) == "2022-03");
}

TEST_CASE("what is no month is refused", "[calendar]")
{
    const std::string text = GENERATE("", "2022", "2022-13", "2022-00", "2022-03-15", "20223", "March 2022");
    CAPTURE(text);
    CHECK(parseMonth(text).error().subject == "month.syntax");
}

TEST_CASE("a term of months is clipped to the end of a shorter month", "[calendar]")
{
    const auto [from, months, due] = GENERATE(table<std::string, int, std::string>({
        {"2022-08-31", 6, "2023-02-28"}, // idle for six months
        {"2016-07-15", 72, "2022-07-15"}, // a life of six years
        {"2022-01-31", 1, "2022-02-28"}, // a gift is handed in within a month
        {"2022-12-31", 2, "2023-02-28"}, // rooms are vacated within two months
        {"2021-05-31", 12, "2022-05-31"}, // final accounts within a year
        {"2020-02-29", 12, "2021-02-28"},
        {"2023-08-31", 6, "2024-02-29"},
        {"2022-03-31", -1, "2022-02-28"},
    }));
    CAPTURE(from, months);
    CHECK(formatDate(addMonths(day(from), months)) == due);
}

TEST_CASE("a term has passed on its last day and not the day before", "[calendar]")
{
    CHECK(hasTermPassed(day("2022-08-31"), 6, day("2023-02-28")));
    CHECK_FALSE(hasTermPassed(day("2022-08-31"), 6, day("2023-02-27")));
    CHECK(hasTermPassed(day("2016-07-15"), 72, day("2022-07-15")));
    CHECK_FALSE(hasTermPassed(day("2016-07-15"), 72, day("2022-07-14")));
}

TEST_CASE("months between two months count both", "[calendar]")
{
    CHECK(monthsBetween(2022y / 3, 2024y / 5) == 27);
    CHECK(monthsBetween(2022y / 3, 2022y / 3) == 1);
    CHECK(monthsBetween(2022y / 3, 2022y / 2) == 0);
    CHECK(monthsBetween(2021y / 11, 2023y / 12) == 26);
}

TEST_CASE("full months between two days leave out the broken one", "[calendar]")
{
    CHECK(fullMonthsBetween(day("2022-01-10"), day("2022-09-30")) == 8);
    CHECK(fullMonthsBetween(day("2022-08-31"), day("2023-02-28")) == 6);
    CHECK(fullMonthsBetween(day("2022-08-31"), day("2023-02-27")) == 5);
    CHECK(fullMonthsBetween(day("2022-08-31"), day("2022-08-30")) == 0);
}
