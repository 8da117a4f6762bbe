#pragma once

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

namespace guanwu {

/// One use case, one transaction: rolls back unless committed. One that is opened inside another joins it, so
/// that whoever calls a use case may put something of his own into its transaction: without commit() it takes
/// back its own part only, and what it committed is there when the outermost commits.
///
/// Not to be confused with BulkTransaction: on MariaDB the bulk path is a connection of its own, which this
/// does not cover.
class UnitOfWork {
public:
    /// Apart: what no act brings about, such as names learnt for the search; whoever acts leaves no entry by
    /// it.
    enum class Audit : std::uint8_t { Due, Apart };

    explicit UnitOfWork(Session& session, Audit audit = Audit::Due);
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;
    /// The outermost writes the entry of whoever acts first. Throws UnknownOutcome when the connection is
    /// lost on the way.
    void commit();

private:
    void rollBack();

    Session& m_session;
    Audit m_audit;
    std::size_t m_notes; ///< taken before it began
    std::string m_savepoint; ///< empty for the outermost
    bool m_done = false;
};

inline constexpr int kMostAttempts = 5;

/// Waits a little, longer with each attempt and never twice the same, so that two who met do not meet again.
void pauseBeforeAttempt(int attempt);

/// While one lives, its session is being retried by somebody.
class Retrying {
public:
    explicit Retrying(Session& session)
        : m_session(session)
    {
        m_session.m_isRetrying = true;
    }
    ~Retrying() { m_session.m_isRetrying = false; }
    Retrying(const Retrying&) = delete;
    Retrying& operator=(const Retrying&) = delete;

private:
    Session& m_session;
};

/// Runs a unit of work from its reads again when somebody was in the way or the connection was lost (security
/// D6). `work` opens the UnitOfWork, and keeps nothing of an attempt that failed. Inside another unit of
/// work, or inside another retrying(), it runs once: the outermost has to begin again.
template <class Work> auto retrying(Session& session, Work&& work) -> decltype(work())
{
    if (session.isInUnitOfWork() || session.isRetrying())
        return work();
    const Retrying mark(session);
    bool isLost = false;
    for (int attempt = 1;; ++attempt) {
        try {
            if (isLost)
                session.reopen();
            isLost = false;
            return work();
        } catch (const TransientFailure&) {
            if (attempt == kMostAttempts)
                throw;
        } catch (const ConnectionLost&) {
            if (attempt == kMostAttempts)
                throw;
            isLost = true;
        } catch (const UntrustedDatabase&) {
            // A handshake that was cut looks like one that failed, and nothing was said yet.
            if (!isLost || attempt == kMostAttempts)
                throw;
        }
        pauseBeforeAttempt(attempt + 1);
    }
}

} // namespace guanwu
