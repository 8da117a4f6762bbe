#pragma once

#include "app/client/campaign/unit_progress.h"

#include <vector>

namespace guanwu {

/// Something that stands in the way of a signature, or should be looked at before it.
struct Blocker {
    enum class Kind { Doubt, Unseen, Undecided, Stale, Quarantine, Recount, Elsewhere };
    Kind kind = Kind::Doubt;
    qint64 count = 0;
    bool blocks = false; ///< the server refuses; else it is a question of conscience

    bool operator==(const Blocker&) const = default;
};

/// Of the step to `next`, what blocks first. `undecided` are findings without a decision that are neither in
/// doubt nor surplus.
[[nodiscard]] std::vector<Blocker> blockersOf(
    const UnitProgress& unit, const QString& next, qint64 undecided);

/// The state one step on, as far as this client leads: up to verified. Empty = none.
[[nodiscard]] QString stateAfter(const QString& state);

} // namespace guanwu
