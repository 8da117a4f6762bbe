#include "app/server/sealer.h"

#include "app/audit/anchor_file.h"
#include "app/security/device_key.h"
#include "app/system_clock.h"
#include "schema/audit/audit_seals.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <spdlog/spdlog.h>

namespace guanwu {

Sealer::Sealer(WorkPool::Connect connect, SealSettings settings)
    : m_connect(std::move(connect))
    , m_settings(std::move(settings))
    , m_background("guanwu-seal", [this](Background& background) { run(background); })
{
}

void Sealer::run(Background& background)
{
    std::unique_ptr<Session> session;
    for (bool isLast = false; !isLast;) {
        isLast = background.ended(m_settings.pause);
        try {
            if (!session)
                session = m_connect();
            sealAll(*session);
            writeDailyAnchor(*session);
        } catch (const std::exception& error) { // also a full disk: the next turn tries again
            spdlog::error("seal: {}", error.what());
            session.reset();
        }
    }
}

void Sealer::sealAll(Session& session) const
{
    AuditSeals seals(session);
    while (seals.seal(m_settings.algorithm, systemNow()) == kMostSealed) { }
}

void Sealer::writeDailyAnchor(Session& session) const
{
    if (m_settings.anchorFolder.empty())
        return;
    const Instant now = systemNow();
    const auto file = m_settings.anchorFolder / anchorName(now);
    AuditSeals seals(session);
    const auto last = std::filesystem::exists(file) ? std::nullopt : seals.last();
    if (!last)
        return;
    const auto key = DeviceKey::withFile(m_settings.anchorKey);
    std::filesystem::create_directories(m_settings.anchorFolder);
    const auto written
        = key ? writeAnchor(file, signAnchor(*last, seals.sealedEntries(), now, **key)) : fail(key.error());
    if (!written)
        spdlog::error("anchor: {} {}", written.error().subject, written.error().detail);
}

} // namespace guanwu
