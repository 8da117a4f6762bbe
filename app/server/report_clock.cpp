#include "app/server/report_clock.h"

#include "app/reporting/scheduled_reports.h"
#include "app/server/thread_name.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace guanwu {

ReportClock::ReportClock(WorkPool::Connect connect, std::chrono::milliseconds pause)
    : m_connect(std::move(connect))
    , m_pause(pause)
    , m_thread([this] { run(); })
{
}

ReportClock::~ReportClock()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

bool ReportClock::ended(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    return m_wake.wait_for(lock, pause, [this] { return m_ending.load(); });
}

void ReportClock::run()
{
    nameThread("guanwu-reports");
    std::unique_ptr<Session> session;
    // The first look soon after the start makes up for what was missed.
    for (auto pause = std::min<std::chrono::milliseconds>(m_pause, std::chrono::seconds(2)); !ended(pause);
         pause = m_pause)
        try {
            if (!session)
                session = m_connect();
            const ServedRuns served = serveSchedules(*session, systemNow, [this] { return m_ending.load(); });
            if (served.kept != 0 || served.failed != 0)
                spdlog::info("scheduled reports: {} kept, {} to be tried again", served.kept, served.failed);
        } catch (const std::exception& error) { // also a full disk: the next turn tries again
            spdlog::error("scheduled reports: {}", error.what());
            session.reset();
        }
}

} // namespace guanwu
