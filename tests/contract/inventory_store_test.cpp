#include "core/base/text_length.h"
#include "tests/contract/campaign.h"
#include "tests/support/refusal.h"
#include "tests/support/values.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

TEST_CASE("A freeze takes the countable cards that were on the books at the base date, and nothing later")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.addCards(1, 200, 2, "2022-10-01");
    campaign.addCards(2, 300, 1);
    campaign.startCounting();
    const FrozenBook book = campaign.store.book(campaign.sheet("U001").id);
    REQUIRE(book.lines.size() == 3);
    CHECK(book.lines[0].assetNo == "TY2020000100");
    CHECK(book.lines[0].original == Money::fromFen(500000));
    CHECK(book.lines[0].schedule.accumulatedAt(campaign.task.baseMonth()).fen() == 6944 * 29);
    CHECK(campaign.store.frozenTotals(campaign.sheet("U002").id).lines == 1);
}

TEST_CASE("A book of more than one piece is frozen whole, and not twice when it is repeated")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 1, 4999);
    campaign.addCards(1, 5000, 3000);
    campaign.startCounting();
    CHECK(campaign.store.frozenTotals(campaign.sheet("U001").id).lines == 7999);
    CHECK_FALSE(campaign.store.freezePiece(campaign.sheet("U001")));
    CHECK(campaign.store.frozenTotals(campaign.sheet("U001").id).lines == 7999);
}

TEST_CASE("S2: the same event again is a duplicate, the same identity with other content is quarantined")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    const IncomingEvent first = campaign.seen(1, "TY2020000100");
    IncomingEvent forged = first;
    forged.event.code = "TY2020000101";
    IncomingEvent otherIdSameSeq = first;
    otherIdSameSeq.event.eventId = "ffffffff-7b1a-7c3e-9f00-000000000001";
    const std::vector<IncomingEvent> batch {first, first, forged};
    using enum AppendOutcome;
    CHECK(campaign.store.append(campaign.task.id, batch) == std::vector {Stored, Duplicate, Quarantined});
    CHECK(campaign.store.append(campaign.task.id, batch) == std::vector {Duplicate, Duplicate, Quarantined});
    CHECK(campaign.store.append(campaign.task.id, std::vector {otherIdSameSeq}) == std::vector {Quarantined});
    CHECK(campaign.store.events(first.sheet).size() == 1);
}

TEST_CASE("An event comes back from the store as it went in")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 1);
    campaign.startCounting();
    IncomingEvent incoming = campaign.seen(5, "TY2020000100");
    incoming.event.place = "A-305";
    incoming.event.user = "P001";
    incoming.event.condition = Condition::Idle;
    incoming.event.entry = EntryMode::Manual;
    incoming.event.reason = "标签缺失";
    incoming.event.photos = {"aa", "bb"};
    incoming.event.quantity = 3;
    REQUIRE(campaign.store.append(campaign.task.id, std::vector {incoming})
        == std::vector {AppendOutcome::Stored});
    ScanEvent expected = incoming.event;
    expected.unit.clear(); // the sheet says it
    CHECK(campaign.store.events(incoming.sheet) == std::vector {expected});
}

TEST_CASE("P2: any order, splitting and repetition of the same events gives the same sheet")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 20);
    campaign.addCards(2, 300, 2);
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    for (int i = 0; i < 20; i += 2)
        events.push_back(campaign.seen(i + 1, Campaign::number(100 + i)));
    events.push_back(campaign.seen(50, Campaign::number(300)));
    events.push_back(campaign.seen(51, "NO-SUCH-TAG"));
    events.push_back(campaign.seen(52, "OLD-101"));

    std::mt19937 random(Catch::rngSeed());
    std::shuffle(events.begin(), events.end(), random);
    for (std::size_t from = 0; from < events.size(); from += 4) {
        const std::span<const IncomingEvent> piece(
            &events[from], std::min<std::size_t>(4, events.size() - from));
        (void)campaign.store.append(campaign.task.id, piece);
        (void)campaign.store.append(campaign.task.id, piece);
    }
    const CountedSheet counted = campaign.service.countedSheet(campaign.task, campaign.sheet("U001"));
    const SheetCounters counters = counted.counters();
    CHECK(counters.of(LineResult::Match).lines == 11);
    CHECK(counters.of(LineResult::NotChecked).lines == 9);
    REQUIRE(counted.outcome.surplus.size() == 1);
    CHECK(counted.outcome.surplus[0].name == "NO-SUCH-TAG");
    REQUIRE(counted.outcome.findings.size() == 1);
    CHECK(counted.outcome.findings[0].card.unit == "U002");
    CHECK(counted.outcome.findings[0].card.inTask);
}

