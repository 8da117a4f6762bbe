#pragma once

#include <soci/soci.h>

namespace guanwu {

/// A transaction that writes from its beginning: what it reads cannot change before it writes, though another
/// connection has the store open. Rolls back unless committed.
class WriteLock {
public:
    explicit WriteLock(soci::session& sql)
        : m_sql(sql)
    {
        m_sql << "BEGIN IMMEDIATE";
    }
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock()
    {
        if (m_done)
            return;
        try {
            m_sql << "ROLLBACK";
        } catch (const soci::soci_error&) {
            // SQLite has rolled back already: a full disk does that.
        }
    }
    void commit()
    {
        m_sql << "COMMIT";
        m_done = true;
    }

private:
    soci::session& m_sql;
    bool m_done = false;
};

} // namespace guanwu
