#pragma once

#include <cstdint>

namespace guanwu {

__extension__ using Int128 = __int128;

/// numerator / denominator, rounded half up (away from zero below zero). The only place that rounds.
/// denominator > 0.
[[nodiscard]] constexpr std::int64_t roundedHalfUp(Int128 numerator, std::int64_t denominator)
{
    const Int128 twice = numerator * 2;
    return static_cast<std::int64_t>(
        (numerator < 0 ? twice - denominator : twice + denominator) / (static_cast<Int128>(denominator) * 2));
}

} // namespace guanwu
