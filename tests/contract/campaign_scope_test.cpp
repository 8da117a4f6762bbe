#include "core/access/role.h"
#include "schema/connection/unit_of_work.h"
#include "schema/inventory/campaign_view.h"
#include "tests/contract/campaign.h"

#include <soci/soci.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Two units that are being counted, with a sighting each.
struct CountedUnits : Campaign {
    explicit CountedUnits(const std::string& backEndName)
        : Campaign(backEndName)
    {
        addCards(1, 100, 3);
        addCards(2, 200, 2);
        startCounting();
        (void)store.append(task.id, std::vector {seen(1, number(100)), seen(2, number(200), "U002")});
    }
    std::vector<std::string> unitsSeen(const Scope& scope)
    {
        std::vector<std::string> out;
        for (const CountSheet& one : SociInventoryStore(*session, scope).sheets(task.id))
            out.push_back(one.unitCode);
        return out;
    }
};

} // namespace

TEST_CASE("X1 of a sheet outside the scope there is nothing to read", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    const Scope scope = GENERATE(Scope(), Scope::ofUnit(UnitId {2}), Scope::ofUnit(UnitId {99}),
        Scope::ofDepartment(UnitId {2}, DepartmentId {5}));
    const CountSheet foreign = campaign.sheet("U001");
    SociInventoryStore store(*campaign.session, scope);
    CHECK(store.book(foreign.id).lines.empty());
    CHECK(store.bookPage(foreign.id, {}, 100).lines.empty());
    CHECK(store.countingBook(foreign.id).lines.empty());
    CHECK(store.slice(foreign.id, {}, 100).book.lines.empty());
    CHECK(store.events(foreign.id).empty());
    CHECK(store.frozenTotals(foreign.id).lines == 0);
    CHECK(store.lineDecisions(foreign.id).empty());
    for (const CountSheet& one : store.sheets(campaign.task.id))
        CHECK(one.unitCode == "U002");
    CHECK(store.counters(campaign.task.id).size() == store.sheets(campaign.task.id).size());

    CampaignView view(*campaign.session, scope);
    CHECK(view.events(foreign, {}, {}, 100)->events.empty());
    CHECK(view.findings(foreign, {}, 100).empty());
    CHECK(view.surplus(foreign, {}, 100).empty());
    CHECK(view.installState("install-a").count == 0);
}

TEST_CASE("X1 a sheet outside the scope is not changed", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    SociInventoryStore store(*campaign.session, Scope::ofUnit(UnitId {2}));
    const CountSheet foreign = campaign.sheet("U001");
    CHECK(store.moveSheet(foreign, SheetState::Counting, {}).error().subject == "inventory.no_sheet");
    LineDecision decision;
    decision.asset = AssetId {100};
    CHECK(store.decide(foreign, std::vector {decision}).error().subject == "inventory.no_sheet");
    CHECK(store.decide(foreign, SurplusDecision {}).error().subject == "inventory.no_sheet");
    CHECK_THROWS_AS(store.append(campaign.task.id, std::vector {campaign.seen(3, campaign.number(101))}),
        std::logic_error);
    CHECK_THROWS_AS(store.storeOutcomes(campaign.task, std::vector {FoldedSheet {foreign, {}, {}, {}, {}}}),
        std::logic_error);
    CHECK(store.createTask(campaign.task, std::vector {UnitId {2}}).error().subject == "access.forbidden");
    CHECK(campaign.store.events(foreign.id).size() == 1);
    CHECK(campaign.store.lineDecisions(foreign.id).empty());
    CHECK(campaign.sheet("U001").revision == foreign.revision);
}

TEST_CASE("X1 a unit reads the sheets of the units below it, and changes its own only", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    campaign.session->bulk().execute("UPDATE unit SET parent_id = ? WHERE id = ?", {1, 2});
    const Scope scope = Scope::ofUnitAndSubordinates(UnitId {1});
    CHECK(campaign.unitsSeen(scope) == std::vector<std::string> {"U001", "U002"});
    CHECK(campaign.unitsSeen(Scope::ofUnitAndSubordinates(UnitId {2})) == std::vector<std::string> {"U002"});
    SociInventoryStore store(*campaign.session, scope);
    CHECK(store.events(campaign.sheet("U002").id).size() == 1);
    CHECK(
        store.decide(campaign.sheet("U002"), SurplusDecision {}).error().subject == "inventory.no_sheet");
    LineDecision decision;
    decision.asset = AssetId {100};
    decision.reason = "核实";
    decision.decidedBy = "officer";
    CHECK(store.decide(campaign.sheet("U001"), std::vector {decision}));
}

