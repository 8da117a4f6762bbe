#include "schema/connection/session.h"

#include "schema/audit/audit_trail.h"
#include "schema/bulk/mysql_batches.h"
#include "schema/bulk/mysql_bulk.h"
#include "schema/bulk/sqlite_bulk.h"
#include "schema/connection/cluster_reads.h"
#include "schema/connection/query.h"
#include "schema/connection/storage_error.h"

#include <fcntl.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    /// A statement has as many texts as there are kinds of scope; whatever more there is comes and goes.
    constexpr std::size_t kPreparedKept = 32;

    /// A value inside SOCI's connection string, which knows no escapes: double quotes for SQLite, single ones
    /// for MySQL.
    std::string quoted(const std::string& value, char quote)
    {
        if (value.find(quote) != std::string::npos)
            throw StorageError("the connection cannot be opened: a name or password holds a quotation mark");
        return quote + value + quote;
    }

    /// SOCI hands a host with semicolons to the client library as it is, which reads it as a list of options.
    /// It is the only way to them: SOCI's own `sslca` goes on in the clear with a server that has no TLS
    /// (security X8), and looks at no name. Everything has to stand in the list then.
    std::string tlsHost(const DatabaseUrl& url, const std::string& password)
    {
        std::string out;
        const auto option = [&](const char* name, std::string_view value) {
            out.append(name).append("={");
            for (const char c : value)
                out.append(c == '}' ? 2 : 1, c);
            out += "};";
        };
        option("host", url.host);
        if (url.socket.empty())
            option("port", std::to_string(url.port));
        else
            option("socket", url.socket);
        option("user", url.user);
        option("password", password);
        option("database", url.name);
        option("ssl-ca", url.caFile);
        option("ssl-enforce", "1");
        option("ssl-verify-server-cert", "1");
        return out;
    }

    /// As this end of the connection knows it; what the server says of it could be said by anybody.
    void requireTls(MYSQL* connection)
    {
        if (const char* cipher = mysql_get_ssl_cipher(connection); cipher == nullptr || *cipher == '\0')
            throw UntrustedDatabase("open the registry: the connection has no cipher");
    }

    void requireSetting(
        soci::session& sql, const char* query, const std::string& expected, const char* complaint)
    {
        std::string value;
        sql << query, soci::into(value);
        if (value != expected)
            throw StorageError(std::string(complaint) + " (" + value + ")");
    }

} // namespace

Session::Session(const DatabaseUrl& url, const std::string& password)
    : m_url(url)
    , m_password(password)
    , m_audit(std::make_unique<AuditTrail>(*this))
{
    open();
}

Session::~Session() = default;

std::unique_ptr<Session> Session::another() const
{
    auto session = std::make_unique<Session>(m_url, m_password);
    if (m_url.dialect == Dialect::Sqlite)
        session->sql() << "PRAGMA cache_size = -8192";
    return session;
}

void Session::open()
{
    guarded("open the registry", [&] { m_url.dialect == Dialect::Sqlite ? openSqlite() : openMysql(); });
}

void Session::reopen()
{
    m_prepared.clear();
    m_arrays.reset();
    m_bulk.reset();
    m_sql.reset();
    open();
}

void Session::openSqlite()
{
    spareSqliteLocks();
    // Made here, since SQLite would let everybody on the machine read it; the log beside it gets the same
    // mode.
    if (const int made = ::open(m_url.path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        made >= 0)
        close(made);
    m_sql = std::make_unique<soci::session>(soci::sqlite3, "db=" + quoted(m_url.path, '"') + " timeout=10");
    soci::session& sql = *m_sql;
    std::string ignored;
    sql << "PRAGMA journal_mode = WAL", soci::into(ignored);
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
    sql << "PRAGMA cache_size = -65536";
    // Bulk work touches the same index pages piece after piece: writing them back every 4 MB of log would
    // double its writes. 64 MB of log are read back in a second after a crash.
    sql << "PRAGMA wal_autocheckpoint = 16384", soci::into(ignored);
    sql << "PRAGMA temp_store = MEMORY";
    requireSetting(sql, "PRAGMA journal_mode", "wal", "the registry must be in WAL mode");
    requireSetting(sql, "PRAGMA synchronous", "2", "the registry must be synchronous=FULL");
}

void Session::openMysql()
{
    std::string connect = "charset=utf8mb4";
    if (!m_url.caFile.empty()) {
        connect += " host=" + quoted(tlsHost(m_url, m_password), '\'');
    } else {
        connect += " dbname=" + quoted(m_url.name, '\'') + " user=" + quoted(m_url.user, '\'')
            + " password=" + quoted(m_password, '\'');
        connect += m_url.socket.empty()
            ? " host=" + quoted(m_url.host, '\'') + " port=" + std::to_string(m_url.port)
            : " unix_socket=" + quoted(m_url.socket, '\'');
    }
    try {
        m_sql = std::make_unique<soci::session>(soci::mysql, connect);
    } catch (const soci::soci_error&) {
        rethrowAsConnectError("open the registry");
    }
    soci::session& sql = *m_sql;
    if (!m_url.caFile.empty())
        requireTls(static_cast<soci::mysql_session_backend*>(sql.get_backend())->conn_);
    sql << "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE'";
    requireSetting(sql, "SELECT @@character_set_connection", "utf8mb4", "the connection must speak utf8mb4");
    requireSetting(sql, "SELECT CAST(@@innodb_flush_log_at_trx_commit AS CHAR)", "1",
        "innodb_flush_log_at_trx_commit must be 1");
    std::string name;
    std::string wait;
    sql << kClusterSetting, soci::into(name), soci::into(wait);
    if (sql.got_data()) {
        sql << kReadWhatIsCommitted;
        requireSetting(sql, kClusterReads, "1", "wsrep_sync_wait must be 1");
    }
    std::string binlog;
    sql << "SELECT CAST(@@log_bin AS CHAR)", soci::into(binlog);
    if (binlog == "1")
        requireSetting(sql, "SELECT CAST(@@sync_binlog AS CHAR)", "1", "sync_binlog must be 1");
}

Bulk& Session::bulk()
{
    if (!m_bulk) {
        m_bulk = m_url.dialect == Dialect::Sqlite
            ? makeSqliteBulk(static_cast<soci::sqlite3_session_backend*>(m_sql->get_backend())->conn_)
            : makeMysqlBulk(m_url, m_password);
    }
    return *m_bulk;
}

std::unique_ptr<PreparedQuery> Session::takePrepared(const std::string& text)
{
    const auto kept = m_prepared.find(text);
    return kept == m_prepared.end() ? nullptr : std::move(kept->second);
}

void Session::keepPrepared(const std::string& text, std::unique_ptr<PreparedQuery> query)
{
    if (m_prepared.size() < kPreparedKept || m_prepared.contains(text))
        m_prepared[text] = std::move(query);
}

BulkWrites& Session::batches()
{
    if (m_url.dialect == Dialect::Mysql && !m_arrays)
        m_arrays = makeMysqlBatches(static_cast<soci::mysql_session_backend*>(m_sql->get_backend())->conn_);
    return m_arrays ? *m_arrays : bulk();
}

} // namespace guanwu
