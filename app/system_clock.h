#pragma once

#include "core/values/instant.h"

namespace guanwu {

/// Now. The only clock of the program: use cases are handed it, so that tests can choose the time.
[[nodiscard]] inline Instant systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// The day it is in the offices.
[[nodiscard]] inline std::chrono::year_month_day systemToday() { return chinaDate(systemNow()); }

} // namespace guanwu