TEST_CASE("X1 a department reads its own lines of its unit's sheet", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    const CountSheet sheet = campaign.sheet("U001");
    campaign.session->bulk().execute("UPDATE sheet_line SET department_id = ? WHERE asset_id = ?", {7, 101});
    SociInventoryStore store(*campaign.session, Scope::ofDepartment(UnitId {1}, DepartmentId {7}));
    InventoryService service(store, [] { return kCountTime; });
    const FrozenBook page = store.bookPage(sheet.id, {}, 100);
    REQUIRE(page.lines.size() == 1);
    CHECK(page.lines[0].assetNo == Campaign::number(101));
    CHECK(service.lines(campaign.task, sheet, {}).lines.size() == 1);
    CHECK(store.book(sheet.id).lines.empty());
    CHECK(store.frozenTotals(sheet.id).lines == 0);
}

TEST_CASE("A task stays with its slowest sheet, also when who signs sees only one", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    SociInventoryStore store(*campaign.session, Scope::ofUnit(UnitId {1}));
    InventoryService service(store, [] { return kCountTime; });
    REQUIRE(service.advance("QC2022", SheetState::UnitChecked, {}, {}, kQuietly));
    CHECK(campaign.sheet("U001").state == SheetState::UnitChecked);
    CHECK(campaign.sheet("U002").state == SheetState::Counting);
    CHECK(campaign.store.findTask("QC2022")->state == SheetState::Counting);
}

TEST_CASE(
    "The unit above reviews what a unit has signed, and changes nothing else of it", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    campaign.session->sql() << "UPDATE unit SET parent_id = 1 WHERE id = 2";
    SociInventoryStore above(*campaign.session, Scope::ofUnitAndSubordinates(UnitId {1}));
    CountSheet below = campaign.sheet("U002");
    CHECK(above.moveSheet(below, SheetState::UnitChecked, {}).error().subject == "inventory.no_sheet");
    const std::string unit = "U002";
    REQUIRE(campaign.service.advance("QC2022", SheetState::UnitChecked, {&unit, 1}, {}, kQuietly));
    below = campaign.sheet("U002");
    CHECK(above.moveSheet(below, SheetState::Counting, "重盘").error().subject == "inventory.no_sheet");
    CHECK(above.decide(below, SurplusDecision {}).error().subject == "inventory.no_sheet");
    SociInventoryStore beside(*campaign.session, Scope::ofUnitAndSubordinates(UnitId {3}));
    CHECK(beside.moveSheet(below, SheetState::DeptReviewed, {}).error().subject == "inventory.no_sheet");
    REQUIRE(above.moveSheet(below, SheetState::DeptReviewed, {}));
    CHECK(campaign.sheet("U002").state == SheetState::DeptReviewed);
    CHECK(above.moveSheet(below, SheetState::DeptReviewed, {}).error().code == ErrorCode::StaleRevision);
}

TEST_CASE("What is decided and moved goes with the work that it is a part of", "[contract][scope]")
{
    CountedUnits campaign(GENERATE("sqlite", "mariadb"));
    LineDecision decision;
    decision.asset = AssetId {100};
    decision.result = LineResult::Shortage;
    decision.reason = "丢失";
    {
        UnitOfWork outer(*campaign.session);
        REQUIRE(campaign.store.decide(campaign.sheet("U001"), std::vector {decision}));
        REQUIRE(campaign.store.moveTask(campaign.task, SheetState::Closed));
        InventoryTask other = campaign.task;
        other.taskNo = "QC2023";
        REQUIRE(campaign.store.createTask(other, std::vector {UnitId {1}}));
        CHECK(campaign.store.createTask(other, std::vector {UnitId {1}}).error().subject
            == "inventory.task_exists");
        // Not committed.
    }
    CHECK(campaign.store.lineDecisions(campaign.sheet("U001").id).empty());
    CHECK(campaign.store.findTask("QC2022")->state == campaign.task.state);
    CHECK(campaign.store.tasks().size() == 1);
}
