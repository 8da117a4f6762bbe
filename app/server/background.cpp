#include "app/server/background.h"

#include "app/server/thread_name.h"

namespace guanwu {

Background::Background(const char* threadName, std::function<void(Background&)> work)
    : m_thread([this, threadName, work = std::move(work)] {
        nameThread(threadName);
        work(*this);
    })
{
}

Background::~Background()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

bool Background::ended(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    return m_wake.wait_for(lock, pause, [this] { return m_ending; });
}

} // namespace guanwu
