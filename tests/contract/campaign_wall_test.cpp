#include "schema/inventory/campaign_view.h"
#include "tests/contract/campaign.h"

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

struct Wall : Campaign {
    explicit Wall(const std::string& backEndName)
        : Campaign(backEndName)
    {
        addCards(1, 100, 5);
        addCards(2, 200, 2);
        startCounting();
    }
    void arrive(std::int64_t seq, const std::string& code, Instant at, const std::string& unit = "U001")
    {
        IncomingEvent incoming = seen(seq, code, unit);
        incoming.receivedAt = at;
        (void)store.append(task.id, std::vector {incoming});
    }
    CampaignProgress progress(Instant now, const Scope& scope = Scope::everything())
    {
        return CampaignView(*session, scope).progress(task, now);
    }

    CampaignView view {*session, Scope::everything()};
};

} // namespace

TEST_CASE("The wall shows every unit with the figures of its last fold, and says when they are old",
    "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(100), kCountTime);
    wall.arrive(2, "NO-SUCH-TAG", kCountTime);
    wall.arrive(3, Campaign::number(200), kCountTime); // the other unit's
    CHECK(wall.service.project(wall.task, kQuietly) == 2);

    CampaignProgress shown = wall.progress(kCountTime);
    REQUIRE(shown.sheets.size() == 2);
    const SheetProgress& first = shown.sheets[0];
    CHECK(first.sheet.unitCode == "U001");
    CHECK(first.sheet.state == SheetState::Counting);
    CHECK(first.counters.book().lines == 5);
    CHECK(first.checkedLines() == 1);
    CHECK(first.counters.of(LineResult::Surplus).lines == 1);
    CHECK(first.counters.of(LineResult::NotChecked).lines == 4);
    CHECK(first.findings == 1);
    CHECK(shown.sheets[1].findings == 1);
    CHECK(shown.total.book().lines == 7);
    CHECK(shown.total.matchRate() == 1429);
    CHECK(shown.staleSheets() == 0);
    CHECK(shown.unitsByState()[static_cast<std::size_t>(SheetState::Counting)] == 1);
    CHECK(shown.unitsByState()[static_cast<std::size_t>(SheetState::Frozen)] == 1);

    wall.arrive(4, Campaign::number(101), kCountTime);
    shown = wall.progress(kCountTime);
    CHECK(shown.staleSheets() == 1);
    CHECK(shown.sheets[0].checkedLines() == 1); // as of the last fold
}

TEST_CASE("The pace of a unit is what came in during the last hour, whatever the clocks of handhelds say",
    "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(100), kCountTime - 70min);
    wall.arrive(2, Campaign::number(101), kCountTime - 50min);
    wall.arrive(3, Campaign::number(102), kCountTime - 50min);
    wall.arrive(4, Campaign::number(103), kCountTime - 10min);
    const SheetProgress& first = wall.progress(kCountTime).sheets[0];
    CHECK(first.last60Minutes == 3);
    CHECK(first.last15Minutes == 1);
    CHECK(first.lastEventAt == kCountTime - 10min);
    CHECK_FALSE(wall.progress(kCountTime).sheets[1].lastEventAt);

    // An hour later the same minutes of the clock begin anew.
    wall.arrive(5, Campaign::number(104), kCountTime + 10min);
    const SheetProgress& later = wall.progress(kCountTime + 10min).sheets[0];
    CHECK(later.last60Minutes == 2);
    CHECK(later.lastEventAt == kCountTime + 10min);

    // What comes again does not count again.
    wall.arrive(5, Campaign::number(104), kCountTime + 10min);
    CHECK(wall.progress(kCountTime + 10min).sheets[0].last60Minutes == 2);
}

TEST_CASE("A unit that counts and has sent nothing for two days is stuck", "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(100), kCountTime);
    CHECK(wall.progress(kCountTime + 47h).stuckUnits(kCountTime + 47h) == 0);
    CHECK(wall.progress(kCountTime + 48h).stuckUnits(kCountTime + 48h) == 1);
    CHECK_FALSE(wall.progress(kCountTime + 48h).sheets[1].isStuck(kCountTime + 48h)); // it has not begun
}

