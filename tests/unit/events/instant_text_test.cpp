#include "app/exchange/events/event_json.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

constexpr Instant kInstant = std::chrono::sys_days(2026y / 10 / 8) + 1h + 31min + 22s + 120ms;

} // namespace

TEST_CASE("an instant is the same in whatever zone it is written", "[instant]")
{
    const auto text = GENERATE(as<std::string>(), "2026-10-08T09:31:22.120+08:00", "2026-10-08T01:31:22.120Z",
        "2026-10-08t01:31:22.12z", "2026-10-08 01:31:22.120+00:00", "2026-10-08T01:31:22.120-00:00",
        "2026-10-07T19:31:22.120-06:00", "2026-10-08T07:01:22.120+05:30", "2026-10-09T01:30:22.12+23:59");
    CAPTURE(text);
    CHECK(parseInstant(text).value() == kInstant);
}

TEST_CASE(
    "a fraction of a second has one to nine digits, and what is below a millisecond is cut", "[instant]")
{
    const auto [fraction, milliseconds] = GENERATE(table<std::string, int>({
        {"", 0},
        {".1", 100},
        {".12", 120},
        {".001", 1},
        {".0009", 0},
        {".120999", 120},
        {".999999999", 999},
    }));
    CAPTURE(fraction);
    const Instant whole = kInstant - 120ms;
    CHECK(parseInstant("2026-10-08T09:31:22" + fraction + "+08:00").value()
        == whole + std::chrono::milliseconds(milliseconds));
}

TEST_CASE("what is no instant is refused with the text it was", "[instant]")
{
    const auto text
        = GENERATE(as<std::string>(), "", "2026-10-08", "2026-10-08T09:31:22", "2026-10-08T09:31+08:00",
            "2026-10-08T09:31:22.+08:00", "2026-10-08T09:31:22.1234567890+08:00", "2026-10-08T09:31:22+0800",
            "2026-10-08T09:31:22+08", "2026-10-08T09:31:22+08:60", "2026-10-08T09:31:22+24:00",
            "2026-10-08T24:00:00+08:00", "2026-10-08T09:60:00+08:00", "2026-10-08T09:31:61+08:00",
            "2026-02-30T09:31:22+08:00", "2026-13-01T09:31:22+08:00", "2026-00-01T09:31:22+08:00",
            "26-10-08T09:31:22+08:00", "2026/10/08T09:31:22+08:00", "2026-10-8 T09:31:22+08:00",
            "2026-10-08T-0:31:22+08:00", "2026-10-08T09:-1:22+08:00", "2026-10-08T09:31:-0+08:00",
            "2026-10-08T09:31:22+-0:00", "2026-10-08T09:31:22,120+08:00", " 2026-10-08T09:31:22+08:00",
            "2026-10-08T09:31:22+08:00 ", "2026-10-08T09:31:22.120+08:00Z", "1791423082", "now");
    CAPTURE(text);
    const auto parsed = parseInstant(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error() == Error {ErrorCode::InvalidArgument, "event.time", text});
}

TEST_CASE("a leap second is the second after it", "[instant]")
{
    CHECK(parseInstant("2016-12-31T23:59:60Z").value() == parseInstant("2017-01-01T00:00:00Z").value());
}

TEST_CASE("an instant is shown in Shanghai with milliseconds, on the day it is there", "[instant]")
{
    CHECK(formatInstant(kInstant) == "2026-10-08T09:31:22.120+08:00");
    CHECK(formatInstant(std::chrono::sys_days(2026y / 12 / 31) + 16h) == "2027-01-01T00:00:00.000+08:00");
    CHECK(formatInstant(Instant(-1ms)) == "1970-01-01T07:59:59.999+08:00");
}

TEST_CASE("every instant is read back from how it is shown", "[instant][random]")
{
    std::mt19937_64 random(Catch::rngSeed());
    for (int i = 0; i < 5000; ++i) {
        const Instant at(std::chrono::milliseconds(static_cast<std::int64_t>(random() % 4'000'000'000'000)));
        CAPTURE(formatInstant(at));
        REQUIRE(parseInstant(formatInstant(at)).value() == at);
    }
}
