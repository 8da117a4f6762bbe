#include "core/inventory/sheet_state.h"
#include "tests/unit/core/fold_fixture.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

const std::string kDeskNo = "TY2022000001";
const std::string kChairsNo = "TY2022000002";
const std::string kPrinterNo = "TY2022000003";

} // namespace

// Rule 1.

TEST_CASE("an event that an undo of the same install names never happened", "[fold]")
{
    const auto outcome = desk({seenAt(1, kDeskNo, "A-999"), undo(2, "a-1")});
    CHECK(outcome == CountOutcome {});
}

TEST_CASE("an undo may arrive before what it undoes, and carry an earlier time", "[fold]")
{
    ScanEvent early = undo(9, "a-1");
    early.at = kNineOClock - 24h;
    CHECK(desk({early, seen(1, kDeskNo)}).result == LineResult::NotChecked);
}

TEST_CASE("an undo names nothing of another install", "[fold]")
{
    CHECK(desk({seen(1, kDeskNo), ofInstall("b", undo(2, "a-1"))}).result == LineResult::Match);
}

TEST_CASE("an undo reaches no other install even where the ids run together", "[fold]")
{
    ScanEvent sighting = seen(1, kDeskNo);
    sighting.installId = "a/b";
    sighting.eventId = "c";
    CHECK(desk({sighting, undo(2, "b/c")}).result == LineResult::Match);
}

TEST_CASE("an undo cannot be undone", "[fold]")
{
    CHECK(desk({seen(1, kDeskNo), undo(2, "a-1"), undo(3, "a-2")}).result == LineResult::NotChecked);
}

TEST_CASE("undoing twice is undoing once, and undoing what nobody knows does nothing", "[fold]")
{
    CHECK(desk({seen(1, kDeskNo), undo(2, "a-1"), undo(3, "a-1")}).result == LineResult::NotChecked);
    CHECK(desk({seen(1, kDeskNo), undo(2, "a-77")}).result == LineResult::Match);
}

TEST_CASE("with the first sighting undone, the second decides", "[fold]")
{
    const auto outcome = desk({seenAt(1, kDeskNo, "A-999"), seenAt(2, kDeskNo, "A-101"), undo(3, "a-1")});
    CHECK(outcome.result == LineResult::Match);
    CHECK(outcome.firstSeenAt == kNineOClock + 2min);
    CHECK(outcome.events == 1);
}

TEST_CASE("a surplus can be undone", "[fold]")
{
    CHECK(folded({surplus(1, "饮水机"), undo(2, "a-1")}).surplus.empty());
}

// Rule 2.

TEST_CASE("sightings are ordered by instant, whatever the order of arrival", "[fold]")
{
    ScanEvent second = seen(1, kDeskNo);
    second.at = kNineOClock + 30min;
    second.entry = EntryMode::Wedge;
    ScanEvent first = seen(2, kDeskNo);
    first.at = kNineOClock + 29min;
    first.entry = EntryMode::Manual;
    first.actor = "clerk02";
    for (const auto& events : {std::vector {first, second}, std::vector {second, first}}) {
        const auto outcome = desk(events);
        CHECK(outcome.firstSeenAt == first.at);
        CHECK(outcome.entry == EntryMode::Manual);
        CHECK(outcome.counter == "clerk02");
    }
}

TEST_CASE("at the same instant the smaller install id is first, then the smaller seq", "[fold]")
{
    ScanEvent a9 = seen(9, kDeskNo);
    ScanEvent a10 = seen(10, kDeskNo);
    ScanEvent b1 = ofInstall("b", seen(1, kDeskNo));
    a9.at = a10.at = b1.at = kNineOClock;
    a9.quantity = 9;
    a10.quantity = 10;
    b1.quantity = 1;
    CHECK(desk({b1, a10, a9}).countedQuantity == 9);
    CHECK(desk({b1, a10}).countedQuantity == 10);
}

