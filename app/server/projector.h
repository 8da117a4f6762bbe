#pragma once

#include "app/server/work_pool.h"

namespace guanwu {

/// Folds the sheets that have new events, in the background, so that counters and the wall are at most
/// seconds old. Ingest never waits for it; what it stores can be thrown away and made again (design decision
/// 5).
class Projector {
public:
    explicit Projector(WorkPool::Connect connect);
    ~Projector();
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;

private:
    void run();
    [[nodiscard]] bool ended(std::chrono::milliseconds pause);

    const WorkPool::Connect m_connect;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace guanwu
