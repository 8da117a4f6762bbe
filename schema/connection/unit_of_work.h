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
    explicit UnitOfWork(Session& session);
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;
    /// Throws UnknownOutcome when the connection is lost on the way.
    void commit();

private:
    void rollBack();

    Session& m_session;
    std::string m_savepoint; ///< empty for the outermost
    bool m_done = false;
};

inline constexpr int kMostAttempts = 5;

/// Waits a little, longer with each attempt and never twice the same, so that two who met do not meet again.
void pauseBeforeAttempt(int attempt);

/// Runs a unit of work from its reads again when somebody was in the way or the connection was lost (security
/// D6). `work` opens the UnitOfWork, and keeps nothing of an attempt that failed. Inside another unit of work
/// it runs once: the outermost has to begin again.
template <class Work> auto retrying(Session& session, Work&& work) -> decltype(work())
{
    if (session.isInUnitOfWork())
        return work();
    for (int attempt = 1; attempt < kMostAttempts; ++attempt) {
        try {
            return work();
        } catch (const TransientFailure&) {
            pauseBeforeAttempt(attempt + 1);
        } catch (const ConnectionLost&) {
            pauseBeforeAttempt(attempt + 1);
            session.reopen();
        }
    }
    return work();
}

} // namespace guanwu
