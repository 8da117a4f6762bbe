#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;
using nlohmann::json;

namespace {

struct Register {
    const DemoRegistry& registry;
    std::string kind;

    ProgramRun operator()(std::vector<std::string> arguments, int exitCode = 0) const
    {
        arguments.insert(arguments.begin(), {"--json", "register", kind});
        return mustRun(registry.url(), arguments, exitCode);
    }
    json one(std::vector<std::string> arguments) const
    {
        return json::parse((*this)(std::move(arguments)).out);
    }
    /// Takes a step; the fields follow it as FIELD=VALUE.
    json step(const std::string& number, const std::string& step, const std::vector<std::string>& set) const
    {
        std::vector<std::string> arguments {"step", number, step};
        for (const std::string& value : set)
            arguments.insert(arguments.end(), {"--set", value});
        return one(std::move(arguments));
    }
};

} // namespace

TEST_CASE("Gifts are imported, moved along, exported and told to their units by command line")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const Register gifts {registry, "gifts"};
    const auto file = registry.folder() / "gifts.csv";
    const std::string head = "单位编码,来源类别,种类,名称,数量,赠送方,受礼人,接收日期,申报价值\n";
    const std::string row = "U001,外事礼品,实物,瓷瓶,1,来访团,张三,2022-01-31,800\n";
    writeFile(file, head + row + "U001,外事礼品,黄金,金条,1,来访团,张三,2022-01-31,1\n");
    CHECK_THAT(gifts({"import", file.string(), "--dry-run"}, 1).err, Catch::Contains("register.value"));
    CHECK_THAT(gifts({"import", file.string()}, 3).err, Catch::Contains("种类") && Catch::Contains("黄金"));
    // A refusal names the field as the office does, in the language of whoever asks.
    CHECK_THAT(gifts({"add", "--unit", "U001", "--set", "name=瓷瓶"}, 3).err,
        Catch::Contains("必填：来源类别 [register.required]"));
    CHECK_THAT(gifts({"add", "--unit", "U001", "--set", "name=瓷瓶", "--lang", "en"}, 3).err,
        Catch::Contains("this is needed: Source [register.required]"));
    CHECK_THAT(gifts({"add", "--unit", "U001", "--set", "申报价值=一百"}, 3).err,
        Catch::Contains("申报价值") && !Catch::Contains("stated_yuan"));
    // One that names a wrong choice says which there are.
    CHECK_THAT(gifts({"add", "--unit", "U001", "--set", "source_kind=来访外宾"}, 3).err,
        Catch::Contains("值无效：来源类别；可填：foreign 外事礼品、"));
    CHECK_THAT(gifts({"add", "--unit", "U001", "--set", "source_kind=x", "--lang", "en"}, 3).err,
        Catch::Contains("this value cannot be: Source; it is one of: foreign ("));
    CHECK(gifts({"list"}).out.empty());
    writeFile(file, head + row + "U002,国内公务收受,礼金,红包,1,某公司,李四,2022-02-01,600\n");
    CHECK(json::parse(gifts({"import", file.string(), "--dry-run"}).out).at("stored") == 0);
    CHECK(json::parse(gifts({"import", file.string()}).out).at("stored") == 2);
    REQUIRE(linesOf(gifts({"list"}).out).size() == 2);
    CHECK(linesOf(gifts({"list", "--unit", "U002"}).out).size() == 1);
    const std::string no = json::parse(linesOf(gifts({"list"}).out).front()).at("entry_no");

    gifts({"step", no, "declare", "--set", "declared_on=2022-02-10", "--dry-run"});
    CHECK(gifts.one({"show", no}).at("state") == "received");
    CHECK_THAT(gifts({"step", no, "申报"}, 3).err, Catch::Contains("办理此步骤须填：申报日期"));
    CHECK(gifts.step(no, "申报", {"申报日期=2022-02-10"}).at("state") == "declared");
    const auto told = mustRun(registry.url(), {"register", "gifts", "show", no, "--history"}).out;
    CHECK_THAT(
        told, Catch::Contains("申报日期:  -> 2022-02-10") && Catch::Contains("来源类别:  -> 外事礼品"));
    CHECK_THAT(gifts({"step", no, "keep"}, 3).err, Catch::Contains("register.step_from"));
    CHECK_THAT(
        gifts({"change", no, "--set", "decision_no=1"}, 3).err, Catch::Contains("register.field_step"));
    CHECK_THAT(gifts({"dance"}, 2).err, Catch::Contains("register.action"));
    CHECK_THAT(
        mustRun(registry.url(), {"register", "coins", "list"}, 2).err, Catch::Contains("register.kind"));
    const auto late = gifts.step(no, "hand_in", {"handed_in_on=2022-03-05"});
    CHECK(late.at("findings")[0].at("code") == "gift.late");
    CHECK_THAT(gifts({"show", no, "--history"}).out, Catch::Contains(R"("step":"hand_in")"));
    CHECK_THAT(gifts({"rules"}).out, Catch::Contains("Decree 133"));
    CHECK_THAT(gifts({"types"}).out, Catch::Contains("handed_in"));

    gifts({"export", (registry.folder() / "out.csv").string()});
    CHECK_THAT(readFile(registry.folder() / "out.csv"), Catch::Contains(no + ",handed_in,U001"));
    for (const std::string ending : {"csv", "xlsx", "pdf"}) {
        const auto out = registry.folder() / ("gifts." + ending);
        const auto run
            = mustRun(registry.url(), {"--json", "report", "register-gifts", "--out", out.string()});
        CHECK(json::parse(run.out).at("rows") == 2);
        CHECK(std::filesystem::file_size(out) > 100);
    }
    CHECK_THAT(readFile(registry.folder() / "gifts.csv"), Catch::Contains("超过一个月上交期限 5 天"));
    const auto notice = registry.folder() / "notice.csv";
    const auto run = mustRun(registry.url(),
        {"--json", "report", "register-gift-notice", "--year", "2022", "--unit", "U001", "--out",
            notice.string()});
    CHECK(json::parse(run.out).at("rows") == 1);
    // How many gifts the register has besides is nothing that it tells.
    CHECK(json::parse(run.out).value("figures", json::object()).empty());
    CHECK_THAT(readFile(notice), Catch::Contains(no));
    // What became of a gift fits one page across; what the register knows besides stays there.
    CHECK_THAT(readFile(notice), Catch::Contains("去向") && !Catch::Contains("特征描述"));
}

