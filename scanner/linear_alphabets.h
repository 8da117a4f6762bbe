#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Modules of a character, '1' = bar.
using BarPattern = std::string;

/// Code 128 (ISO/IEC 15417, table 1): values 0 to 105, of which 103 to 105 start; 11 modules each.
[[nodiscard]] std::span<const BarPattern> code128Patterns();
inline constexpr std::string_view kCode128Stop = "1100011101011";

/// EAN-13 (ISO/IEC 15420): ten digits of number set A, then ten of set B; set C is set A inverted. 7 modules.
[[nodiscard]] std::span<const BarPattern> eanLeftPatterns();
[[nodiscard]] std::span<const BarPattern> eanRightPatterns();
/// Which of the first six digits are of set B, as bits from the left, says what the digit before them is.
[[nodiscard]] int eanFirstDigit(unsigned setB);

/// Code 39 (ISO/IEC 16388): the characters in the order of the patterns; '*' starts and stops.
inline constexpr std::string_view kCode39Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*";
/// Their patterns with the gap behind them; a narrow element is `narrow` units wide, a wide one `wide`.
[[nodiscard]] std::vector<BarPattern> code39Patterns(int narrow, int wide);

/// The text of Code 128 values between start and check character; none when a value may not stand there.
[[nodiscard]] std::string code128Text(int start, std::span<const int> values);

} // namespace guanwu
