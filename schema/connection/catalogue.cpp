#include "schema/connection/catalogue.h"

#include "schema/connection/query.h"
#include "schema/connection/session.h"

namespace guanwu {

bool hasTable(Session& session, std::string_view name)
{
    Query query(session);
    query.add(session.dialect() == Dialect::Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = "
            : "SELECT count(*) FROM information_schema.tables WHERE table_schema = database() AND table_name = ",
        SqlValue(name));
    return query.next(1) && query.integer(0) > 0;
}

} // namespace guanwu
