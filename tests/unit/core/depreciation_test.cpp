#include "core/rules/depreciation.h"
#include "core/values/calendar.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

std::chrono::year_month monthOf(std::string_view text) { return parseMonth(text).value(); }

Money yuan(std::string_view text) { return Money::parseYuan(text).value(); }

struct Course {
    std::string what;
    std::string original;
    std::int32_t life;
    std::string monthly;
    std::string last;
    std::string firstMonth;
    std::string lastMonth;
};

} // namespace

TEST_CASE("the month of entry counts and the last month takes the rest", "[depreciation]")
{
    const Course c = GENERATE(Course {"desktop", "5000.00", 72, "69.44", "69.76", "2022-03", "2028-02"},
        Course {"car", "179800.00", 96, "1872.92", "1872.60", "2021-11", "2029-10"},
        Course {"concrete building", "12345678.90", 600, "20576.13", "20577.03", "2010-06", "2060-05"},
        Course {"chair", "799.99", 180, "4.44", "5.23", "2020-12", "2035-11"},
        Course {"copier", "34999.00", 72, "486.10", "485.90", "2019-01", "2024-12"},
        Course {"surplus over the months left", "12000.00", 40, "300.00", "300.00", "2022-09", "2025-12"});
    CAPTURE(c.what);
    const auto schedule = scheduleOfNew(yuan(c.original), monthOf(c.firstMonth), c.life);
    const std::chrono::months one(1);
    CHECK(schedule.monthly() == yuan(c.monthly));
    CHECK(schedule.takenIn(monthOf(c.firstMonth) - one) == Money());
    CHECK(schedule.takenIn(monthOf(c.firstMonth)) == yuan(c.monthly));
    CHECK(schedule.takenIn(monthOf(c.lastMonth)) == yuan(c.last));
    CHECK(schedule.takenIn(monthOf(c.lastMonth) + one) == Money());
    CHECK(schedule.lastMonth() == monthOf(c.lastMonth));
    CHECK_FALSE(schedule.isFinishedAt(monthOf(c.lastMonth) - one));
    CHECK(schedule.isFinishedAt(monthOf(c.lastMonth)));
    CHECK(schedule.accumulatedAt(monthOf(c.lastMonth)) == yuan(c.original));
}

TEST_CASE("the month of leaving takes no share", "[depreciation]")
{
    const auto desktop = scheduleOfNew(yuan("5000.00"), 2022y / 3, 72);
    CHECK(desktop.monthsTaken(2024y / 5) == 27);
    CHECK(desktop.accumulatedOnLeaving(2024y / 6) == yuan("1874.88"));
    CHECK(yuan("5000.00") - desktop.accumulatedOnLeaving(2024y / 6) == yuan("3125.12"));
}

TEST_CASE("accumulated depreciation is taken at the end of a month", "[depreciation]")
{
    const auto car = scheduleOfNew(yuan("179800.00"), 2021y / 11, 96);
    CHECK(car.monthsTaken(2023y / 12) == 26);
    CHECK(car.accumulatedAt(2023y / 12) == yuan("48695.92"));
    CHECK(yuan("179800.00") - car.accumulatedAt(2023y / 12) == yuan("131104.08"));
}

TEST_CASE("depreciation stops when nothing is left, whether or not the asset is used", "[depreciation]")
{
    const auto copier = scheduleOfNew(yuan("34999.00"), 2019y / 1, 72);
    CHECK(copier.monthsTaken(2025y / 6) == 72);
    CHECK(copier.accumulatedAt(2025y / 6) == yuan("34999.00"));
    CHECK(copier.isFinishedAt(2025y / 6));
}

TEST_CASE("a rebuild sets a new base and a new life", "[depreciation]")
{
    const auto brick = scheduleOfNew(yuan("1000000.00"), 2010y / 1, 360);
    const auto lastTaken = 2019y / 12; // 120 months
    CHECK(brick.monthly() == yuan("2777.78"));
    CHECK(brick.accumulatedAt(lastTaken) == yuan("333333.60"));

    const auto after = rebuilt(brick, lastTaken, yuan("200000.00"), 2020y / 7, 300);
    CHECK(after.base == yuan("866666.40"));
    CHECK(after.monthly() == yuan("2888.89"));
    CHECK(after.takenIn(after.lastMonth()) == yuan("2888.29"));
    // Stopped while the works went on.
    CHECK(after.accumulatedAt(2020y / 6) == yuan("333333.60"));
    CHECK(after.accumulatedAt(2020y / 7) == yuan("336222.49"));
    CHECK(after.accumulatedAt(after.lastMonth()) == yuan("1200000.00"));
}

