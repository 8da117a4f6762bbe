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
/// socket. The queue is bounded: who comes when it is full is told to come again. Of the threads that sleep
/// the one that worked last is called: its session, and the database's end of it, are still in the caches.
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
    struct Sleeper {
        std::condition_variable wake;
        bool isCalled = false;
    };

    void work();
    /// The next job, or an empty one when the pool ends.
    [[nodiscard]] Job next();
    void call(Sleeper& sleeper);

    const std::size_t m_limit;
    const Connect m_connect;
    mutable std::mutex m_mutex;
    std::deque<Job> m_jobs;
    std::vector<Sleeper*> m_asleep; ///< who fell asleep last is the last
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace guanwu
