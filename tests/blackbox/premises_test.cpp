#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace guanwu::test;

namespace {

std::string lastLine(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::string last;
    while (std::getline(in, line))
        if (!line.empty() && line != "\r")
            last = line;
    return last;
}

} // namespace

TEST_CASE("The demo's records add up to the figures of office space and certificates", "[blackbox][premises]")
{
    const TempFolder folder;
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const std::string url = backEnd.url();
    mustRun(url, {"init"});
    mustRun(url, {"demo", "--units", "219", "--assets", "4000"});
    const auto total = [&](const std::string& name) {
        const auto file = folder / (name + ".csv");
        mustRun(url, {"report", name, "--out", file.string(), "--as-of", "2022-12-31"});
        return lastLine(file);
    };
    CHECK_THAT(total("certificates"), Catch::StartsWith("合计,50 本,")
        && Catch::Contains(",25298.50,84603.01,60,"));
    CHECK_THAT(total("space-allocation"), Catch::StartsWith("合计,14 个单位,,24 间,581.56,"));
    CHECK_THAT(total("repairs"), Catch::StartsWith("合计,9 项,") && Catch::Contains(",1626.00,"));
    // What was filed only stands beside what was registered.
    CHECK_THAT(
        total("certificate-progress"), Catch::StartsWith("合计,") && Catch::Contains(",60,84603.01,3,"));
    CHECK_THAT(total("space-vacated"),
        Catch::StartsWith("合计,") && Catch::Contains("23 间,556.60")); // one left in 2021
    // People stand in their offices, so that the areas can be read for what they are.
    CHECK_THAT(total("space-people"), Catch::Contains("平均每间"));
    CHECK_THAT(total("space-usage"), Catch::StartsWith("合计,"));
    CHECK_THAT(total("space-calculation"), Catch::StartsWith("合计,"));
    for (const char* extension : {".xlsx", ".pdf"})
        mustRun(url, {"report", "space-usage", "--out", (folder / ("a" + std::string(extension))).string()});
    const auto allocations = folder / "space-allocation.csv";
    std::ifstream in(allocations);
    std::string row;
    std::getline(in, row);
    std::getline(in, row);
    const auto from = row.find("怀办用凭");
    REQUIRE(from != std::string::npos);
    const std::string certificate = row.substr(from, row.find(',', from) - from);
    const auto pdf = [&](const char* name) {
        mustRun(url, {"space", "certificate", certificate, "--issuer", "市机关事务管理局", "--out",
                         (folder / name).string()});
        std::ifstream file(folder / name, std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    };
    CHECK(pdf("1.pdf") == pdf("2.pdf"));
    mustRun(url, {"space", "certificate", "none", "--out", (folder / "3.pdf").string()}, 3);
    const std::string gaps = mustRun(url, {"title", "gaps"}, 1).out;
    for (const char* kind :
        {"有房无证", "有证无房", "面积不一致", "权利人未变更", "容缺件未补齐", "证书借出逾期"}) {
        CAPTURE(kind);
        CHECK_THAT(gaps, Catch::Contains(kind));
    }
    const std::string over = mustRun(url, {"space", "over"}, 1).out;
    for (const char* said : {"超出核定面积", "不得设卫生间", "兼职用房未低于标准", "承重墙不能拆改"}) {
        CAPTURE(said);
        CHECK_THAT(over, Catch::Contains(said));
    }
    const std::string due = mustRun(url, {"space", "due", "--on", "2022-12-31"}, 1).out;
    for (const char* ground : {"人员离任退休", "兼职终止", "超标准", "通知腾退"})
        for (const char* urgency : {"已逾期", "即将到期"}) {
            CAPTURE(ground, urgency);
            std::istringstream lines(due);
            bool isFound = false;
            for (std::string line; std::getline(lines, line);)
                isFound = isFound || (line.starts_with(urgency) && line.find(ground) != std::string::npos);
            CHECK(isFound); // told of before and after
        }
    for (const char* state : {"repair", "idle", "leased", "unsafe", "converted", "vacating"}) {
        CAPTURE(state);
        CHECK_FALSE(mustRun(url, {"space", "rooms", "--state", state}).out.empty());
    }
    CHECK_THAT(mustRun(url, {"space", "unit", "U002"}).out, Catch::Contains("附属用房建筑面积"));
}

TEST_CASE(
    "A ledger of repairs that an import brings is whole, and goes with its batch", "[blackbox][premises]")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const auto run = [&](std::vector<std::string> arguments, int exitCode = 0) {
        return mustRun(city.url(), std::move(arguments), exitCode).out;
    };
    const auto file = [&](const char* name, const std::string& rows) {
        writeFile(city.folder() / name,
            "申请号,单位,楼栋,维修类别,面积,批准日期,状态,部位,查勘日期,查勘结论,计划年度,排序,施工单位,开工,竣工,验收,"
            "结算,是否资本化\n"
                + rows);
        return (city.folder() / name).string();
    };
    const std::string done
        = "维1,U001,C01-1,大修,100,2024-03-01,accepted,屋面,2024-01-05,渗漏,2024,1,某公司,2024-04-01,";
    run({"import", "repairs", file("wrong.csv", done + "2024-03-31,2024-06-10,9000,是\n")}, 3);
    const std::string before = run({"space", "repairs"});
    const auto batch = nlohmann::json::parse(run({"import", "repairs",
        file("right.csv",
            done + "2024-06-01,2024-06-10,9000,是\n维2,U001,C01-1,中修,50,,applied,门窗,,,,,,,,,,\n"),
        "--json"}));
    const auto report = city.folder() / "repairs.csv";
    run({"report", "repairs", "--out", report.string(), "--as-of", "2024-12-31"});
    CHECK_THAT(readFile(report),
        Catch::Contains(
            ",屋面,大修,100.00,,2024-01-05,渗漏,1,,,2024-03-01,2024-04-01,2024-06-01,2024-06-10,9000.00,是,"));
    CHECK_THAT(
        run({"space", "repairs"}), Catch::Contains("上次维修 2024")); // what waits in the same building
    run({"import", "--undo", batch.at("batch").dump()});
    CHECK(run({"space", "repairs"}) == before);
}