TEST_CASE("P6 the wall of a unit shows this unit", "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(100), kCountTime);
    (void)wall.service.project(wall.task, kQuietly);
    const CampaignProgress own = wall.progress(kCountTime, Scope::ofUnit(UnitId {2}));
    REQUIRE(own.sheets.size() == 1);
    CHECK(own.sheets[0].sheet.unitCode == "U002");
    CHECK(own.total.book().lines == 2);
    CHECK(wall.progress(kCountTime, Scope()).sheets.empty());
}

TEST_CASE("A finding is told to the unit that saw and to the unit that owns", "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(200), kCountTime);
    wall.arrive(2, Campaign::number(201), kCountTime);
    (void)wall.service.project(wall.task, kQuietly);
    for (const char* unit : {"U001", "U002"}) {
        const auto told = wall.view.findings(wall.sheet(unit), {}, 50);
        REQUIRE(told.size() == 2);
        CHECK(told[0].kind == "seen_elsewhere");
        CHECK(told[0].assetNo == Campaign::number(200));
        CHECK(told[0].seenBy == "U001");
        CHECK(told[0].events == 1);
        const auto rest = wall.view.findings(wall.sheet(unit), told[0].key, 50);
        REQUIRE(rest.size() == 1);
        CHECK(rest[0].assetNo == Campaign::number(201));
        CHECK(wall.view.findings(wall.sheet(unit), rest[0].key, 50).empty());
    }
}

TEST_CASE("Surplus lines come with the event that names them and what was decided", "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    for (std::int64_t i = 1; i <= 3; ++i)
        wall.arrive(i, "TAG-" + std::to_string(i), kCountTime);
    (void)wall.service.project(wall.task, kQuietly);
    const CountSheet sheet = wall.sheet("U001");
    SurplusDecision decision;
    decision.eventId = wall.seen(2, {}).event.eventId;
    decision.value = Money::fromFen(120000);
    decision.valueBasis = "重置成本";
    decision.reason = "清查确认";
    decision.decidedBy = "officer";
    REQUIRE(wall.service.decideSurplus(sheet, decision));

    const auto first = wall.view.surplus(sheet, {}, 2);
    REQUIRE(first.size() == 2);
    CHECK(first[0].surplusNo == "PY00001");
    CHECK(first[0].event.code == "TAG-1");
    CHECK(first[0].event.installId == "install-a");
    CHECK_FALSE(first[0].decision);
    REQUIRE(first[1].decision);
    CHECK(first[1].decision->value == Money::fromFen(120000));
    const auto rest = wall.view.surplus(sheet, first[1].surplusNo, 2);
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].event.code == "TAG-3");
}

TEST_CASE("S2 of a quarantined event both units are told, each with what it may see", "[contract][wall]")
{
    Wall wall(GENERATE("sqlite", "mariadb"));
    wall.arrive(1, Campaign::number(100), kCountTime);
    IncomingEvent forged = wall.seen(1, Campaign::number(200), "U002");
    forged.event.installId = "install-a";
    forged.body = "the body as it came";
    forged.receivedAt = kCountTime;
    REQUIRE(
        wall.store.append(wall.task.id, std::vector {forged}) == std::vector {AppendOutcome::Quarantined});

    const auto all = wall.view.quarantined(wall.task);
    REQUIRE(all.size() == 2);
    CHECK(all[0].unit == "U001");
    CHECK(all[1].unit == "U002");
    CHECK(all[0].body == "the body as it came");
    CHECK(all[0].receivedAt == kCountTime);
    REQUIRE(all[0].stored);
    CHECK(all[0].stored->code == Campaign::number(100));
    CHECK(all[0].stored->unit == "U001");
    CHECK(wall.progress(kCountTime).sheets[1].quarantined == 1);

    const auto own = CampaignView(*wall.session, Scope::ofUnit(UnitId {2})).quarantined(wall.task);
    REQUIRE(own.size() == 1);
    CHECK(own[0].unit == "U002");
    CHECK_FALSE(own[0].stored); // another unit's
}