TEST_CASE("a sighting of another unit's card is a finding and changes no line", "[fold]")
{
    const auto outcome = folded({seenAt(1, "TY2022000900", "A-101"), seenAt(2, "OLD-900", "A-102")});
    REQUIRE(outcome.findings.size() == 1);
    const ElsewhereFinding& finding = outcome.findings[0];
    CHECK(finding.card.assetNo == "TY2022000900");
    CHECK(finding.card.unit == "U002");
    CHECK(finding.card.inTask);
    CHECK(finding.code == "TY2022000900");
    CHECK(finding.place == "A-101");
    CHECK(finding.eventId == "a-1");
    CHECK(finding.events == 2);
    CHECK(outcome.surplus.empty());
    CHECK(outcome.lines == std::vector<CountOutcome>(3));
}

// Rule 3.

TEST_CASE("a card nobody has seen is not checked while the sheet is counted and missing once it is signed",
    "[fold]")
{
    CHECK(desk({}, SheetPhase::Counting).result == LineResult::NotChecked);
    const auto missing = desk({}, SheetPhase::SignedOff);
    CHECK(missing.result == LineResult::Shortage);
    CHECK(missing.countedQuantity == 0);
    CHECK_FALSE(missing.firstSeenAt);
    CHECK_FALSE(missing.entry);
}

TEST_CASE("not checked becomes shortage from unit_checked on, in every state", "[fold]")
{
    for (const auto& row : kSheetStates) {
        CAPTURE(row.token);
        const bool counted = row.value < SheetState::UnitChecked;
        CHECK(phaseOf(row.value) == (counted ? SheetPhase::Counting : SheetPhase::SignedOff));
    }
}

TEST_CASE("a seen card has the same result before and after the sheet is signed", "[fold]")
{
    const std::vector events {seenAt(1, kDeskNo, "A-102")};
    CHECK(desk(events, SheetPhase::SignedOff) == desk(events, SheetPhase::Counting));
}

// Rule 4.

TEST_CASE("a later sighting that states something else makes the line doubtful", "[fold]")
{
    CHECK(desk({seenAt(1, kDeskNo, "A-101"), seenAt(2, kDeskNo, "A-102")}).result == LineResult::Doubt);
    CHECK(desk({seenWith(1, kDeskNo, "P001"), seenWith(2, kDeskNo, "P002")}).result == LineResult::Doubt);
    CHECK(desk({seenAs(1, kDeskNo, Condition::InUse), seenAs(2, kDeskNo, Condition::Idle)}).result
        == LineResult::Doubt);
}

TEST_CASE("stating nothing never contradicts, and the first that states something decides", "[fold]")
{
    const auto outcome = desk(
        {seen(1, kDeskNo), seenAt(2, kDeskNo, "A-102"), seen(3, kDeskNo), seenAt(4, kDeskNo, "A-102")});
    CHECK(outcome.result == LineResult::PlaceDiffers);
    CHECK(outcome.seenPlace == "A-102");
    CHECK(outcome.firstSeenAt == kNineOClock + 1min);
}

TEST_CASE("a contradiction is measured against the first that stated it, not against the book", "[fold]")
{
    // The first was wrong and the second agrees with the book: still somebody has to decide.
    CHECK(desk({seenAt(1, kDeskNo, "A-102"), seenAt(2, kDeskNo, "A-101")}).result == LineResult::Doubt);
    // A third that repeats the first does not heal it.
    CHECK(desk({seenAt(1, kDeskNo, "A-101"), seenAt(2, kDeskNo, "A-102"), seenAt(3, kDeskNo, "A-101")}).result
        == LineResult::Doubt);
}

TEST_CASE("doubt goes before every other result, and counts the quantity of the first", "[fold]")
{
    ScanEvent first = seenAs(1, kDeskNo, Condition::Stolen);
    first.place = "A-101";
    first.quantity = 2;
    const auto outcome = desk({first, seenAt(2, kDeskNo, "A-102")});
    CHECK(outcome.result == LineResult::Doubt);
    CHECK(outcome.countedQuantity == 2);
}

TEST_CASE("with the contradicting sighting undone the doubt is gone", "[fold]")
{
    CHECK(desk({seenAt(1, kDeskNo, "A-101"), seenAt(2, kDeskNo, "A-102"), undo(3, "a-2")}).result
        == LineResult::Match);
}

// Rule 5.

