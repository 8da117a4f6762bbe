#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// 2022-03-15, 2022/3/15, 2022.3.15, 2022年3月15日, 20220315, or one of these with a time behind it, which is
/// dropped. Errors: date.syntax, date.not_a_day (30 February).
[[nodiscard]] Result<std::chrono::year_month_day> parseDate(std::string_view text);
[[nodiscard]] std::string formatDate(std::chrono::year_month_day day);

[[nodiscard]] constexpr std::chrono::year_month monthOf(std::chrono::year_month_day day)
{
    return day.year() / day.month();
}
/// 2022-03, 2022/3, 2022年3月, 202203. Errors: month.syntax.
[[nodiscard]] Result<std::chrono::year_month> parseMonth(std::string_view text);
[[nodiscard]] std::string formatMonth(std::chrono::year_month month);

/// The same day so many months later, clipped to the end of that month: 2022-08-31 + 6 is 2023-02-28. Idle
/// terms, due dates and lives all count this way (algorithms 11); a term has passed on the day itself.
[[nodiscard]] std::chrono::year_month_day addMonths(std::chrono::year_month_day day, int months);

/// Months from one day to another, only full ones: 2022-01-10 to 2022-09-30 is 8. Negative never; 0 when `to`
/// is before.
[[nodiscard]] std::int64_t fullMonthsBetween(
    std::chrono::year_month_day from, std::chrono::year_month_day to);

/// Months from one to another with both counted: 2022-03 to 2024-05 is 27. 0 when `to` is before.
[[nodiscard]] std::int64_t monthsBetween(std::chrono::year_month from, std::chrono::year_month to);

/// Whether a term has passed on a day: on the due day itself it has. Idle since 2022-08-31 for 6 months is
/// true from 2023-02-28 on; a life of 6 years (72 months) acquired on 2016-07-15 is reached on 2022-07-15.
[[nodiscard]] bool hasTermPassed(
    std::chrono::year_month_day since, int months, std::chrono::year_month_day on);

} // namespace guanwu
