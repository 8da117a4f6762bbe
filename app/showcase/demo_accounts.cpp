#include "app/showcase/demo_accounts.h"

#include "app/security/argon2_secrets.h"
#include "app/system_clock.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"
#include "schema/repositories/registry_index.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// "unit_clerk" logs in as "demo-unit-clerk".
    std::string loginOf(std::string_view role)
    {
        std::string login = "demo-" + std::string(role);
        std::replace(login.begin(), login.end(), '_', '-');
        return login;
    }

} // namespace

Result<std::vector<Account>> demoAccounts(
    Session& session, const std::filesystem::path& keyFile, const std::string& unitCode)
{
    auto secrets = Argon2Secrets::withKeyFile(keyFile);
    if (!secrets)
        return fail(secrets.error());
    SociAccountStore store(session);
    if (auto known = store.accounts(); !known.empty())
        return known;
    const RegistryIndex index = RegistryIndex::load(session, Scope::everything());
    const RegistryEntry* unit = index.units.byCode(unitCode);
    if (!unit)
        return fail(ErrorCode::NotFound, "unit.not_found", unitCode);
    const auto& departments = index.departments.entries();
    const auto department = std::find_if(departments.begin(), departments.end(),
        [&](const RegistryEntry& entry) { return entry.unit == unit->id; });
    std::vector<Account> accounts;
    for (const auto& role : kRoles) {
        Account account;
        account.login = loginOf(role.token);
        account.name = role.nameZh;
        account.role = role.value;
        if (!isAdministrator(role.value) && !isCityWide(role.value) && role.value != Role::Finance)
            account.unit = UnitId {unit->id};
        if (role.value == Role::DepartmentClerk) {
            if (department == departments.end())
                continue;
            account.department = DepartmentId {department->id};
        }
        account.passwordHash = (*secrets)->hash(kDemoPassword);
        account.passwordChangedAt = systemNow();
        account.mustChangePassword = false; // it is printed for whoever runs the demo
        accounts.push_back(std::move(account));
    }
    if (auto added = store.addAccounts(accounts); !added)
        return fail(added.error());
    return accounts;
}

} // namespace guanwu
