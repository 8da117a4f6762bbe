#include "app/server/projector.h"

#include "app/system_clock.h"
#include "core/inventory/inventory_service.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

#include <spdlog/spdlog.h>

namespace guanwu {

namespace {

    constexpr std::chrono::milliseconds kPause {5'000};
    /// It rests this many times as long as it worked: counters may be late, scans may not.
    constexpr int kRestShare = 9;

    void foldAll(Session& session)
    {
        SociInventoryStore store(session, Scope::everything());
        InventoryService service(store, systemNow);
        for (const InventoryTask& task : store.tasks())
            if (task.state >= SheetState::Frozen) // also what was verified: it is the last that the wall shows
                service.project(task, [](std::int64_t, std::int64_t) {});
    }

} // namespace

Projector::Projector(WorkPool::Connect connect)
    : m_connect(std::move(connect))
    , m_background("guanwu-fold", [this](Background& background) { run(background); })
{
}

void Projector::run(Background& background)
{
    std::unique_ptr<Session> session;
    for (auto pause = kPause; !background.ended(pause);) {
        const auto start = std::chrono::steady_clock::now();
        try {
            if (!session)
                session = m_connect();
            foldAll(*session);
        } catch (const std::exception& error) { // also no memory: the next turn tries again
            spdlog::error("fold: {}", error.what());
            session.reset();
        }
        pause = std::max(kPause,
            kRestShare
                * std::chrono::duration_cast<std::chrono::milliseconds>(
                    std::chrono::steady_clock::now() - start));
    }
}

} // namespace guanwu
