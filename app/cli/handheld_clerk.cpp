#include "app/cli/handheld_clerk.h"

#include "app/cli/handheld_output.h"
#include "app/system_clock.h"

#include <thread>

namespace guanwu {

ExitCode HandheldClerk::play(const std::vector<ScriptStep>& script)
{
    for (const ScriptStep& step : script)
        if (const auto done = play(step); !done)
            return m_context.refuse(done.error(), step.text);
    return m_exit;
}

std::optional<std::string> HandheldClerk::room() const
{
    return m_room.empty() ? std::optional<std::string>() : m_room;
}

Result<void> HandheldClerk::play(const ScriptStep& step)
{
    using Kind = ScriptStep::Kind;
    const auto told = [this](const Result<ScanEvent>& event) -> Result<void> {
        if (!event)
            return fail(event.error());
        printEvent(m_context, *event, m_out);
        return {};
    };
    switch (step.kind) {
    case Kind::Room:
        m_room = step.text;
        return {};
    case Kind::Scan: {
        Sighting sighting;
        sighting.code = step.text;
        sighting.place = room();
        sighting.condition = step.condition;
        const auto scanned = m_handheld.scan(sighting);
        if (!scanned)
            return fail(scanned.error());
        printScanned(m_context, *scanned, m_out);
        return {};
    }
    case Kind::Surplus: {
        SurplusSighting sighting;
        sighting.name = step.text;
        sighting.place = room();
        return told(m_handheld.surplus(sighting));
    }
    case Kind::Note:
        return told(m_handheld.note(step.text, {}, room()));
    case Kind::Undo:
        return told(m_handheld.undo());
    case Kind::Close:
        // What is missing is told before the door.
        printMissing(m_context, m_handheld.sheet(), m_room, m_out);
        return told(m_handheld.closeRoom(m_room));
    case Kind::Wait:
        std::this_thread::sleep_for(step.wait);
        return {};
    case Kind::Sync:
        return sync();
    }
    return {};
}

Result<void> HandheldClerk::sync()
{
    auto server = OpenServer::of(m_handheld.store());
    if (!server)
        return fail(server.error());
    const SyncReport report = HandheldSync(m_handheld.store(), *server->api, SyncOptions {systemNow}).run();
    m_handheld.refresh();
    printSync(m_context, report, m_out);
    m_exit = exitCodeOf(m_context, report);
    return {};
}

} // namespace guanwu
