#include "core/overview/overview.h"

#include "core/books/class_key.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using std::chrono::year;

namespace {

OverviewCard cardOf(const std::string& classCode, std::int64_t fen, Day acquired, UseState state = UseState::InUse)
{
    OverviewCard card;
    card.classKey = classKeyOf(ClassEdition::Edition2022, classCode);
    card.original = Money::fromFen(fen);
    card.schedule = scheduleOfNew(card.original, acquired.year() / acquired.month(), 72);
    card.useState = state;
    card.acquiredOn = acquired;
    return card;
}

} // namespace

TEST_CASE("an age band begins on the anniversary, and 29 February has one every year", "[overview]")
{
    CHECK(ageBandOf(year(2020) / 5 / 1, year(2023) / 4 / 30) == AgeBand::Under3);
    CHECK(ageBandOf(year(2020) / 5 / 1, year(2023) / 5 / 1) == AgeBand::From3);
    CHECK(ageBandOf(year(2020) / 2 / 29, year(2023) / 2 / 28) == AgeBand::From3);
    CHECK(ageBandOf(year(2016) / 5 / 2, year(2026) / 5 / 1) == AgeBand::From6);
    CHECK(ageBandOf(year(2016) / 5 / 1, year(2026) / 5 / 1) == AgeBand::From10);
    CHECK(ageBandOf(year(2027) / 1 / 1, year(2026) / 5 / 1) == AgeBand::Under3);
}

TEST_CASE("a share is rounded half up, has no value without a whole, and does not overflow", "[overview]")
{
    CHECK(IndicatorFigure {1, 3}.rate() == 3333);
    CHECK(IndicatorFigure {1, 8}.rate() == 1250);
    CHECK(IndicatorFigure {1, 20'000}.rate() == 1);
    CHECK(IndicatorFigure {0, 0}.rate() == std::nullopt);
    const std::int64_t city = 9'000'000'000'000'000'000;
    CHECK(IndicatorFigure {city, city}.rate() == 10'000);
    CHECK(IndicatorFigure {city / 4, city}.rate() == 2'500);
}

TEST_CASE("classes, ages and units each add up to the whole, and what left is no part of it", "[overview]")
{
    std::mt19937 random(7);
    OverviewSum sum(year(2026) / 11 / 28);
    Money expected;
    std::int64_t cards = 0;
    const std::vector<std::string> codes {"A01010200", "A02010105", "A05010201", "B99"};
    for (int unit = 0; unit < 9; ++unit) {
        sum.beginUnit("U" + std::to_string(unit), "单位");
        for (int card = 0; card < 50; ++card) {
            const bool hasLeft = random() % 5 == 0;
            const auto fen = static_cast<std::int64_t>(random() % 1'000'000);
            sum.add(cardOf(codes[random() % codes.size()], fen,
                year(2010 + static_cast<int>(random() % 17)) / 3 / 15,
                hasLeft ? UseState::WrittenOff : random() % 7 == 0 ? UseState::Idle : UseState::InUse));
            if (!hasLeft) {
                expected += Money::fromFen(fen);
                ++cards;
            }
        }
    }
    const Overview overview = sum.result();
    CHECK(overview.all.original == expected);
    CHECK(overview.all.cards == cards);
    AssetSum classes, ages, units;
    for (const auto& [code, one] : overview.byClass)
        classes += one;
    for (const AssetSum& one : overview.byAge)
        ages += one;
    for (std::size_t i = 0; i < overview.byUnit.size(); ++i) {
        units += overview.byUnit[i].sum;
        if (i > 0)
            CHECK(overview.byUnit[i - 1].sum.original >= overview.byUnit[i].sum.original);
    }
    for (const AssetSum& one : {classes, ages, units}) {
        CHECK(one.original == overview.all.original);
        CHECK(one.accumulated == overview.all.accumulated);
        CHECK(one.cards == overview.all.cards);
    }
    CHECK(overview.byClass.count("") == 1);
    const IndicatorFigure use = overview.indicators[static_cast<std::size_t>(Indicator::EfficientUse)];
    CHECK(use.whole - use.part == overview.idle.original.fen());
}

TEST_CASE("depreciation stands at the end of the month before", "[overview]")
{
    OverviewSum sum(year(2026) / 3 / 20);
    sum.beginUnit("U001", "单位");
    sum.add(cardOf("A02010105", 720'00, year(2026) / 1 / 5));
    CHECK(sum.result().all.accumulated == Money::fromFen(20'00));
    CHECK(sum.result().all.net() == Money::fromFen(700'00));
}
