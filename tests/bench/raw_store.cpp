#include "tests/bench/raw_store.h"

#include "schema/connection/database_url.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <mysql.h>
#include <sqlite3.h>
#include <stdexcept>
#include <vector>

namespace guanwu::bench {

namespace {

    class RawSqlite final : public RawStore {
    public:
        explicit RawSqlite(const std::string& path)
        {
            check(sqlite3_open(path.c_str(), &m_db));
            // The same promises and the same cache as ours.
            for (const char* pragma :
                {"journal_mode = WAL", "synchronous = FULL", "cache_size = -65536", "temp_store = MEMORY"})
                run(std::string("PRAGMA ") + pragma);
        }
        ~RawSqlite() override { sqlite3_close(m_db); }
        RawSqlite(const RawSqlite&) = delete;
        RawSqlite& operator=(const RawSqlite&) = delete;

        void dump(const std::string& table, const std::filesystem::path& file) override
        {
            std::ofstream out(file);
            forEachRow("SELECT * FROM " + table, [&](sqlite3_stmt* row, int columns) {
                for (int i = 0; i < columns; ++i) {
                    const unsigned char* text = sqlite3_column_text(row, i);
                    out << (text ? reinterpret_cast<const char*>(text) : "\\N")
                        << (i + 1 < columns ? '\t' : '\n');
                }
            });
        }
        std::int64_t load(const std::string& table, const std::filesystem::path& file) override
        {
            const std::vector<bool> isInteger = integerColumns(table);
            const std::size_t count = isInteger.size();
            std::string sql = "INSERT INTO " + table + " VALUES (?";
            for (std::size_t i = 1; i < count; ++i)
                sql += ",?";
            sqlite3_stmt* insert = prepared(sql + ")");
            std::ifstream in(file);
            std::string line;
            std::int64_t rows = 0;
            run("BEGIN IMMEDIATE");
            for (; std::getline(in, line); ++rows) {
                const char* cell = line.data();
                const char* const end = line.data() + line.size();
                for (std::size_t i = 0; i < count; ++i) {
                    const char* const tab = std::find(cell, end, '\t');
                    bind(insert, static_cast<int>(i) + 1, {cell, static_cast<std::size_t>(tab - cell)},
                        isInteger[i]);
                    cell = tab == end ? end : tab + 1;
                }
                check(sqlite3_step(insert));
                sqlite3_reset(insert);
            }
            sqlite3_finalize(insert);
            run("COMMIT");
            return rows;
        }
        std::int64_t run(const std::string& sql) override
        {
            check(sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr));
            return sqlite3_changes64(m_db);
        }
        std::int64_t stream(const std::string& sql) override
        {
            std::int64_t bytes = 0;
            const std::int64_t rows = forEachRow(sql, [&](sqlite3_stmt* row, int columns) {
                for (int i = 0; i < columns; ++i)
                    if (sqlite3_column_text(row, i))
                        bytes += sqlite3_column_bytes(row, i);
            });
            return bytes > 0 ? rows : 0;
        }

    private:
        static void bind(sqlite3_stmt* insert, int position, std::string_view cell, bool isInteger)
        {
            if (cell == "\\N") {
                sqlite3_bind_null(insert, position);
            } else if (isInteger) {
                std::int64_t value = 0;
                std::from_chars(cell.data(), cell.data() + cell.size(), value);
                sqlite3_bind_int64(insert, position, value);
            } else {
                sqlite3_bind_text(
                    insert, position, cell.data(), static_cast<int>(cell.size()), SQLITE_STATIC);
            }
        }
        template <class Take> std::int64_t forEachRow(const std::string& sql, Take take)
        {
            sqlite3_stmt* select = prepared(sql);
            const int columns = sqlite3_column_count(select);
            std::int64_t rows = 0;
            int code = sqlite3_step(select);
            for (; code == SQLITE_ROW; code = sqlite3_step(select), ++rows)
                take(select, columns);
            check(code);
            sqlite3_finalize(select);
            return rows;
        }
        std::vector<bool> integerColumns(const std::string& table)
        {
            std::vector<bool> out;
            sqlite3_stmt* select = prepared("SELECT * FROM " + table);
            for (int i = 0; i < sqlite3_column_count(select); ++i)
                out.push_back(std::string_view(sqlite3_column_decltype(select, i)) == "INTEGER");
            sqlite3_finalize(select);
            return out;
        }
        sqlite3_stmt* prepared(const std::string& sql)
        {
            sqlite3_stmt* statement = nullptr;
            check(sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr));
            return statement;
        }
        void check(int code)
        {
            if (code != SQLITE_OK && code != SQLITE_DONE)
                throw std::runtime_error(sqlite3_errmsg(m_db));
        }

