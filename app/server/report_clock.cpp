#include "app/server/report_clock.h"

#include "app/reporting/scheduled_reports.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"

#include <spdlog/spdlog.h>

namespace guanwu {

namespace {

    constexpr std::chrono::minutes kNextLook {1};
    /// Soon after the start, to make up for what was missed.
    constexpr std::chrono::seconds kFirstLook {2};

} // namespace

ReportClock::ReportClock(WorkPool::Connect connect, std::string bureau)
    : m_connect(std::move(connect))
    , m_bureau(std::move(bureau))
    , m_background("guanwu-reports", [this](Background& background) { run(background); })
{
}

void ReportClock::run(Background& background)
{
    std::unique_ptr<Session> session;
    for (std::chrono::milliseconds pause = kFirstLook; !background.ended(pause); pause = kNextLook)
        try {
            if (!session)
                session = m_connect();
            const ServedRuns served = serveSchedules(
                *session, systemNow, [&] { return background.ended(std::chrono::milliseconds(0)); },
                m_bureau);
            if (served.kept != 0 || served.failed != 0)
                spdlog::info("scheduled reports: {} kept, {} to be tried again", served.kept, served.failed);
        } catch (const std::exception& error) { // also a full disk: the next turn tries again
            spdlog::error("scheduled reports: {}", error.what());
            session.reset();
        }
}

} // namespace guanwu
