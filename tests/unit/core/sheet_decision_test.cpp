#include "core/inventory/inventory_task.h"
#include "tests/unit/core/fold_fixture.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The sheet of aBook() with asset ids 1, 2, 3, folded from the events, decisions not yet applied.
CountedSheet aSheet(const std::vector<ScanEvent>& events, SheetPhase phase = SheetPhase::Counting)
{
    CountedSheet sheet;
    sheet.book.assets = {AssetId {1}, AssetId {2}, AssetId {3}};
    sheet.book.lines = aBook();
    sheet.outcome = folded(events, phase);
    return sheet;
}

CountOutcome decided(CountedSheet sheet, std::size_t line, LineResult result)
{
    LineDecision decision;
    decision.asset = sheet.book.assets[line];
    decision.result = result;
    sheet.decisions = {decision};
    applyDecisions(sheet);
    return sheet.outcome.lines[line];
}

SheetCounters countersOf(std::initializer_list<std::pair<LineResult, std::int64_t>> lines)
{
    SheetCounters counters;
    for (const auto& [result, fen] : lines) {
        BookLine book;
        book.original = Money::fromFen(fen);
        CountOutcome outcome;
        outcome.result = result;
        outcome.countedQuantity = isCounted(result) ? 1 : 0;
        counters.addLine(book, outcome);
    }
    return counters;
}

ResultCounter frozen(std::int64_t lines, std::int64_t quantity, std::int64_t fen)
{
    ResultCounter totals;
    totals.lines = lines;
    totals.bookQuantity = quantity;
    totals.original = Money::fromFen(fen);
    return totals;
}

} // namespace

TEST_CASE("a decision replaces the result of its line and of no other", "[decision]")
{
    CountedSheet sheet = aSheet({seenAt(1, "TY2022000001", "A-101"), seenAt(2, "TY2022000001", "A-102")});
    const auto before = sheet.outcome.lines;
    REQUIRE(before[kDesk].result == LineResult::Doubt);
    LineDecision decision;
    decision.asset = AssetId {1};
    decision.result = LineResult::PlaceDiffers;
    sheet.decisions = {decision};
    applyDecisions(sheet);
    CHECK(sheet.outcome.lines[kDesk].result == LineResult::PlaceDiffers);
    CHECK(sheet.outcome.lines[kDesk].countedQuantity == 1);
    CHECK(sheet.outcome.lines[kDesk].events == 2);
    CHECK(sheet.outcome.lines[kChairs] == before[kChairs]);
    CHECK(sheet.outcome.lines[kPrinter] == before[kPrinter]);
}

TEST_CASE("a line decided as missing counts as nothing, whatever was seen", "[decision]")
{
    const auto result = GENERATE(
        LineResult::Shortage, LineResult::Stolen, LineResult::DisposedNotRemoved, LineResult::Duplicate);
    const auto line = decided(aSheet({seen(1, "TY2022000001")}), kDesk, result);
    CHECK(line.result == result);
    CHECK(line.countedQuantity == 0);
}

TEST_CASE("a line nobody has seen that is decided to be there counts the quantity of the book", "[decision]")
{
    const auto line = decided(aSheet({}, SheetPhase::SignedOff), kChairs, LineResult::Match);
    CHECK(line.result == LineResult::Match);
    CHECK(line.countedQuantity == 3);
}

TEST_CASE("a line that was seen counts what was seen, whatever result is decided", "[decision]")
{
    ScanEvent two = seen(1, "TY2022000002");
    two.quantity = 2;
    CHECK(decided(aSheet({two}), kChairs, LineResult::Damaged).countedQuantity == 2);
    two.condition = Condition::Stolen; // folds to 0, but two were seen
    CHECK(decided(aSheet({two}), kChairs, LineResult::Match).countedQuantity == 2);
    two.condition.reset();
    two.quantity = 0;
    CHECK(decided(aSheet({two}), kChairs, LineResult::Damaged).countedQuantity == 0);
}

TEST_CASE("a dismissed surplus goes, an accepted one stays", "[decision]")
{
    CountedSheet sheet = aSheet({surplus(1, "饮水机", "X-1"), surplus(2, "空调"), surplus(3, "椅子")});
    SurplusDecision dismissed;
    dismissed.eventId = "a-1";
    dismissed.accepted = false;
    SurplusDecision accepted;
    accepted.eventId = "a-2";
    accepted.value = Money::fromFen(120000);
    sheet.surplusDecisions = {dismissed, accepted};
    applyDecisions(sheet);
    REQUIRE(sheet.outcome.surplus.size() == 2);
    CHECK(sheet.outcome.surplus[0].name == "空调");
    CHECK(sheet.outcome.surplus[1].name == "椅子");
    REQUIRE(sheet.decisionOn(sheet.outcome.surplus[0]));
    CHECK(sheet.decisionOn(sheet.outcome.surplus[0])->value == Money::fromFen(120000));
    CHECK_FALSE(sheet.decisionOn(sheet.outcome.surplus[1]));
    CHECK(sheet.counters().of(LineResult::Surplus).lines == 2);
}

