#include "app/security/tls_identity.h"
#include "app/system_clock.h"
#include "schema/bulk/mysql_bulk.h"
#include "schema/connection/query.h"
#include "schema/connection/storage_error.h"
#include "tests/contract/back_ends.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <soci/soci.h>
#include <unistd.h>
#include <vector>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("Migrating twice does nothing the second time")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connect();
    CHECK(requireCurrent(*session).error().subject == "schema.missing");
    CHECK(migrate(*session).value() == static_cast<int>(migrationsFor(session->dialect()).size()));
    CHECK(migrate(*session).value() == 0);
    CHECK(requireCurrent(*session).has_value());
}

TEST_CASE("P11: a migration killed after any statement goes on when it is repeated")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connect();
    const auto all = migrationsFor(session->dialect());
    // A step whose last statement fails leaves what the ones before it made, and no version row.
    const std::string broken = std::string(all[0].sql) + "\nCREATE TABLE broken (;\n";
    const std::vector<Migration> killed {{all[0].version, all[0].name, broken}};
    CHECK_THROWS_AS(migrate(*session, killed), StorageError);
    CHECK(migrate(*session).value() == static_cast<int>(all.size()));
}

TEST_CASE("An applied migration that was edited is refused")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto all = migrationsFor(session->dialect());
    std::vector<Migration> edited(all.begin(), all.end());
    const std::string changed = std::string(all[1].sql) + "-- edited\n";
    edited[1].sql = changed;
    CHECK(migrate(*session, edited).error().subject == "schema.edited");
}

TEST_CASE("A registry newer than the program is refused")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto older = migrationsFor(session->dialect()).first(1);
    CHECK(migrate(*session, older).error().subject == "schema.newer");
}

TEST_CASE("What was to be paid for the loss of a whole document stands on its first line")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connect();
    const auto all = migrationsFor(session->dialect());
    constexpr std::size_t kBefore = 27;
    REQUIRE(all[kBefore].name == "0028_line_compensation");
    REQUIRE(migrate(*session, all.first(kBefore)));
    for (const char* fact : {"compensation_yuan", "loss_kind"})
        insertRow(*session, "document_fact",
            {{"document_id", std::int64_t {1}}, {"line_no", std::int64_t {0}}, {"name", std::string(fact)},
                {"value", std::string("100.00")}});
    REQUIRE(migrate(*session));
    Query query(*session);
    query.add("SELECT name, line_no FROM document_fact ORDER BY name");
    REQUIRE(query.next(2));
    CHECK(query.text(0) == "compensation_yuan");
    CHECK(query.integer(1) == 1);
    REQUIRE(query.next(2));
    CHECK(query.integer(1) == 0);
}

TEST_CASE("Both dialects have the same migrations, by number and name")
{
    const auto sqlite = migrationsFor(Dialect::Sqlite);
    const auto mysql = migrationsFor(Dialect::Mysql);
    REQUIRE(sqlite.size() == mysql.size());
    for (std::size_t i = 0; i < sqlite.size(); ++i) {
        CHECK(sqlite[i].version == static_cast<int>(i + 1));
        CHECK(sqlite[i].version == mysql[i].version);
        CHECK(sqlite[i].name == mysql[i].name);
    }
}

TEST_CASE("Both dialects end with the same tables and columns")
{
    const auto columnsOn = [](const char* backEndName, const char* question) {
        const BackEnd backEnd(backEndName);
        const auto session = backEnd.connectMigrated();
        std::vector<std::string> out;
        const auto rows = session->bulk().stream(question, {});
        while (rows->next())
            out.push_back(std::string(rows->text(0)) + '.' + std::string(rows->text(1)));
        std::sort(out.begin(), out.end());
        return out;
    };
    const auto sqlite = columnsOn("sqlite",
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type IN "
        "('table', 'view')");
    const auto mariadb = columnsOn("mariadb",
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = database()");
    CHECK(sqlite.size() > 100);
    CHECK(sqlite == mariadb);
}

TEST_CASE("D1: an SQLite registry is opened with WAL and synchronous=FULL, read back")
{
    const BackEnd backEnd("sqlite");
    const auto session = backEnd.connectMigrated();
    std::string journal;
    std::string synchronous;
    session->sql() << "PRAGMA journal_mode", soci::into(journal);
    session->sql() << "PRAGMA synchronous", soci::into(synchronous);
    CHECK(journal == "wal");
    CHECK(synchronous == "2");
}

TEST_CASE("Y3: nobody else on the machine can read an SQLite registry or its log")
{
    const TempFolder folder;
    const auto file = folder / "registry.db";
    Session session(*parseDatabaseUrl("sqlite:" + file.string()), "");
    REQUIRE(migrate(session));
    for (const char* end : {"", "-wal", "-shm"}) {
        CAPTURE(end);
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        CHECK((std::filesystem::status(file.string() + end).permissions() & others)
            == std::filesystem::perms::none);
    }
}

TEST_CASE("D3: MariaDB that could lose a commit is refused")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    const auto set = [&](const char* value) {
        session->sql() << std::string("SET GLOBAL innodb_flush_log_at_trx_commit = ") + value;
    };
    set("2");
    CHECK_THROWS_AS(backEnd.connect(), StorageError);
    set("0");
    CHECK_THROWS_AS(backEnd.connect(), StorageError);
    set("1");
    CHECK_NOTHROW(backEnd.connect());
}