TEST_CASE("A case number is in no list, export, history or report; showing it needs a reason and is noted")
{
    const DemoRegistry registry("sqlite");
    const Register goods {registry, "seized-goods"};
    const std::string secret = "CASE-77";
    const std::string no = goods
                               .one({"add", "--unit", "U001", "--set", "case_no=" + secret, "--set",
                                   "source_kind=discipline", "--set", "handed_by_org=市纪委监委", "--set",
                                   "name=手表", "--set", "quantity=1", "--set", "special_kind=none"})
                               .at("entry_no");
    std::string all;
    for (const std::vector<std::string>& asked :
        {std::vector<std::string> {"list"}, {"list", "--find", secret}, {"show", no, "--history"},
            {"export", (registry.folder() / "goods.csv").string()}})
        all += goods(asked).out;
    mustRun(registry.url(),
        {"report", "register-seized-goods", "--out", (registry.folder() / "report.csv").string()});
    all += readFile(registry.folder() / "goods.csv") + readFile(registry.folder() / "report.csv");
    CHECK_THAT(all, Catch::Contains(no));
    CHECK_THAT(all, Catch::Contains("***"));
    CHECK_THAT(all, !Catch::Contains(secret));
    CHECK_THAT(goods({"show", no, "--reveal"}, 3).err, Catch::Contains("register.reason"));
    CHECK_THAT(
        goods({"show", no, "--reveal", "--reason", "核对", "--by", "wang"}).out, Catch::Contains(secret));
    CHECK_THAT(goods({"show", no, "--history"}).out, Catch::Contains(R"("kind":"read")"));
}

