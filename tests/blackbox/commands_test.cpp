#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu::test;

TEST_CASE("Wrong use ends with 2, a refusal with 3, a store that is not there with 4")
{
    const TempFolder folder;
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>> {{}, {"nonsense"},
             {"init", "--nonsense"}, {"import", "nonsense", "file.csv"}, {"check", "nonsense", "x"},
             {"report", "nonsense", "--task", "T", "--out", "x.csv"}}) {
        CAPTURE(wrong);
        CHECK(runGuanwu(url, wrong).exitCode == 2);
    }
    CHECK(runGuanwu(url, {"task", "status", "T1"}).exitCode == 3); // no registry yet
    CHECK_FALSE(std::filesystem::exists(folder / "registry.db"));
    CHECK(runGuanwu("mysql://nobody@127.0.0.1:1/none", {"init"}).exitCode == 4);
    CHECK(runGuanwu("", {"--help"}).exitCode == 0);
}

TEST_CASE("Errors are one line that says what, where and the rule, in the language asked for")
{
    const TempFolder folder;
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    mustRun(url, {"init"});
    const auto chinese = runGuanwu(url, {"task", "status", "T9"});
    CHECK(linesOf(chinese.err).size() == 1);
    CHECK_THAT(chinese.err,
        Catch::Contains("T9") && Catch::Contains("[inventory.no_task]") && Catch::Contains("任务"));
    const auto english = runGuanwu(url, {"--lang", "en", "task", "status", "T9"});
    CHECK_THAT(english.err, Catch::Contains("task"));
}

TEST_CASE("A configuration file gives options; the command line goes before it, and what it does not know is refused")
{
    const TempFolder folder;
    const auto config = folder / "guanwu.conf";
    const auto written = folder / "registry.db";
    const auto run = [&](const std::string& text, std::vector<std::string> arguments) {
        writeFile(config, text);
        arguments.insert(arguments.begin(), {"--config", config.string()});
        return runGuanwu("", arguments);
    };
    const std::string db = "# 台账库\ndb = \"sqlite:" + written.string() + "\"\n";
    CHECK(run(db + "[serve]\nlisten = \"127.0.0.1:0\"\nname = [\"a\", \"b\"]\n", {"init"}).exitCode == 0);
    CHECK(std::filesystem::exists(written));
    CHECK_THAT(run(db + "[serve]\nlisten = \"nowhere\"\n", {"serve"}).err, Catch::Contains("serve.listen"));
    const auto other = folder / "other.db";
    CHECK(run(db, {"--db", "sqlite:" + other.string(), "init"}).exitCode == 0);
    CHECK(std::filesystem::exists(other));
    for (const std::string& wrong : {db + "lsten = 1\n", db + "[serve]\nlsten = 1\n", db + "[srve]\nlisten = 1\n",
             db + "[serve]\nworkers = many\n", std::string("[[[\n\n=\0\n", 8)}) {
        CAPTURE(wrong);
        const auto refused = run(wrong, {"user", "list"});
        CHECK(refused.exitCode == 2);
        CHECK(linesOf(refused.err).size() == 1);
    }
    CHECK_THAT(runGuanwu("", {"--config", "/nowhere.conf", "init"}).err, Catch::Contains("/nowhere.conf"));
}

TEST_CASE("init can be repeated and says so")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    const BackEnd registry(backEnd);
    mustRun(registry.url(), {"init"});
    mustRun(registry.url(), {"init"});
    mustRun(registry.url(), {"init", "--dry-run"});
}

TEST_CASE("init names the folder that is not there")
{
    const TempFolder folder;
    const auto url = "sqlite:" + (folder / "没有 这里" / "registry.db").string();
    for (const std::vector<std::string>& arguments :
        std::vector<std::vector<std::string>> {{"init"}, {"init", "--dry-run"}})
        CHECK_THAT(mustRun(url, arguments, 3).err, Catch::Contains((folder / "没有 这里").string()));
}

TEST_CASE("check prints a line a value and answers no when one is wrong")
{
    const auto good = mustRun("", {"check", "tag", "TY2022000001K"});
    CHECK(good.out == "TY2022000001K\tok\tTY2022000001K\t\n");
    const auto bad = mustRun("", {"check", "tag", "TY2022000001K", "TY2022000010K"}, 1);
    CHECK(linesOf(bad.out).size() == 2);
    CHECK_THAT(bad.out, Catch::Contains("TY2022000010K\terror\t"));
}

