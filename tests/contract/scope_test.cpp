#include "schema/access/scope_condition.h"
#include "tests/contract/back_ends.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using test::BackEnd;

namespace {

/// Unit 1 with the unit 2 below it, and the unit 3 beside them. Card 12 is of unit 1 and department 2.
void fillRegistry(Session& session)
{
    Bulk& bulk = session.bulk();
    BulkTransaction piece(bulk);
    const auto units = bulk.writer("unit",
        "id, code, name, org_type, organ_level, division, posts_established, posts_filled, in_inventory, parent_id");
    for (const std::int64_t id : {1, 2, 3}) {
        units->integer(id);
        units->text("U00" + std::to_string(id));
        units->text("单位");
        units->text("administrative");
        units->text("municipal");
        units->text("431200");
        units->integer(10);
        units->integer(9);
        units->integer(1);
        units->integer(id == 2 ? std::optional<std::int64_t>(1) : std::nullopt);
        units->endRow();
    }
    units->flush();
    const auto cards = bulk.writer("asset",
        "id, asset_no, unit_id, using_unit_id, department_id, card_kind, class_edition, class_code, name, "
        "quantity, acquired_on, acquisition_method, use_state");
    for (const std::int64_t id : {10, 11, 12, 21, 31, 32}) {
        cards->integer(id);
        cards->text("TY20220000" + std::to_string(id));
        cards->integer(id / 10);
        cards->integer(id / 10);
        cards->integer(id % 10 == 0 ? std::nullopt : std::optional<std::int64_t>(id % 10));
        cards->text("equipment");
        cards->text("2022");
        cards->text("A02010105");
        cards->text("计算机");
        cards->integer(1);
        cards->text("2022-01-01");
        cards->text("purchase");
        cards->text("in_use");
        cards->endRow();
    }
    cards->flush();
    piece.commit();
}

std::vector<std::int64_t> readBySoci(Session& session, const ScopeCondition& scope)
{
    std::vector<std::int64_t> ids;
    long long id = 0;
    auto prepared = (session.sql().prepare
            << "SELECT a.id FROM asset a WHERE a.quantity = 1" + scope.named() + " ORDER BY a.id",
        soci::into(id));
    scope.bindTo(prepared);
    soci::statement query(prepared);
    query.execute();
    while (query.fetch())
        ids.push_back(id);
    return ids;
}

std::vector<std::int64_t> readByBulk(Session& session, const ScopeCondition& scope)
{
    std::vector<std::int64_t> ids;
    const auto rows = session.bulk().stream(
        "SELECT a.id FROM asset a WHERE a.quantity = 1" + scope.positional() + " ORDER BY a.id",
        scope.values());
    while (rows->next())
        ids.push_back(rows->integer(0));
    return ids;
}

} // namespace

TEST_CASE("X1 a query sees the records of its scope and no other", "[contract][access]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    fillRegistry(*session);
    using Ids = std::vector<std::int64_t>;
    const auto check = [&](const Scope& scope, const Ids& ofDepartment, const Ids& ofUnit) {
        const ScopeCondition narrow(scope, "a.unit_id", "a.department_id");
        CHECK(readBySoci(*session, narrow) == ofDepartment);
        CHECK(readByBulk(*session, narrow) == ofDepartment);
        const ScopeCondition shared(scope, "a.unit_id");
        CHECK(readBySoci(*session, shared) == ofUnit);
        CHECK(readByBulk(*session, shared) == ofUnit);
    };
    check(Scope::everything(), {10, 11, 12, 21, 31, 32}, {10, 11, 12, 21, 31, 32});
    check(Scope(), {}, {});
    check(Scope::ofUnit(UnitId {1}), {10, 11, 12}, {10, 11, 12});
    check(Scope::ofUnit(UnitId {2}), {21}, {21});
    check(Scope::ofUnitAndSubordinates(UnitId {1}), {10, 11, 12, 21}, {10, 11, 12, 21});
    check(Scope::ofUnitAndSubordinates(UnitId {2}), {21}, {21});
    check(Scope::ofDepartment(UnitId {1}, DepartmentId {2}), {12}, {10, 11, 12});
    // Departments of two units are not mixed up, even under one id.
    check(Scope::ofDepartment(UnitId {3}, DepartmentId {2}), {32}, {31, 32});
    check(Scope::ofUnit(UnitId {}), {}, {});
}
