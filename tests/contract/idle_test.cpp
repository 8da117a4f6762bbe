#include "core/idle/idle_service.h"
#include "core/leasing/lease_service.h"
#include "core/values/calendar.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/idle/idle_assets.h"
#include "schema/leasing/soci_lease_store.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallRegistry;

namespace {

const CardChangeBy kClerk {"clerk01", "盘点"};

/// Somebody with a scope who works on idle things and contracts.
struct IdleOffice {
    IdleOffice(Session& session, const Scope& scope)
        : repository(session, scope)
        , cards(repository, scope, [] { return kNow; })
        , idle(session, scope)
        , idleService(idle, cards, scope)
        , leases(session, scope)
        , leaseService(leases, repository, scope, [] { return kNow; })
    {
    }
    std::string aDesk(const std::string& unit, const char* yuan)
    {
        const auto card = cards.create({{"unit", unit}, {"class_code", "A05010201"}, {"name", "办公桌"},
                                           {"original_yuan", yuan}, {"fiscal_yuan", yuan},
                                           {"acquired_on", "2015-05-05"}, {"acquisition_method", "donation"},
                                           {"unit_of_measure", "张"}},
            kClerk);
        REQUIRE(card);
        return card->card.assetNo;
    }
    std::vector<std::string> listed(const IdleQuery& query)
    {
        std::vector<std::string> out;
        const auto next = idle.lines(query);
        for (IdleLine line; next(line);)
            out.push_back(line.assetNo);
        return out;
    }

    SociCardRepository repository;
    CardService cards;
    IdleAssets idle;
    IdleService idleService;
    SociLeaseStore leases;
    LeaseService leaseService;
};

LeaseContract aLease(const std::string& unit)
{
    LeaseContract contract;
    contract.contractNo = "ZL-2026-01";
    contract.unitCode = unit;
    contract.counterparty = "某公司";
    contract.approvalNo = "怀管发〔2026〕8号";
    contract.approvedOn = day("2026-01-01");
    contract.from = day("2026-02-01");
    contract.to = day("2026-12-31");
    contract.rent = *Money::parseYuan("100.00");
    return contract;
}

} // namespace

TEST_CASE("What was declared idle is on the list of its unit with its way, and its total ties", "[contract][idle]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    IdleOffice bureau(*registry.session, Scope::everything());
    const std::string old = bureau.aDesk("U001", "1500.00");
    const std::string used = bureau.aDesk("U001", "900.00");
    const std::string foreign = bureau.aDesk("U003", "700.00");
    const IdlePatch said {.reason = IdleReason::Replaced, .way = ProposedWay::Scrap, .responsible = "第1局"};
    REQUIRE(bureau.idleService.declare(old, day("2026-01-10"), said, kClerk));
    REQUIRE(bureau.idleService.declare(foreign, day("2026-09-10"), {}, kClerk));

    IdleQuery query;
    query.on = day("2026-09-30");
    CHECK(bureau.listed(query) == std::vector<std::string> {old, foreign});
    CHECK(bureau.idle.totals(query).things == 2);
    CHECK(bureau.idle.totals(query).original == *Money::parseYuan("2200.00"));
    IdleLine line;
    REQUIRE(bureau.idle.lines(query)(line));
    CHECK(line.unitName == "第1局");
    CHECK(line.note.way == ProposedWay::Scrap);
    CHECK(line.note.responsible == "第1局");
    CHECK(line.original == *Money::parseYuan("1500.00"));

    query.on = day("2026-09-09"); // the other was not idle yet
    CHECK(bureau.listed(query) == std::vector<std::string> {old});
    query.on = day("2026-09-30");
    query.way = ProposedWay::Undecided;
    CHECK(bureau.listed(query) == std::vector<std::string> {foreign});
    query.way.reset();
    IdleOffice first(*registry.session, Scope::ofUnit(UnitId {1}));
    CHECK(first.listed(query) == std::vector<std::string> {old});

    // Used again it leaves the list, and its note waits.
    const auto card = bureau.cards.find(old);
    REQUIRE(bureau.cards.change(old, card->card.revision, {{"use_state", "in_stock"}}, kClerk));
    CHECK(bureau.listed(query) == std::vector<std::string> {foreign});
    CHECK(bureau.idleService.propose(old, patched({}, said)).error().subject == "idle.not_idle");
    (void)used;
}

TEST_CASE(
    "Of a thing that lies idle what was said stands until it is said anew or taken back", "[contract][idle]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    IdleOffice bureau(*registry.session, Scope::everything());
    const std::string desk = bureau.aDesk("U001", "1500.00");
    const AssetId id = bureau.cards.find(desk)->card.id;
    const auto declare = [&](std::optional<Day> since, const std::vector<FieldValue>& said) {
        REQUIRE(bureau.idleService.declare(desk, since, idlePatch(said).value(), kClerk));
        return bureau.idle.note(id);
    };
    const IdleNote first = declare(day("2026-01-10"),
        {{"reason", "replaced"}, {"way", "sell"}, {"expected_income_yuan", "12"}, {"measure", "询价"},
            {"responsible", "第1局"}, {"due_on", "2026-12-31"}, {"remark", "可用"}});
    CHECK(first.way == ProposedWay::Sell);
    CHECK(first.dueOn == day("2026-12-31"));
    IdleNote expected = first;
    ++expected.revision;
    expected.condition = IdleCondition::Repairable;
    CHECK(declare(std::nullopt, {{"condition", "repairable"}}) == expected);
    CHECK(bureau.cards.find(desk)->card.idleSince == day("2026-01-10"));
    ++expected.revision;
    expected.remark.clear();
    expected.dueOn.reset();
    expected.expectedIncome.reset();
    CHECK(declare(day("2026-02-10"), {{"remark", ""}, {"due_on", ""}, {"expected_income_yuan", ""}})
        == expected);
    CHECK(bureau.cards.find(desk)->card.idleSince == day("2026-02-10"));
    CHECK(idlePatch({{"way", ""}}).error().subject == "idle.way");
    CHECK_FALSE(idlePatch({{"due_on", "2026-02-30"}}));

    // Another time of idleness is found anew.
    const auto card = bureau.cards.find(desk);
    REQUIRE(bureau.cards.change(desk, card->card.revision, {{"use_state", "in_stock"}}, kClerk));
    CHECK(declare(std::nullopt, {}).way == ProposedWay::Undecided);
    CHECK(bureau.cards.find(desk)->card.idleSince == chinaDate(kNow));
}

