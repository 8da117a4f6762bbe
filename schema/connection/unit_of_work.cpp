#include "schema/connection/unit_of_work.h"

#include "schema/audit/audit_trail.h"

#include <chrono>
#include <random>
#include <soci/soci.h>
#include <thread>

namespace guanwu {

UnitOfWork::UnitOfWork(Session& session, Audit audit)
    : m_session(session)
    , m_audit(audit)
    , m_notes(session.audit().notes())
{
    if (m_session.isInUnitOfWork())
        m_savepoint = "part_" + std::to_string(m_session.m_unitsOfWork);
    else
        m_session.m_isLost = false;
    guarded("begin", [&] {
        if (!m_savepoint.empty())
            m_session.sql() << "SAVEPOINT " + m_savepoint;
        // SQLite lets a reader become a writer only while nobody wrote since: whoever will write says so at
        // once and waits for his turn instead.
        else if (m_session.dialect() == Dialect::Sqlite)
            m_session.sql() << "BEGIN IMMEDIATE";
        else
            m_session.sql().begin();
    });
    ++m_session.m_unitsOfWork;
}

UnitOfWork::~UnitOfWork()
{
    if (m_done)
        return;
    --m_session.m_unitsOfWork;
    m_session.audit().forget(m_notes);
    try {
        rollBack();
    } catch (const std::exception&) {
        // A deadlock or a lost connection has rolled back everything by itself.
        m_session.m_isLost = true;
    }
}

void UnitOfWork::rollBack()
{
    if (m_savepoint.empty())
        return m_session.sql().rollback();
    m_session.sql() << "ROLLBACK TO SAVEPOINT " + m_savepoint;
    m_session.sql() << "RELEASE SAVEPOINT " + m_savepoint;
}

void UnitOfWork::commit()
{
    if (m_session.m_isLost)
        throw TransientFailure("commit: the transaction was rolled back");
    if (!m_savepoint.empty()) {
        guarded("commit", [&] { m_session.sql() << "RELEASE SAVEPOINT " + m_savepoint; });
    } else {
        const bool isAudited = m_audit == Audit::Due && m_session.audit().isDue();
        if (isAudited)
            m_session.audit().write();
        committing([&] { m_session.sql().commit(); });
        if (isAudited)
            m_session.audit().committed();
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
