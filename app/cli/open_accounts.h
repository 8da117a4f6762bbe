#pragma once

#include "app/cli/context.h"
#include "core/access/access_service.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"

namespace guanwu {

/// The registry with its accounts. Who can run a command on it can open the database; what he does, he does
/// in the name of the administrator whose work it is.
struct OpenAccounts {
    std::unique_ptr<Session> session;
    std::unique_ptr<Secrets> secrets;
    std::unique_ptr<SociAccountStore> store;
    std::unique_ptr<AccessService> service;

    [[nodiscard]] static Result<OpenAccounts> open(const CliContext& context);
    /// Errors: access.not_set_up.
    [[nodiscard]] Result<Caller> administrator(Role role) const;
};

} // namespace guanwu
