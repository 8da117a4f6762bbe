#pragma once

#include "core/values/money.h"

#include <chrono>
#include <cstdint>

namespace guanwu {

/// Straight-line depreciation of one asset from one starting point to its end, for public bodies
/// (government accounting standard no. 3: no residual value, the month of entry counts, no impairment).
/// A rebuild, a transfer in or an opening balance starts a new schedule; what was taken before is `opening`.
struct DepreciationSchedule {
    Money base; ///< still to be spread when the schedule starts
    std::chrono::year_month from {}; ///< first month that takes its share
    std::int32_t months = 0; ///< life left when the schedule starts; 0 = never depreciated
    Money opening; ///< taken before `from`

    constexpr bool operator==(const DepreciationSchedule&) const = default;

    /// What one full month takes: base / months, rounded half up to the fen.
    [[nodiscard]] Money monthly() const;
    /// Months whose share is taken at the end of `month`, at most `months`.
    [[nodiscard]] std::int32_t monthsTaken(std::chrono::year_month month) const;
    /// The share of `month` itself; the last month takes the rest, no month more than what is left.
    [[nodiscard]] Money takenIn(std::chrono::year_month month) const;
    /// opening + all shares up to and including `month`.
    [[nodiscard]] Money accumulatedAt(std::chrono::year_month month) const;
    /// What is written off with an asset disposed of in `month`: the month of leaving takes no share.
    [[nodiscard]] Money accumulatedOnLeaving(std::chrono::year_month month) const;
    /// The month that takes the rest; `from` for a schedule without months.
    [[nodiscard]] std::chrono::year_month lastMonth() const;
    /// Whether nothing is left to take after `month` (已完成折旧): depreciation stops, used or not.
    [[nodiscard]] bool isFinishedAt(std::chrono::year_month month) const;
};

/// Of an asset that starts its life on the books in `entered`: bought, built, given with a voucher, or a
/// surplus with the months it can still be used.
[[nodiscard]] DepreciationSchedule scheduleOfNew(
    Money original, std::chrono::year_month entered, std::int32_t lifeMonths);

/// Of an asset taken over with what the sender has depreciated: the net value spread over the months that are
/// left. The card keeps original and accumulated as they were.
[[nodiscard]] DepreciationSchedule scheduleOfTransferIn(
    Money original, Money accumulated, std::chrono::year_month entered, std::int32_t monthsLeft);

/// After a rebuild that cost `added` and prolongs the use: a new base and a new life from `resumed` on.
/// Nothing is taken between `lastTaken`, the last month before the rebuild, and `resumed`.
[[nodiscard]] DepreciationSchedule rebuilt(const DepreciationSchedule& before,
    std::chrono::year_month lastTaken, Money added, std::chrono::year_month resumed, std::int32_t monthsLeft);

/// After the final accounts replaced an estimate: what was taken up to `lastTaken` stands, the rest of the
/// new original value is spread over the months that are left. No month of the past is computed again.
[[nodiscard]] DepreciationSchedule settled(
    const DepreciationSchedule& estimated, std::chrono::year_month lastTaken, Money finalOriginal);

} // namespace guanwu
