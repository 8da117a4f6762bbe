#pragma once

#include "core/values/area.h"
#include "core/values/calendar.h"
#include "core/values/instant.h"

#include <string>
#include <string_view>

namespace guanwu::test {

/// When it happens, where a test does not care.
inline constexpr Instant kNow
    = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(1);

/// Values as people write them; what is not one ends the test.
inline std::chrono::year_month_day day(std::string_view text) { return parseDate(text).value(); }
/// A text of so many characters, each of three bytes.
inline std::string manyCharacters(std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += "字";
    return out;
}
inline Area m2(std::string_view text) { return Area::parse(text).value(); }

} // namespace guanwu::test