TEST_CASE(
    "The registers of vehicles, housing, low-value items and safety go by command line, with their reports")
{
    const DemoRegistry registry("sqlite");
    const auto report = [&](const std::string& name, const std::vector<std::string>& more = {}) {
        std::vector<std::string> arguments {
            "--json", "report", name, "--out", (registry.folder() / (name + ".csv")).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return json::parse(mustRun(registry.url(), arguments).out);
    };
    const auto cards = report("register-vehicles");
    const Register vehicles {registry, "vehicles"};
    const auto file = registry.folder() / "vehicles.csv";
    writeFile(file,
        "用车单位,车牌号,公务用车类别,卫星定位终端,免装原因\n某县局,湘N90001,执法执勤用车,已装,\n某县局,湘N90002,执法执勤用车,免装,侦查办案\n");
    CHECK(json::parse(vehicles({"import", file.string()}).out).at("stored") == 2);
    const auto after = report("register-vehicles");
    CHECK(after.at("rows").get<int>() == cards.at("rows").get<int>() + 2);
    CHECK(std::stoi(after.at("figures").at("vehicles").get<std::string>()) == after.at("rows").get<int>());
    CHECK(after.at("figures").at("exempt")
        == std::to_string(std::stoi(cards.at("figures").at("exempt").get<std::string>()) + 1));
    CHECK(report("register-vehicle-quota").at("rows").get<int>() > 0);
    CHECK_THAT(readFile(registry.folder() / "register-vehicle-quota.csv"), Catch::Contains(",执法执勤用车,,2,,1,1,50.00"));

    const Register housing {registry, "housing"};
    const std::string flat
        = housing.one({"add", "--unit", "U001", "--set", "house_kind=turnover", "--set", "address=1号楼"})
              .at("entry_no");
    housing({"add", "--type", "occupancy", "--parent", flat, "--set", "occupant=甲", "--set",
        "from_on=2020-01-01", "--set", "to_on=2021-01-01", "--set", "approval_no=1"});
    CHECK_THAT(housing({"add", "--type", "occupancy", "--parent", flat, "--set", "occupant=乙", "--set",
                           "from_on=2022-01-01", "--set", "approval_no=2"},
                   3)
                   .err,
        Catch::Contains("housing.occupied_by"));
    CHECK(report("register-occupancies", {"--findings"}).at("rows") == 1);
    CHECK_THAT(readFile(registry.folder() / "register-occupancies.csv"), Catch::Contains("居住期满已"));
    CHECK(linesOf(housing({"list", "--type", "occupancy", "--findings", "--parent", flat}).out).size() == 1);

    const Register items {registry, "low-value"};
    const std::string item
        = items.one({"add", "--unit", "U001", "--set", "name=订书机", "--set", "unit_of_measure=个"})
              .at("entry_no");
    const auto move = [&](const std::string& direction, const std::string& cause, int exitCode) {
        return items({"add", "--type", "movement", "--parent", item, "--set", "moved_on=2022-01-01", "--set",
                         "direction=" + direction, "--set", "cause=" + cause, "--set", "quantity=3"},
            exitCode);
    };
    CHECK_THAT(move("out", "issue", 3).err, Catch::Contains("low_value.balance"));
    move("in", "purchase", 0);
    CHECK(report("register-low-value").at("figures").at("quantity") == "3");
    CHECK(report("register-low-value-movements").at("rows") == 1);

    const Register safety {registry, "building-safety"};
    const std::string house = safety
                                  .one({"add", "--unit", "U001", "--set", "subject=building", "--set",
                                      "name=一号楼", "--set", "grade=D"})
                                  .at("entry_no");
    safety({"add", "--type", "hazard", "--parent", house, "--set", "found_on=2022-01-01", "--set",
        "hazard_kind=fire", "--set", "level=major", "--set", "description=通道堵塞", "--set",
        "responsible=甲", "--set", "due_on=2022-02-01"});
    CHECK(report("register-hazards", {"--findings"}).at("rows") == 1);
    CHECK(report("register-building-safety").at("figures").at("grade_D") == "1");
}
