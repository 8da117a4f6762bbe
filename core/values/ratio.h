#pragma once

#include "core/values/area.h"
#include "core/values/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

__extension__ using Int128 = __int128;

/// numerator / denominator, rounded half up (away from zero below zero). The only place that rounds.
/// denominator > 0, the result must fit 64 bits.
[[nodiscard]] constexpr std::int64_t roundedHalfUp(Int128 numerator, std::int64_t denominator)
{
    const Int128 twice = numerator * 2;
    return static_cast<std::int64_t>(
        (numerator < 0 ? twice - denominator : twice + denominator) / (static_cast<Int128>(denominator) * 2));
}

/// part of whole in hundredths of a percent, half up, from the unrounded numbers: 2165 of 2713 is 7980.
/// Nothing without a whole: nothing of nothing is no rate.
[[nodiscard]] constexpr std::optional<std::int64_t> percentOf(std::int64_t part, std::int64_t whole)
{
    constexpr std::int64_t kOne = 10'000;
    return whole > 0 ? std::optional(roundedHalfUp(Int128 {part} * kOne, whole)) : std::nullopt;
}

/// The same with two decimals, "79.80"; empty without a whole.
[[nodiscard]] std::string percentText(std::int64_t part, std::int64_t whole);

/// 均价: value per square metre, in fen, half up. The area must not be 0.
[[nodiscard]] Money averagePrice(Money value, Area area);

/// Splits the value of a building or of land over its areas by average price. Each part is rounded, the last
/// part with an area takes the remainder, so that the parts add up to the value. All zero when no part has an
/// area.
[[nodiscard]] std::vector<Money> splitByArea(Money value, const std::vector<Area>& parts);

} // namespace guanwu
