#pragma once

#include "core/values/ids.h"
#include "core/values/instant.h"
#include "core/values/money.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace guanwu {

/// A month of depreciation of one unit, added up.
struct PostedMonth {
    UnitId unit;
    std::chrono::year_month month {};
    bool isPosted = false; ///< else its posting is under way, or was cut off
    std::int64_t cards = 0;
    std::int64_t quantity = 0;
    Money original;
    Money taken; ///< 本月折旧
    Money accumulated;
    std::int64_t addedCards = 0;
    Money addedBefore; ///< what the added cards brought with them
    std::int64_t removedCards = 0;
    Money removedAccumulated; ///< what went with the cards that are no longer there
    Money difference; ///< of the identity; 0 when the month ties
    Instant at {};
    std::string actor;

    /// Σ本月折旧 = change of Σ累计折旧 for cards not added or removed this month (reports 9).
    [[nodiscard]] bool ties() const { return difference == Money(); }
    [[nodiscard]] Money net() const { return original - accumulated; }
    bool operator==(const PostedMonth&) const = default;
};

/// The lines of one class in a posted month, added up.
struct ClassTotal {
    std::int64_t classKey = 0;
    std::int64_t cards = 0;
    std::int64_t quantity = 0;
    Money original;
    Money taken;
    Money accumulated;
    std::int64_t addedCards = 0;
    Money addedBefore;
};

} // namespace guanwu
