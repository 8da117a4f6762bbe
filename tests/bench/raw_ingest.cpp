#include "tests/bench/raw_ingest.h"

#include "schema/connection/database_url.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mysql.h>
#include <sqlite3.h>
#include <stdexcept>
#include <thread>

namespace guanwu::bench {

namespace {

    std::string insertOf(const std::vector<RawRow>& rows)
    {
        std::string sql = "INSERT INTO scan_event VALUES (?";
        for (std::size_t i = 1; i < rows.front().size(); ++i)
            sql += ",?";
        return sql + ")";
    }
    constexpr const char* kNull = "\\N";

    std::int64_t microsecondsOf(const auto& work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start)
            .count();
    }

    class Sqlite {
    public:
        explicit Sqlite(const std::string& path)
        {
            check(sqlite3_open(path.c_str(), &m_db));
            run("PRAGMA journal_mode=WAL");
            run("PRAGMA synchronous=FULL");
            run("PRAGMA cache_size=-65536");
        }
        ~Sqlite()
        {
            sqlite3_finalize(m_statement);
            sqlite3_close(m_db);
        }
        Sqlite(const Sqlite&) = delete;
        Sqlite& operator=(const Sqlite&) = delete;
        void run(const char* sql) { check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr)); }
        void prepare(const char* sql) { check(sqlite3_prepare_v2(m_db, sql, -1, &m_statement, nullptr)); }
        void insert(const RawRow& row)
        {
            // STRICT tables turn text that is a number into one.
            for (std::size_t i = 0; i < row.size(); ++i)
                row[i] == kNull ? sqlite3_bind_null(m_statement, static_cast<int>(i) + 1)
                                : sqlite3_bind_text(m_statement, static_cast<int>(i) + 1, row[i].data(),
                                    static_cast<int>(row[i].size()), SQLITE_STATIC);
            check(sqlite3_step(m_statement));
            sqlite3_reset(m_statement);
        }
        void look(const std::string& assetNo)
        {
            sqlite3_bind_text(
                m_statement, 1, assetNo.data(), static_cast<int>(assetNo.size()), SQLITE_STATIC);
            check(sqlite3_step(m_statement));
            for (int i = 0; i < sqlite3_column_count(m_statement); ++i)
                sqlite3_column_text(m_statement, i);
            sqlite3_reset(m_statement);
        }

    private:
        void check(int code)
        {
            if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
                throw std::runtime_error(sqlite3_errmsg(m_db));
        }
        sqlite3* m_db = nullptr;
        sqlite3_stmt* m_statement = nullptr;
    };

    class Mysql {
    public:
        explicit Mysql(const DatabaseUrl& url)
            : m_connection(mysql_init(nullptr))
        {
            mysql_options(m_connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
            if (!mysql_real_connect(
                    m_connection, nullptr, url.user.c_str(), "", url.name.c_str(), 0, url.socket.c_str(), 0))
                throw std::runtime_error(mysql_error(m_connection));
            mysql_autocommit(m_connection, 0);
        }
        ~Mysql()
        {
            mysql_stmt_close(m_statement);
            mysql_close(m_connection);
        }
        Mysql(const Mysql&) = delete;
        Mysql& operator=(const Mysql&) = delete;
        void prepare(const char* sql)
        {
            m_statement = mysql_stmt_init(m_connection);
            check(mysql_stmt_prepare(m_statement, sql, std::char_traits<char>::length(sql)));
        }
        void insert(const RawRow* rows, std::size_t count)
        {
            const std::size_t columns = rows->size();
            std::vector<std::vector<const char*>> texts(columns, std::vector<const char*>(count));
            std::vector<std::vector<unsigned long>> lengths(columns, std::vector<unsigned long>(count));
            std::vector<std::vector<char>> indicators(columns, std::vector<char>(count));
            std::vector<MYSQL_BIND> binds(columns);
            for (std::size_t column = 0; column < columns; ++column) {
                for (std::size_t i = 0; i < count; ++i) {
                    texts[column][i] = rows[i][column].data();
                    lengths[column][i] = rows[i][column].size();
                    indicators[column][i]
                        = rows[i][column] == kNull ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
                }
                binds[column].buffer_type = MYSQL_TYPE_STRING;
                binds[column].buffer = texts[column].data();
                binds[column].length = lengths[column].data();
                binds[column].u.indicator = indicators[column].data();
            }
            const auto size = static_cast<unsigned int>(count);
            check(mysql_stmt_attr_set(m_statement, STMT_ATTR_ARRAY_SIZE, &size));
            check(mysql_stmt_bind_param(m_statement, binds.data()));
            check(mysql_stmt_execute(m_statement));
            if (mysql_commit(m_connection) != 0)
                throw std::runtime_error(mysql_error(m_connection));
        }
        void look(const std::string& assetNo)
        {
            MYSQL_BIND bind {};
            bind.buffer_type = MYSQL_TYPE_STRING;
            bind.buffer = const_cast<char*>(assetNo.data());
            bind.buffer_length = assetNo.size();
            check(mysql_stmt_bind_param(m_statement, &bind));
            check(mysql_stmt_execute(m_statement));
            check(mysql_stmt_store_result(m_statement));
            mysql_stmt_free_result(m_statement);
        }

    private:
        void check(int code)
        {
            if (code != 0)
                throw std::runtime_error(mysql_stmt_error(m_statement));
        }
        MYSQL* m_connection;
        MYSQL_STMT* m_statement = nullptr;
    };

} // namespace

std::int64_t commitBatches(
    const std::string& url, const std::vector<RawRow>& rows, std::size_t batch, int connections)
{
    const auto parsed = parseDatabaseUrl(url).value();
    if (parsed.dialect == Dialect::Sqlite) {
        Sqlite store(parsed.path);
        store.prepare(insertOf(rows).c_str());
        for (std::size_t from = 0; from < rows.size(); from += batch) {
            store.run("BEGIN IMMEDIATE");
            for (std::size_t i = from; i < std::min(rows.size(), from + batch); ++i)
                store.insert(rows[i]);
            store.run("COMMIT");
        }
        return static_cast<std::int64_t>(rows.size());
    }
    std::atomic<std::size_t> next {0};
    std::vector<std::thread> threads;
    for (int i = 0; i < connections; ++i)
        threads.emplace_back([&] {
            Mysql store(parsed);
            store.prepare(insertOf(rows).c_str());
            for (std::size_t from = next.fetch_add(batch); from < rows.size(); from = next.fetch_add(batch))
                store.insert(rows.data() + from, std::min(batch, rows.size() - from));
        });
    for (std::thread& thread : threads)
        thread.join();
    return static_cast<std::int64_t>(rows.size());
}

std::vector<std::int64_t> lookUp(
    const std::string& url, const std::string& sql, const std::vector<std::string>& assetNos)
{
    const auto parsed = parseDatabaseUrl(url).value();
    std::vector<std::int64_t> times;
    const auto each = [&](auto& store) {
        store.prepare(sql.c_str());
        for (const std::string& no : assetNos)
            times.push_back(microsecondsOf([&] { store.look(no); }));
    };
    if (parsed.dialect == Dialect::Sqlite) {
        Sqlite store(parsed.path);
        each(store);
    } else {
        Mysql store(parsed);
        each(store);
    }
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace guanwu::bench
