#pragma once

#include "app/server/work_pool.h"
#include "core/inventory/inventory_store.h"
#include "schema/audit/audit_trail.h"

namespace guanwu {

class Metrics;

/// Batches of scan events on their way into the store. Those that wait together are committed together, so
/// that many handhelds cost few commits; each is answered after its commit, with its own outcomes.
class IngestQueue {
public:
    /// Null: the store failed and nothing may be acknowledged; the same batch can be sent again.
    using Done = std::function<void(const std::vector<AppendOutcome>* outcomes)>;

    IngestQueue(int writers, WorkPool::Connect connect, Metrics& metrics);
    ~IngestQueue() { end(); }
    IngestQueue(const IngestQueue&) = delete;
    IngestQueue& operator=(const IngestQueue&) = delete;

    /// False when too much waits already. The events are checked: each belongs to a sheet of the task.
    /// `act` is whose work it is: its entry is written with the events.
    [[nodiscard]] bool submit(TaskId task, std::vector<IncomingEvent> events, AuditAct act, Done done);
    [[nodiscard]] std::size_t waitingEvents() const;
    /// Commits what waits and takes nothing more.
    void end();

private:
    struct Batch {
        TaskId task;
        std::vector<IncomingEvent> events;
        AuditAct act;
        Done done;
    };

    /// What a writer keeps from commit to commit: the store knows the numbers of the installs it has met.
    struct Writer;

    void write();
    /// Batches of one task that share a transaction.
    struct Group {
        TaskId task;
        std::vector<IncomingEvent> events; ///< of all of them, one after the other
        std::vector<AuditAct> acts; ///< one a batch
        std::vector<std::pair<std::size_t, Done>> batches; ///< how many of the events, and who waits for them
    };
    /// Waits for batches, and takes at most what one transaction takes; none = the queue has ended.
    [[nodiscard]] Group next();
    [[nodiscard]] bool commit(std::unique_ptr<Writer>& writer, const Group& group);

    const WorkPool::Connect m_connect;
    Metrics& m_metrics;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Batch> m_batches;
    std::size_t m_waiting = 0;
    bool m_ending = false;
    std::vector<std::thread> m_writers;
};

} // namespace guanwu
