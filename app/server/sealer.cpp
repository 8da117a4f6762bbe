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
            signLast(*session);
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

void Sealer::signLast(Session& session) const
{
    if (m_settings.anchorKey.empty())
        return;
    AuditSeals seals(session);
    const auto reached = seals.unanchored();
    if (!reached)
        return;
    const auto key = DeviceKey::withFile(m_settings.anchorKey);
    if (key)
        seals.keepAnchor(signAnchor(*reached, systemNow(), **key));
    else
        spdlog::error("anchor: {} {}", key.error().subject, key.error().detail);
}

void Sealer::writeDailyAnchor(Session& session) const
{
    if (m_settings.anchorFolder.empty())
        return;
    const auto file = m_settings.anchorFolder / anchorName(systemNow());
    const auto anchor = std::filesystem::exists(file) ? std::nullopt : AuditSeals(session).lastAnchor();
    if (!anchor)
        return;
    std::filesystem::create_directories(m_settings.anchorFolder);
    if (const auto written = writeAnchor(file, *anchor); !written)
        spdlog::error("anchor: {} {}", written.error().subject, written.error().detail);
}

} // namespace guanwu
