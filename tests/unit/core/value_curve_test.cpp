#include "core/cards/value_curve.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::year_month kToday = 2026y / 11;

RegisteredCard cardOf(Money original, Day acquired, const DepreciationSchedule& schedule)
{
    RegisteredCard card;
    card.card.classCode = "A02010105";
    card.card.original = original;
    card.card.acquiredOn = acquired;
    card.schedule = schedule;
    return card;
}

} // namespace

TEST_CASE("A curve has every month of a life, and today", "[value_curve]")
{
    const Money original = Money::fromFen(720'000);
    const ValueCurve curve
        = valueCurve(cardOf(original, 2024y / 3 / 15, scheduleOfNew(original, 2024y / 3, 72)), kToday);
    REQUIRE(curve.points.size() == 72);
    CHECK(curve.points.front() == ValueCurve::Point {2024y / 3, Money::fromFen(710'000)});
    CHECK(curve.points.back() == ValueCurve::Point {2030y / 2, Money()});
    REQUIRE(curve.today);
    CHECK(curve.points[*curve.today] == ValueCurve::Point {kToday, Money::fromFen(720'000 - 33 * 10'000)});
    CHECK(curve.reason.empty());
}

TEST_CASE("Past the end of its life a thing is told once more, as it is today", "[value_curve]")
{
    const Money original = Money::fromFen(720'000);
    const ValueCurve curve
        = valueCurve(cardOf(original, 2010y / 1 / 1, scheduleOfNew(original, 2010y / 1, 72)), kToday);
    CHECK(curve.points.size() == 73);
    CHECK(curve.points.back() == ValueCurve::Point {kToday, Money()});
    CHECK(curve.today == 72);
    CHECK_FALSE(
        valueCurve(cardOf(original, 2027y / 1 / 1, scheduleOfNew(original, 2027y / 1, 72)), kToday).today);
}

TEST_CASE("A long life is thinned out, but not at its ends", "[value_curve]")
{
    const Money original = Money::fromFen(60'000'000'00);
    for (const int months : {180, 196, 197, 240, 600, 1'200}) {
        CAPTURE(months);
        const ValueCurve curve
            = valueCurve(cardOf(original, 1995y / 5 / 1, scheduleOfNew(original, 1995y / 5, months)), kToday);
        CHECK(curve.points.size() <= ValueCurve::kMostPoints);
        // Up to as many as there is room for beside its ends and today, every month is told.
        CHECK((curve.points.size() >= static_cast<std::size_t>(months)) == (months <= 196));
        CHECK(curve.points.front().month == 1995y / 5);
        CHECK(curve.points[*curve.today].month == kToday);
        CHECK(std::is_sorted(curve.points.begin(), curve.points.end(),
            [](const auto& a, const auto& b) { return a.month < b.month && a.net >= b.net; }));
        CHECK(std::count_if(curve.points.begin(), curve.points.end(), [&](const auto& point) {
            return point.month == 1995y / 5 + std::chrono::months(months - 1);
        }) == 1);
    }
}

TEST_CASE("What was taken before the books were opened lies on a straight line", "[value_curve]")
{
    const Money original = Money::fromFen(720'000);
    const ValueCurve curve
        = valueCurve(cardOf(original, 2020y / 1 / 5,
                         scheduleOfTransferIn(original, Money::fromFen(600'000), 2025y / 1, 12)),
            kToday);
    CHECK(curve.points[0] == ValueCurve::Point {2020y / 1, original});
    CHECK(curve.points[1] == ValueCurve::Point {2024y / 12, Money::fromFen(120'000)});
    CHECK(curve.points[2] == ValueCurve::Point {2025y / 1, Money::fromFen(110'000)});
}

TEST_CASE("What is never depreciated stands still, and says why", "[value_curve]")
{
    RegisteredCard card = cardOf(Money::fromFen(500), 2020y / 1 / 5, {});
    const ValueCurve curve = valueCurve(card, kToday);
    CHECK(curve.points
        == std::vector<ValueCurve::Point> {{2020y / 1, Money::fromFen(500)}, {kToday, Money::fromFen(500)}});
    CHECK(curve.reason == "curve.card_never");
    card.card.classCode = "A04010101"; // books
    CHECK(valueCurve(card, kToday).reason == "curve.class_never");
}
