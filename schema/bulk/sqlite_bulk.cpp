#include "schema/bulk/sqlite_bulk.h"

#include "schema/bulk/statement_text.h"
#include "schema/connection/storage_error.h"

#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <sqlite3.h>

namespace guanwu {

namespace {

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using SqliteStatement = std::unique_ptr<sqlite3_stmt, Finalize>;

    SqliteStatement prepare(sqlite3* db, std::string_view sql)
    {
        sqlite3_stmt* raw = nullptr;
        const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &raw, nullptr);
        if (code != SQLITE_OK)
            throwSqlite("bulk", code);
        return SqliteStatement(raw);
    }

    /// Statements that were used and can be used again: a month of a small unit runs seventeen, and to prepare them
    /// took longer than to run them.
    class StatementShelf {
    public:
        explicit StatementShelf(sqlite3* db)
            : m_db(db)
        {
        }
        [[nodiscard]] SqliteStatement take(std::string_view sql)
        {
            const auto found = m_idle.find(sql);
            if (found == m_idle.end())
                return prepare(m_db, sql);
            return std::move(m_idle.extract(found).mapped());
        }
        /// Whatever state it is in; it holds no lock from here on.
        void giveBack(SqliteStatement statement) noexcept
        {
            sqlite3_reset(statement.get());
            sqlite3_clear_bindings(statement.get());
            if (m_idle.size() < kMostKept)
                try {
                    m_idle.try_emplace(sqlite3_sql(statement.get()), std::move(statement));
                } catch (const std::bad_alloc&) {
                    // It is prepared anew.
                }
        }

    private:
        static constexpr std::size_t kMostKept = 64;
        sqlite3* m_db;
        std::map<std::string, SqliteStatement, std::less<>> m_idle;
    };

    /// A statement from the shelf, given back at the end.
    class Borrowed {
    public:
        Borrowed(std::shared_ptr<StatementShelf> shelf, std::string_view sql)
            : m_shelf(std::move(shelf))
            , m_statement(m_shelf->take(sql))
        {
        }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        ~Borrowed() { m_shelf->giveBack(std::move(m_statement)); }
        [[nodiscard]] sqlite3_stmt* get() const { return m_statement.get(); }

    private:
        std::shared_ptr<StatementShelf> m_shelf;
        SqliteStatement m_statement;
    };

    void bindAll(sqlite3_stmt* statement, std::span<const std::int64_t> values)
    {
        int position = 0;
        for (const std::int64_t value : values)
            sqlite3_bind_int64(statement, ++position, value);
    }

    class SqliteRowStream final : public RowStream {
    public:
        SqliteRowStream(std::shared_ptr<StatementShelf> shelf, std::string_view sql,
            std::span<const std::int64_t> values)
            : m_statement(std::move(shelf), sql)
        {
            bindAll(m_statement.get(), values);
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
            if (!data && !isNull(column)) // it had to be copied, and there was no memory
                throwSqlite("bulk", SQLITE_NOMEM);
            if (!data)
                return {};
            const int size = sqlite3_column_bytes(m_statement.get(), column);
            return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
        }

    private:
        Borrowed m_statement;
    };

    class SqliteRowWriter final : public RowWriter {
    public:
        SqliteRowWriter(std::shared_ptr<StatementShelf> shelf, std::string_view table, std::string_view columns)
            : m_statement(std::move(shelf), insertStatement(table, columns))
        {
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
        Borrowed m_statement;
        int m_column = 0;
    };

    class SqliteBulk final : public Bulk {
    public:
        explicit SqliteBulk(sqlite3* db)
            : m_db(db)
            , m_shelf(std::make_shared<StatementShelf>(db))
        {
        }
        std::unique_ptr<RowStream> stream(std::string_view sql, std::span<const std::int64_t> values) override
        {
            return std::make_unique<SqliteRowStream>(m_shelf, sql, values);
        }
        std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) override
        {
            const Borrowed statement(m_shelf, sql);
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
            return std::make_unique<SqliteRowWriter>(m_shelf, table, columns);
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
        std::shared_ptr<StatementShelf> m_shelf;
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