TEST_CASE("Rooms are put right, published and told of by command line", "[blackbox][premises]")
{
    const DemoRegistry city("sqlite");
    const auto run = [&](std::vector<std::string> arguments, int exitCode = 0) {
        return mustRun(city.url(), std::move(arguments), exitCode).out;
    };
    const std::string first = run({"space", "rooms", "--unit", "U001"});
    const std::string room = first.substr(0, first.find('\t'));
    CHECK_THAT(run({"space", "change", room, "--state", "repair", "--usable", "17.5", "--reason", "屋面漏水",
                   "--dry-run"}),
        Catch::Contains("未作更改"));
    CHECK_THAT(
        run({"space", "change", room, "--state", "repair", "--usable", "17.5", "--reason", "屋面漏水"}),
        Catch::Contains("维修停用") && Catch::Contains("17.50"));
    CHECK_THAT(run({"space", "room", room}), Catch::Contains("维修停用"));
    run({"space", "change", room, "--state", "removed", "--reason", "拆除"}, 3);
    run({"space", "change", room, "--state", "broken", "--reason", "x"}, 2);
    run({"space", "change", room, "--state", "repair", "--reason", "x"}, 3); // it is so already

    // Nothing of a new year was made public; then all of it.
    CHECK_THAT(run({"space", "publication"}, 1), Catch::Contains("已公示 0"));
    run({"space", "publish", "--unit", "none"}, 3);
    run({"space", "publish", "--on", "2999-01-01"}, 2);
    run({"space", "publish"});
    run({"space", "publication"});

    // What was put right of a room holds the import that brought it.
    writeFile(city.folder() / "places.csv", "code,kind,name,parent\nZ-1,room,一号房,C01-1\n");
    writeFile(city.folder() / "rooms.csv", "place,room_kind,usable_m2,state\nZ-1,office,18,available\n");
    run({"import", "places", (city.folder() / "places.csv").string()});
    const auto imported
        = nlohmann::json::parse(run({"import", "rooms", (city.folder() / "rooms.csv").string(), "--json"}));
    const std::string batch = imported.at("batch").dump();
    run({"import", "--undo", batch, "--dry-run"});
    run({"space", "change", "Z-1", "--usable", "17.8", "--reason", "复测"});
    CHECK_THAT(
        mustRun(city.url(), {"import", "--undo", batch}, 3).err, Catch::Contains("import.undo_in_use"));

    CHECK_THAT(run({"title", "buildings"}), Catch::Contains("已登记") && Catch::Contains("待登记"));
    run({"space", "propose", "U001", "--everybody", "--together", "21"}, 3);
}
