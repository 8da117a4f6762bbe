#include "schema/bulk/mysql_batches.h"

#include "schema/bulk/statement_text.h"
#include "schema/connection/storage_error.h"

#include <algorithm>
#include <map>
#include <mysql.h>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace guanwu {

namespace {

    /// Servers take messages of 16 MB unless somebody sets less.
    constexpr std::size_t kMessageBytes = 1 << 20;
    constexpr std::size_t kChangesKept = 16;

    struct Close {
        void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
    };
    using Statement = std::unique_ptr<MYSQL_STMT, Close>;

    void check(MYSQL_STMT* statement, int failed)
    {
        if (failed != 0)
            throwMysql("write rows", static_cast<int>(mysql_stmt_errno(statement)));
    }

    Statement prepared(MYSQL* connection, std::string_view sql)
    {
        Statement made(mysql_stmt_init(connection));
        if (!made)
            throw std::bad_alloc();
        check(made.get(), mysql_stmt_prepare(made.get(), sql.data(), sql.size()));
        return made;
    }

    /// The rows of one table on their way: as they come, until they are sent column by column. Kept with its
    /// buffers from one transaction to the next, since memory that is given back has to be cleared again.
    class ArrayInsert {
    public:
        ArrayInsert(MYSQL* connection, std::string_view table, std::string_view columns)
            : m_connection(connection)
            , m_table(table)
        {
            for (std::size_t from = 0; from < columns.size();) {
                const auto end = std::min(columns.find(", ", from), columns.size());
                m_names.emplace_back(columns.substr(from, end - from));
                from = end + 2;
            }
            m_columns.resize(m_names.size());
        }
        void begin()
        {
            m_cells.clear();
            m_texts.clear();
        }
        void integer(std::int64_t value) { m_cells.push_back({Kind::Integer, value, 0}); }
        void text(std::string_view value)
        {
            m_cells.push_back({Kind::Text, static_cast<std::int64_t>(m_texts.size()), value.size()});
            m_texts += value;
        }
        void null() { m_cells.push_back({Kind::Null, 0, 0}); }
        void endRow()
        {
            if (m_cells.size() % m_names.size() != 0)
                throw std::logic_error("a row has other columns than its writer");
            if (m_cells.size() == m_names.size() * kPieceRows || m_texts.size() >= kMessageBytes)
                flush();
        }
        void flush()
        {
            if (m_cells.empty())
                return;
            const std::size_t rows = m_cells.size() / m_names.size();
            m_binds.clear();
            m_used.assign(m_names.size(), false);
            for (std::size_t i = 0; i < m_names.size(); ++i)
                if (isStated(i, rows)) {
                    m_used[i] = true;
                    m_binds.push_back(gather(m_columns[i], i, rows));
                }
            MYSQL_STMT* statement = statementOf(m_used);
            const auto size = static_cast<unsigned int>(rows);
            check(statement, mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &size));
            check(statement, mysql_stmt_bind_param(statement, m_binds.data()));
            check(statement, mysql_stmt_execute(statement));
            begin();
        }

    private:
        enum class Kind : char { Null, Integer, Text };
        struct Cell {
            Kind kind;
            std::int64_t value; ///< of a text: where it begins in m_texts
            std::size_t size;
        };
        /// One column of all rows, as the library takes them.
        struct Column {
            std::vector<std::int64_t> integers;
            std::vector<const char*> texts;
            std::vector<unsigned long> sizes;
            std::vector<char> indicators;
        };

        [[nodiscard]] const Cell& cell(std::size_t row, std::size_t column) const
        {
            return m_cells[row * m_names.size() + column];
        }
        /// A column that is NULL in every row is left out: no column that may be NULL has another default, and
        /// the server spares the work of a seventh of the columns of scan events.
        [[nodiscard]] bool isStated(std::size_t column, std::size_t rows) const
        {
            for (std::size_t row = 0; row < rows; ++row)
                if (cell(row, column).kind != Kind::Null)
                    return true;
            return false;
        }
        MYSQL_BIND gather(Column& column, std::size_t index, std::size_t rows) const
        {
            MYSQL_BIND bind {};
            bind.buffer_type = MYSQL_TYPE_STRING;
            column.indicators.clear();
            for (std::size_t row = 0; row < rows; ++row) {
                const Kind kind = cell(row, index).kind;
                column.indicators.push_back(
                    kind == Kind::Null ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE);
                if (kind == Kind::Integer)
                    bind.buffer_type = MYSQL_TYPE_LONGLONG;
            }
            if (bind.buffer_type == MYSQL_TYPE_LONGLONG)
                gatherIntegers(column, index, rows, bind);
            else
                gatherTexts(column, index, rows, bind);
            bind.u.indicator = column.indicators.data();
            return bind;
        }
        void gatherIntegers(Column& column, std::size_t index, std::size_t rows, MYSQL_BIND& bind) const
        {
            column.integers.clear();
            for (std::size_t row = 0; row < rows; ++row) {
                const Cell& one = cell(row, index);
                if (one.kind == Kind::Text)
                    throw std::logic_error("a column has integers and texts");
                column.integers.push_back(one.value);
            }
            bind.buffer = column.integers.data();
        }
        void gatherTexts(Column& column, std::size_t index, std::size_t rows, MYSQL_BIND& bind) const
        {
            column.texts.clear();
            column.sizes.clear();
            for (std::size_t row = 0; row < rows; ++row) {
                const Cell& one = cell(row, index);
                column.texts.push_back(m_texts.data() + one.value);
                column.sizes.push_back(one.size);
            }
            bind.buffer = column.texts.data();
            bind.length = column.sizes.data();
        }
        /// Prepared once for each choice of columns, of which few are met.
        MYSQL_STMT* statementOf(const std::vector<bool>& used)
        {
            Statement& statement = m_statements[used];
            if (statement)
                return statement.get();
            std::string columns;
            for (std::size_t i = 0; i < used.size(); ++i)
                if (used[i])
                    columns.append(columns.empty() ? "" : ", ").append(m_names[i]);
            const std::string sql = insertStatement(m_table, columns);
            statement = prepared(m_connection, sql);
            return statement.get();
        }

