#include "schema/health/store_health.h"

#include "schema/backup/registry_tables.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    std::int64_t numberOf(Query& query) { return query.next(1) ? query.integer(0) : 0; }

} // namespace

std::string StoreHealth::version()
{
    const bool isSqlite = m_session.dialect() == Dialect::Sqlite;
    Query query(m_session);
    query.add(isSqlite ? "SELECT sqlite_version()" : "SELECT version()");
    const std::string number = query.next(1) ? query.text(0) : std::string();
    const bool isMaria = number.find("MariaDB") != std::string::npos;
    return (isSqlite ? "SQLite " : isMaria ? "MariaDB " : "MySQL ") + number.substr(0, number.find('-'));
}

std::vector<std::string> StoreHealth::damage()
{
    std::vector<std::string> found;
    if (m_session.dialect() == Dialect::Sqlite) {
        Query query(m_session);
        query.add("PRAGMA quick_check(20)");
        while (query.next(1))
            if (query.text(0) != "ok")
                found.push_back(query.text(0));
        return found;
    }
    for (const RegistryTable& table : registryTables(m_session)) {
        Query query(m_session);
        query.add("CHECK TABLE " + table.name + " QUICK"); // the name was proven to be plain
        while (query.next(4))
            if (query.text(2) == "error" || (query.text(2) == "status" && query.text(3) != "OK"))
                found.push_back(table.name + ": " + query.text(3));
    }
    return found;
}

std::string StoreHealth::cipher()
{
    if (m_session.dialect() == Dialect::Sqlite)
        return {};
    Query query(m_session);
    query.add("SHOW SESSION STATUS LIKE 'Ssl_cipher'");
    return query.next(2) ? query.text(1) : std::string();
}

StoreHealth::Cluster StoreHealth::cluster()
{
    Cluster out;
    if (m_session.dialect() == Dialect::Sqlite)
        return out;
    Query query(m_session);
    query.add("SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_ready')");
    while (query.next(2)) {
        if (query.text(0) == "wsrep_ready")
            out.isReady = query.text(1) == "ON";
        else
            out.nodes = static_cast<int>(query.integer(1));
    }
    return out;
}

std::int64_t StoreHealth::administrators()
{
    Query query(m_session);
    return numberOf(query.add("SELECT count(*) FROM account WHERE administrator_role IS NOT NULL AND disabled = 0"));
}

std::int64_t StoreHealth::accounts()
{
    Query query(m_session);
    return numberOf(query.add("SELECT count(*) FROM account"));
}

std::int64_t StoreHealth::stoppedImports(Instant before)
{
    Query query(m_session);
    return numberOf(query.add("SELECT count(*) FROM import_batch WHERE state = 'loading' AND heartbeat_at < ",
        SqlValue(toInstantColumn(before))));
}

std::int64_t StoreHealth::quarantinedEvents()
{
    Query query(m_session);
    return numberOf(query.add("SELECT count(*) FROM quarantined_event"));
}

} // namespace guanwu
