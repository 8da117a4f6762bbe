#pragma once

#include <chrono>
#include <ctime>

namespace guanwu {

/// Time this thread has worked. A budget in it gives the same reads whatever else the machine does; what
/// limits the wait is a second deadline on the wall's clock, and the watchdog of ScanWorker.
struct WorkClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<WorkClock>;
    static constexpr bool is_steady = true;

    [[nodiscard]] static time_point now()
    {
        timespec time {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time_point(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
    }

    /// Whether less than `reserve` is left until then.
    [[nodiscard]] static bool isPast(time_point until, duration reserve = {})
    {
        return now() + reserve >= until;
    }
};

} // namespace guanwu
