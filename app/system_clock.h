#pragma once

#include "core/inventory/scan_event.h"

namespace guanwu {

/// Now. The only clock of the program: use cases are handed it, so that tests can choose the time.
[[nodiscard]] inline Instant systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace guanwu
