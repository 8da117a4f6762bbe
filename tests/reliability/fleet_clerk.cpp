#include "tests/reliability/fleet_clerk.h"

#include "app/handheld/event_export.h"
#include "app/system_clock.h"

#include <stdexcept>
#include <thread>

namespace guanwu::test {

namespace {

    constexpr int kTries = 200;
    constexpr unsigned kScansBetweenSyncs = 20;
    constexpr std::size_t kResentAtOnce = 50;

    SyncOptions hasty(std::uint32_t seed)
    {
        RetryPolicy retry;
        retry.attempts = 3;
        retry.firstPause = std::chrono::milliseconds(20);
        retry.longestPause = std::chrono::milliseconds(500);
        retry.seed = seed;
        return {systemNow, retry};
    }

    /// Tries until it goes: the network is cut on purpose.
    template <class Attempt> void insist(const char* what, const Attempt& attempt)
    {
        std::string last;
        for (int i = 0; i < kTries; ++i) {
            const auto done = attempt();
            if (done)
                return;
            last = done.error().error.subject + " " + done.error().error.detail;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        throw std::runtime_error(std::string(what) + ": " + last);
    }

    template <class T> T orThrow(Result<T> outcome)
    {
        if (!outcome)
            throw std::runtime_error(outcome.error().subject + " " + outcome.error().detail);
        return std::move(*outcome);
    }

} // namespace

void FleetClerk::start()
{
    m_handheld = orThrow(Handheld::open(m_job.store, systemNow));
    HandheldStore& store = m_handheld->store();
    if (const auto enrolled = enrol(store, m_job.code, "fleet"); !enrolled)
        throw std::runtime_error("enrol: " + enrolled.error().error.subject);
    m_server = orThrow(OpenServer::of(store));
    insist("log in", [&] { return logIn(store, m_server, m_job.login, m_job.password); });
    HandheldSync sync(store, *m_server.api, hasty(m_job.seed));
    insist("fetch", [&] { return sync.fetch(m_job.task); });
    if (const auto chosen = m_handheld->choose(m_job.task, m_job.unit); !chosen)
        throw std::runtime_error("choose: " + chosen.error().subject);
}

void FleetClerk::count(std::atomic<std::int64_t>& done)
{
    const unsigned offset = roll(kScansBetweenSyncs); // or all would come at once
    for (int i = 0; i < m_job.scans; ++i) {
        scanOne();
        ++done;
        std::this_thread::sleep_for(m_job.pace);
        if ((static_cast<unsigned>(i) + offset) % kScansBetweenSyncs == 0)
            sync();
    }
}

void FleetClerk::scanOne()
{
    const auto& book = m_handheld->sheet().book();
    const unsigned dice = roll(100);
    if (dice < 3) {
        // Nothing to take back is no fault.
        static_cast<void>(m_handheld->undo());
        return;
    }
    if (dice < 6) {
        SurplusSighting surplus;
        surplus.name = "无卡片 " + std::to_string(roll(50));
        orThrow(m_handheld->surplus(surplus));
        return;
    }
    const BookLine& line = book[roll(static_cast<unsigned>(book.size()))];
    Sighting sighting;
    sighting.code = dice < 10 ? "X-" + std::to_string(roll(30)) : line.assetNo;
    if (dice < 80)
        sighting.place = line.place;
    else if (dice < 90)
        sighting.place = book[roll(static_cast<unsigned>(book.size()))].place;
    if (roll(20) == 0)
        sighting.condition = kConditions[roll(static_cast<unsigned>(kConditions.size()))].value;
    orThrow(m_handheld->scan(sighting));
}

bool FleetClerk::sync()
{
    const SyncReport report = HandheldSync(m_handheld->store(), *m_server.api, hasty(roll(1'000'000))).run();
    m_handheld->refresh();
    m_offeredAgain += report.offeredAgain;
    if (report.rejected + report.quarantined > 0)
        throw std::runtime_error("a sound event was not taken");
    m_lastTrouble = report.stopped ? report.stopped->error.subject + " " + report.stopped->error.detail
                                   : "left " + std::to_string(report.left.unacknowledged());
    // Where the preparation took longer than a log-in lives, the clerk logs in again, and loses nothing by it.
    if (report.stopped && report.stopped->error.subject == "access.no_session")
        insist("log in again",
            [&] { return logIn(m_handheld->store(), m_server, m_job.login, m_job.password); });
    // A sync that was stopped may not have heard yet what the server lacks.
    if (roll(100) < m_job.resendPercent && !report.stopped)
        resend();
    return report.proven && report.left.unacknowledged() == 0;
}

/// Some that were acknowledged go out again, as from a handheld that did not hear the answer.
void FleetClerk::resend()
{
    std::vector<OutboxEntry> all = m_handheld->outbox().ofSheet(m_handheld->held().id);
    std::erase_if(all, [](const OutboxEntry& entry) { return entry.state != OutboxState::Stored; });
    if (all.size() > kResentAtOnce)
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kResentAtOnce));
    if (all.empty())
        return;
    if (const auto answer = m_server.api->sendEvents(m_job.task, all)) {
        if (answer->duplicates != static_cast<std::int64_t>(all.size()))
            throw std::runtime_error("an acknowledged event was not known");
        m_resent += answer->duplicates;
    }
}

void FleetClerk::finish()
{
    for (int i = 0; i < kTries; ++i) {
        if (sync())
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("a handheld and the server never proved the same: " + m_lastTrouble);
}

std::int64_t FleetClerk::events()
{
    const OutboxCounts counts = m_handheld->outbox().counts();
    return counts.stored + counts.quarantined + counts.unacknowledged();
}

std::filesystem::path FleetClerk::exportFile()
{
    const std::filesystem::path file = m_job.store.string() + ".ndjson";
    orThrow(exportEvents(m_handheld->store(), m_job.task, file));
    return file;
}

} // namespace guanwu::test
