#include "app/exchange/events/account_actors.h"

#include <memory>

namespace guanwu {

ActorCheck accountActors(AccountStore& accounts)
{
    // An account that was disabled meanwhile counts: what its owner scanned until then is there to be sent.
    const auto known = std::make_shared<std::unordered_map<std::string, std::optional<Account>>>();
    return [&accounts, known](const std::string& actor, const CountSheet& sheet) -> Result<void> {
        auto found = known->find(actor);
        if (found == known->end()) {
            const auto account = accounts.findAccount(actor);
            found = known->emplace(actor, account ? std::optional(*account) : std::nullopt).first;
        }
        if (!found->second)
            return fail(ErrorCode::Forbidden, "event.actor_unknown", actor);
        const Scope scope = found->second->scope();
        if (!scope.mayChange(sheet.unit, scope.department()))
            return fail(ErrorCode::Forbidden, "event.actor_unit", actor);
        return {};
    };
}

} // namespace guanwu
