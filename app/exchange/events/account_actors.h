#pragma once

#include "app/exchange/events/event_reader.h"
#include "core/access/account_store.h"

namespace guanwu {

/// The check of who may have counted, against the accounts of the registry: each actor is looked up once. The
/// store must outlive it. Errors: event.actor_unknown, event.actor_unit.
[[nodiscard]] ActorCheck accountActors(AccountStore& accounts);

} // namespace guanwu
