#include "schema/connection/unit_of_work.h"

#include <chrono>
#include <random>
#include <soci/soci.h>
#include <thread>

namespace guanwu {

UnitOfWork::UnitOfWork(Session& session)
    : m_session(session)
{
    if (m_session.m_unitsOfWork == 0) {
        m_session.m_abandoned = false;
        guarded("begin", [&] {
            // SQLite lets a reader become a writer only while nobody wrote since: whoever will write says so
            // at once and waits for his turn instead.
            if (m_session.dialect() == Dialect::Sqlite)
                m_session.sql() << "BEGIN IMMEDIATE";
            else
                m_session.sql().begin();
        });
    }
    ++m_session.m_unitsOfWork;
}

UnitOfWork::~UnitOfWork()
{
    if (m_done)
        return;
    m_session.m_abandoned = true;
    if (--m_session.m_unitsOfWork > 0)
        return;
    try {
        m_session.sql().rollback();
    } catch (const std::exception&) {
        // A connection that is gone has rolled back by itself.
    }
}

void UnitOfWork::commit()
{
    if (m_session.m_unitsOfWork == 1) {
        if (m_session.m_abandoned)
            throw StorageError("a unit of work with an abandoned part cannot be committed");
        try {
            guarded("commit", [&] { m_session.sql().commit(); });
        } catch (const ConnectionLost& lost) {
            throw UnknownOutcome(lost.what());
        }
    }
    m_done = true;
    --m_session.m_unitsOfWork;
}

void pauseBeforeAttempt(int attempt)
{
    thread_local std::minstd_rand random {std::random_device {}()};
    const int longest = 20 << attempt;
    std::uniform_int_distribution<int> milliseconds(longest / 4, longest);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
}

} // namespace guanwu
