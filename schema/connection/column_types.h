#pragma once

#include "core/values/instant.h"
#include "schema/connection/storage_error.h"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

/// Months are stored as months since year 0, so that they sort and subtract; days as ISO text, which both
/// dialects sort.
[[nodiscard]] constexpr std::int64_t toMonthColumn(std::chrono::year_month month)
{
    return static_cast<int>(month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month())) - 1;
}

[[nodiscard]] constexpr std::chrono::year_month fromMonthColumn(std::int64_t value)
{
    return std::chrono::year(static_cast<int>(value / 12))
        / std::chrono::month(static_cast<unsigned>(value % 12 + 1));
}

/// nullopt for an empty column; CorruptData when it is not a day.
[[nodiscard]] inline std::optional<std::chrono::year_month_day> fromDayColumn(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const char* end = text.data() + text.size();
    if (text.size() >= 10) {
        std::from_chars(text.data(), text.data() + 4, year);
        std::from_chars(text.data() + 5, text.data() + 7, month);
        std::from_chars(text.data() + 8, end, day);
    }
    const std::chrono::year_month_day value
        = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!value.ok())
        throw CorruptData("a stored day is not a day");
    return value;
}

/// The month of such a day.
[[nodiscard]] inline std::optional<std::chrono::year_month> monthOfDayColumn(std::string_view text)
{
    const auto day = fromDayColumn(text);
    return day ? std::optional(day->year() / day->month()) : std::nullopt;
}

/// Instants are stored as UTC milliseconds.
[[nodiscard]] constexpr std::int64_t toInstantColumn(Instant at) { return at.time_since_epoch().count(); }
[[nodiscard]] constexpr Instant fromInstantColumn(std::int64_t value)
{
    return Instant(std::chrono::milliseconds(value));
}

} // namespace guanwu
