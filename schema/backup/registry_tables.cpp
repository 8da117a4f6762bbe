#include "schema/backup/registry_tables.h"

#include "core/base/text.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kSqliteColumns
        = "SELECT m.name, c.name, c.type, c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type "
          "= 'table' AND m.name NOT LIKE 'sqlite|_%' ESCAPE '|' ORDER BY m.name, c.cid";
    constexpr std::string_view kMysqlColumns
        = "SELECT c.table_name, c.column_name, c.data_type, COALESCE(k.ordinal_position, 0) FROM "
          "information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND "
          "t.table_name = c.table_name AND t.table_type = 'BASE TABLE' LEFT JOIN "
          "information_schema.key_column_usage k ON k.table_schema = c.table_schema AND k.table_name = "
          "c.table_name AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY' WHERE c.table_schema = "
          "database() ORDER BY c.table_name, c.ordinal_position";

    /// The names go into statements, and come from the catalogue of a store that others may have touched.
    void requirePlain(const std::string& name)
    {
        const bool isPlain = std::ranges::all_of(name,
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
        if (!isPlain || name.empty())
            throw StorageError("the registry has a table or column that is not ours: " + name);
    }

} // namespace

std::string RegistryTable::columnList() const { return joined(columns, ","); }

std::unique_ptr<RowStream> RegistryTable::rows(Bulk& bulk) const
{
    return bulk.stream("SELECT " + columnList() + " FROM " + name + " ORDER BY " + joined(key, ","), {});
}

std::int64_t RegistryTable::count(Bulk& bulk) const
{
    const auto row = bulk.stream("SELECT count(*) FROM " + name, {});
    return row->next() ? row->integer(0) : 0;
}

std::vector<RegistryTable> registryTables(Session& session)
{
    struct Column {
        std::string table;
        std::string name;
        bool isInteger;
        std::int64_t keyPosition; ///< from 1; 0 = not of the key
    };
    std::vector<Column> columns;
    Query query(session);
    query.add(session.dialect() == Dialect::Sqlite ? kSqliteColumns : kMysqlColumns);
    while (query.next(4)) {
        const std::string& type = query.text(2);
        columns.push_back(
            {query.text(0), query.text(1), type == "INTEGER" || type == "bigint", query.integer(3)});
    }
    std::vector<RegistryTable> tables;
    for (auto from = columns.begin(); from != columns.end();) {
        const auto to = std::find_if(from, columns.end(), [&](const Column& c) { return c.table != from->table; });
        RegistryTable table;
        table.name = from->table;
        requirePlain(table.name);
        for (auto column = from; column != to; ++column) {
            requirePlain(column->name);
            table.columns.push_back(column->name);
            table.kinds.push_back(column->isInteger ? ColumnKind::Integer : ColumnKind::Text);
        }
        std::vector<Column> key(from, to);
        std::erase_if(key, [](const Column& c) { return c.keyPosition == 0; });
        std::ranges::sort(key, {}, &Column::keyPosition);
        for (const Column& column : key)
            table.key.push_back(column.name);
        from = to;
        if (table.name != "schema_migration")
            tables.push_back(std::move(table));
    }
    // The catalogues of the two dialects do not agree where an underscore goes.
    std::ranges::sort(tables, {}, &RegistryTable::name);
    return tables;
}

} // namespace guanwu
