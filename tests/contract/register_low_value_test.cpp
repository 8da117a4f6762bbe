#include "core/registers/register_figures.h"
#include "tests/contract/register_desk.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

namespace {

struct Store {
    explicit Store(RegisterDesk& theDesk)
        : desk(theDesk)
    {
        const auto made = desk.service.create(LowValue,
            {{}, "U001", "财务科", {},
                {{"name", "订书机"}, {"unit_of_measure", "个"}, {"unit_price_yuan", "20.05"}}},
            {});
        REQUIRE(refusal(made).empty());
        item = made->entry.entryNo;
    }
    Result<ShownEntry> move(
        const std::string& direction, const std::string& cause, int quantity, const std::string& on)
    {
        return desk.add(LowValue, "movement",
            {{"moved_on", on}, {"direction", direction}, {"cause", cause},
                {"quantity", std::to_string(quantity)}},
            "", item);
    }
    std::string balance() { return desk.service.find(LowValue, item)->entry.text("balance"); }

    RegisterDesk& desk;
    std::string item;
};

} // namespace

TEST_CASE(
    "Low-value items go in and out with a running balance that is never below zero", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-15");
    Store store(desk);
    CHECK(refusal(store.move("out", "issue", 1, "2026-06-01")) == "low_value.balance -1");
    CHECK(store.move("in", "purchase", 10, "2026-06-01")->entry.text("balance_after") == "10");
    const auto issued = store.move("out", "issue", 4, "2026-06-02");
    CHECK(issued->entry.text("balance_after") == "6");
    CHECK(refusal(store.move("out", "issue", 7, "2026-06-03")) == "low_value.balance -1");
    CHECK(refusal(store.move("in", "issue", 1, "2026-06-03")) == "low_value.cause issue");
    CHECK(refusal(store.move("in", "purchase", 0, "2026-06-03")) == "register.value movement.quantity");
    CHECK(refusal(store.move("in", "purchase", 1, "2026-06-01")) == "register.date_order movement.moved_on");
    CHECK(refusal(store.move("in", "purchase", 1, "2026-06-16")) == "register.date_future movement.moved_on");
    CHECK(store.balance() == "6");
    CHECK(desk.service.find(LowValue, store.item)->entry.text("value_yuan") == "120.30");
    CHECK(desk.service.find(LowValue, store.item)->entry.department.name == "财务科");
    // Only the last line is taken back; what stands behind it would be wrong.
    const auto found = store.move("out", "shortage", 1, "2026-06-04");
    CHECK(refusal(desk.step(LowValue, issued->entry.entryNo, "void", {}, "x"))
        == "low_value.not_last " + issued->entry.entryNo);
    CHECK(refusal(desk.step(LowValue, found->entry.entryNo, "void", {}, "误登")).empty());
    CHECK(store.balance() == "6");
    CHECK(refusal(desk.step(LowValue, store.item, "close", {{"closed_on", "2026-06-10"}}))
        == "low_value.left 6");
    REQUIRE(store.move("out", "scrap", 6, "2026-06-05"));
    CHECK(refusal(desk.step(LowValue, store.item, "close", {{"closed_on", "2026-06-10"}})).empty());
    CHECK(refusal(store.move("in", "purchase", 1, "2026-06-11")) == "register.parent_state " + store.item);
}

TEST_CASE("What two take out at once does not come to less than nothing", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-15");
    Store store(desk);
    REQUIRE(store.move("in", "purchase", 5, "2026-06-01"));
    const auto session = registry.backEnd.connect();
    RegisterDesk other(*session, "2026-06-15");
    // Both have seen five; the version of the item lets one of them through, the other looks again.
    const auto item = desk.service.find(LowValue, store.item);
    RegisterEntry stale = item->entry;
    stale.values.erase("value_yuan");
    REQUIRE(store.move("out", "issue", 3, "2026-06-02"));
    RegisterEvent event {other.store.newId(), RegisterEventKind::Changed, {}, "kept", other.now, "x", {},
        stale.revision + 1, {}};
    const std::vector<RegisterWrite> late {{stale, event, false}};
    CHECK(refusal(other.store.store(late)) == "register.changed " + store.item);
    Store again = store;
    CHECK(refusal(again.move("out", "issue", 3, "2026-06-03")) == "low_value.balance -1");
    CHECK(store.balance() == "2");
}

TEST_CASE("A department clerk keeps what is of his department, and a price like that of an asset is told",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk clerk(*registry.session, "2026-06-15", Scope::ofDepartment(UnitId {1}, DepartmentId {11}),
        {"dept01", Role::DepartmentClerk});
    const auto add = [&](const std::string& department) {
        return clerk.service.create(LowValue,
            {{}, "U001", department, {},
                {{"name", "保险柜"}, {"unit_of_measure", "个"}, {"unit_price_yuan", "1000"}}},
            {});
    };
    const auto own = add("办公室");
    REQUIRE(refusal(own).empty());
    CHECK(subjectsOf(own) == std::vector<std::string> {"low_value.fixed_asset"});
    CHECK(refusal(add("财务科")) == "department.not_found 财务科");
    CHECK(refusal(add("")) == "access.forbidden ");
    RegisterDesk desk(*registry.session, "2026-06-15");
    Store store(desk);
    CHECK(clerk.service.page(LowValue, {}, 0, 10)->size() == 1);
    CHECK(refusal(clerk.service.find(LowValue, store.item)) == "register.not_found " + store.item);
    // Counted, but no part of fixed assets.
    REQUIRE(store.move("in", "purchase", 3, "2026-06-01"));
    std::map<std::string, std::string> figures;
    for (const RegisterFigure& figure : registerFigures(desk.service, LowValue, {}))
        figures[figure.token] = figure.value;
    CHECK(figures.at("low_value_item") == "2");
    CHECK(figures.at("quantity") == "3");
    CHECK(figures.at("value_yuan") == "60.15");
}
