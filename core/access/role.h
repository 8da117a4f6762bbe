#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <initializer_list>

namespace guanwu {

/// Who somebody is in the product (domain README 1). An account holds one role: whoever applies with one hand
/// cannot approve with the other.
enum class Role : std::uint8_t {
    UnitClerk,
    DepartmentClerk,
    AssetOfficer,
    AssetSection,
    SpaceSection,
    Finance,
    Auditor,
    SystemAdministrator,
    SecurityAdministrator,
    AuditAdministrator,
};

inline constexpr TokenTable<Role, 10> kRoles {{
    {Role::UnitClerk, "unit_clerk", "单位资产管理员", "Unit asset clerk"},
    {Role::DepartmentClerk, "department_clerk", "部门资产管理员", "Department asset clerk"},
    {Role::AssetOfficer, "asset_officer", "资产管理责任人", "Asset officer of the unit"},
    {Role::AssetSection, "asset_section", "国有资产管理科", "State-owned asset section"},
    {Role::SpaceSection, "space_section", "办公用房管理科", "Office-space section"},
    {Role::Finance, "finance", "财务", "Finance"},
    {Role::Auditor, "auditor", "审计", "Auditor"},
    {Role::SystemAdministrator, "system_administrator", "系统管理员", "System administrator"},
    {Role::SecurityAdministrator, "security_administrator", "安全管理员", "Security administrator"},
    {Role::AuditAdministrator, "audit_administrator", "审计管理员", "Audit administrator"},
}};
static_assert(isDense(kRoles));

/// The three exclusive administrators (三员): none of them sees the registry, none does another's work
/// (security X5).
[[nodiscard]] constexpr bool isAdministrator(Role role) { return role >= Role::SystemAdministrator; }

/// Roles of the bureau: they see every unit, so their accounts belong to none. Finance may be either.
[[nodiscard]] constexpr bool isCityWide(Role role)
{
    return role == Role::AssetSection || role == Role::SpaceSection || role == Role::Auditor;
}

/// What a use case asks of who calls it.
enum class Permission : std::uint8_t {
    ReadRegistry,
    EditCards,
    ReadCampaign,
    Count,
    DecideFindings,
    SignSheet,
    RunCampaign,
    ReadAccounts,
    ManageAccounts,
    ManageDevices,
    GrantRoles,
    ReadAudit,
    SuperviseCount,
    ImportTables,
    FileDocuments,
    SignDocuments,
    SettleDocuments,
    ManageRoutes,
    KeepBooks,
};

/// Whether the role carries the permission. On which records, Scope says.
[[nodiscard]] constexpr bool allows(Role role, Permission permission)
{
    const auto isOneOf = [role](std::initializer_list<Role> roles) {
        for (const Role one : roles)
            if (one == role)
                return true;
        return false;
    };
    switch (permission) {
    case Permission::ReadRegistry:
    case Permission::ReadCampaign:
        return !isAdministrator(role);
    case Permission::EditCards:
        return isOneOf({Role::UnitClerk, Role::DepartmentClerk});
    case Permission::Count:
        return isOneOf({Role::UnitClerk, Role::DepartmentClerk});
    case Permission::DecideFindings:
        return isOneOf({Role::AssetOfficer, Role::AssetSection});
    case Permission::SignSheet: // who counts is not the only one who signs
        return isOneOf({Role::AssetOfficer, Role::AssetSection});
    case Permission::RunCampaign:
    case Permission::ImportTables: // a file may hold rows of any unit, and renumbers those that clash
        return role == Role::AssetSection;
    case Permission::ReadAccounts:
        return isAdministrator(role);
    case Permission::ManageAccounts:
    case Permission::ManageDevices:
        return role == Role::SystemAdministrator;
    case Permission::GrantRoles:
        return role == Role::SecurityAdministrator;
    case Permission::ReadAudit:
        return isOneOf({Role::Auditor, Role::AuditAdministrator});
    case Permission::FileDocuments: // the bureau files what it holds itself; whoever filed never signs
        return isOneOf({Role::UnitClerk, Role::DepartmentClerk, Role::AssetSection, Role::SpaceSection});
    case Permission::SignDocuments: // which steps, document_steps.csv says
        return !isAdministrator(role) && role != Role::Auditor;
    case Permission::SettleDocuments:
        return isOneOf({Role::UnitClerk, Role::DepartmentClerk, Role::Finance, Role::AssetSection,
            Role::SpaceSection});
    case Permission::ManageRoutes: // limits of the city are rules of the city, not settings of a machine
        return role == Role::AssetSection;
    case Permission::KeepBooks: // what a month takes is computed, and why ledgers differ is told, by these
        return isOneOf({Role::UnitClerk, Role::Finance, Role::AssetSection});
    case Permission::SuperviseCount: // who counted does not see beforehand what he will be asked
        return isOneOf({Role::AssetOfficer, Role::AssetSection, Role::Auditor});
    }
    return false;
}

} // namespace guanwu