TEST_CASE("an asset taken over spreads its net value over the months left", "[depreciation]")
{
    const auto schedule = scheduleOfTransferIn(yuan("9000.00"), yuan("3000.00"), 2023y / 4, 44);
    CHECK(schedule.base == yuan("6000.00"));
    CHECK(schedule.monthly() == yuan("136.36"));
    CHECK(schedule.takenIn(schedule.lastMonth()) == yuan("136.52"));
    CHECK(schedule.accumulatedAt(2023y / 3) == yuan("3000.00"));
    CHECK(schedule.accumulatedAt(schedule.lastMonth()) == yuan("9000.00"));
}

TEST_CASE("final accounts change the months to come and none of the past", "[depreciation]")
{
    const auto estimated = scheduleOfNew(yuan("500000.00"), 2021y / 3, 360);
    const auto lastTaken = 2021y / 12; // 10 months
    const auto final = settled(estimated, lastTaken, yuan("520000.00"));
    CHECK(final.opening == yuan("13888.90"));
    CHECK(final.base == yuan("506111.10"));
    CHECK(final.months == 350);
    CHECK(final.from == 2022y / 1);
    CHECK(final.monthly() == yuan("1446.03"));
    CHECK(final.takenIn(final.lastMonth()) == yuan("1446.63"));
}

TEST_CASE("no month takes more than what is left", "[depreciation]")
{
    const auto schedule = scheduleOfNew(Money::fromFen(50), 2022y / 1, 72);
    CHECK(schedule.monthly().fen() == 1);
    CHECK(schedule.accumulatedAt(2026y / 1).fen() == 49);
    CHECK(schedule.takenIn(2026y / 2).fen() == 1);
    CHECK(schedule.takenIn(2026y / 3).fen() == 0);
    CHECK(schedule.takenIn(schedule.lastMonth()).fen() == 0);
}

TEST_CASE("an amount too small for a monthly share falls in the last month", "[depreciation]")
{
    const auto schedule = scheduleOfNew(Money::fromFen(30), 2022y / 1, 72);
    CHECK(schedule.monthly().fen() == 0);
    CHECK(schedule.accumulatedAt(2027y / 11).fen() == 0);
    CHECK(schedule.takenIn(2027y / 12).fen() == 30);
}

TEST_CASE("what is never depreciated never takes a share", "[depreciation]")
{
    const auto land = scheduleOfNew(yuan("1000000.00"), 2010y / 1, 0);
    CHECK(land.accumulatedAt(2060y / 1) == Money());
    CHECK(land.takenIn(2020y / 1) == Money());
    CHECK_FALSE(land.isFinishedAt(2060y / 1));
}

TEST_CASE("the months of any schedule add up to its base and none is negative", "[depreciation][property]")
{
    std::mt19937_64 random(37);
    for (int round = 0; round < 500; ++round) {
        const std::int64_t most = round % 2 == 0 ? 1'000 : 9'000'000'000'000;
        const auto base
            = Money::fromFen(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most)));
        const auto months = static_cast<std::int32_t>(1 + random() % 720);
        const auto from = 1990y / 1 + std::chrono::months(static_cast<int>(random() % 400));
        const DepreciationSchedule schedule {base, from, months, Money::fromFen(777)};
        CAPTURE(base.fen(), months);
        Money sum = schedule.opening;
        for (std::int32_t k = -1; k <= months; ++k) {
            const Money share = schedule.takenIn(from + std::chrono::months(k));
            REQUIRE(share >= Money());
            sum += share;
            REQUIRE(sum == schedule.accumulatedAt(from + std::chrono::months(k)));
        }
        REQUIRE(sum == schedule.opening + base);
    }
}
