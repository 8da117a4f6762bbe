#pragma once

#include "core/access/scope.h"
#include "core/overview/overview.h"

#include <functional>

namespace guanwu {

class Session;

/// The overview of what a scope reaches. Reads every card once, unit after unit: seconds for a city. A
/// department sees its cards, and the buildings of its unit.
[[nodiscard]] Overview readOverview(Session& session, const Scope& scope, Day on);

/// The cards that an overview adds up, of one unit or of all for no code, one at a time.
[[nodiscard]] std::function<bool(OverviewItem& item)> overviewItems(
    Session& session, const Scope& scope, const std::string& unitCode);

} // namespace guanwu
