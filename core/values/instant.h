#pragma once

#include <chrono>

namespace guanwu {

/// A moment in UTC. Screens and papers show it in Asia/Shanghai.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

} // namespace guanwu