TEST_CASE("What a fold stores is read back as counters, and storing it again changes nothing")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 4);
    campaign.startCounting();
    IncomingEvent damaged = campaign.seen(1, Campaign::number(100));
    damaged.event.condition = Condition::Damaged;
    (void)campaign.store.append(
        campaign.task.id, std::vector {damaged, campaign.seen(2, Campaign::number(101))});
    CHECK(campaign.service.project(campaign.task, [](auto, auto) {}) == 2);
    const auto counters = campaign.store.counters(campaign.task.id);
    CHECK(counters[0].of(LineResult::Damaged).lines == 1);
    CHECK(counters[0].of(LineResult::Match).lines == 1);
    CHECK(counters[0].of(LineResult::NotChecked).lines == 2);
    CHECK(campaign.service.project(campaign.task, [](auto, auto) {}) == 0);
}

TEST_CASE("A sheet that is folded in slices gives what it gives in one piece")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    constexpr int kCards = 31'000; // more than a slice
    campaign.addCards(1, 100, kCards);
    campaign.addCards(2, 100 + kCards, 1);
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    const auto see = [&](const std::string& code) -> ScanEvent& {
        return events.emplace_back(campaign.seen(static_cast<std::int64_t>(events.size()) + 1, code)).event;
    };
    for (const std::int64_t card : {100, 101, 30'000, 30'098, 30'099, 30'100, 31'000, 31'099})
        see(Campaign::number(card));
    see("OLD-31050");
    see(Campaign::number(30'500)).condition = Condition::Damaged;
    see(Campaign::number(30'501)).place = "A-101";
    see(Campaign::number(30'501)).place = "A-102"; // doubt
    ScanEvent& undo = see(Campaign::number(31'000));
    undo.kind = EventKind::Undo;
    undo.corrects = events[6].event.eventId;
    see("NO-SUCH-TAG");
    see("NO-SUCH-TAG");
    see(Campaign::number(100 + kCards)); // the other unit's
    (void)campaign.store.append(campaign.task.id, events);

    const CountedSheet whole = campaign.service.countedSheet(campaign.task, campaign.sheet("U001"));
    CHECK(campaign.service.project(campaign.task, [](auto, auto) {}) == 2);
    const SheetCounters stored = campaign.store.counters(campaign.task.id)[0];
    CHECK(stored == whole.counters());
    CHECK(stored.book().lines == kCards);
    CHECK(stored.of(LineResult::Match).lines == 8);
    CHECK(stored.of(LineResult::Damaged).lines == 1);
    CHECK(stored.of(LineResult::Doubt).lines == 1);
    CHECK(stored.of(LineResult::Surplus).lines == 1);
    const auto count = [&](std::string_view sql) {
        const auto rows = campaign.session->bulk().stream(sql, {campaign.sheet("U001").id.value});
        return rows->next() ? rows->integer(0) : -1;
    };
    CHECK(count("SELECT count(*) FROM sheet_result WHERE sheet_id = ?") == 2);
    CHECK(count("SELECT count(*) FROM surplus_line WHERE sheet_id = ?") == 1);
    CHECK(count("SELECT count(*) FROM finding WHERE sheet_id = ?") == 1);
}

TEST_CASE("Every event of a large sheet comes once, with the slice that has its line")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    constexpr std::int64_t kCards = 61;
    campaign.addCards(1, 100, static_cast<int>(kCards));
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    for (std::int64_t seq = 1; seq <= kCards; ++seq)
        events.push_back(campaign.seen(seq, Campaign::number(100 + (seq * 7) % kCards)));
    events.push_back(campaign.seen(kCards + 1, "NO-SUCH-TAG"));
    IncomingEvent undo = campaign.seen(kCards + 2, "");
    undo.event.kind = EventKind::Undo;
    undo.event.code.reset();
    undo.event.corrects = events[3].event.eventId;
    events.push_back(undo);
    (void)campaign.store.append(campaign.task.id, events);

    const std::vector<CountSheet> sheets {campaign.sheet("U001")};
    const std::size_t sliceLines = GENERATE(values<std::size_t>({1, 2, 3, 60, 61, 62})); // of more than one pass, and of one
    const auto inputs = campaign.store.inputs(sheets, sliceLines);
    std::vector<ScanEvent> arrived;
    std::size_t slices = 0;
    for (bool isLast = false; !isLast; ++slices) {
        const SheetInput input = inputs->next();
        isLast = input.isLast;
        std::size_t undone = 0;
        for (const ScanEvent& event : input.events) {
            if (event.kind == EventKind::Undo) {
                ++undone;
                continue;
            }
            arrived.push_back(event);
            const bool isHere = std::any_of(input.book.lines.begin(), input.book.lines.end(),
                [&](const BookLine& line) { return line.assetNo == event.code; });
            CHECK((isHere || (slices == 0 && event.code == "NO-SUCH-TAG")));
        }
        CHECK(undone == 1);
    }
    CHECK(slices == std::size_t {kCards} / sliceLines + 1);
    auto stored = campaign.store.events(sheets[0].id);
    std::erase_if(stored, [](const ScanEvent& event) { return event.kind == EventKind::Undo; });
    const auto bySeq = [](const ScanEvent& a, const ScanEvent& b) { return a.seq < b.seq; };
    std::sort(arrived.begin(), arrived.end(), bySeq);
    std::sort(stored.begin(), stored.end(), bySeq);
    for (ScanEvent& event : stored)
        event.unit.clear();
    CHECK(arrived == stored);
}

TEST_CASE("A sheet with a doubtful line cannot be signed until someone has decided")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 2);
    campaign.startCounting();
    IncomingEvent here = campaign.seen(1, Campaign::number(100));
    here.event.place = "A-101";
    IncomingEvent there = campaign.seen(2, Campaign::number(100));
    there.event.place = "A-102";
    (void)campaign.store.append(campaign.task.id, std::vector {here, there});
    const std::vector<std::string> unit {"U001"};
    const auto none = [](auto, auto) {};
    const auto refused = campaign.service.advance("QC2022", SheetState::UnitChecked, unit, {}, none);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == "inventory.doubt");
    CHECK(campaign.sheet("U001").state == SheetState::Counting);

    LineDecision decision;
    decision.result = LineResult::Match;
    decision.reason = "现场核实";
    decision.decidedBy = "officer";
    const auto decide = [&] {
        return campaign.service.decideLine(
            campaign.task, campaign.sheet("U001"), Campaign::number(100), decision);
    };
    REQUIRE(decide());
    // Taken back, the line stands as it was counted, and a sheet that was seen before is refused.
    const CountSheet seen = campaign.sheet("U001");
    CountedSheet counted;
    counted.book = campaign.store.countingBook(seen.id);
    const std::size_t all[] = {0, 1};
    REQUIRE(campaign.service.undecideLines(campaign.task, seen, counted, all));
    CHECK(campaign.service.undecideLines(campaign.task, seen, counted, all).error().code
        == ErrorCode::StaleRevision);
    CHECK(campaign.store.lineDecisions(seen.id).empty());
    CHECK_FALSE(campaign.service.advance("QC2022", SheetState::UnitChecked, unit, {}, none));
    REQUIRE(decide());
    REQUIRE(campaign.service.advance("QC2022", SheetState::UnitChecked, unit, {}, none));
    CHECK(campaign.service.undecideLines(campaign.task, campaign.sheet("U001"), counted, all).error().subject
        == "inventory.doubt");
    const SheetCounters counters
        = campaign.service.countedSheet(campaign.task, campaign.sheet("U001")).counters();
    CHECK(counters.of(LineResult::Match).lines == 1);
    CHECK(counters.of(LineResult::Shortage).lines == 1);
}

TEST_CASE("P8: what is decided on a sheet has its most characters, and one more is refused with its code",
    "[contract][inventory]") // kLongestNote, kLongestValueBasis
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 2);
    campaign.startCounting();
    const auto decideLine = [&](std::size_t reason, std::size_t proposal) {
        LineDecision decision {
            {}, LineResult::Match, manyCharacters(reason), manyCharacters(proposal), "officer", {}};
        return refusal(campaign.service.decideLine(
            campaign.task, campaign.sheet("U001"), Campaign::number(100), std::move(decision)));
    };
    CHECK(decideLine(kLongestNote + 1, 1) == "text.too_long 500");
    CHECK(decideLine(1, kLongestNote + 1) == "text.too_long 500");
    CHECK(decideLine(kLongestNote, kLongestNote).empty());
    CHECK(decideLine(1, 1).empty());

    IncomingEvent found = campaign.seen(1, "X-1");
    found.event.kind = EventKind::Surplus;
    found.event.name = "办公椅";
    (void)campaign.store.append(campaign.task.id, std::vector {found});
    const auto decideSurplus = [&](std::size_t reason, std::size_t basis) {
        SurplusDecision decision;
        decision.eventId = found.event.eventId;
        decision.value = Money::fromFen(100);
        decision.valueBasis = manyCharacters(basis);
        decision.reason = manyCharacters(reason);
        decision.decidedBy = "officer";
        return refusal(campaign.service.decideSurplus(campaign.sheet("U001"), decision));
    };
    CHECK(decideSurplus(kLongestNote + 1, 1) == "text.too_long 500");
    CHECK(decideSurplus(1, kLongestValueBasis + 1) == "text.too_long 100");
    CHECK(decideSurplus(kLongestNote, kLongestValueBasis).empty());

    const std::vector<std::string> unit {"U001"};
    REQUIRE(refusal(campaign.service.advance("QC2022", SheetState::UnitChecked, unit, {}, kQuietly)).empty());
    const auto openAgain = [&](std::size_t reason) {
        return refusal(
            campaign.service.advance("QC2022", SheetState::Counting, unit, manyCharacters(reason), kQuietly));
    };
    CHECK(openAgain(kLongestNote + 1) == "text.too_long 500");
    CHECK(openAgain(kLongestNote).empty());
}

TEST_CASE("An event that comes after the sheet was signed is kept, and counts once the sheet is open again")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 1);
    campaign.startCounting();
    const auto none = [](auto, auto) {};
    const std::vector<std::string> unit {"U001"};
    REQUIRE(campaign.service.advance("QC2022", SheetState::UnitChecked, unit, {}, none));
    IncomingEvent late = campaign.seen(1, Campaign::number(100));
    late.late = true;
    REQUIRE(
        campaign.store.append(campaign.task.id, std::vector {late}) == std::vector {AppendOutcome::Stored});
    const auto result = [&] {
        return campaign.service.countedSheet(campaign.task, campaign.sheet("U001"))
            .outcome.lines.at(0)
            .result;
    };
    CHECK(result() == LineResult::Shortage);
    CHECK_FALSE(campaign.service.advance("QC2022", SheetState::Counting, unit, {}, none));
    REQUIRE(campaign.service.advance("QC2022", SheetState::Counting, unit, "补盘", none));
    CHECK(result() == LineResult::Match);
}

