#include "schema/migrations/migrator.h"

#include "schema/backup/unfinished_restore.h"
#include "schema/connection/catalogue.h"
#include "schema/connection/session.h"
#include "schema/connection/sha256.h"
#include "schema/connection/storage_error.h"
#include "schema/migrations/statements.h"

#include <chrono>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace guanwu {

namespace {

    constexpr const char* kCreateHistory
        = "CREATE TABLE IF NOT EXISTS schema_migration (version BIGINT NOT NULL PRIMARY KEY, "
          "name VARCHAR(100) NOT NULL, sha256 VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL)";

    /// MySQL knows no CREATE INDEX IF NOT EXISTS, which MariaDB and SQLite do: it is looked up first.
    constexpr std::string_view kIfNotExists = "IF NOT EXISTS ";

    bool hasIndex(soci::session& sql, const std::string& table, const std::string& index)
    {
        long long parts = 0;
        sql << "SELECT count(*) FROM information_schema.statistics WHERE table_schema = database() AND table_name = "
               ":table AND index_name = :index",
            soci::use(table, "table"), soci::use(index, "index"), soci::into(parts);
        return parts > 0;
    }

    void execute(Session& session, std::string statement)
    {
        const auto made = session.dialect() == Dialect::Mysql ? indexStatement(statement) : std::nullopt;
        if (made) {
            if (hasIndex(session.sql(), made->table, made->index))
                return;
            statement.erase(kCreateIndex.size() - kIfNotExists.size(), kIfNotExists.size());
        }
        session.sql() << statement;
    }

    /// The number of versions already there, proven to be the program's own.
    Result<std::size_t> appliedCount(Session& session, std::span<const Migration> migrations)
    {
        struct Applied {
            long long version;
            std::string sha256;
        };
        std::vector<Applied> applied;
        {
            Applied row {};
            soci::statement query
                = (session.sql().prepare << "SELECT version, sha256 FROM schema_migration ORDER BY version",
                    soci::into(row.version), soci::into(row.sha256));
            query.execute();
            while (query.fetch())
                applied.push_back(row);
        }
        if (applied.size() > migrations.size())
            return fail(ErrorCode::RuleViolated, "schema.newer", std::to_string(applied.back().version));
        for (std::size_t i = 0; i < applied.size(); ++i)
            if (applied[i].version != migrations[i].version
                || applied[i].sha256 != sha256Hex(migrations[i].sql))
                return fail(ErrorCode::RuleViolated, "schema.edited", std::string(migrations[i].name));
        return applied.size();
    }

} // namespace

Result<int> migrate(Session& session, std::span<const Migration> migrations)
{
    return guarded("migrate", [&]() -> Result<int> {
        soci::session& sql = session.sql();
        // Who may not make tables can still find out that there is nothing to make (security Y4).
        if (!hasTable(session, "schema_migration"))
            sql << kCreateHistory;
        const auto done = appliedCount(session, migrations);
        if (!done)
            return fail(done.error());
        for (const Migration& migration : migrations.subspan(*done)) {
            for (const std::string& statement : statementsOf(migration.sql))
                execute(session, statement);
            const long long version = migration.version;
            const std::string name(migration.name);
            const std::string sha256 = sha256Hex(migration.sql);
            const long long now = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                                      .count();
            sql << "INSERT INTO schema_migration (version, name, sha256, applied_at) VALUES (:version, "
                   ":name, :sha256, :at)",
                soci::use(version, "version"), soci::use(name, "name"), soci::use(sha256, "sha256"),
                soci::use(now, "at");
        }
        return static_cast<int>(migrations.size() - *done);
    });
}

Result<int> migrate(Session& session)
{
    if (isRestoreUnfinished(session))
        return fail(ErrorCode::RuleViolated, "schema.unfinished_restore");
    return migrate(session, migrationsFor(session.dialect()));
}

Result<void> requireCurrent(Session& session)
{
    return guarded("look at the registry", [&]() -> Result<void> {
        if (isRestoreUnfinished(session))
            return fail(ErrorCode::RuleViolated, "schema.unfinished_restore");
        if (!hasTable(session, "schema_migration"))
            return fail(ErrorCode::NotFound, "schema.missing");
        const auto migrations = migrationsFor(session.dialect());
        const auto done = appliedCount(session, migrations);
        if (!done)
            return fail(done.error());
        if (*done < migrations.size())
            return fail(ErrorCode::RuleViolated, "schema.outdated");
        return {};
    });
}

} // namespace guanwu
