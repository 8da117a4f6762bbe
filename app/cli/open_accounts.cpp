#include "app/cli/open_accounts.h"

#include "app/system_clock.h"

#include <algorithm>

namespace guanwu {

Result<OpenAccounts> OpenAccounts::open(const CliContext& context)
{
    OpenAccounts out;
    auto session = context.openRegistry();
    if (!session)
        return fail(session.error());
    out.session = std::move(*session);
    auto secrets = context.openSecrets();
    if (!secrets)
        return fail(secrets.error());
    out.secrets = std::move(*secrets);
    out.store = std::make_unique<SociAccountStore>(*out.session);
    out.service = std::make_unique<AccessService>(*out.store, *out.secrets, systemNow);
    return out;
}

Result<Caller> OpenAccounts::administrator(Role role) const
{
    const auto all = store->accounts();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Account& account) { return account.role == role; });
    if (found == all.end())
        return fail(ErrorCode::RuleViolated, "access.not_set_up");
    return Caller {*found, {}};
}

} // namespace guanwu
