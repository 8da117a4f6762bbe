#pragma once

#include "core/access/role.h"
#include "core/access/scope.h"
#include "core/values/ids.h"
#include "core/values/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

/// Somebody who can log in. Not to be confused with a person of the registry, to whom things are issued.
struct Account {
    AccountId id;
    std::string login; ///< what events and the audit trail name: never changes, is never given again
    std::string name;
    std::optional<Role> role; ///< nullopt = the security administrator has not granted one yet
    UnitId unit; ///< 0 = none
    DepartmentId department; ///< 0 = none
    bool disabled = false;
    std::string passwordHash;
    Instant passwordChangedAt {};
    bool mustChangePassword = true; ///< somebody else knows it
    std::int64_t revision = 1;

    [[nodiscard]] Scope scope() const { return role ? Scope::of(*role, unit, department) : Scope(); }
};

/// A log-in that is still good. The token itself is nowhere stored.
struct AccessSession {
    std::string tokenDigest;
    AccountId account;
    DeviceId device; ///< 0 = no handheld
    Instant createdAt {};
    Instant usedAt {};
};

/// Who makes a request, with the rights of this moment.
struct Caller {
    Account account;
    AccessSession session;

    [[nodiscard]] Scope scope() const { return account.scope(); }
    [[nodiscard]] bool may(Permission permission) const
    {
        return account.role && allows(*account.role, permission);
    }
};

} // namespace guanwu
