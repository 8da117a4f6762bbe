#include "app/server/work_pool.h"

#include "app/server/thread_name.h"
#include "schema/connection/session.h"

#include <exception>
#include <spdlog/spdlog.h>

namespace guanwu {

namespace {

    thread_local bool t_sessionIsBroken = false;

    std::unique_ptr<Session> tryConnect(const WorkPool::Connect& connect)
    {
        try {
            return connect();
        } catch (const std::exception& error) {
            spdlog::error("store: {}", error.what());
            return nullptr; // the job says that the store is away; the next one tries again
        }
    }

} // namespace

WorkPool::WorkPool(const char* name, int threads, std::size_t waiting, Connect connect)
    : m_limit(waiting)
    , m_connect(std::move(connect))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this, name] {
            nameThread(name);
            work();
        });
}

void WorkPool::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (Sleeper* sleeper : m_asleep)
            call(*sleeper);
        m_asleep.clear();
    }
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool WorkPool::submit(Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_ending || m_jobs.size() >= m_limit)
        return false;
    m_jobs.push_back(std::move(job));
    if (!m_asleep.empty()) {
        call(*m_asleep.back());
        m_asleep.pop_back();
    }
    return true;
}

/// With the lock held, within which the sleeper lives.
void WorkPool::call(Sleeper& sleeper)
{
    sleeper.isCalled = true;
    sleeper.wake.notify_one();
}

WorkPool::Job WorkPool::next()
{
    std::unique_lock lock(m_mutex);
    while (m_jobs.empty() && !m_ending) {
        Sleeper me;
        m_asleep.push_back(&me);
        me.wake.wait(lock, [&me] { return me.isCalled; });
    }
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

std::size_t WorkPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void WorkPool::dropSession() { t_sessionIsBroken = true; }

void WorkPool::work()
{
    std::unique_ptr<Session> session;
    while (const Job job = next()) {
        if (!session)
            session = tryConnect(m_connect);
        t_sessionIsBroken = false;
        job(session.get());
        if (t_sessionIsBroken)
            session.reset();
    }
}

} // namespace guanwu
