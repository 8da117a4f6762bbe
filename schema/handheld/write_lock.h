#pragma once

#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <exception>
#include <soci/sqlite3/soci-sqlite3.h>

namespace guanwu {

/// SOCI puts the text of a statement together in a stream, and leaves that broken when there was no memory
/// for it.
inline soci::session& sqlOf(Session& session)
{
    session.sql().get_query_stream().clear();
    return session.sql();
}

/// A transaction that writes from its beginning: what it reads cannot change before it writes, though another
/// connection has the store open. Rolls back unless committed.
class WriteLock {
public:
    explicit WriteLock(Session& session)
        : m_session(session)
    {
        if (!isOver()) // when there was no memory to roll back
            run("ROLLBACK");
        run("BEGIN IMMEDIATE");
    }
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock()
    {
        if (m_done)
            return;
        try {
            run("ROLLBACK");
        } catch (const std::exception&) {
            // SQLite has rolled back already, as on a full disk, or the next one does it.
        }
    }
    void commit()
    {
        run("COMMIT");
        m_done = true;
    }

private:
    [[nodiscard]] bool isOver() const
    {
        const auto* backend = static_cast<soci::sqlite3_session_backend*>(m_session.sql().get_backend());
        return sqlite_api::sqlite3_get_autocommit(backend->conn_) != 0;
    }
    void run(const char* statement) { Query(m_session).add(statement).run(); }

    Session& m_session;
    bool m_done = false;
};

} // namespace guanwu
