#pragma once

#include "core/access/scope.h"
#include "core/overview/overview.h"

#include <functional>

namespace guanwu {

class Session;

/// What an indicator comes to on a day, of what a scope reaches; of the use of assets nothing, which
/// OverviewSum adds up with the cards.
[[nodiscard]] IndicatorFigure indicatorFigure(
    Session& session, const Scope& scope, Indicator indicator, Day on);

/// The things an indicator counts, one at a time; their parts and wholes are those of the figure.
[[nodiscard]] std::function<bool(IndicatorItem& item)> indicatorItems(
    Session& session, const Scope& scope, Indicator indicator, Day on);

} // namespace guanwu
