#include "schema/bulk/mysql_batches.h"

#include "schema/bulk/statement_text.h"
#include "schema/connection/storage_error.h"

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

    struct Close {
        void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
    };
    using Statement = std::unique_ptr<MYSQL_STMT, Close>;

    void check(MYSQL_STMT* statement, int failed)
    {
        if (failed != 0)
            throwMysql("write rows", static_cast<int>(mysql_stmt_errno(statement)));
    }

    /// Rows as they come, until they are sent column by column.
    class ArrayWriter final : public RowWriter {
    public:
        explicit ArrayWriter(MYSQL_STMT* statement)
            : m_statement(statement)
            , m_columns(mysql_stmt_param_count(statement))
        {
        }
        void integer(std::int64_t value) override { m_cells.push_back({Kind::Integer, value, 0}); }
        void text(std::string_view value) override
        {
            m_cells.push_back({Kind::Text, static_cast<std::int64_t>(m_texts.size()), value.size()});
            m_texts += value;
        }
        void null() override { m_cells.push_back({Kind::Null, 0, 0}); }
        void endRow() override
        {
            if (m_cells.size() % m_columns != 0)
                throw std::logic_error("a row has other columns than its writer");
            if (m_cells.size() == m_columns * kPieceRows || m_texts.size() >= kMessageBytes)
                flush();
        }
        void flush() override
        {
            if (m_cells.empty())
                return;
            const std::size_t rows = m_cells.size() / m_columns;
            std::vector<Column> columns(m_columns);
            std::vector<MYSQL_BIND> binds(m_columns);
            for (std::size_t i = 0; i < m_columns; ++i)
                binds[i] = gather(columns[i], i, rows);
            const auto size = static_cast<unsigned int>(rows);
            check(m_statement, mysql_stmt_attr_set(m_statement, STMT_ATTR_ARRAY_SIZE, &size));
            check(m_statement, mysql_stmt_bind_param(m_statement, binds.data()));
            check(m_statement, mysql_stmt_execute(m_statement));
            m_cells.clear();
            m_texts.clear();
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

        MYSQL_BIND gather(Column& column, std::size_t index, std::size_t rows) const
        {
            MYSQL_BIND bind {};
            bind.buffer_type = MYSQL_TYPE_STRING;
            column.indicators.reserve(rows);
            for (std::size_t row = 0; row < rows; ++row) {
                const Cell& cell = m_cells[row * m_columns + index];
                column.indicators.push_back(
                    cell.kind == Kind::Null ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE);
                if (cell.kind == Kind::Integer)
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
            column.integers.reserve(rows);
            for (std::size_t row = 0; row < rows; ++row) {
                const Cell& cell = m_cells[row * m_columns + index];
                if (cell.kind == Kind::Text)
                    throw std::logic_error("a column has integers and texts");
                column.integers.push_back(cell.value);
            }
            bind.buffer = column.integers.data();
        }
        void gatherTexts(Column& column, std::size_t index, std::size_t rows, MYSQL_BIND& bind) const
        {
            column.texts.reserve(rows);
            column.sizes.reserve(rows);
            for (std::size_t row = 0; row < rows; ++row) {
                const Cell& cell = m_cells[row * m_columns + index];
                column.texts.push_back(m_texts.data() + cell.value);
                column.sizes.push_back(cell.size);
            }
            bind.buffer = column.texts.data();
            bind.length = column.sizes.data();
        }

        MYSQL_STMT* m_statement;
        std::size_t m_columns;
        std::vector<Cell> m_cells; ///< row by row
        std::string m_texts; ///< of all cells, one after the other
    };

    class MysqlBatches final : public BulkWrites {
    public:
        explicit MysqlBatches(MYSQL* connection)
            : m_connection(connection)
        {
        }
        std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) override
        {
            const std::string text = withIntegers(sql, values);
            run("change rows", text);
            return static_cast<std::int64_t>(mysql_affected_rows(m_connection));
        }
        /// A statement is prepared once; the same table has one writer at a time.
        std::unique_ptr<RowWriter> writer(std::string_view table, std::string_view columns) override
        {
            const std::string sql = insertStatement(table, columns);
            Statement& statement = m_inserts[sql];
            if (!statement)
                statement = prepared(sql);
            return std::make_unique<ArrayWriter>(statement.get());
        }
        void begin() override { run("begin", "START TRANSACTION"); }
        void commit() override
        {
            try {
                run("commit", "COMMIT");
            } catch (const ConnectionLost& lost) {
                throw UnknownOutcome(lost.what());
            }
        }
        void rollback() noexcept override
        {
            mysql_rollback(m_connection); // a lost connection has rolled back already
        }

    private:
        Statement prepared(const std::string& sql)
        {
            Statement statement(mysql_stmt_init(m_connection));
            if (!statement)
                throw std::bad_alloc();
            check(statement.get(), mysql_stmt_prepare(statement.get(), sql.data(), sql.size()));
            return statement;
        }
        void run(const char* doing, std::string_view sql)
        {
            if (mysql_real_query(m_connection, sql.data(), sql.size()) != 0)
                throwMysql(doing, static_cast<int>(mysql_errno(m_connection)));
        }

        MYSQL* m_connection;
        std::map<std::string, Statement> m_inserts;
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