TEST_CASE("a decision is found by its asset, not by its place in the list", "[decision]")
{
    CountedSheet sheet = aSheet({});
    sheet.book.assets = {AssetId {30}, AssetId {10}, AssetId {20}};
    LineDecision ten;
    ten.asset = AssetId {10};
    LineDecision thirty;
    thirty.asset = AssetId {30};
    sheet.decisions = {ten, thirty};
    CHECK(sheet.decisionOn(0)->asset == AssetId {30});
    CHECK(sheet.decisionOn(1)->asset == AssetId {10});
    CHECK_FALSE(sheet.decisionOn(2));
}

TEST_CASE(
    "the match rate is the share of matching lines in hundredths of a percent, rounded half up", "[counters]")
{
    CHECK(SheetCounters().matchRate() == 0);
    CHECK(countersOf({{LineResult::Match, 1}}).matchRate() == 10000);
    CHECK(countersOf({{LineResult::Match, 1}, {LineResult::Shortage, 1}, {LineResult::Doubt, 1}}).matchRate()
        == 3333);
    CHECK(countersOf({{LineResult::Match, 1}, {LineResult::Match, 1}, {LineResult::Damaged, 1}}).matchRate()
        == 6667);
    auto withSurplus = countersOf({{LineResult::Match, 1}});
    withSurplus.addSurplus(5);
    CHECK(withSurplus.matchRate() == 10000);
}

TEST_CASE("idle is an attribute of a line, from the book or from what was seen", "[counters]")
{
    const auto idleLines = [](std::size_t line, std::optional<Condition> condition) {
        ScanEvent event = seen(1, aBook()[line].assetNo);
        event.condition = condition;
        SheetCounters counters;
        counters.addLine(aBook()[line], folded({event}).lines[line]);
        std::int64_t idle = 0;
        for (const auto& row : kLineResults)
            idle += counters.of(row.value).idleLines;
        return idle;
    };
    CHECK(idleLines(kDesk, std::nullopt) == 0);
    CHECK(idleLines(kDesk, Condition::Idle) == 1);
    CHECK(idleLines(kPrinter, std::nullopt) == 1);
    CHECK(idleLines(kPrinter, Condition::InUse) == 0);
}

TEST_CASE("the identities name what does not add up to the frozen book", "[counters]")
{
    const auto counters = countersOf({{LineResult::Match, 100}, {LineResult::Shortage, 200}});
    CHECK_FALSE(brokenIdentity(counters, frozen(2, 2, 300)));
    CHECK(brokenIdentity(counters, frozen(3, 2, 300))->subject == "inventory.lines_differ");
    CHECK(brokenIdentity(counters, frozen(2, 5, 300))->subject == "inventory.quantity_differs");
    CHECK(brokenIdentity(counters, frozen(2, 2, 301))->subject == "inventory.value_differs");
    CHECK(brokenIdentity(counters, frozen(2, 2, 301))->detail == "3.00 / 3.01");
}

TEST_CASE("a sheet with open lines breaks the identities", "[counters]")
{
    CHECK(brokenIdentity(countersOf({{LineResult::NotChecked, 1}}), frozen(1, 1, 1))->subject
        == "inventory.not_checked");
    CHECK(
        brokenIdentity(countersOf({{LineResult::Doubt, 1}}), frozen(1, 1, 1))->subject == "inventory.doubt");
    CHECK(openDoubt(countersOf({{LineResult::Doubt, 1}}))->detail == "1");
    CHECK_FALSE(openDoubt(countersOf({{LineResult::NotChecked, 1}})));
}

TEST_CASE("a sheet goes forward by one state, and back only from the review steps to counting", "[state]")
{
    for (const auto& from : kSheetStates)
        for (const auto& to : kSheetStates) {
            CAPTURE(from.token, to.token);
            const bool forward = static_cast<int>(to.value) == static_cast<int>(from.value) + 1;
            const bool reopened = to.value == SheetState::Counting
                && (from.value == SheetState::UnitChecked || from.value == SheetState::DeptReviewed
                    || from.value == SheetState::BureauChecked);
            CHECK(isStep(from.value, to.value) == (forward || reopened));
        }
}

TEST_CASE("only a frozen sheet or one that is being counted takes events", "[state]")
{
    for (const auto& row : kSheetStates) {
        CAPTURE(row.token);
        CHECK(
            takesEvents(row.value) == (row.value == SheetState::Frozen || row.value == SheetState::Counting));
    }
}

TEST_CASE("keeping some units of a task refuses a unit that has no sheet", "[state]")
{
    std::vector<CountSheet> sheets(3);
    sheets[0].unitCode = "U001";
    sheets[1].unitCode = "U002";
    sheets[2].unitCode = "U003";
    CHECK(keepUnits(sheets, std::vector<std::string> {"U002", "U009"}).error().detail == "U009");
    CHECK(sheets.size() == 3);
    REQUIRE(keepUnits(sheets, {}));
    CHECK(sheets.size() == 3);
    REQUIRE(keepUnits(sheets, std::vector<std::string> {"U003", "U002"}));
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].unitCode == "U002");
}
