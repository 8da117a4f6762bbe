#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace guanwu {

class Session;

/// Threads for work on the registry, each with a session of its own, so that slow questions never hold up a
/// socket. The queue is bounded: who comes when it is full is told to come again.
class WorkPool {
public:
    using Connect = std::function<std::unique_ptr<Session>()>;
    /// Gets the session, or null when the registry cannot be reached. Must not throw.
    using Job = std::function<void(Session* session)>;

    WorkPool(const char* name, int threads, std::size_t waiting, Connect connect);
    ~WorkPool() { end(); }
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// False when the queue is full.
    [[nodiscard]] bool submit(Job job);
    /// Does what is queued and takes nothing more.
    void end();
    [[nodiscard]] std::size_t waiting() const;
    /// For the thread that runs a job: its session is broken, the next job gets a new one.
    static void dropSession();

private:
    void work();

    const std::size_t m_limit;
    const Connect m_connect;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace guanwu