TEST_CASE("Classes are suggested from a name, and a name that is like none is told")
{
    const auto desktop = runGuanwu("", {"class", "suggest", "台式电脑"});
    CHECK(desktop.exitCode == 0);
    CHECK_THAT(desktop.out, Catch::Contains("A02010105\t台式计算机"));
    const auto nothing = runGuanwu("", {"class", "suggest", "不存在的东西"});
    CHECK(nothing.exitCode == 1);
    CHECK(nothing.out.empty());
    CHECK_THAT(nothing.err, Catch::Contains("没有名称相近的分类"));
}

TEST_CASE("The demo fills an empty registry only, and the same seed gives the same books")
{
    const TempFolder folder;
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    mustRun(url, {"init"});
    mustRun(url, {"demo", "--units", "12", "--assets", "1500"});
    const auto refused = mustRun(url, {"demo"}, 3);
    CHECK_THAT(refused.err, Catch::Contains("demo.not_empty"));
    mustRun(url, {"export", "assets", (folder / "assets.csv").string()});
    CHECK(readFile(folder / "assets.csv") == readFile(DemoBooks::shared().file("assets")));
}

TEST_CASE("A label that was drawn can be read with scan")
{
    const DemoRegistry registry("sqlite");
    const std::string assetNo = linesOf(registry.exported("assets")).at(5).substr(0, 12);
    const std::string png = (registry.folder() / "tag.png").string();
    mustRun(registry.url(), {"label", "--asset", assetNo, "--out", png});
    const auto scanned = mustRun("", {"scan", png});
    CHECK_THAT(scanned.out, Catch::StartsWith(png + "\tQRCode\t" + assetNo));
    CHECK(linesOf(scanned.out).size() == 1);

    const auto designs = linesOf(mustRun("", {"label", "--designs", "--json"}).out);
    REQUIRE(designs.size() >= 6);
    for (const std::string& line : designs) {
        const auto layout = nlohmann::json::parse(line).at("design").get<std::string>();
        const auto pdf = registry.folder() / (layout + ".pdf");
        mustRun(registry.url(),
            {"label", "--asset", assetNo, "--layout", layout, "--check", "--out", pdf.string()});
        CHECK(readFile(pdf).starts_with("%PDF-"));
    }
    mustRun(registry.url(),
        {"label", "--unit", "U002", "--rooms", "--out", (registry.folder() / "rooms.pdf").string()});
    CHECK_THAT(mustRun(registry.url(), {"label", "--asset", "TY1900000001", "--out", png}, 3).err,
        Catch::Contains("TY1900000001"));
    CHECK(readFile(png).size() > 0);
}

TEST_CASE("Labels go to the printer through lp where there is one, in the size of their tape")
{
    const DemoRegistry registry("sqlite");
    const std::string assetNo = linesOf(registry.exported("assets")).at(5).substr(0, 12);
    const std::string usualPath = std::getenv("PATH");
    const std::string bin = (registry.folder() / "bin").string();
    std::filesystem::create_directories(bin);
    const auto print = [&](const std::string& path, int exitCode) {
        ::setenv("PATH", path.c_str(), 1);
        const auto out = mustRun(registry.url(),
            {"label", "--asset", assetNo, "--layout", "70x30", "--print", "--printer", "标签机"}, exitCode);
        ::setenv("PATH", usualPath.c_str(), 1);
        return out;
    };
    CHECK_THAT(print(bin, 3).err, Catch::Contains("print.no_cups"));

    // A printer that keeps what it was told, and one that has no paper.
    const std::string told = (registry.folder() / "told").string();
    const auto putLp = [&](const std::string& script) {
        std::ofstream(bin + "/lp") << "#!/bin/sh\n" << script;
        std::filesystem::permissions(bin + "/lp", std::filesystem::perms::owner_all);
    };
    putLp("printf '%s\\n' \"$@\" > " + told + "\nfor last; do :; done\ncp \"$last\" " + told + ".pdf\n");
    print(bin + ":" + usualPath, 0);
    CHECK_THAT(readFile(told),
        Catch::StartsWith("-d\n标签机\n-o\nmedia=Custom.70x30mm\n-o\nprint-scaling=none\n--\n/"));
    CHECK(readFile(told + ".pdf").starts_with("%PDF-"));
    putLp("echo 'lp: no such printer' >&2\nexit 1\n");
    CHECK_THAT(print(bin + ":" + usualPath, 3).err, Catch::Contains("lp: no such printer"));
}
