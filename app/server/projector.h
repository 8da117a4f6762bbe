#pragma once

#include "app/server/background.h"
#include "app/server/work_pool.h"

namespace guanwu {

/// Folds the sheets that have new events, in the background, so that counters and the wall are at most
/// seconds old. Ingest never waits for it; what it stores can be thrown away and made again (design decision
/// 5).
class Projector {
public:
    explicit Projector(WorkPool::Connect connect);

private:
    void run(Background& background);

    const WorkPool::Connect m_connect;
    Background m_background;
};

} // namespace guanwu
