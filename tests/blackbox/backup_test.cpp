// P10: a backup counts only after it was restored and compared; what is no whole backup restores nothing.
#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

using namespace guanwu::test;
namespace fs = std::filesystem;

namespace {

nlohmann::json tablesOf(const ProgramRun& run) { return nlohmann::json::parse(run.out).at("table_sm3"); }

/// The registry but for its audit trail, in which a restore is the next entry.
nlohmann::json withoutTrail(nlohmann::json tables)
{
    REQUIRE(tables.erase("audit_entry") == 1);
    REQUIRE(tables.size() > 30);
    return tables;
}

} // namespace

TEST_CASE("P10: a backup of either store restores into either, and is the same registry")
{
    const std::string from = GENERATE("sqlite", "mariadb");
    const std::string into = GENERATE("sqlite", "mariadb");
    CAPTURE(from, into);
    const DemoRegistry registry(from);
    const auto file = registry.folder() / "registry.backup";
    const auto made = tablesOf(mustRun(registry.url(), {"--json", "backup", file.string()}));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

    const BackEnd empty(into);
    CHECK(tablesOf(mustRun(empty.url(), {"--json", "restore", file.string()})) == made);
    for (const std::string& kind : kKindsInOrder) {
        CAPTURE(kind);
        const auto exported = registry.folder() / ("again-" + kind + ".csv");
        mustRun(empty.url(), {"export", kind, exported.string()});
        CHECK(readFile(exported) == registry.exported(kind));
    }
    const auto second = registry.folder() / "second.backup";
    const auto restored = tablesOf(mustRun(empty.url(), {"--json", "backup", second.string()}));
    CHECK(withoutTrail(restored) == withoutTrail(made));
    CHECK(restored.at("audit_entry") != made.at("audit_entry"));
    // It fills an empty database and nothing else.
    const ProgramRun refused = mustRun(empty.url(), {"restore", file.string()}, 3);
    CHECK(refused.err.find("backup.target_not_empty") != std::string::npos);
}

TEST_CASE("P10: a backup that lacks its end or has another byte anywhere restores nothing")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "registry.backup";
    mustRun(registry.url(), {"backup", file.string()});
    const std::string whole = readFile(file);
    const auto target = registry.folder() / "target.db";
    const auto mustRefuse = [&](const std::string& bytes) {
        const auto spoilt = registry.folder() / "spoilt.backup";
        writeFile(spoilt, bytes);
        const ProgramRun run = mustRun("sqlite:" + target.string(), {"restore", spoilt.string()}, 3);
        CHECK(run.err.find("backup.") != std::string::npos);
        CHECK_FALSE(fs::exists(target));
    };
    for (int part = 0; part < 20; ++part)
        mustRefuse(whole.substr(0, whole.size() * static_cast<std::size_t>(part) / 20));
    mustRefuse(whole.substr(0, whole.size() - 1));
    for (std::size_t at = 20; at < whole.size(); at += whole.size() / 20) {
        CAPTURE(at);
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        mustRefuse(changed);
    }
}

TEST_CASE("P11: a restore that is killed leaves no registry, and goes through when it is repeated")
{
    const TempFolder folder;
    const std::string source = "sqlite:" + (folder / "source.db").string();
    mustRun(source, {"init"});
    mustRun(source, {"demo", "--units", "12", "--assets", "12000"});
    const auto file = folder / "registry.backup";
    const auto made = tablesOf(mustRun(source, {"--json", "backup", file.string()}));
    const BackEnd target(GENERATE("sqlite", "mariadb"));
    int unfinished = 0;
    bool hasEnded = false;
    // On a busy machine it has not begun by then: until it was caught at work.
    for (int wait = 40; wait <= 640 || (unfinished == 0 && !hasEnded); wait *= 2) {
        RunningProgram restore(guanwuProgram(), {"--db", target.url(), "restore", file.string()});
        std::this_thread::sleep_for(std::chrono::milliseconds(wait));
        restore.kill();
        hasEnded = restore.finish().exitCode != 128 + SIGKILL;
        const ProgramRun asked = runGuanwu(target.url(), {"export", "units", (folder / "units.csv").string()});
        if (asked.err.find("schema.unfinished_restore") == std::string::npos)
            continue;
        ++unfinished;
        CHECK(asked.exitCode == 3);
        mustRun(target.url(), {"init"}, 3);
    }
    CHECK(unfinished > 0);
    // The last one may have been through before it was killed.
    const ProgramRun repeated = runGuanwu(target.url(), {"--json", "restore", file.string()});
    CHECK((repeated.exitCode == 0 || repeated.err.find("backup.target_not_empty") != std::string::npos));
    const auto again = folder / "again.backup";
    CHECK(withoutTrail(tablesOf(mustRun(target.url(), {"--json", "backup", again.string()}))) == withoutTrail(made));
}

TEST_CASE("A backup into a folder that is not there is refused by name")
{
    const DemoRegistry registry("sqlite");
    const ProgramRun run = mustRun(registry.url(), {"backup", "/nowhere/registry.backup"}, 3);
    CHECK(run.err.find("/nowhere") != std::string::npos);
}
