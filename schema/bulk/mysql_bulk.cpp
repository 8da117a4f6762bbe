#include "schema/bulk/mysql_bulk.h"

#include "schema/bulk/statement_text.h"
#include "schema/connection/cluster_reads.h"
#include "schema/connection/storage_error.h"

#include <algorithm>
#include <charconv>
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace guanwu {

namespace {

    class MysqlRowStream final : public RowStream {
    public:
        MysqlRowStream(sql::Connection& connection, const std::string& sql)
            : m_statement(connection.createStatement())
        {
            m_statement->setResultSetType(sql::ResultSet::TYPE_FORWARD_ONLY);
            m_rows.reset(m_statement->executeQuery(sql));
            m_cells.resize(m_rows->getMetaData()->getColumnCount());
        }
        ~MysqlRowStream() override
        {
            // What was not read has to be drained, or the connection is out of step.
            try {
                while (!m_ended && m_rows->next()) { }
            } catch (const sql::SQLException&) { // the next use of the connection reports it
            }
        }
        MysqlRowStream(const MysqlRowStream&) = delete;
        MysqlRowStream& operator=(const MysqlRowStream&) = delete;

        bool next() override
        {
            return guarded("read rows", [&] {
                m_ended = !m_rows->next();
                for (Cell& cell : m_cells)
                    cell.isRead = false;
                return !m_ended;
            });
        }
        bool isNull(int column) const override { return cell(column).null; }
        std::int64_t integer(int column) const override
        {
            const std::string& text = cell(column).text;
            std::int64_t value = 0;
            std::from_chars(text.data(), text.data() + text.size(), value);
            return value;
        }
        std::string_view text(int column) const override { return cell(column).text; }

    private:
        struct Cell {
            std::string text;
            bool null = false;
            bool isRead = false;
        };
        /// Read when it is first asked for: of many rows only the first columns are.
        const Cell& cell(int column) const
        {
            Cell& cell = m_cells[static_cast<std::size_t>(column)];
            if (!cell.isRead)
                guarded("read rows", [&] {
                    cell.text = m_rows->getString(static_cast<std::uint32_t>(column + 1)).asStdString();
                    cell.null = m_rows->wasNull();
                    cell.isRead = true;
                });
            return cell;
        }

        std::unique_ptr<sql::Statement> m_statement;
        std::unique_ptr<sql::ResultSet> m_rows;
        mutable std::vector<Cell> m_cells;
        bool m_ended = false;
    };

    /// Rows go through LOAD DATA from an anonymous memory file: no disk, no name another process could open.
    class MysqlRowWriter final : public RowWriter {
    public:
        MysqlRowWriter(sql::Connection& connection, std::string_view table, std::string_view columns)
            : m_connection(connection)
            , m_file(memfd_create("guanwu-load", MFD_CLOEXEC))
            , m_sql("LOAD DATA LOCAL INFILE '/proc/self/fd/" + std::to_string(m_file) + "' INTO TABLE "
                  + std::string(table)
                  + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY "
                    "'\\n' ("
                  + std::string(columns) + ")")
        {
            if (m_file < 0)
                throw StorageError("bulk: no memory file");
        }
        ~MysqlRowWriter() override { close(m_file); }
        MysqlRowWriter(const MysqlRowWriter&) = delete;
        MysqlRowWriter& operator=(const MysqlRowWriter&) = delete;

        void integer(std::int64_t value) override
        {
            separate();
            appendInteger(m_buffer, value);
        }
        void text(std::string_view value) override
        {
            separate();
            using namespace std::string_view_literals;
            for (auto special = value.find_first_of("\t\n\\\0"sv); special != std::string_view::npos;
                 special = value.find_first_of("\t\n\\\0"sv)) {
                const char c = value[special];
                m_buffer.append(value.substr(0, special));
                m_buffer += '\\';
                m_buffer += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\0' ? '0' : c;
                value.remove_prefix(special + 1);
            }
            m_buffer.append(value);
        }
        void null() override
        {
            separate();
            m_buffer += "\\N";
        }
        void endRow() override
        {
            m_buffer += '\n';
            m_first = true;
            ++m_rows;
            if (m_rows == kPieceRows)
                flush();
        }
        void flush() override
        {
            if (m_rows == 0)
                return;
            if (ftruncate(m_file, 0) != 0 || lseek(m_file, 0, SEEK_SET) != 0
                || write(m_file, m_buffer.data(), m_buffer.size()) != static_cast<ssize_t>(m_buffer.size()))
                throw StorageError("bulk: memory file not written");
            const std::int64_t rows = m_rows;
            m_buffer.clear();
            m_rows = 0;
            guarded("load rows", [&] {
                const std::unique_ptr<sql::Statement> statement(m_connection.createStatement());
                // LOCAL silently skips rows that clash and bends values that do not fit: count them and ask
                // for warnings.
                const std::int64_t loaded = statement->executeUpdate(m_sql);
                const std::unique_ptr<sql::ResultSet> warnings(statement->executeQuery("SHOW WARNINGS"));
                const bool warned = warnings->next();
                if (warned && warnings->getInt(2) != 1062)
                    throw StorageError("load rows: MySQL warning " + std::to_string(warnings->getInt(2)));
                if (loaded != rows || warned)
                    throw DuplicateKey("load rows: " + std::to_string(rows - loaded) + " rows clash");
            });
        }

    private:
        void separate()
        {
            if (!m_first)
                m_buffer += '\t';
            m_first = false;
        }

        sql::Connection& m_connection;
        int m_file;
        std::string m_sql;
        std::string m_buffer;
        std::int64_t m_rows = 0;
        bool m_first = true;
    };

    /// Two threads that ask the library for it at the same time would both make it.
    sql::Driver& driver()
    {
        static sql::Driver* const only = get_driver_instance();
        return *only;
    }

    class MysqlBulk final : public Bulk {
    public:
        MysqlBulk(const DatabaseUrl& url, const std::string& password)
        {
            guarded("open the bulk connection", [&] {
                sql::ConnectOptionsMap options;
                options["hostName"] = url.socket.empty()
                    ? sql::SQLString("tcp://" + url.host + ":" + std::to_string(url.port))
                    : sql::SQLString("unix://" + url.socket);
                options["userName"] = sql::SQLString(url.user);
                options["password"] = sql::SQLString(password);
                options["schema"] = sql::SQLString(url.name);
                options["OPT_LOCAL_INFILE"] = 1;
                options["OPT_CHARSET_NAME"] = sql::SQLString("utf8mb4");
                if (!url.caFile.empty()) {
                    options["sslCA"] = sql::SQLString(url.caFile);
                    options["sslEnforce"] = true; // without it, in the clear with a server that has no TLS
                    options["sslVerify"] = true; // without it, whatever name the certificate has
                }
                try {
                    m_connection.reset(driver().connect(options));
                } catch (const sql::SQLException&) {
                    rethrowAsConnectError("open the bulk connection");
                }
                if (!url.caFile.empty() && answer("SHOW SESSION STATUS LIKE 'Ssl_cipher'", 2).empty())
                    throw UntrustedDatabase("open the bulk connection: it has no cipher");
                run("SET SESSION sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE'");
                if (isCluster()) {
                    run(kReadWhatIsCommitted);
                    if (answer(kClusterReads) != "1")
                        throw StorageError("wsrep_sync_wait must be 1");
                }
            });
        }
        std::unique_ptr<RowStream> stream(std::string_view sql, std::span<const std::int64_t> values) override
        {
            return guarded("read rows",
                [&] { return std::make_unique<MysqlRowStream>(*m_connection, withIntegers(sql, values)); });
        }
        std::int64_t execute(std::string_view sql, std::span<const std::int64_t> values) override
        {
            return guarded("change rows", [&]() -> std::int64_t {
                const std::unique_ptr<sql::Statement> statement(m_connection->createStatement());
                return statement->executeUpdate(withIntegers(sql, values));
            });
        }
        std::unique_ptr<RowWriter> writer(std::string_view table, std::string_view columns) override
        {
            return std::make_unique<MysqlRowWriter>(*m_connection, table, columns);
        }
        void begin() override
        {
            guarded("begin", [&] { run("START TRANSACTION"); });
        }
        void beginSnapshot() override
        {
            guarded("begin", [&] {
                run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                run("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            });
        }
        void commit() override
        {
            committing([&] { run("COMMIT"); });
        }
        void rollback() noexcept override
        {
            try {
                run("ROLLBACK");
            } catch (const sql::SQLException&) { // a lost connection has rolled back already
            }
        }

    private:
        bool isCluster()
        {
            const std::unique_ptr<sql::Statement> statement(m_connection->createStatement());
            const std::unique_ptr<sql::ResultSet> found(statement->executeQuery(kClusterSetting));
            return found->next();
        }
        std::string answer(const char* sql, std::uint32_t column = 1)
        {
            const std::unique_ptr<sql::Statement> statement(m_connection->createStatement());
            const std::unique_ptr<sql::ResultSet> found(statement->executeQuery(sql));
            return found->next() ? std::string(found->getString(column).c_str()) : std::string();
        }
        void run(const char* sql)
        {
            const std::unique_ptr<sql::Statement> statement(m_connection->createStatement());
            statement->execute(sql);
        }

        std::unique_ptr<sql::Connection> m_connection;
    };

} // namespace

std::unique_ptr<Bulk> makeMysqlBulk(const DatabaseUrl& url, const std::string& password)
{
    return std::make_unique<MysqlBulk>(url, password);
}

} // namespace guanwu
