#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>

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
