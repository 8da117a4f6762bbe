#pragma once

#include "core/values/area.h"
#include "core/values/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace guanwu {

/// A rate in hundredths of a percent: 60.00 % is 6000.
struct Percent {
    std::int64_t hundredths = 0;
    constexpr bool operator==(const Percent&) const = default;
};

/// What stands in one cell. Amounts stay integer fen (areas 0.01 m2) until a writer prints them; monostate is
/// an empty cell.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Money, Area, Percent,
    std::chrono::year_month_day>;

/// How the cells of a column are printed: side, decimals, number format.
enum class CellKind : std::uint8_t { Text, Integer, Money, Area, Percent, Date };

/// The number inside a cell in its smallest unit; text, dates and empty cells are 0.
[[nodiscard]] std::int64_t amountOf(const Cell& cell);
/// A cell of a kind of number.
[[nodiscard]] Cell cellOfAmount(CellKind kind, std::int64_t amount);

/// Puts text into a cell and reuses its memory; empty text is an empty cell.
void setText(Cell& cell, std::string_view text);
/// Empty text is an empty cell.
[[nodiscard]] Cell textCell(std::string_view text);
/// Nothing is an empty cell.
template <class Value> [[nodiscard]] Cell optionalCell(const std::optional<Value>& value)
{
    return value ? Cell(*value) : Cell();
}

/// Unit in which a report prints money; the cells hold fen either way.
enum class MoneyUnit : std::uint8_t { Yuan, WanYuan };

/// The number that is printed for a money cell, in hundredths of the unit; 万元 are rounded half up, once,
/// here.
[[nodiscard]] std::int64_t printedHundredths(Money money, MoneyUnit unit);

/// A cell as text for print: "1,234.50", "60.00%", "2022-09-30"; empty for an empty cell.
[[nodiscard]] std::string printedText(const Cell& cell, MoneyUnit unit);
/// A figure in a sentence: "1,234", "1,234.50 元".
[[nodiscard]] std::string countText(std::int64_t count);
[[nodiscard]] std::string yuanText(Money money);

} // namespace guanwu