        sqlite3* m_db = nullptr;
    };

    class RawMysql final : public RawStore {
    public:
        explicit RawMysql(const DatabaseUrl& url)
            : m_connection(mysql_init(nullptr))
        {
            const unsigned int on = 1;
            mysql_options(m_connection, MYSQL_OPT_LOCAL_INFILE, &on);
            mysql_options(m_connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
            if (!mysql_real_connect(
                    m_connection, nullptr, url.user.c_str(), "", url.name.c_str(), 0, url.socket.c_str(), 0))
                fail();
        }
        ~RawMysql() override { mysql_close(m_connection); }
        RawMysql(const RawMysql&) = delete;
        RawMysql& operator=(const RawMysql&) = delete;

        void dump(const std::string& table, const std::filesystem::path& file) override
        {
            std::ofstream out(file);
            forEachRow(
                "SELECT * FROM " + table, [&](MYSQL_ROW row, const unsigned long*, unsigned int columns) {
                    for (unsigned int i = 0; i < columns; ++i)
                        out << (row[i] ? row[i] : "\\N") << (i + 1 < columns ? '\t' : '\n');
                });
        }
        std::int64_t load(const std::string& table, const std::filesystem::path& file) override
        {
            return run("LOAD DATA LOCAL INFILE '" + file.string() + "' INTO TABLE " + table
                + " CHARACTER SET utf8mb4");
        }
        std::int64_t run(const std::string& sql) override
        {
            if (mysql_query(m_connection, sql.c_str()) != 0)
                fail();
            return static_cast<std::int64_t>(mysql_affected_rows(m_connection));
        }
        std::int64_t stream(const std::string& sql) override
        {
            std::uint64_t bytes = 0;
            const std::int64_t rows
                = forEachRow(sql, [&](MYSQL_ROW, const unsigned long* lengths, unsigned int columns) {
                      for (unsigned int i = 0; i < columns; ++i)
                          bytes += lengths[i];
                  });
            return bytes > 0 ? rows : 0;
        }

    private:
        template <class Take> std::int64_t forEachRow(const std::string& sql, Take take)
        {
            run(sql);
            MYSQL_RES* result = mysql_use_result(m_connection);
            if (!result)
                fail();
            const unsigned int columns = mysql_num_fields(result);
            std::int64_t rows = 0;
            while (const MYSQL_ROW row = mysql_fetch_row(result)) {
                take(row, mysql_fetch_lengths(result), columns);
                ++rows;
            }
            mysql_free_result(result);
            return rows;
        }
        [[noreturn]] void fail() { throw std::runtime_error(mysql_error(m_connection)); }

        MYSQL* m_connection;
    };

} // namespace

std::unique_ptr<RawStore> openRaw(const std::string& url)
{
    const auto parsed = parseDatabaseUrl(url);
    if (!parsed)
        throw std::runtime_error("not a database: " + url);
    if (parsed->dialect == Dialect::Sqlite)
        return std::make_unique<RawSqlite>(parsed->path);
    return std::make_unique<RawMysql>(*parsed);
}

} // namespace guanwu::bench
