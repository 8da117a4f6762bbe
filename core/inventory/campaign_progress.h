#pragma once

#include "core/inventory/inventory_task.h"
#include "core/values/instant.h"

#include <optional>
#include <vector>

namespace guanwu {

/// How far one unit is: figures of the last fold, and what has come in since.
struct SheetProgress {
    CountSheet sheet; ///< stale != 0: the counters are older than its events
    SheetCounters counters;
    std::int64_t findings = 0; ///< cards seen where they do not belong
    std::int64_t quarantined = 0; ///< events whose identity was taken by another content
    std::optional<Instant> lastEventAt; ///< when the last one came in, to the minute
    std::int64_t last15Minutes = 0; ///< events that came in
    std::int64_t last60Minutes = 0;

    /// Lines of the book that somebody has seen or decided on.
    [[nodiscard]] std::int64_t checkedLines() const;
    /// Counting, and nothing has come for two days: somebody should ring.
    [[nodiscard]] bool isStuck(Instant now) const;
};

/// The wall of a campaign: all units in one look.
struct CampaignProgress {
    std::vector<SheetProgress> sheets; ///< by unit code
    SheetCounters total;

    /// Units in each state, in the order of the states.
    [[nodiscard]] std::vector<std::int64_t> unitsByState() const;
    [[nodiscard]] std::int64_t staleSheets() const;
    [[nodiscard]] std::int64_t stuckUnits(Instant now) const;
};

} // namespace guanwu
