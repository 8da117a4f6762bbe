#include "schema/backup/unfinished_restore.h"

#include "schema/connection/catalogue.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <vector>

namespace guanwu {

namespace {

    constexpr std::string_view kSqliteObjects
        = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite|_%' ESCAPE "
          "'|'";
    constexpr std::string_view kMysqlObjects
        = "SELECT CASE table_type WHEN 'VIEW' THEN 'view' ELSE 'table' END, table_name FROM "
          "information_schema.tables WHERE table_schema = database()";
    constexpr std::string_view kMark = "unfinished_restore";

    struct Object {
        std::string type; ///< table or view
        std::string name;
    };

    std::vector<Object> objects(Session& session)
    {
        std::vector<Object> out;
        Query query(session);
        query.add(session.dialect() == Dialect::Sqlite ? kSqliteObjects : kMysqlObjects);
        while (query.next(2))
            out.push_back({query.text(0), query.text(1)});
        return out;
    }

} // namespace

bool isRestoreUnfinished(Session& session) { return hasTable(session, kMark); }

bool hasAnyTable(Session& session) { return !objects(session).empty(); }

void beginRestore(Session& session)
{
    // The mark goes last, so that a restore killed while it clears is still seen to be one. Names come from the
    // catalogue; in quotation marks none of them can be more than a name.
    const char quote = session.dialect() == Dialect::Sqlite ? '"' : '`';
    Query(session).add("CREATE TABLE IF NOT EXISTS unfinished_restore (id BIGINT NOT NULL PRIMARY KEY)").run();
    for (const Object& object : objects(session))
        if (object.name != kMark && object.name.find(quote) == std::string::npos)
            Query(session).add("DROP " + object.type + " IF EXISTS " + quote + object.name + quote).run();
}

void endRestore(Session& session) { Query(session).add("DROP TABLE unfinished_restore").run(); }

} // namespace guanwu
