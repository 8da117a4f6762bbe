#include "core/access/access_policy.h"
#include "core/access/access_service.h"
#include "core/access/scope.h"
#include "tests/support/refusal.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr UnitId kUnit {1};
constexpr UnitId kOther {2};
constexpr DepartmentId kOffice {11};
constexpr DepartmentId kArchive {12};

} // namespace

TEST_CASE("X5 no role does two of count, sign, run accounts and grant roles", "[access]")
{
    for (const auto& row : kRoles) {
        CAPTURE(row.token);
        const bool counts = allows(row.value, Permission::Count);
        const bool signs = allows(row.value, Permission::SignSheet);
        const bool manages = allows(row.value, Permission::ManageAccounts);
        const bool grants = allows(row.value, Permission::GrantRoles);
        CHECK(int {counts} + int {signs} + int {manages} + int {grants} <= 1);
        CHECK(allows(row.value, Permission::ReadRegistry) != isAdministrator(row.value));
    }
}

TEST_CASE("The auditor reads everything and changes nothing", "[access]")
{
    for (const Permission change : {Permission::EditCards, Permission::Count, Permission::DecideFindings,
             Permission::SignSheet, Permission::RunCampaign, Permission::ManageAccounts,
             Permission::ManageDevices, Permission::GrantRoles})
        CHECK_FALSE(allows(Role::Auditor, change));
    CHECK(allows(Role::Auditor, Permission::ReadRegistry));
    CHECK(allows(Role::Auditor, Permission::ReadAudit));
    CHECK(allows(Role::Auditor, Permission::SuperviseCount));
    CHECK(Scope::of(Role::Auditor, {}, {}) == Scope::everything());
}

TEST_CASE("P6 a scope changes what is its own", "[access]")
{
    const Scope clerk = Scope::of(Role::UnitClerk, kUnit, {});
    CHECK(clerk.mayChange(kUnit, kOffice));
    CHECK_FALSE(clerk.mayChange(kOther, kOffice));

    const Scope department = Scope::of(Role::DepartmentClerk, kUnit, kOffice);
    CHECK(department.mayChange(kUnit, kOffice));
    CHECK_FALSE(department.mayChange(kUnit, kArchive));
    CHECK_FALSE(department.mayChange(kOther, kOffice));

    CHECK(Scope::of(Role::AssetSection, {}, {}).mayChange(kOther, {}));
    CHECK(Scope::of(Role::Finance, {}, {}) == Scope::everything());
    CHECK(Scope::of(Role::Finance, kUnit, {}) == Scope::ofUnit(kUnit));
    CHECK(Scope::of(Role::AssetOfficer, kUnit, {}) == Scope::ofUnitAndSubordinates(kUnit));
    for (const Role role :
        {Role::SystemAdministrator, Role::SecurityAdministrator, Role::AuditAdministrator}) {
        CHECK(Scope::of(role, {}, {}).reach() == Scope::Reach::Nothing);
        CHECK_FALSE(Scope::of(role, {}, {}).mayChange(kUnit, kOffice));
    }
}

TEST_CASE("A role is granted for what it is for", "[access]")
{
    CHECK(refusalCode(checkGrant(Role::UnitClerk, kUnit, {})).empty());
    CHECK(refusalCode(checkGrant(Role::UnitClerk, {}, {})) == "access.role_needs_unit");
    CHECK(refusalCode(checkGrant(Role::UnitClerk, kUnit, kOffice)) == "access.role_needs_department");
    CHECK(refusalCode(checkGrant(Role::DepartmentClerk, kUnit, {})) == "access.role_needs_department");
    CHECK(refusalCode(checkGrant(Role::DepartmentClerk, kUnit, kOffice)).empty());
    CHECK(refusalCode(checkGrant(Role::AssetSection, kUnit, {})) == "access.role_without_unit");
    CHECK(refusalCode(checkGrant(Role::Finance, kUnit, {})).empty());
    CHECK(refusalCode(checkGrant(Role::Finance, {}, {})).empty());
    CHECK(refusalCode(checkGrant(Role::SecurityAdministrator, {}, {})) == "access.administrator_role");
}

TEST_CASE("X6 a password has length and kinds, and not the login in it", "[access]")
{
    const AccessPolicy policy;
    const auto [password, subject] = GENERATE(table<std::string, std::string>({
        {"Abcdef-123", ""},
        {"Abcdef-12", "access.password_short"},
        {"abcdefghij1", "access.password_classes"},
        {"abcdefghijA1", ""},
        {"密码密码密码密码aB", ""},
        {"密码aB", "access.password_short"},
        {"Clerk01-Clerk-1", ""},
        {"A-clerk01-1B", "access.password_is_login"},
    }));
    CAPTURE(password);
    CHECK(refusalCode(checkPassword(policy, "clerk01", password)) == subject);
}
