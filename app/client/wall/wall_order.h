#pragma once

#include "app/client/campaign/unit_progress.h"

#include <vector>

namespace guanwu {

enum class WallSort { ByUnit, ByProgress, StuckFirst, ByPace };

/// What of a wall is shown.
struct WallFilter {
    QString state; ///< empty = every state; "stuck" = those that are
    QString text; ///< part of the name, the code or the department; empty = all

    [[nodiscard]] bool shows(const UnitProgress& unit) const;
};

/// The positions of the units to be shown, in their order. What is equal stays by unit code.
[[nodiscard]] std::vector<std::size_t> wallOrder(
    const std::vector<UnitProgress>& units, WallSort sort, const WallFilter& filter);

/// The names without the place that all of them begin with: of 怀化市委办公室 and 怀化市教育局, 市委办公室
/// and 教育局.
[[nodiscard]] std::vector<QString> shortNames(const std::vector<UnitProgress>& units);

} // namespace guanwu
