#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// A threshold that a rule goes by (limits.csv): what it is, from where, and when it is in force. Every name
/// has a whole number on every day, or the rule could not be carried out. Not to be confused with
/// RegisterRules: what the registers beside the assets watch by kind, amount or word, and do not judge where
/// nothing is known. No fact stands in both.
struct Limit {
    std::int64_t value = 0; ///< in the unit the table says
    std::string unit;
    std::string basisZh; ///< what it rests on, as papers say it
};

/// The limit of a name that is in force on a day. Throws std::logic_error for a name or a day the table does
/// not cover: a rule without its limit is a fault of the program, and a test asks for every name.
[[nodiscard]] Limit limitOn(std::string_view name, std::chrono::year_month_day on);

} // namespace guanwu
