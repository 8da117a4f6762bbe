#pragma once

#include "app/server/work_pool.h"

#include <atomic>
#include <chrono>

namespace guanwu {

/// Makes the reports that are due in the background and puts them into the archive, also those that were due
/// while no server ran. Any number of servers on one registry may do so: a day is served once.
class ReportClock {
public:
    explicit ReportClock(
        WorkPool::Connect connect, std::chrono::milliseconds pause = std::chrono::minutes(1));
    /// Ends after the report that is being made.
    ~ReportClock();
    ReportClock(const ReportClock&) = delete;
    ReportClock& operator=(const ReportClock&) = delete;

private:
    void run();
    [[nodiscard]] bool ended(std::chrono::milliseconds pause);

    const WorkPool::Connect m_connect;
    const std::chrono::milliseconds m_pause;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace guanwu