TEST_CASE("a condition that says more than in use or idle is the result", "[fold]")
{
    const auto [condition, result] = GENERATE(table<Condition, LineResult>({
        {Condition::Disposed, LineResult::DisposedNotRemoved},
        {Condition::Stolen, LineResult::Stolen},
        {Condition::Damaged, LineResult::Damaged},
        {Condition::ToScrap, LineResult::ToScrap},
    }));
    ScanEvent event = seenAs(1, kDeskNo, condition);
    CHECK(desk({event}).result == result);
    CHECK(desk({event}).seenCondition == condition);
    // It goes before place and user.
    event.place = "A-999";
    event.user = "P999";
    CHECK(desk({event}).result == result);
}

TEST_CASE("place goes before user, user before state", "[fold]")
{
    ScanEvent event = seenAs(1, kDeskNo, Condition::Idle);
    event.place = "A-999";
    event.user = "P999";
    CHECK(desk({event}).result == LineResult::PlaceDiffers);
    event.place = "A-101";
    CHECK(desk({event}).result == LineResult::UserDiffers);
    event.user = "P001";
    CHECK(desk({event}).result == LineResult::StateDiffers);
    event.condition = Condition::InUse;
    CHECK(desk({event}).result == LineResult::Match);
}

TEST_CASE("what each sighting states first is put together from several", "[fold]")
{
    const auto outcome = desk(
        {seenAs(1, kDeskNo, Condition::Idle), seenWith(2, kDeskNo, "P001"), seenAt(3, kDeskNo, "A-102")});
    CHECK(outcome.result == LineResult::PlaceDiffers);
    CHECK(outcome.seenUser == "P001");
    CHECK(outcome.seenCondition == Condition::Idle);
}

TEST_CASE(
    "a stated user differs from a book without one, and a book without a place differs from a stated one",
    "[fold]")
{
    CHECK(folded({seenWith(1, kChairsNo, "P001")}).lines[kChairs].result == LineResult::UserDiffers);
    auto book = aBook();
    book[kDesk].place.clear();
    const std::vector events {seenAt(1, kDeskNo, "A-101")};
    CHECK(foldSheet(book, events, cardElsewhere, SheetPhase::Counting).lines[kDesk].result
        == LineResult::PlaceDiffers);
}

TEST_CASE("state differs between idle and in use only, both ways", "[fold]")
{
    CHECK(
        folded({seenAs(1, kPrinterNo, Condition::InUse)}).lines[kPrinter].result == LineResult::StateDiffers);
    CHECK(folded({seenAs(1, kPrinterNo, Condition::Idle)}).lines[kPrinter].result == LineResult::Match);
    auto book = aBook();
    book[kDesk].useState = UseState::Lent;
    for (const Condition condition : {Condition::InUse, Condition::Idle}) {
        const std::vector events {seenAs(1, kDeskNo, condition)};
        CHECK(foldSheet(book, events, cardElsewhere, SheetPhase::Counting).lines[kDesk].result
            == LineResult::Match);
    }
}

TEST_CASE("a sighting that states nothing is a match", "[fold]")
{
    const auto outcome = folded({seen(1, kDeskNo), seen(2, kPrinterNo)});
    CHECK(outcome.lines[kDesk].result == LineResult::Match);
    CHECK(outcome.lines[kPrinter].result == LineResult::Match);
    CHECK(outcome.lines[kDesk].seenPlace.empty());
    CHECK_FALSE(outcome.lines[kDesk].seenCondition);
}

// Rule 6.

TEST_CASE("the counted quantity is that of the first sighting, not a sum", "[fold]")
{
    ScanEvent two = seen(1, kChairsNo);
    two.quantity = 2;
    ScanEvent three = seen(2, kChairsNo);
    three.quantity = 3;
    const auto outcome = folded({three, two}).lines[kChairs];
    CHECK(outcome.result == LineResult::Match);
    CHECK(outcome.countedQuantity == 2);
}

TEST_CASE("what is stolen or disposed of counts as nothing; what is damaged or worn out is there", "[fold]")
{
    const auto [condition, quantity] = GENERATE(table<Condition, std::int64_t>({
        {Condition::Stolen, 0},
        {Condition::Disposed, 0},
        {Condition::Damaged, 3},
        {Condition::ToScrap, 3},
    }));
    ScanEvent event = seenAs(1, kChairsNo, condition);
    event.quantity = 3;
    CHECK(folded({event}).lines[kChairs].countedQuantity == quantity);
}