TEST_CASE("Of two who write a note on one idle thing the second is told", "[contract][idle]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    IdleOffice bureau(*registry.session, Scope::everything());
    const std::string desk = bureau.aDesk("U001", "1500.00");
    REQUIRE(bureau.idleService.declare(desk, day("2026-01-10"), {}, kClerk));
    IdleNote seen = bureau.idle.note(bureau.cards.find(desk)->card.id);
    CHECK(seen.revision == 1);
    seen.way = ProposedWay::Lease;
    REQUIRE(bureau.idleService.propose(desk, seen));
    CHECK(bureau.idleService.propose(desk, seen).error().subject == "idle.note_changed");
    IdleOffice other(*registry.session, Scope::ofUnit(UnitId {3}));
    CHECK(other.idleService.propose(desk, seen).error().subject == "card.not_found");
}

TEST_CASE("What is let is let once, pays its rent, and goes back to what it was", "[contract][lease]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    IdleOffice bureau(*registry.session, Scope::everything());
    const std::string desk = bureau.aDesk("U001", "1500.00");
    REQUIRE(bureau.idleService.declare(desk, day("2026-01-10"), {}, kClerk));
    const std::vector<std::string> things {desk};
    const auto opened = bureau.leaseService.open(aLease("U001"), things, {"section01", false});
    REQUIRE(opened);
    CHECK(opened->due() == *Money::parseYuan("1100.00"));
    CHECK(bureau.cards.find(desk)->card.useState == UseState::Leased);
    CHECK(bureau.cards.find(desk)->card.counterparty == "某公司");

    auto second = aLease("U001");
    CHECK(bureau.leaseService.open(second, things, {"section01", false}).error().subject == "lease.state");
    second.contractNo = "ZL-2026-02";
    CHECK(bureau.leaseService.open(aLease("U003"), things, {"x", false}).error().subject
        == "lease.other_unit");

    REQUIRE(bureau.leaseService.pay("ZL-2026-01", *Money::parseYuan("250.00"), day("2026-03-01"), "JK1"));
    const auto stored = bureau.leases.find("ZL-2026-01");
    REQUIRE(stored);
    CHECK(stored->paidSoFar() == *Money::parseYuan("250.00"));
    CHECK(stored->overdueOn(day("2026-05-02")) == *Money::parseYuan("150.00"));
    CHECK(stored->contract.revision == 2);

    CHECK(bureau.leaseService.pay("ZL-2026-01", Money::fromFen(1), day("2099-01-01"), "JK2").error().subject
        == "lease.paid_future");
    REQUIRE(bureau.leaseService.end("ZL-2026-01", day("2026-06-30"), "提前收回", {"section01", false}));
    CHECK(bureau.leases.find("ZL-2026-01")->due() == *Money::parseYuan("500.00"));
    const auto card = bureau.cards.find(desk);
    CHECK(card->card.useState == UseState::Idle);
    CHECK(card->card.idleSince == day("2026-06-30"));
    CHECK(card->card.counterparty.empty());
    CHECK(bureau.leaseService.end("ZL-2026-01", day("2026-06-30"), {}, {"x", false}).error().subject
        == "lease.ended");
    CHECK(bureau.leaseService.open(second, things, {"section01", false})); // free again
    CHECK(bureau.cards.history(desk, 0, 10)->front().actor == "section01");
}

TEST_CASE("A contract of another unit is not there", "[contract][lease]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    IdleOffice bureau(*registry.session, Scope::everything());
    const std::vector<std::string> things {bureau.aDesk("U001", "1500.00")};
    REQUIRE(bureau.leaseService.open(aLease("U001"), things, {"section01", false}));
    CHECK(bureau.leaseService.open(aLease("U001"), things, {"x", false}).error().subject == "lease.state");
    IdleOffice other(*registry.session, Scope::ofUnit(UnitId {3}));
    CHECK(other.leases.list(0, 10).empty());
    CHECK(other.leaseService.pay("ZL-2026-01", Money::fromFen(1), day("2026-03-01"), "JK").error().subject
        == "lease.not_found");
    IdleOffice above(*registry.session, Scope::ofUnitAndSubordinates(UnitId {1}));
    CHECK(above.leases.list(0, 10).size() == 1);
    auto taken = aLease("U003");
    const std::vector<std::string> theirs {bureau.aDesk("U003", "10.00")};
    CHECK(bureau.leaseService.open(taken, theirs, {"x", false}).error().subject == "lease.number_taken");
}
