#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// Reads a number with at most two decimals as hundredths: what Money and Area have in common. Separators of
/// thousands are taken where they stand right; full-width digits too. `kind` names the error: kind.empty,
/// kind.syntax, kind.decimals (a third decimal is an error, not a rounding), kind.range (beyond
/// 90,000,000,000,000.00).
[[nodiscard]] Result<std::int64_t> parseHundredths(std::string_view text, std::string_view kind);

/// "-0.05", "0.05", "1.05": always two decimals, no separators.
[[nodiscard]] std::string formatHundredths(std::int64_t hundredths);

} // namespace guanwu
