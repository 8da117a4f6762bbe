#pragma once

#include "app/server/background.h"
#include "app/server/work_pool.h"

namespace guanwu {

/// Makes the reports that are due in the background and puts them into the archive, also those that were due
/// while no server ran. Any number of servers on one registry may do so: a day is served once.
class ReportClock {
public:
    /// Ends after the report that is being made. `bureau`: see ServerSettings.
    ReportClock(WorkPool::Connect connect, std::string bureau);

private:
    void run(Background& background);

    const WorkPool::Connect m_connect;
    const std::string m_bureau;
    Background m_background;
};

} // namespace guanwu