TEST_CASE("events counts what was not undone, notes on the card included", "[fold]")
{
    ScanEvent note = anEvent(EventKind::Note, 3);
    note.code = kDeskNo;
    const auto outcome
        = desk({seen(1, kDeskNo), seen(2, kDeskNo), note, undo(4, "a-2"), anEvent(EventKind::RoomClosed, 5)});
    CHECK(outcome.events == 2);
    CHECK(outcome.result == LineResult::Match);
}

TEST_CASE("a note is no sighting", "[fold]")
{
    ScanEvent note = anEvent(EventKind::Note, 1);
    note.code = kDeskNo;
    note.place = "A-999";
    const auto outcome = desk({note});
    CHECK(outcome.result == LineResult::NotChecked);
    CHECK(outcome.seenPlace.empty());
    CHECK_FALSE(outcome.firstSeenAt);
    CHECK(outcome.events == 1);

    note.code = "NOBODY-KNOWS";
    CHECK(folded({note}).surplus.empty());
    note.code.reset();
    CHECK(folded({note}) == folded({}));
}

TEST_CASE("photos of all sightings of a card are counted", "[fold]")
{
    ScanEvent first = seen(1, kDeskNo);
    first.photos = {"aa", "bb"};
    ScanEvent second = seen(2, kDeskNo);
    second.photos = {"cc"};
    CHECK(desk({first, second}).photos == 3);
}

// Which card a code means.

TEST_CASE("a card is known by its tag, its number, and its older number, however they were typed", "[fold]")
{
    const auto [code, line] = GENERATE(table<std::string, std::size_t>({
        {"TY2022000001", kDesk},
        {"TY2022000001K", kDesk},
        {"ty2022000001k", kDesk},
        {" TY2022000001 ", kDesk},
        {"ＴＹ２０２２０００００１", kDesk},
        {"OLD-7", kChairs},
        {"old-7", kChairs},
    }));
    CAPTURE(code);
    const auto outcome = folded({seen(1, code)});
    CHECK(outcome.lines[line].result == LineResult::Match);
    CHECK(outcome.surplus.empty());
}

TEST_CASE("a tag with a wrong check character is no card of the sheet", "[fold]")
{
    const auto outcome = folded({seen(1, "TY2022000001X")});
    CHECK(outcome.lines[kDesk].result == LineResult::NotChecked);
    REQUIRE(outcome.surplus.size() == 1);
    CHECK(outcome.surplus[0].name == "TY2022000001X");
}

TEST_CASE("an asset number goes before an older number that reads the same", "[fold]")
{
    auto book = aBook();
    book[kChairs].legacyNo = kDeskNo;
    const std::vector events {seen(1, kDeskNo)};
    const auto outcome = foldSheet(book, events, cardElsewhere, SheetPhase::Counting);
    CHECK(outcome.lines[kDesk].result == LineResult::Match);
    CHECK(outcome.lines[kChairs].result == LineResult::NotChecked);
}

TEST_CASE("of two lines with the same older number the lower asset number bears it, in any order", "[fold]")
{
    auto book = aBook();
    book[kPrinter].legacyNo = book[kChairs].legacyNo;
    const std::vector events {seen(1, "OLD-7")};
    const auto inOrder = foldSheet(book, events, cardElsewhere, SheetPhase::Counting);
    CHECK(inOrder.lines[kChairs].result == LineResult::Match);
    CHECK(inOrder.lines[kPrinter].result == LineResult::NotChecked);
    std::swap(book[kChairs], book[kPrinter]);
    const auto swapped = foldSheet(book, events, cardElsewhere, SheetPhase::Counting);
    CHECK(swapped.lines[kChairs].result == LineResult::NotChecked);
    CHECK(swapped.lines[kPrinter].result == LineResult::Match);
}

// Rule 7.

