#include "core/inventory/count_forecast.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace std::chrono;

namespace {

/// On the clocks of the offices.
Instant at(year_month_day day, int hour, int minute)
{
    return sys_days(day) + hours(hour) + minutes(minute) - kChinaOffset;
}

constexpr auto kTuesday = 2026y / November / 24;
const Instant kTuesdayAtTen = at(kTuesday, 10, 0);

SheetProgress counting(std::int64_t lines, std::int64_t checked, std::int64_t last15, std::int64_t last60)
{
    SheetProgress unit;
    unit.sheet.state = SheetState::Counting;
    const auto add = [&](LineResult result, std::int64_t count) {
        ResultCounter counter;
        counter.lines = count;
        unit.counters.add(result, counter);
    };
    add(LineResult::Match, checked);
    add(LineResult::NotChecked, lines - checked);
    unit.last15Minutes = last15;
    unit.last60Minutes = last60;
    unit.lastEventAt = kTuesdayAtTen - minutes(1);
    return unit;
}

} // namespace

TEST_CASE("A unit that keeps its pace is forecast to be done, rounded to what can be known")
{
    // 60 an hour, 90 are left: an hour and a half, to ten minutes.
    CHECK(forecastOf(counting(200, 110, 15, 60), kTuesdayAtTen)
        == CountForecast {ForecastKind::Today, at(kTuesday, 11, 30)});
    // 22 minutes of work: to five minutes.
    CHECK(forecastOf(counting(200, 178, 15, 60), kTuesdayAtTen).at == at(kTuesday, 10, 25));
    // Six hours: to half an hour.
    CHECK(forecastOf(counting(500, 147, 15, 60), kTuesdayAtTen).at == at(kTuesday, 16, 0));
}

TEST_CASE("What does not fit into today is left for the next working day")
{
    // 7.5 hours are left today; 10 more fall on Wednesday and Thursday.
    const CountForecast later = forecastOf(counting(2'000, 2'000 - 1'050, 15, 60), kTuesdayAtTen);
    CHECK(later.kind == ForecastKind::Later);
    CHECK(chinaDate(*later.at) == 2026y / November / 26);
    // On a Friday the next working day is Monday.
    const Instant friday = at(2026y / November / 27, 17, 0);
    CHECK(chinaDate(*forecastOf(counting(200, 80, 15, 60), friday).at) == 2026y / November / 30);
}

TEST_CASE("Who counts in the evening goes on for two hours, past midnight if need be")
{
    CHECK(forecastOf(counting(100, 40, 15, 60), at(kTuesday, 18, 0)).at == at(kTuesday, 19, 0));
    const CountForecast night = forecastOf(counting(100, 10, 15, 60), at(kTuesday, 23, 0));
    CHECK(night == CountForecast {ForecastKind::Later, at(2026y / November / 25, 0, 30)});
}

TEST_CASE("Who counts before the office opens goes on for two hours, and then from when it opens")
{
    // 90 lines are an hour and a half.
    CHECK(forecastOf(counting(200, 110, 15, 60), at(kTuesday, 7, 0)) == CountForecast {ForecastKind::Today, at(kTuesday, 8, 30)});
    // 240 lines are four hours: half of one before it opens, the others behind that.
    CHECK(forecastOf(counting(400, 160, 15, 60), at(kTuesday, 8, 0)).at == at(kTuesday, 12, 0));
    // At two in the night two hours of them are done by four, and two from half past eight.
    CHECK(forecastOf(counting(400, 160, 15, 60), at(kTuesday, 2, 0)).at == at(kTuesday, 10, 30));
    // Twelve hours: what the two hours and the day leave falls on Wednesday.
    CHECK(forecastOf(counting(900, 180, 15, 60), at(kTuesday, 2, 0)).at == at(2026y / November / 25, 9, 30));
}

TEST_CASE("Where there is no pace there is no forecast")
{
    CHECK(forecastOf(counting(100'000, 10, 1, 4), kTuesdayAtTen).kind == ForecastKind::TooFar);
    CHECK(forecastOf(counting(100, 10, 0, 0), kTuesdayAtTen).kind == ForecastKind::Quiet);
    CHECK(forecastOf(counting(100, 100, 9, 9), kTuesdayAtTen).kind == ForecastKind::AllSeen);
    SheetProgress unit = counting(100, 0, 0, 0);
    unit.sheet.state = SheetState::Frozen;
    unit.lastEventAt.reset();
    CHECK(forecastOf(unit, kTuesdayAtTen).kind == ForecastKind::NotBegun);
    unit.sheet.state = SheetState::UnitChecked;
    CHECK(forecastOf(unit, kTuesdayAtTen).kind == ForecastKind::Signed);
    unit = counting(0, 0, 0, 0); // a unit without a line
    unit.lastEventAt.reset();
    CHECK(forecastOf(unit, kTuesdayAtTen).kind == ForecastKind::NotBegun);
}
