#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace guanwu::test;

TEST_CASE("An idle thing is declared, offered, let, paid for, and idle again, by command line")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const auto idle = mustRun(url, {"--json", "idle", "list"});
    REQUIRE_FALSE(linesOf(idle.out).empty());
    // The things of the headline figure are idle in the demo; a movable one of the first unit that has one.
    std::string asset;
    std::string unit;
    for (const std::string& line : linesOf(idle.out))
        if (const auto at = line.find("\"asset_no\":\"TY"); at != std::string::npos) {
            asset = line.substr(at + 12, 12);
            const auto code = line.find("\"unit\":\"") + 8;
            unit = line.substr(code, line.find('"', code) - code);
            break;
        }
    REQUIRE(asset.size() == 12);

    mustRun(url, {"idle", "propose", asset, "--way", "lease", "--income", "12000"});
    CHECK(mustRun(url, {"idle", "propose", asset, "--way", "nonsense"}, 2).err.find("[idle.way]")
        != std::string::npos);
    const auto open = [&](int exitCode) {
        return mustRun(url,
            {"lease", "open", "ZL-1", "--unit", unit, "--asset", asset, "--to-whom", "某公司", "--approval",
                "批1号", "--approval-date", "2022-01-05", "--from", "2022-02-01", "--to", "2023-01-31", "--rent",
                "1000"},
            exitCode);
    };
    open(0);
    CHECK(open(3).err.find("[lease.state]") != std::string::npos);
    CHECK(mustRun(url, {"--json", "idle", "list"}).out.find(asset) == std::string::npos);
    mustRun(url, {"lease", "pay", "ZL-1", "--amount", "2500", "--voucher", "JK1", "--dry-run"});
    mustRun(url, {"lease", "pay", "ZL-1", "--amount", "2500", "--voucher", "JK1"});
    CHECK(mustRun(url, {"--json", "lease", "show", "ZL-1"}).out.find("\"paid_yuan\":\"2500.00\"")
        != std::string::npos);
    mustRun(url, {"lease", "end", "ZL-1", "--on", "2022-06-30"});
    CHECK(mustRun(url, {"--json", "idle", "list"}).out.find(asset) != std::string::npos);

    const auto out = (city.folder() / "idle.csv").string();
    mustRun(url, {"report", "idle-disposal", "--as-of", "2026-11-30", "--out", out});
    CHECK(readFile(out).find("出租,1,") != std::string::npos);
}

TEST_CASE("What was said of an idle thing stands until something else is said")
{
    const DemoRegistry city("sqlite");
    const std::string& url = city.url();
    std::string asset;
    std::istringstream cards(city.exported("assets"));
    for (std::string line; asset.empty() && std::getline(cards, line);)
        if (line.starts_with("JJ") && line.find(",in_use,") != std::string::npos)
            asset = line.substr(0, line.find(','));
    REQUIRE_FALSE(asset.empty());
    const auto listed = [&] {
        for (const std::string& line : linesOf(mustRun(url, {"idle", "list"}).out))
            if (line.find(asset) != std::string::npos)
                return line.substr(line.find("00\t") + 3);
        return std::string();
    };
    mustRun(url, {"idle", "declare", asset, "--since", "2024-02-29", "--reason", "replaced"});
    CHECK_THAT(listed(), Catch::StartsWith("2024-02-29\t") && Catch::EndsWith("\t更新换代\t待定"));
    mustRun(url, {"idle", "propose", asset, "--way", "reallocate", "--measure", "联系接收单位"});
    CHECK_THAT(listed(), Catch::StartsWith("2024-02-29\t") && Catch::EndsWith("\t更新换代\t调剂"));
    mustRun(url, {"idle", "declare", asset, "--condition", "repairable"});
    CHECK_THAT(listed(), Catch::StartsWith("2024-02-29\t") && Catch::EndsWith("\t更新换代\t调剂"));
    mustRun(url, {"idle", "declare", asset, "--reason", "other", "--remark", "搬迁"});
    // A reason that needs a remark shows that this one was taken back.
    CHECK(mustRun(url, {"idle", "declare", asset, "--remark", ""}, 3).err.find("[idle.remark_missing]")
        != std::string::npos);
    mustRun(url, {"idle", "declare", asset, "--reason", "left_over", "--remark", ""});
    CHECK_THAT(listed(), Catch::EndsWith("\t布局调整后空余\t调剂"));
    CHECK(mustRun(url, {"idle", "declare", asset, "--since", "2024-02-30"}, 2).err.find("[date.not_a_day]")
        != std::string::npos);
    CHECK(mustRun(url, {"idle", "declare", asset, "--way", "nonsense"}, 2).err.find("[idle.way]")
        != std::string::npos);
}
