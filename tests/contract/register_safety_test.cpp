#include "core/registers/register_figures.h"
#include "tests/contract/register_desk.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

namespace {

std::vector<FieldValue> aBuilding(const std::string& name, const std::string& grade)
{
    return {{"subject", "房屋"}, {"name", name}, {"holder", "某县教育局"}, {"grade", grade}};
}

std::vector<FieldValue> aHazard(const std::string& due)
{
    return {{"found_on", "2026-05-01"}, {"hazard_kind", "消防"}, {"level", "一般隐患"},
        {"description", "通道堵塞"}, {"responsible", "甲"}, {"due_on", due}};
}

} // namespace

TEST_CASE("A hazard goes from finding to verification, and who puts it right does not verify it",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-01", Scope::everything(), kSpace);
    const auto building = desk.add(BuildingSafety, {}, aBuilding("一号楼", "C"));
    REQUIRE(refusal(building).empty());
    CHECK(subjectsOf(building) == std::vector<std::string> {"safety.unsafe"});
    const std::string house = building->entry.entryNo;
    CHECK(refusal(desk.add(BuildingSafety, "hazard", aHazard("2026-04-30"), "", house))
        == "register.date_order hazard.due_on");
    const auto hazard = desk.add(BuildingSafety, "hazard", aHazard("2026-06-01"), "", house);
    REQUIRE(refusal(hazard).empty());
    const std::string no = hazard->entry.entryNo;
    const auto open = [&] { return desk.service.find(BuildingSafety, house)->entry.text("open_hazards"); };
    CHECK(open() == "1");
    CHECK(subjectsOf(desk.service.find(BuildingSafety, no)).empty());
    desk.on("2026-06-04");
    const auto late = desk.service.find(BuildingSafety, no);
    REQUIRE(late->findings.size() == 1);
    CHECK(late->findings.front() == Error {ErrorCode::RuleViolated, "safety.overdue", "3"});

    CHECK(refusal(desk.step(BuildingSafety, no, "verify", {{"verified_on", "2026-06-04"}, {"checker", "乙"}}))
        == "register.step_from hazard.open");
    REQUIRE(refusal(desk.step(BuildingSafety, no, "start")).empty());
    CHECK(refusal(desk.step(BuildingSafety, no, "finish", {{"finished_on", "2026-06-03"}}))
        == "register.step_needs hazard.measure");
    REQUIRE(
        refusal(desk.step(BuildingSafety, no, "finish", {{"finished_on", "2026-06-03"}, {"measure", "清理"}}))
            .empty());
    CHECK(subjectsOf(desk.service.find(BuildingSafety, no))
        == std::vector<std::string> {"safety.finished_late"});
    CHECK(refusal(desk.step(BuildingSafety, no, "verify", {{"verified_on", "2026-06-04"}, {"checker", "甲"}}))
        == "safety.own_check 甲");
    CHECK(refusal(desk.step(BuildingSafety, no, "reopen")) == "register.reason ");
    REQUIRE(refusal(desk.step(BuildingSafety, no, "reopen", {}, "仍有杂物")).empty());
    REQUIRE(refusal(
        desk.step(BuildingSafety, no, "finish", {{"finished_on", "2026-06-04"}, {"measure", "再清理"}}))
                .empty());
    CHECK(open() == "1");
    REQUIRE(
        refusal(desk.step(BuildingSafety, no, "verify", {{"verified_on", "2026-06-04"}, {"checker", "乙"}}))
            .empty());
    CHECK(open() == "0");
    CHECK(refusal(desk.step(BuildingSafety, no, "reopen", {}, "x")) == "register.step_from hazard.verified");
}

TEST_CASE("4 313 buildings and 1 244 problems are counted, with their grades and what is overdue",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-15", Scope::everything(), kSpace);
    // Made up so that the city's figures come out; grades and dates are nobody's.
    std::vector<NewRegisterEntry> buildings;
    for (int i = 0; i < 4'313; ++i)
        buildings.push_back({{}, {}, {}, {}, aBuilding("楼" + std::to_string(i), i < 13 ? "D" : "B")});
    const auto refused = [](std::size_t, const Error& error) { FAIL(error.subject); };
    REQUIRE(desk.service.createAll(BuildingSafety, buildings, {}, refused) == std::size_t {0});
    std::vector<NewRegisterEntry> hazards;
    const auto page = desk.service.page(BuildingSafety, {}, 0, 1'244);
    for (const ShownEntry& building : *page)
        hazards.push_back({"hazard", {}, {}, building.entry.entryNo,
            aHazard(hazards.size() < 44 ? "2026-06-14" : "2026-06-15")});
    REQUIRE(desk.service.createAll(BuildingSafety, hazards, {}, refused) == std::size_t {0});
    std::map<std::string, std::string> figures;
    for (const RegisterFigure& figure : registerFigures(desk.service, BuildingSafety, {}))
        figures[figure.token] = figure.value;
    CHECK(figures.at("subject_building") == "4313");
    CHECK(figures.at("safety_building_findings") == "13");
    CHECK(figures.at("grade_D") == "13");
    CHECK(figures.at("hazard") == "1244");
    CHECK(figures.at("hazard_open") == "1244");
    CHECK(figures.at("hazard_findings") == "44");
}
