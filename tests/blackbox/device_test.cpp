#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;

TEST_CASE("An administrator shows a handheld the code to enrol with, as text and as a picture")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const TempFolder folder;
    const guanwu::test::BackEnd registry(backEnd);
    const auto run = [&](std::vector<std::string> arguments, int exitCode = 0) {
        arguments.insert(arguments.begin(), {"--json", "--key-file", (folder / "registry.key").string()});
        return mustRun(registry.url(), arguments, exitCode);
    };
    const std::string picture = (folder / "code.png").string();
    const std::vector<std::string> enrol {"device", "enrol", "--address", "https://资产.example:8443",
        "--ca-fingerprint", std::string(64, 'a'), "--qr", picture};
    auto plain = enrol;
    plain[3] = "https://assets.example:8443";
    auto dry = plain;
    dry.push_back("--dry-run");

    run({"init"});
    CHECK_THAT(run(plain, 3).err, Catch::Contains("access.not_set_up"));
    run({"user", "setup"});
    CHECK_THAT(run(enrol, 3).err, Catch::Contains("device.address"));
    CHECK_THAT(run({"device", "enrol", "--address", plain[3]}, 3).err, Catch::Contains("device.no_ca"));
    CHECK(run(dry).out == "{\"dry_run\":true}\n");
    CHECK_FALSE(std::filesystem::exists(picture));

    const auto text = nlohmann::json::parse(run(plain).out).at("enrolment").get<std::string>();
    CHECK(text.starts_with("GWE1|https://assets.example:8443|" + std::string(64, 'a') + "|"));
    CHECK_THAT(run({"scan", picture}).out, Catch::Contains(text));
    std::vector<std::string> sheet(plain.begin(), plain.end() - 2); // without its picture
    sheet.insert(sheet.end(), {"--count", "4", "--sheet", (folder / "codes.pdf").string()});
    CHECK(linesOf(run(sheet).out).size() == 4);
    CHECK(readFile(folder / "codes.pdf").starts_with("%PDF-"));
    sheet.insert(sheet.end(), {"--qr", picture});
    run(sheet, 2);
    CHECK(run({"device", "list"}).out.empty());
    CHECK_THAT(run({"device", "revoke", "1"}, 3).err, Catch::Contains("device.not_found"));
    CHECK_THAT(run({"device", "rename", "1", "库房"}, 3).err, Catch::Contains("device.not_found"));
    run({"device", "revoke"}, 2);
}
