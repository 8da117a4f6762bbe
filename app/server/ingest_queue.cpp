#include "app/server/ingest_queue.h"

#include "app/server/metrics.h"
#include "schema/bulk/bulk.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/inventory/soci_inventory_store.h"

namespace guanwu {

namespace {

    constexpr std::size_t kWaitingEvents = 200'000;
    /// A commit that failed, or whose outcome is unknown, is done again as a whole: what is in the store by
    /// now comes out as a duplicate.
    constexpr int kAttempts = 3;

} // namespace

IngestQueue::IngestQueue(int writers, WorkPool::Connect connect, Metrics& metrics)
    : m_connect(std::move(connect))
    , m_metrics(metrics)
{
    for (int i = 0; i < writers; ++i)
        m_writers.emplace_back([this] { write(); });
}

void IngestQueue::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    for (std::thread& writer : m_writers)
        writer.join();
    m_writers.clear();
}

bool IngestQueue::submit(TaskId task, std::vector<IncomingEvent> events, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_waiting + events.size() > kWaitingEvents)
            return false;
        m_waiting += events.size();
        m_batches.push_back({task, std::move(events), std::move(done)});
    }
    m_wake.notify_one();
    return true;
}

std::size_t IngestQueue::waitingEvents() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

std::vector<IngestQueue::Batch> IngestQueue::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || !m_batches.empty(); });
    std::vector<Batch> out;
    std::size_t events = 0;
    while (!m_batches.empty()) {
        Batch& batch = m_batches.front();
        events += batch.events.size();
        if (!out.empty() && (batch.task != out.front().task || events > kPieceRows))
            break;
        m_waiting -= batch.events.size();
        out.push_back(std::move(batch));
        m_batches.pop_front();
    }
    return out;
}

void IngestQueue::write()
{
    std::unique_ptr<Session> session;
    for (auto batches = next(); !batches.empty(); batches = next()) {
        bool stored = false;
        for (int attempt = 0; attempt < kAttempts && !stored; ++attempt)
            stored = commit(session, batches);
        if (!stored)
            for (const Batch& batch : batches)
                batch.done(nullptr);
    }
}

bool IngestQueue::commit(std::unique_ptr<Session>& session, std::vector<Batch>& batches)
{
    std::vector<IncomingEvent> events;
    std::size_t total = 0;
    for (const Batch& batch : batches)
        total += batch.events.size();
    events.reserve(total);
    for (const Batch& batch : batches)
        events.insert(events.end(), batch.events.begin(), batch.events.end());

    std::vector<AppendOutcome> outcomes;
    try {
        if (!session)
            session = m_connect();
        SociInventoryStore store(*session, Scope::everything()); // the sheets were found within the sender's
        outcomes = store.append(batches.front().task, events);
    } catch (const StorageError&) {
        session.reset();
        return false;
    }
    m_metrics.ingested(batches.size(), total);
    auto from = outcomes.begin();
    for (const Batch& batch : batches) {
        const auto to = from + static_cast<std::ptrdiff_t>(batch.events.size());
        const std::vector<AppendOutcome> own(from, to);
        batch.done(&own);
        from = to;
    }
    return true;
}

} // namespace guanwu
