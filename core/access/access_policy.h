#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstddef>
#include <string_view>

namespace guanwu {

/// What an administrator may change about log-ins. The defaults are security X6.
struct AccessPolicy {
    std::size_t passwordLength = 10; ///< characters, at least
    std::size_t passwordClasses = 3; ///< of lower case, upper case, digits and everything else
    std::size_t passwordHistory = 5; ///< former passwords that cannot come back
    std::chrono::days passwordAge {90};
    int failuresBeforeLock = 5; ///< of one account from one source
    std::chrono::minutes lock {30};
    std::chrono::minutes idle {30}; ///< a log-in nobody uses ends
};

/// Whether a password may be chosen. Errors: access.password_short, access.password_classes (detail: what is
/// asked for), access.password_is_login.
[[nodiscard]] Result<void> checkPassword(
    const AccessPolicy& policy, std::string_view login, std::string_view password);

} // namespace guanwu
