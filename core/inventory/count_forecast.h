#pragma once

#include "core/inventory/campaign_progress.h"

namespace guanwu {

enum class ForecastKind : std::uint8_t {
    Signed, ///< nothing is left to be forecast
    AllSeen, ///< everything was seen, the signature is missing
    NotBegun,
    Quiet, ///< nothing has come for an hour: there is no pace
    TooFar, ///< not at this pace
    Today,
    Later, ///< on another working day
};

inline constexpr TokenTable<ForecastKind, 7> kForecastKinds {{
    {ForecastKind::Signed, "signed", "单位已签字", "signed"},
    {ForecastKind::AllSeen, "all_seen", "全部点到，待签字", "all seen, not signed yet"},
    {ForecastKind::NotBegun, "not_begun", "未开始", "not begun"},
    {ForecastKind::Quiet, "quiet", "一小时无动静", "nothing for an hour"},
    {ForecastKind::TooFar, "too_far", "按此进度难以完成", "not at this pace"},
    {ForecastKind::Today, "today", "今日完成", "done today"},
    {ForecastKind::Later, "later", "以后完成", "done later"},
}};
static_assert(isDense(kForecastKinds));

/// When a unit will have seen everything, no more exactly than it can be known.
struct CountForecast {
    ForecastKind kind = ForecastKind::NotBegun;
    std::optional<Instant> at; ///< of Today and Later: rounded

    bool operator==(const CountForecast&) const = default;
};

/// From the pace of the last hour, the last quarter of it counting twice. Counting goes on in working hours: 8:30 to
/// 17:30, Monday to Friday; who counts outside of them goes on for two hours, or until they begin.
[[nodiscard]] CountForecast forecastOf(const SheetProgress& unit, Instant now);

} // namespace guanwu
