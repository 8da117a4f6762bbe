#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace guanwu {

/// A thread that works in turns until it is told to end. Its owner keeps it as the last member: the work may
/// use all the others.
class Background {
public:
    /// `work` returns when ended() has said so.
    Background(const char* threadName, std::function<void(Background&)> work);
    /// Waits for the turn that is being done.
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Rests between two turns; true as soon as there is to be no other.
    [[nodiscard]] bool ended(std::chrono::milliseconds pause);

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace guanwu
