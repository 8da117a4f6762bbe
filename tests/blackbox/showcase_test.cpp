#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace guanwu::test;

TEST_CASE("The showcase runs the whole campaign once, and shows the same result when it is called again")
{
    const TempFolder folder;
    const std::vector<std::string> command {"showcase", "--folder", (folder / "var").string(), "--units",
        "12", "--assets", "1500", "--photographed", "12"};
    const auto first = mustRun("", command);
    CHECK_THAT(first.out,
        Catch::Contains("单位：12") && Catch::Contains("账面卡片：1500") && Catch::Contains("账实相符率：")
            && Catch::Contains("闲置资产（账面）："));
    const auto reports = folder / "var/reports";
    for (const char* name : {"inventory-summary.xlsx", "inventory-summary.csv", "inventory-summary.pdf",
             "inventory-detail.xlsx", "surplus.pdf", "shortage.csv", "result.csv"}) {
        CAPTURE(name);
        CHECK(std::filesystem::file_size(reports / name) > 100);
        CHECK_THAT(first.out, Catch::Contains((reports / name).string()));
    }
    // Every figure of every summary is the sum of the lines that it opens.
    const std::string db = "sqlite:" + (folder / "var/registry.db").string();
    const std::string task = linesOf(mustRun(db, {"task", "list"}).out).front();
    for (const std::vector<std::string>& summary : std::vector<std::vector<std::string>> {{"overview"},
             {"inventory-summary", "--task", task.substr(0, task.find_first_of(" \t,"))}, {"idle-disposal"},
             {"space-usage"}, {"certificate-progress"}, {"register-vehicle-quota"}}) {
        std::vector<std::string> words {"report", "--verify"};
        words.insert(words.end(), summary.begin(), summary.end());
        const auto verified = mustRun(db, words);
        CHECK_THAT(verified.out, Catch::Contains("与明细之和不符 0"));
    }
    const std::string result = readFile(reports / "result.csv");
    CHECK(linesOf(result).size() > 1500);
    CHECK_THAT(result, !Catch::Contains(",doubt,") && !Catch::Contains(",not_checked,"));

    CHECK_THAT(
        first.out, Catch::Contains("demo-unit-clerk  单位资产管理员") && Catch::Contains("仅本演示库"));

    const auto again = mustRun("", command);
    CHECK(readFile(reports / "result.csv") == result);
    CHECK_THAT(again.out, Catch::Contains("单位：12"));
}

TEST_CASE(
    "The showcase has the paperwork of a year, done once, so that worklists and indicators have something to say")
{
    const TempFolder folder;
    const std::vector<std::string> command {"showcase", "--folder", (folder / "var").string(), "--units",
        "30", "--assets", "3600", "--photographed", "4"};
    mustRun("", command);
    const std::string db = "sqlite:" + (folder / "var/registry.db").string();
    const auto documents = [&] {
        return nlohmann::json::parse(mustRun(db, {"--json", "document", "list"}).out);
    };
    const auto all = documents();
    std::map<std::string, int> states;
    std::set<std::string> kinds;
    for (const auto& one : all) {
        ++states[one.at("state")];
        kinds.insert(one.at("kind"));
    }
    for (const char* state : {"draft", "in_review", "returned", "approved", "executing", "closed"}) {
        CAPTURE(state);
        CHECK(states[state] > 0);
    }
    CHECK(kinds.size() >= 6);
    const std::string indicators = (folder / "indicators.csv").string();
    mustRun(db, {"report", "indicators", "--out", indicators});
    const auto rows = linesOf(readFile(indicators));
    CHECK(rows.size() == 6);
    for (const std::string& row : rows)
        CHECK(row.back() != ','); // a rate, of something
    const std::string idle = mustRun(db, {"idle", "list"}).out;
    CHECK_THAT(idle, Catch::Contains("调剂") && Catch::Contains("待定"));
    mustRun(db, {"audit", "verify"});
    mustRun("", command);
    CHECK(documents() == all);
}

TEST_CASE("Beside the finished campaign the showcase leaves one that is under way")
{
    const TempFolder folder;
    const std::vector<std::string> command {"showcase", "--folder", (folder / "var").string(), "--units",
        "21", "--assets", "2600", "--photographed", "12"};
    CHECK_THAT(mustRun("", command).out, Catch::Contains("guanwu-app --demo"));
    const std::string db = "sqlite:" + (folder / "var/registry.db").string();
    const auto running = [&] {
        for (const std::string& line : linesOf(mustRun(db, {"task", "list"}).out))
            if (line.find("-R") != std::string::npos)
                return line.substr(0, line.find_first_of(" \t,"));
        return std::string();
    };
    const std::string task = running();
    REQUIRE(!task.empty());
    const std::string status = mustRun(db, {"task", "status", task}).out;
    CHECK_THAT(
        status, Catch::Contains("盘点中") && Catch::Contains("单位自查完成") && Catch::Contains("未盘"));
    // Called again, what somebody has tried in it stays as it is.
    mustRun("", command);
    CHECK(mustRun(db, {"task", "status", task}).out == status);
}
