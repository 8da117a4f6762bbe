#include "schema/connection/mysql_statement.h"

#include "schema/connection/storage_error.h"

#include <array>
#include <mysql.h>
#include <new>
#include <soci/mysql/soci-mysql.h>
#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr std::size_t kCellBytes = 128; ///< more is asked for when it is there

} // namespace

struct MysqlStatement::Parts {
    struct ReadCell {
        std::array<char, kCellBytes> near {};
        std::string far;
        unsigned long size = 0;
        my_bool isNull = 0;
    };

    struct CloseRead {
        void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
    };

    std::unique_ptr<MYSQL_STMT, CloseRead> statement;
    std::vector<ReadCell> cells;
    std::vector<MYSQL_BIND> results;
    std::vector<MYSQL_BIND> values;
    std::vector<unsigned long> sizes;

    void check(int failed) const
    {
        if (failed != 0)
            throwMysql("read the registry", static_cast<int>(mysql_stmt_errno(statement.get())));
    }
};

MysqlStatement::MysqlStatement(soci::session& sql, std::string_view text, std::size_t columns)
    : m_parts(std::make_unique<Parts>())
{
    Parts& parts = *m_parts;
    parts.statement.reset(
        mysql_stmt_init(static_cast<soci::mysql_session_backend*>(sql.get_backend())->conn_));
    if (!parts.statement)
        throw std::bad_alloc();
    parts.check(mysql_stmt_prepare(parts.statement.get(), text.data(), text.size()));
    if (mysql_stmt_field_count(parts.statement.get()) != columns)
        throw StorageError("read the registry: a statement has other columns than were asked for");
    parts.values.resize(mysql_stmt_param_count(parts.statement.get()));
    parts.sizes.resize(parts.values.size());
    parts.cells.resize(columns);
    parts.results.resize(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        parts.results[i].buffer_type = MYSQL_TYPE_STRING;
        parts.results[i].buffer = parts.cells[i].near.data();
        parts.results[i].buffer_length = kCellBytes;
        parts.results[i].length = &parts.cells[i].size;
        parts.results[i].is_null = &parts.cells[i].isNull;
    }
}

MysqlStatement::~MysqlStatement() = default;

void MysqlStatement::execute(std::span<const Value> values)
{
    Parts& parts = *m_parts;
    if (values.size() != parts.values.size())
        throw StorageError("read the registry: a statement has other values than it was given");
    for (std::size_t i = 0; i < values.size(); ++i) {
        MYSQL_BIND& bind = parts.values[i] = {};
        parts.sizes[i] = values[i].text.size();
        bind.buffer_type = values[i].isNull ? MYSQL_TYPE_NULL
            : values[i].isInteger           ? MYSQL_TYPE_LONGLONG
                                            : MYSQL_TYPE_STRING;
        // The library only reads them.
        bind.buffer = values[i].isInteger ? static_cast<void*>(const_cast<long long*>(&values[i].integer))
                                          : const_cast<char*>(values[i].text.data());
        bind.buffer_length = values[i].text.size();
        bind.length = &parts.sizes[i];
    }
    MYSQL_STMT* statement = parts.statement.get();
    parts.check(mysql_stmt_bind_param(statement, parts.values.data()));
    parts.check(mysql_stmt_execute(statement));
    parts.check(mysql_stmt_bind_result(statement, parts.results.data()));
    parts.check(mysql_stmt_store_result(statement));
}

bool MysqlStatement::fetch()
{
    const int outcome = mysql_stmt_fetch(m_parts->statement.get());
    if (outcome == MYSQL_NO_DATA)
        return false;
    if (outcome != MYSQL_DATA_TRUNCATED) // by the size of the buffer, see cell()
        m_parts->check(outcome);
    return true;
}

std::optional<std::string_view> MysqlStatement::cell(std::size_t column)
{
    Parts::ReadCell& cell = m_parts->cells[column];
    if (cell.isNull)
        return std::nullopt;
    if (cell.size <= kCellBytes)
        return std::string_view(cell.near.data(), cell.size);
    cell.far.resize(cell.size);
    MYSQL_BIND bind {};
    bind.buffer_type = MYSQL_TYPE_STRING;
    bind.buffer = cell.far.data();
    bind.buffer_length = cell.far.size();
    bind.length = &cell.size;
    m_parts->check(
        mysql_stmt_fetch_column(m_parts->statement.get(), &bind, static_cast<unsigned int>(column), 0));
    return cell.far;
}

void MysqlStatement::forget() { mysql_stmt_free_result(m_parts->statement.get()); }

} // namespace guanwu
