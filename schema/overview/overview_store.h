#pragma once

#include "core/access/scope.h"
#include "core/overview/overview.h"

namespace guanwu {

class Session;

/// The overview of what a scope reaches. Reads every card once, unit after unit: seconds for a city. A
/// department sees its cards, and the buildings of its unit.
[[nodiscard]] Overview readOverview(Session& session, const Scope& scope, Day on);

} // namespace guanwu
