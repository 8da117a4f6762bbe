#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>

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
