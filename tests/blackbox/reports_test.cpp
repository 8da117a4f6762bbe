#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;

namespace {

using KeptJson = nlohmann::json;

/// The report command of a registry, in JSON.
struct ReportCommand {
    const DemoRegistry& registry;

    ProgramRun operator()(std::vector<std::string> arguments, int exitCode = 0) const
    {
        arguments.insert(arguments.begin(), {"--json", "report"});
        return mustRun(registry.url(), arguments, exitCode);
    }
    [[nodiscard]] KeptJson one(std::vector<std::string> arguments, int exitCode = 0) const
    {
        return KeptJson::parse(linesOf((*this)(std::move(arguments), exitCode).out).at(0));
    }
};

} // namespace

TEST_CASE("A report is kept by command line with its digest; one of a unit is kept as that unit's")
{
    const DemoRegistry registry(GENERATE("sqlite", "mariadb"));
    const ReportCommand report {registry};
    const auto file = registry.folder() / "notice.csv";
    const KeptJson kept = report.one({"register-gifts", "--unit", "U001", "--out", file.string(), "--keep"});
    CHECK(kept.at("reach") == "unit");
    CHECK(kept.at("unit") == "U001");
    const std::string id = kept.at("id");
    report({"register-gifts", "--keep", "--format", "xlsx"});
    report({"register-gifts", "--keep", "--dry-run"});
    const auto listed = linesOf(report({"archive", "list", "--report", "register-gifts"}).out);
    REQUIRE(listed.size() == 2);
    CHECK(KeptJson::parse(listed.at(0)).at("reach") == "everything");
    CHECK(KeptJson::parse(listed.at(1)).at("id") == id);
    CHECK_THAT(KeptJson::parse(listed.at(1)).at("made_by").get<std::string>(), Catch::StartsWith("local:"));
    CHECK(linesOf(report({"archive", "list", "--of-unit", "U001"}).out).size() == 1);
    const auto back = registry.folder() / "back.csv";
    report({"archive", "get", id, "--out", back.string()});
    CHECK(readFile(back) == readFile(file));
    CHECK(linesOf(report({"archive", "verify"}).out).size() == 2);
    CHECK(report.one({"archive", "verify", id}).at("holds") == true);
    CHECK_THAT(
        report({"archive", "get", "1", "--out", back.string()}, 3).err, Catch::Contains("report.not_kept"));
    CHECK_THAT(report({"overview", "--keep", "--cells"}, 2).err, Catch::Contains("--keep"));
}

TEST_CASE("The reasons of a year, its text and reports on schedule go by command line")
{
    const DemoRegistry registry("sqlite");
    const ReportCommand report {registry};
    mustRun(registry.url(), {"depreciate", "--through", "2022-12", "--opening", "2021-12", "--unit", "U001"});
    const KeptJson moves = report.one({"explain", "--year", "2022", "--unit", "U001"}, 0);
    CHECK(moves.at("limit_percent") == 20);
    const std::string first = moves.at("moves").at(0).at("class");
    report({"explain", "--year", "2022", "--unit", "U001", "--class", first, "--reason", "年内购置",
        "--dry-run"});
    const KeptJson explained = report.one(
        {"explain", "--year", "2022", "--unit", "U001", "--class", first, "--reason", "年内购置"});
    CHECK(explained.at("moves").at(0).at("reason") == "年内购置");
    report({"explain", "--year", "2022", "--unit", "U001", "--class", first, "--remove"});
    CHECK_THAT(
        report({"explain", "--year", "2022", "--unit", "U001", "--class", "A99", "--reason", "x"}, 3).err,
        Catch::Contains("books.no_move"));
    const auto text = registry.folder() / "yearly.pdf";
    report({"yearly-text", "--year", "2022", "--unit", "U001", "--out", text.string()});
    CHECK_THAT(readFile(text), Catch::StartsWith("%PDF"));

    const std::vector<std::string> add {"schedule", "add", "depreciation", "--period", "month", "--day", "5"};
    CHECK(report.one(add).at("reach") == "everything");
    CHECK_THAT(report({"schedule", "add", "depreciation", "--period", "month", "--day", "29"}, 3).err,
        Catch::Contains("schedule.day"));
    const KeptJson listed = report.one({"schedule", "list"});
    CHECK(listed.at("due_day") == 5);
    CHECK(report.one({"schedule", "run"}).at("kept") == 0); // due tomorrow at the earliest
    report({"schedule", "end", listed.at("id")});
    CHECK_FALSE(report.one({"schedule", "list"}).at("ended_by").is_null());
}