        MYSQL* m_connection;
        std::string m_table;
        std::vector<std::string> m_names;
        std::map<std::vector<bool>, Statement> m_statements;
        std::vector<Cell> m_cells; ///< row by row
        std::string m_texts; ///< of all cells, one after the other
        std::vector<Column> m_columns;
        std::vector<MYSQL_BIND> m_binds;
        std::vector<bool> m_used;
    };

    class ArrayWriter final : public RowWriter {
    public:
        explicit ArrayWriter(ArrayInsert& insert)
            : m_insert(insert)
        {
            m_insert.begin();
        }
        void integer(std::int64_t value) override { m_insert.integer(value); }
        void text(std::string_view value) override { m_insert.text(value); }
        void null() override { m_insert.null(); }
        void endRow() override { m_insert.endRow(); }
        void flush() override { m_insert.flush(); }

    private:
        ArrayInsert& m_insert;
    };

    class MysqlBatches final : public BulkWrites {
    public:
        explicit MysqlBatches(MYSQL* connection)
            : m_connection(connection)
        {
        }
        /// Of few texts, put again with other values.
        std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) override
        {
            MYSQL_STMT* statement = changeOf(sql);
            if (!statement) {
                run("change rows", withIntegers(sql, values));
                return static_cast<std::int64_t>(mysql_affected_rows(m_connection));
            }
            m_values.assign(values.begin(), values.end());
            m_binds.assign(values.size(), MYSQL_BIND {});
            for (std::size_t i = 0; i < values.size(); ++i) {
                m_binds[i].buffer_type = MYSQL_TYPE_LONGLONG;
                m_binds[i].buffer = &m_values[i];
            }
            if (mysql_stmt_param_count(statement) != values.size())
                throw std::logic_error("a statement has other values than it was given");
            check(statement, values.empty() ? 0 : mysql_stmt_bind_param(statement, m_binds.data()));
            check(statement, mysql_stmt_execute(statement));
            return static_cast<std::int64_t>(mysql_stmt_affected_rows(statement));
        }
        /// The same table has one writer at a time.
        std::unique_ptr<RowWriter> writer(std::string_view table, std::string_view columns) override
        {
            const auto [insert, isNew]
                = m_inserts.try_emplace(insertStatement(table, columns), m_connection, table, columns);
            return std::make_unique<ArrayWriter>(insert->second);
        }
        void begin() override { run("begin", "START TRANSACTION"); }
        void commit() override
        {
            committing([&] { run("commit", "COMMIT"); });
        }
        void rollback() noexcept override
        {
            mysql_rollback(m_connection); // a lost connection has rolled back already
        }

    private:
        /// Null for what comes after the first texts that were met: those of long lists, of every length.
        MYSQL_STMT* changeOf(std::string_view sql)
        {
            if (const auto known = m_changes.find(sql); known != m_changes.end())
                return known->second.get();
            if (m_changes.size() == kChangesKept)
                return nullptr;
            Statement made = prepared(m_connection, sql);
            return m_changes.emplace(sql, std::move(made)).first->second.get();
        }
        void run(const char* doing, std::string_view sql)
        {
            if (mysql_real_query(m_connection, sql.data(), sql.size()) != 0)
                throwMysql(doing, static_cast<int>(mysql_errno(m_connection)));
        }

        MYSQL* m_connection;
        std::map<std::string, ArrayInsert> m_inserts;
        std::map<std::string, Statement, std::less<>> m_changes;
        std::vector<std::int64_t> m_values;
        std::vector<MYSQL_BIND> m_binds;
    };

    bool takesArrays(MYSQL* connection)
    {
        unsigned long more = 0; // what MariaDB can beyond MySQL
        return mariadb_get_infov(connection, MARIADB_CONNECTION_EXTENDED_SERVER_CAPABILITIES, &more) == 0
            && (more & (MARIADB_CLIENT_STMT_BULK_OPERATIONS >> 32)) != 0;
    }

} // namespace

std::unique_ptr<BulkWrites> makeMysqlBatches(MYSQL* connection)
{
    return takesArrays(connection) ? std::make_unique<MysqlBatches>(connection) : nullptr;
}

} // namespace guanwu
