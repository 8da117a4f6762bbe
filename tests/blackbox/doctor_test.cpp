#include "tests/blackbox/demo_city.h"
#include "tests/support/places.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <regex>

using namespace guanwu::test;
namespace fs = std::filesystem;

namespace {

/// Subject to health, of what `guanwu doctor` prints.
std::map<std::string, std::string> healthOf(const ProgramRun& run)
{
    std::map<std::string, std::string> out;
    for (const std::string& line : linesOf(run.out)) {
        const auto tab = line.find('\t');
        out[line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)] = line.substr(0, tab);
    }
    return out;
}

} // namespace

TEST_CASE("The doctor finds a registry well, once its administrators are set up")
{
    const DemoRegistry registry(GENERATE("sqlite", "mariadb"));
    const std::string key = (registry.folder() / "registry.key").string();
    auto health = healthOf(mustRun(registry.url(), {"--key-file", key, "doctor"}));
    CHECK(health.at("administrators") == "warning");
    mustRun(registry.url(), {"--key-file", key, "user", "setup"});
    health = healthOf(mustRun(registry.url(), {"--key-file", key, "doctor"}));
    for (const auto& [subject, found] : health) {
        CAPTURE(subject);
        CHECK(found == "ok");
    }
}

TEST_CASE("The doctor says which file is gone, or read by others, and answers no")
{
    const DemoRegistry registry("sqlite");
    const auto key = registry.folder() / "registry.key";
    mustRun(registry.url(), {"--key-file", key.string(), "user", "setup"});
    const auto examine = [&] { return healthOf(mustRun(registry.url(), {"--key-file", key.string(), "doctor"}, 1)); };
    fs::permissions(key, fs::perms::owner_read | fs::perms::others_read);
    CHECK(examine().at("key_file") == "error");
    fs::remove(key);
    CHECK(examine().at("key_file") == "error");
}

