#pragma once

#include <chrono>

namespace guanwu {

/// A moment in UTC. Screens and papers show it in Asia/Shanghai.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// What the clocks of the offices are ahead of UTC: one time zone, and no summer time since 1991.
inline constexpr std::chrono::hours kChinaOffset {8};

/// The calendar day of a moment where the offices are.
[[nodiscard]] constexpr std::chrono::year_month_day chinaDate(Instant at)
{
    return std::chrono::floor<std::chrono::days>(at + kChinaOffset);
}

} // namespace guanwu
