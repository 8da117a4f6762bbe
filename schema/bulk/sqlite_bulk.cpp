#include "schema/bulk/sqlite_bulk.h"

#include "schema/bulk/statement_text.h"
#include "schema/connection/storage_error.h"

#include <mutex>
#include <sqlite3.h>

namespace guanwu {

namespace {

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    Statement prepare(sqlite3* db, std::string_view sql)
    {
        sqlite3_stmt* raw = nullptr;
        const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &raw, nullptr);
        if (code != SQLITE_OK)
            throwSqlite("bulk", code);
        return Statement(raw);
    }

    void bindAll(sqlite3_stmt* statement, std::span<const std::int64_t> values)
    {
        int position = 0;
        for (const std::int64_t value : values)
            sqlite3_bind_int64(statement, ++position, value);
    }

    class SqliteRowStream final : public RowStream {
    public:
        explicit SqliteRowStream(Statement statement)
            : m_statement(std::move(statement))
        {
        }
        bool next() override
        {
            const int code = sqlite3_step(m_statement.get());
            if (code == SQLITE_ROW)
                return true;
            if (code != SQLITE_DONE)
                throwSqlite("bulk", code);
            return false;
        }
        bool isNull(int column) const override
        {
            return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
        }
        std::int64_t integer(int column) const override
        {
            return sqlite3_column_int64(m_statement.get(), column);
        }
        std::string_view text(int column) const override
        {
            const unsigned char* data = sqlite3_column_text(m_statement.get(), column);
            if (!data)
                return {};
            const int size = sqlite3_column_bytes(m_statement.get(), column);
            return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
        }

    private:
        Statement m_statement;
    };

    class SqliteRowWriter final : public RowWriter {
    public:
        SqliteRowWriter(sqlite3* db, std::string_view table, std::string_view columns)
        {
            m_statement = prepare(db, insertStatement(table, columns));
        }
        void integer(std::int64_t value) override
        {
            sqlite3_bind_int64(m_statement.get(), ++m_column, value);
        }
        void text(std::string_view value) override
        {
            // The text has to live until endRow(), which every caller's row does.
            // A view of nothing is an empty text, not NULL.
            sqlite3_bind_text(m_statement.get(), ++m_column, value.data() ? value.data() : "",
                static_cast<int>(value.size()), SQLITE_STATIC);
        }
        void null() override { sqlite3_bind_null(m_statement.get(), ++m_column); }
        void endRow() override
        {
            const int code = sqlite3_step(m_statement.get());
            sqlite3_reset(m_statement.get());
            m_column = 0;
            if (code != SQLITE_DONE)
                throwSqlite("bulk", code);
        }
        void flush() override { }

    private:
        Statement m_statement;
        int m_column = 0;
    };

    class SqliteBulk final : public Bulk {
    public:
        explicit SqliteBulk(sqlite3* db)
            : m_db(db)
        {
        }
        std::unique_ptr<RowStream> stream(std::string_view sql, std::span<const std::int64_t> values) override
        {
            Statement statement = prepare(m_db, sql);
            bindAll(statement.get(), values);
            return std::make_unique<SqliteRowStream>(std::move(statement));
        }
        std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) override
        {
            const Statement statement = prepare(m_db, sql);
            bindAll(statement.get(), values);
            int code = SQLITE_ROW;
            while (code == SQLITE_ROW)
                code = sqlite3_step(statement.get());
            if (code != SQLITE_DONE)
                throwSqlite("bulk", code);
            return sqlite3_changes64(m_db);
        }
        std::unique_ptr<RowWriter> writer(std::string_view table, std::string_view columns) override
        {
            return std::make_unique<SqliteRowWriter>(m_db, table, columns);
        }
        void begin() override { execute("BEGIN IMMEDIATE", {}); }
        void beginSnapshot() override
        {
            // SQLite takes the snapshot with the first read, not with BEGIN.
            execute("BEGIN", {});
            execute("SELECT count(*) FROM sqlite_master", {});
        }
        void commit() override { execute("COMMIT", {}); }
        void rollback() noexcept override { sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr); }

    private:
        sqlite3* m_db;
    };

} // namespace

std::unique_ptr<Bulk> makeSqliteBulk(sqlite3* db) { return std::make_unique<SqliteBulk>(db); }

void spareSqliteLocks()
{
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

} // namespace guanwu
