#pragma once

#include "schema/bulk/bulk.h"
#include "schema/connection/database_url.h"
#include "schema/connection/id_maker.h"

#include <map>
#include <memory>
#include <string>

namespace soci {
class session;
}

namespace guanwu {

class AuditTrail;
struct PreparedQuery;

/// One connection to the registry, with its durability read back: SQLite must answer WAL and FULL (security
/// D1), MariaDB and MySQL innodb_flush_log_at_trx_commit = 1 and, where the binlog is on, sync_binlog = 1
/// (D3). Not thread-safe.
class Session {
public:
    /// Throws ConnectionLost when the store cannot be reached, UntrustedDatabase when it does not prove
    /// itself as the URL asks, StorageError when its settings could lose a commit.
    Session(const DatabaseUrl& url, const std::string& password);
    ~Session();
    /// A further connection to the same registry, to read much of it once: it keeps few pages.
    [[nodiscard]] std::unique_ptr<Session> another() const;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] Dialect dialect() const { return m_url.dialect; }
    [[nodiscard]] soci::session& sql() { return *m_sql; }
    /// The bulk path of the same registry; on MariaDB a connection of its own, opened when first asked for.
    [[nodiscard]] Bulk& bulk();
    /// What writes small batches best: the bulk path, but on MariaDB arrays bound on the session's own
    /// connection. Not while a UnitOfWork is open: it has a transaction of its own.
    [[nodiscard]] BulkWrites& batches();
    /// Who acts over this session, and what he changes.
    [[nodiscard]] AuditTrail& audit() { return *m_audit; }
    [[nodiscard]] std::int64_t newId() { return m_ids.next(); }
    /// After the connection was lost. Throws ConnectionLost while the store cannot be reached.
    void reopen();
    [[nodiscard]] bool isInUnitOfWork() const { return m_unitsOfWork > 0; }
    [[nodiscard]] bool isRetrying() const { return m_isRetrying; }

    /// Statements that are put again and again, by their text. Null when none is kept, or it is in use.
    [[nodiscard]] std::unique_ptr<PreparedQuery> takePrepared(const std::string& text);
    void keepPrepared(const std::string& text, std::unique_ptr<PreparedQuery> query);

private:
    friend class UnitOfWork;
    friend class Retrying;
    void open();
    void openSqlite();
    void openMysql();

    DatabaseUrl m_url;
    std::string m_password;
    std::unique_ptr<AuditTrail> m_audit;
    IdMaker m_ids = IdMaker::withRandomNode();
    std::unique_ptr<soci::session> m_sql;
    std::unique_ptr<Bulk> m_bulk; ///< this and the next two work on the connection of m_sql, and go before it
    std::unique_ptr<BulkWrites> m_arrays;
    std::map<std::string, std::unique_ptr<PreparedQuery>> m_prepared;
    int m_unitsOfWork = 0; ///< open ones, each inside the one before
    bool m_isRetrying = false;
    bool m_isLost = false; ///< the store has rolled back everything: the outermost has nothing to commit
};

} // namespace guanwu
