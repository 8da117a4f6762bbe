// Route tables of the administrator's own.
#include "core/values/calendar.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/connection/unit_of_work.h"
#include "schema/documents/soci_document_store.h"

namespace guanwu {

namespace {

    const std::vector<std::string> kColumns {"version", "effective_from", "example", "row", "kind", "methods",
        "class_prefix", "unit_types", "single_from_yuan", "single_below_yuan", "batch_from_yuan",
        "batch_below_yuan", "steps", "source"};

    SqlValue limit(const std::optional<Money>& value)
    {
        return value ? SqlValue(value->toYuanString()) : SqlValue();
    }

    void storeRow(Session& session, const std::string& version, std::int64_t no, const RouteRow& row)
    {
        insertRow(session, "route_row",
            {{"version", version}, {"row_no", no}, {"route_row", row.row},
                {"kind", tokenRow(kDocumentKinds, row.kind).token}, {"methods", listOrAny(row.methods)},
                {"class_prefix", SqlValue::textOrNull(row.classPrefix)}, {"unit_types", unitTypesText(row)},
                {"single_from", row.single.from.toYuanString()}, {"single_below", limit(row.single.below)},
                {"batch_from", row.batch.from.toYuanString()}, {"batch_below", limit(row.batch.below)},
                {"steps", stepsText(row.steps)}, {"source", SqlValue::textOrNull(row.source)}});
    }

    RouteTable readTable(Session& session, const std::string& version, const std::string& from)
    {
        std::vector<std::vector<std::string>> rows;
        Query query(session);
        query.add("SELECT route_row, kind, methods, class_prefix, unit_types, single_from, single_below, "
                  "batch_from, batch_below, steps, source FROM route_row WHERE version = ",
            version);
        query.add(" ORDER BY row_no");
        while (query.next(11)) {
            std::vector<std::string> row {version, from.substr(0, 10), "no"};
            for (std::size_t i = 0; i < 11; ++i)
                row.push_back(query.text(i));
            rows.push_back(std::move(row));
        }
        auto table = readRouteTable(ReferenceTable(kColumns, std::move(rows)));
        if (!table)
            throw CorruptData("a stored route table cannot be read: " + table.error().subject);
        return std::move(*table);
    }

} // namespace

RouteTable SociDocumentStore::routes(Day on)
{
    std::string version;
    std::string from;
    {
        Query query(m_session);
        query.add("SELECT version, effective_from FROM route_table WHERE effective_from <= ", formatDate(on));
        query.add(" ORDER BY effective_from DESC, imported_at DESC LIMIT 1");
        if (!query.next(2))
            return exampleRoutes();
        version = query.text(0);
        from = query.text(1);
    }
    return readTable(m_session, version, from);
}

std::vector<StoredRouteTable> SociDocumentStore::routeTables()
{
    std::vector<StoredRouteTable> out;
    std::vector<std::pair<std::string, std::string>> found;
    {
        Query query(m_session);
        query.add("SELECT version, effective_from, imported_by, imported_at FROM route_table "
                  "ORDER BY effective_from DESC, imported_at DESC");
        while (query.next(4)) {
            found.emplace_back(query.text(0), query.text(1));
            out.push_back({{}, query.text(2), fromInstantColumn(query.integer(3))});
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        out[i].table = readTable(m_session, found[i].first, found[i].second);
    return out;
}

Result<void> SociDocumentStore::addRoutes(const RouteTable& table, const std::string& by, Instant at)
{
    try {
        return retrying(m_session, [&]() -> Result<void> {
            UnitOfWork work(m_session);
            insertRow(m_session, "route_table",
                {{"version", table.version}, {"effective_from", formatDate(table.effectiveFrom)},
                    {"imported_by", by}, {"imported_at", toInstantColumn(at)}});
            std::int64_t no = 0;
            for (const RouteRow& row : table.rows)
                storeRow(m_session, table.version, no++, row);
            m_session.audit().note({"document-routes/" + table.version, {}, formatDate(table.effectiveFrom)});
            work.commit();
            return {};
        });
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "routes.version_taken", table.version);
    }
}

} // namespace guanwu
