#include "app/server/ingest_queue.h"

#include "app/server/metrics.h"
#include "app/server/thread_name.h"
#include "schema/bulk/bulk.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <spdlog/spdlog.h>

namespace guanwu {

namespace {

    constexpr std::size_t kWaitingEvents = 200'000;

} // namespace

IngestQueue::IngestQueue(int writers, WorkPool::Connect connect, Metrics& metrics)
    : m_connect(std::move(connect))
    , m_metrics(metrics)
{
    for (int i = 0; i < writers; ++i)
        m_writers.emplace_back([this] {
            nameThread("guanwu-ingest");
            write();
        });
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

bool IngestQueue::submit(TaskId task, std::vector<IncomingEvent> events, AuditAct act, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_waiting + events.size() > kWaitingEvents)
            return false;
        m_waiting += events.size();
        m_batches.push_back({task, std::move(events), std::move(act), std::move(done)});
    }
    m_wake.notify_one();
    return true;
}

std::size_t IngestQueue::waitingEvents() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

IngestQueue::Group IngestQueue::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || !m_batches.empty(); });
    Group group;
    while (!m_batches.empty()) {
        Batch& batch = m_batches.front();
        if (!group.batches.empty()
            && (batch.task != group.task || group.events.size() + batch.events.size() > kPieceRows))
            break;
        m_waiting -= batch.events.size();
        group.task = batch.task;
        group.acts.push_back(std::move(batch.act));
        group.batches.emplace_back(batch.events.size(), std::move(batch.done));
        if (group.events.empty())
            group.events = std::move(batch.events);
        else
            std::move(batch.events.begin(), batch.events.end(), std::back_inserter(group.events));
        m_batches.pop_front();
    }
    return group;
}

struct IngestQueue::Writer {
    explicit Writer(std::unique_ptr<Session> ofStore)
        : session(std::move(ofStore))
        , store(*session, Scope::everything()) // the sheets were found within the sender's
    {
        store.learnInstalls();
    }
    std::unique_ptr<Session> session;
    SociInventoryStore store;
};

void IngestQueue::write()
{
    std::unique_ptr<Writer> writer;
    for (Group group = next(); !group.batches.empty(); group = next()) {
        bool stored = false;
        // A commit that failed, or whose outcome is unknown, is done again as a whole: what is in the store by
        // now comes out as a duplicate.
        for (int attempt = 1; attempt <= kMostAttempts && !stored; ++attempt) {
            if (attempt > 1)
                pauseBeforeAttempt(attempt);
            stored = commit(writer, group);
        }
        if (!stored)
            for (const auto& [events, done] : group.batches)
                done(nullptr);
    }
}

bool IngestQueue::commit(std::unique_ptr<Writer>& writer, const Group& group)
{
    std::vector<AppendOutcome> outcomes;
    try {
        if (!writer)
            writer = std::make_unique<Writer>(m_connect());
        const Acting acting(writer->session->audit(), group.acts);
        outcomes = writer->store.append(group.task, group.events);
    } catch (const std::exception& error) { // also no memory: nobody is told anything
        spdlog::error("ingest: {}", error.what());
        writer.reset();
        return false;
    }
    m_metrics.ingested(group.batches.size(), group.events.size());
    auto from = outcomes.begin();
    for (const auto& [events, done] : group.batches) {
        const auto to = from + static_cast<std::ptrdiff_t>(events);
        try {
            const std::vector<AppendOutcome> own(from, to);
            done(&own);
        } catch (const std::bad_alloc& error) { // whoever hears nothing sends the same again
            spdlog::error("ingest: {}", error.what());
        }
        from = to;
    }
    return true;
}

} // namespace guanwu