TEST_CASE("surplus events with the same code are one line that the first decides", "[fold]")
{
    ScanEvent first = surplus(1, "饮水机", "X-1");
    first.place = "A-105";
    first.quantity = 2;
    first.classCode = "A02061804";
    first.reason = "无标签";
    const auto outcome = folded({surplus(2, "热水器", "X-1"), first, surplus(3, "空调", "X-2")});
    REQUIRE(outcome.surplus.size() == 2);
    const SurplusOutcome& line = outcome.surplus[0];
    CHECK(line.eventId == "a-1");
    CHECK(line.name == "饮水机");
    CHECK(line.classCode == "A02061804");
    CHECK(line.code == "X-1");
    CHECK(line.quantity == 2);
    CHECK(line.place == "A-105");
    CHECK(line.reason == "无标签");
    CHECK(line.outcome.result == LineResult::Surplus);
    CHECK(line.outcome.countedQuantity == 2);
    CHECK(line.outcome.events == 2);
    CHECK(line.outcome.firstSeenAt == kNineOClock + 1min);
    CHECK(outcome.surplus[1].name == "空调");
}

TEST_CASE("surplus events without a code are an object each", "[fold]")
{
    CHECK(folded({surplus(1, "椅子"), surplus(2, "椅子"), surplus(3, "椅子", "")}).surplus.size() == 3);
}

TEST_CASE("surplus lines stand in the order of their first events", "[fold]")
{
    const auto outcome
        = folded({surplus(3, "丙"), surplus(1, "甲", "X-1"), surplus(2, "乙"), surplus(4, "甲", "X-1")});
    REQUIRE(outcome.surplus.size() == 3);
    CHECK(outcome.surplus[0].name == "甲");
    CHECK(outcome.surplus[1].name == "乙");
    CHECK(outcome.surplus[2].name == "丙");
}

TEST_CASE("a surplus with contradicting places is still a surplus", "[fold]")
{
    ScanEvent here = surplus(1, "饮水机", "X-1");
    here.place = "A-101";
    ScanEvent there = surplus(2, "饮水机", "X-1");
    there.place = "A-102";
    const auto outcome = folded({there, here});
    REQUIRE(outcome.surplus.size() == 1);
    CHECK(outcome.surplus[0].outcome.result == LineResult::Surplus);
    CHECK(outcome.surplus[0].place == "A-101");
}

TEST_CASE("a seen code that no card bears is a surplus with the code as its name", "[fold]")
{
    const auto outcome = folded({seen(1, "NOBODY-KNOWS"), seen(2, "NOBODY-KNOWS")});
    REQUIRE(outcome.surplus.size() == 1);
    CHECK(outcome.surplus[0].name == "NOBODY-KNOWS");
    CHECK(outcome.surplus[0].code == "NOBODY-KNOWS");
    CHECK(outcome.surplus[0].outcome.events == 2);
}

TEST_CASE("an unknown tag that was first seen and then named as a surplus is one line", "[fold]")
{
    const auto seenFirst = folded({seen(1, "X-1"), surplus(2, "饮水机", "X-1")});
    REQUIRE(seenFirst.surplus.size() == 1);
    CHECK(seenFirst.surplus[0].name == "X-1");
    const auto namedFirst = folded({surplus(1, "饮水机", "X-1"), seen(2, "X-1")});
    REQUIRE(namedFirst.surplus.size() == 1);
    CHECK(namedFirst.surplus[0].name == "饮水机");
}

TEST_CASE("a surplus event stays a surplus even when its code is that of a card on the sheet", "[fold]")
{
    const auto outcome = folded({surplus(1, "第二张桌子", kDeskNo)});
    CHECK(outcome.surplus.size() == 1);
    CHECK(outcome.lines[kDesk].result == LineResult::NotChecked);
}

TEST_CASE("the code of a card outside the task is a finding, not a surplus", "[fold]")
{
    const auto outcome = folded({seen(1, "TY2022000901"), seen(2, "TY2022000900")});
    CHECK(outcome.surplus.empty());
    REQUIRE(outcome.findings.size() == 2);
    CHECK(outcome.findings[0].card.assetNo == "TY2022000900");
    CHECK(outcome.findings[1].card.assetNo == "TY2022000901");
    CHECK_FALSE(outcome.findings[1].card.inTask);
}

TEST_CASE("an empty book makes everything a surplus or a finding", "[fold]")
{
    const std::vector events {seen(1, kDeskNo), seen(2, "TY2022000900")};
    const auto outcome = foldSheet({}, events, cardElsewhere, SheetPhase::SignedOff);
    CHECK(outcome.lines.empty());
    CHECK(outcome.surplus.size() == 1);
    CHECK(outcome.findings.size() == 1);
}