TEST_CASE("D4: a sheet that someone else moved in the meantime is not moved again")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.startCounting();
    const CountSheet stale = campaign.sheet("U001");
    REQUIRE(campaign.store.moveSheet(stale, SheetState::Counting, {}));
    const auto second = campaign.store.moveSheet(stale, SheetState::Counting, {});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::StaleRevision);
}

TEST_CASE("P5: a decision on a sheet that somebody has decided on since is not written")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 2);
    campaign.startCounting();
    const CountSheet looked = campaign.sheet("U001");
    LineDecision mine;
    mine.asset = AssetId {100};
    mine.result = LineResult::Shortage;
    mine.reason = "丢失";
    mine.decidedBy = "officer";
    LineDecision theirs = mine;
    theirs.result = LineResult::Match;
    theirs.decidedBy = "section";
    const auto decided = campaign.store.decide(looked, std::vector {theirs});
    REQUIRE(decided);
    CHECK(decided->revision == campaign.sheet("U001").revision);

    const auto tooLate = campaign.store.decide(looked, std::vector {mine});
    REQUIRE_FALSE(tooLate);
    CHECK(tooLate.error().code == ErrorCode::StaleRevision);
    SurplusDecision surplus;
    surplus.eventId = "e-1";
    CHECK(campaign.store.decide(looked, surplus).error().code == ErrorCode::StaleRevision);
    REQUIRE(campaign.store.lineDecisions(looked.id).size() == 1);
    CHECK(campaign.store.lineDecisions(looked.id)[0].decidedBy == "section");
    CHECK(campaign.store.surplusDecisions(looked.id).empty());

    REQUIRE(campaign.store.decide(*decided, std::vector {mine}));
    CHECK(campaign.store.lineDecisions(looked.id)[0].decidedBy == "officer");
}
