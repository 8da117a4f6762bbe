#include "schema/migrations/late_indexes.h"

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/migrations/migration_list.h"
#include "schema/migrations/statements.h"

#include <algorithm>
#include <soci/soci.h>

namespace guanwu {

namespace {

    /// Calls `take(statement, its index)` for each index that a migration makes of a table apart from it.
    template <class Take> void forEachIndexOf(const std::string& table, Take take)
    {
        for (const Migration& migration : migrationsFor(Dialect::Sqlite))
            for (const std::string& statement : statementsOf(migration.sql))
                if (const auto made = indexStatement(statement); made && made->table == table)
                    take(statement, made->index);
    }

    bool isEmpty(Session& session, const std::string& table)
    {
        return !session.bulk().stream("SELECT 1 FROM " + table + " LIMIT 1", {})->next();
    }

    /// Rows that are sorted for an index wait in files, and in memory no more than the cache of pages has.
    class SortingInFiles {
    public:
        explicit SortingInFiles(Session& session)
            : m_session(session)
        {
            session.sql() << "PRAGMA temp_store = FILE";
        }
        SortingInFiles(const SortingInFiles&) = delete;
        SortingInFiles& operator=(const SortingInFiles&) = delete;
        ~SortingInFiles()
        {
            try {
                m_session.sql() << "PRAGMA temp_store = MEMORY";
            } catch (const soci::soci_error&) {
                // It stays slower where it sorts.
            }
        }

    private:
        Session& m_session;
    };

} // namespace

void dropIndexesOfEmpty(Session& session, std::span<const std::string> tables)
{
    if (session.dialect() != Dialect::Sqlite)
        return;
    guarded("put indexes off", [&] {
        for (const std::string& table : tables)
            if (isEmpty(session, table))
                forEachIndexOf(table, [&](const std::string&, const std::string& index) {
                    session.sql() << "DROP INDEX IF EXISTS " + index;
                });
    });
}

void makeIndexes(Session& session, std::span<const std::string> tables)
{
    if (session.dialect() != Dialect::Sqlite)
        return;
    guarded("make indexes", [&] {
        const SortingInFiles sorting(session);
        for (const std::string& table : tables)
            forEachIndexOf(
                table, [&](const std::string& statement, const std::string&) { session.sql() << statement; });
    });
}

} // namespace guanwu