TEST_CASE("The doctor finds a page of the registry that the disk has changed")
{
    const DemoRegistry registry("sqlite");
    const fs::path file = registry.url().substr(std::string("sqlite:").size());
    std::fstream pages(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto pageSize = 4096;
    // Somewhere in the middle there are pages of tables and indexes.
    for (auto at = static_cast<std::streamoff>(fs::file_size(file) / 2 / pageSize * pageSize); at > pageSize;
         at -= pageSize * 7) {
        pages.seekp(at);
        pages.write("\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f", 8);
    }
    pages.close();
    const ProgramRun run = runGuanwu(registry.url(), {"doctor"});
    const bool isToldByDoctor = run.exitCode == 1 && healthOf(run).at("pages") == "error";
    // Damage may lie where the doctor's own questions meet it.
    CHECK((isToldByDoctor || (run.exitCode == 4 && run.err.find("malformed") != std::string::npos)));
}

TEST_CASE("Y4: each account of the database has the rights it needs, and of the audit trail nobody takes anything back")
{
    const DemoRegistry registry("mariadb");
    const auto socket = registry.url().substr(registry.url().find("socket=") + 7);
    const auto name = registry.url().substr(registry.url().rfind('/', registry.url().find('?')) + 1);
    const std::string database = name.substr(0, name.find('?'));
    const auto run = [&](const std::string& program, std::vector<std::string> arguments) {
        RunningProgram running(program, arguments);
        return running.finish();
    };
    REQUIRE(run((sourceFolder() / "deploy/database/accounts").string(),
        {database, registry.folder().path().string(), "--socket=" + socket, "--user=root"})
                .exitCode
        == 0);
    const auto as = [&](const std::string& account, std::vector<std::string> arguments, int exitCode = 0) {
        const std::vector<std::string> who {"--db-password-file", (registry.folder() / account).string(), "--key-file",
            (registry.folder() / "key").string()};
        arguments.insert(arguments.begin(), who.begin(), who.end());
        return mustRun("mysql://" + account + "@localhost/" + database + "?socket=" + socket, arguments, exitCode);
    };
    const auto sql = [&](const std::string& statement) {
        return run("/usr/bin/mariadb", {"--socket=" + socket, "--user=root", "-N", "-B", database, "-e", statement});
    };

    std::vector<std::string> grants;
    for (const char* account : {"app", "audit", "backup", "migrate"})
        for (std::string line : linesOf(sql("SHOW GRANTS FOR 'guanwu_" + std::string(account) + "'@'localhost'").out)) {
            if (const auto secret = line.find(" IDENTIFIED"); secret != std::string::npos)
                line.resize(secret);
            for (const std::string& written : {database, std::regex_replace(database, std::regex("_"), "\\\\_")})
                if (const auto at = line.find('`' + written + '`'); at != std::string::npos)
                    line.replace(at + 1, written.size(), "guanwu");
            grants.push_back(line);
        }
    std::ranges::sort(grants);
    const auto approved = linesOf(readFile(sourceFolder() / "deploy/database/grants.approved.txt"));
    if (grants != approved) {
        std::string received;
        for (const std::string& line : grants)
            received += line + "\n";
        writeFile(sourceFolder() / "deploy/database/grants.received.txt", received);
    }
    CHECK(grants == approved);

    // For another machine: over TLS only, and no start without it (X8).
    REQUIRE(run("/usr/bin/env",
                {"GUANWU_FROM=192.0.2.7", (sourceFolder() / "deploy/database/accounts").string(), database,
                    registry.folder().path().string(), "--socket=" + socket, "--user=root"})
                .exitCode
        == 0);
    CHECK(sql("SHOW CREATE USER 'guanwu_app'@'192.0.2.7'").out.find("REQUIRE SSL") != std::string::npos);
    const auto unencrypted = runGuanwu("mysql://guanwu_app@localhost/" + database + "?socket=" + socket
            + "&ca=" + (registry.folder() / "key").string(),
        {"serve", "--key-file", (registry.folder() / "key").string()});
    CHECK(unencrypted.exitCode == 4);
    CHECK(unencrypted.err.find("[db.untrusted]") != std::string::npos);

    // What the server and the command line do with the rights of the application.
    as("guanwu_app", {"init"});
    as("guanwu_app", {"user", "setup"});
    const auto last = linesOf(sql("SELECT MAX(id) FROM import_batch").out).front(); // of the occupants
    as("guanwu_app", {"import", "--undo", last});
    as("guanwu_app", {"import", "occupants", DemoBooks::shared().file("occupants").string()});
    as("guanwu_app", {"task", "create", "T1", "--name", "n", "--base-date", "2026-10-31"});
    as("guanwu_app", {"task", "issue", "T1"});
    as("guanwu_app", {"task", "freeze", "T1"});
    as("guanwu_app", {"depreciate", "--through", "2026-10"});
    as("guanwu_app", {"audit", "seal"});
    as("guanwu_audit", {"audit", "verify"});
    as("guanwu_backup", {"backup", (registry.folder() / "backup").string()});
    as("guanwu_audit", {"task", "create", "T2", "--name", "n", "--base-date", "2026-10-31"}, 4);
    const auto refused = [&](const std::string& account, const std::string& statement) {
        const std::string password = readFile(registry.folder() / account);
        RunningProgram client("/usr/bin/mariadb",
            {"--socket=" + socket, "--user=" + account, "--password=" + password, database, "-e", statement});
        return client.finish().err.find("ERROR 1142") != std::string::npos;
    };
    for (const char* statement : {"DELETE FROM audit_entry", "UPDATE audit_entry SET actor = ''", "DELETE FROM audit_seal",
             "UPDATE audit_block SET root = ''", "DROP TABLE audit_entry", "ALTER TABLE asset ADD COLUMN x INT",
             "DELETE FROM schema_migration"})
        CHECK(refused("guanwu_app", statement));
    CHECK(refused("guanwu_backup", "DELETE FROM asset"));
    CHECK(refused("guanwu_audit", "INSERT INTO audit_entry (id) VALUES (1)"));
}
