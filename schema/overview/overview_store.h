#pragma once

#include "core/access/scope.h"
#include "core/overview/overview.h"

namespace guanwu {

class Session;

/// The overview of what a scope reaches. Reads every card once, unit after unit: seconds for a city. Not for a
/// department, which is no accounting entity: it sees its cards, and the indicators of its unit.
[[nodiscard]] Overview readOverview(Session& session, const Scope& scope, Day on);

} // namespace guanwu
