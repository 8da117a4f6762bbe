#pragma once

#include "core/values/money.h"

#include <chrono>
#include <cstdint>

namespace guanwu {

/// Straight-line depreciation of one asset from one starting point to its end, for public bodies
/// (government accounting standard no. 3: no residual value, the month of entry counts, no impairment).
/// A rebuild, a transfer in or an opening balance starts a new schedule; what was taken before is `opening`.
struct DepreciationSchedule {
    Money base;                      ///< still to be spread when the schedule starts
    std::chrono::year_month from{};  ///< first month that takes its share
    std::int32_t months = 0;         ///< life left when the schedule starts; 0 = never depreciated
    Money opening;                   ///< taken before `from`

    constexpr bool operator==(const DepreciationSchedule&) const = default;

    /// What one full month takes: base / months, rounded half up to the fen.
    [[nodiscard]] Money monthly() const;
    /// Months whose share is taken at the end of `month`, at most `months`.
    [[nodiscard]] std::int32_t monthsTaken(std::chrono::year_month month) const;
    /// The share of `month` itself; the last month takes the rest, no month more than what is left.
    [[nodiscard]] Money takenIn(std::chrono::year_month month) const;
    /// opening + all shares up to and including `month`.
    [[nodiscard]] Money accumulatedAt(std::chrono::year_month month) const;
};

} // namespace guanwu