TEST_CASE("X8: a database on another machine is refused without TLS, and a password in the URL always")
{
    CHECK(parseDatabaseUrl("mysql://app@db.example:3306/guanwu").error().subject == "db.remote_without_tls");
    CHECK(parseDatabaseUrl("mysql://app:secret@localhost/guanwu").error().subject == "db.password_in_url");
    CHECK(parseDatabaseUrl("oracle:x").error().subject == "db.url");
    CHECK(parseDatabaseUrl("mysql://app@127.0.0.1:3307/guanwu")->port == 3307);
    CHECK(parseDatabaseUrl("mysql://app@db.example/guanwu?ca=/ca.pem")->caFile == "/ca.pem");
    CHECK(parseDatabaseUrl("mysql://app@localhost/guanwu?socket=/s&ca=/ca.pem")->socket == "/s");
    CHECK(parseDatabaseUrl("mysql://app@db.example/guanwu?ca=").error().subject == "db.url");
    CHECK(parseDatabaseUrl("mysql://app@db.example/guanwu?tls=off").error().subject == "db.url");
}

TEST_CASE(
    "X8: a database proves itself and speaks TLS where the URL names an authority, or nothing is said to it")
{
    const TempFolder folder;
    const TlsIdentity own = ownTlsIdentity(folder / "own", {"127.0.0.1", "localhost"}, systemNow()).value();
    const TlsIdentity other = ownTlsIdentity(folder / "other", {"127.0.0.1"}, systemNow()).value();
    const std::string port
        = std::to_string(20000 + getpid() % 10000); // below the ports that the system gives away
    MariadbServer server({"--skip-networking=0", "--bind-address=0.0.0.0", "--port=" + port,
        "--ssl-cert=" + own.certificateChain.string(), "--ssl-key=" + own.privateKey.string()});
    const std::string bySocket = server.newDatabase();
    const std::string name = bySocket.substr(23, bySocket.find('?') - 23);
    const auto overTcp = [&](const char* host, const std::filesystem::path& authority) {
        return parseDatabaseUrl(
            "mysql://root@" + std::string(host) + ":" + port + "/" + name + "?ca=" + authority.string())
            .value();
    };

    Session session(overTcp("127.0.0.1", own.caFile), "");
    REQUIRE(migrate(session));
    std::string variable;
    std::string cipher;
    session.sql() << "SHOW SESSION STATUS LIKE 'Ssl_cipher'", soci::into(variable), soci::into(cipher);
    CHECK(cipher.starts_with("TLS_"));
    {
        const auto rows = session.bulk().stream("SHOW SESSION STATUS LIKE 'Ssl_cipher'", {});
        REQUIRE(rows->next());
        CHECK(rows->text(1) == cipher);
    }
    CHECK_NOTHROW(Session(*parseDatabaseUrl(bySocket + "&ca=" + own.caFile.string()), ""));

    const std::string inTheClear = MariadbServer::shared().newDatabase() + "&ca=" + own.caFile.string();
    for (const DatabaseUrl& url : {overTcp("127.0.0.1", other.caFile), overTcp("127.0.0.2", own.caFile),
             overTcp("127.0.0.1", folder / "none.pem"), *parseDatabaseUrl(inTheClear)}) {
        CAPTURE(url.host, url.caFile, url.socket);
        CHECK_THROWS_AS(Session(url, "secret"), UntrustedDatabase);
        CHECK_THROWS_AS(makeMysqlBulk(url, "secret"), UntrustedDatabase);
    }
}
