#include "app/registers/register_files.h"
#include "core/base/text_length.h"
#include "tests/contract/register_desk.h"
#include "tests/support/temp_folder.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

TEST_CASE("A gift goes from receipt to its end by the steps of its register, each of them noted",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk clerk(
        *registry.session, "2026-02-10", Scope::ofUnit(UnitId {1}), {"clerk01", Role::UnitClerk});
    RegisterDesk section(*registry.session, "2026-02-20");
    const auto made = clerk.add(Gifts, {}, aGift());
    REQUIRE(refusal(made).empty());
    const std::string no = made->entry.entryNo;
    CHECK(no == "LP-2026-000001");
    CHECK(made->entry.state == "received");
    CHECK(made->entry.unit.name == "第1局");
    CHECK(made->entry.text("due_on") == "2026-02-28");
    CHECK(made->entry.text("stated_yuan") == "800.00");
    CHECK(clerk.add(Gifts, {}, aGift())->entry.entryNo == "LP-2026-000002");

    // What a step brings cannot be written beforehand, nor the step taken before its time.
    CHECK(refusal(clerk.service.change(Gifts, no, 1, {{"handed_in_on", "2026-02-10"}}, {}))
        == "register.field_step gift.handed_in_on");
    CHECK(refusal(clerk.step(Gifts, no, "hand_in", {{"handed_in_on", "2026-02-10"}}))
        == "register.step_from gift.received");
    CHECK(refusal(clerk.step(Gifts, no, "declare")) == "register.step_needs gift.declared_on");
    CHECK(refusal(clerk.step(Gifts, no, "declare", {{"declared_on", "2026-02-11"}}))
        == "register.date_future gift.declared_on");
    CHECK(refusal(clerk.step(Gifts, no, "declare", {{"declared_on", "2026-01-30"}}))
        == "register.date_order gift.declared_on");
    CHECK(refusal(clerk.step(Gifts, no, "declare", {{"declared_on", "2026-02-05"}})).empty());
    CHECK(refusal(clerk.step(Gifts, no, "hand_in", {{"handed_in_on", "2026-02-08"}, {"handed_by", "李四"}}))
              .empty());
    // The unit does not decide what becomes of it, and the section hands nothing in.
    const std::vector<FieldValue> intoStore {
        {"registered_on", "2026-02-09"}, {"custody_place", "礼品库"}, {"keeper", "王五"}};
    CHECK(refusal(clerk.step(Gifts, no, "register", intoStore)) == "register.other_role asset_section");
    CHECK(refusal(section.step(Gifts, no, "register", intoStore)).empty());
    CHECK(refusal(section.step(Gifts, no, "keep", {{"decision_no", "x"}, {"decided_on", "2026-02-20"}}))
        == "register.step_from gift.registered");
    CHECK(refusal(
        section.step(Gifts, no, "appraise", {{"appraised_yuan", "900"}, {"appraised_on", "2026-02-12"}}))
              .empty());
    CHECK(refusal(section.step(Gifts, no, "keep", {{"decided_on", "2026-02-20"}}))
        == "register.step_needs gift.decision_no");
    const std::vector<FieldValue> decision {{"decision_no", "怀管〔2026〕1号"}, {"decided_on", "2026-02-20"}};
    CHECK(refusal(section.step(Gifts, no, "return", decision)) == "gift.not_returned " + no);
    CHECK(refusal(section.step(Gifts, no, "keep", decision)).empty());
    CHECK(refusal(section.step(Gifts, no, "close", {{"closed_on", "2026-02-20"}})).empty());
    CHECK(refusal(section.service.change(Gifts, no, 7, {{"remark", "x"}}, {}))
        == "register.closed gift.closed");

    const auto events = clerk.service.history(Gifts, no, 0, 100);
    REQUIRE(events->size() == 7);
    CHECK(events->back().kind == RegisterEventKind::Created);
    CHECK(events->front().step == "close");
    CHECK(events->front().state == "closed");
    CHECK(events->front().revision == 7);
    CHECK(events->at(5).actor == "clerk01");
    CHECK(events->at(5).fields == std::vector<FieldDifference> {{"declared_on", "", "2026-02-05", "", ""}});
    CHECK(clerk.service.history(Gifts, no, events->at(5).id, 10)->size() == 1);
}

TEST_CASE("Money and securities go to the treasury, whatever the amount", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-02-20", Scope::everything(), {"cli", {}});
    auto fields = aGift();
    fields[1].value = "礼金";
    fields.back().value = "50";
    const auto made = desk.add(Gifts, {}, fields);
    REQUIRE(refusal(made).empty());
    const std::string no = made->entry.entryNo;
    CHECK(made->entry.text("due_on") == "2026-02-28");
    REQUIRE(refusal(desk.step(Gifts, no, "declare", {{"declared_on", "2026-02-05"}})).empty());
    REQUIRE(refusal(desk.step(Gifts, no, "hand_in", {{"handed_in_on", "2026-02-05"}})).empty());
    REQUIRE(refusal(desk.step(Gifts, no, "register",
                        {{"registered_on", "2026-02-05"}, {"custody_place", "保险柜"}, {"keeper", "王五"}}))
                .empty());
    REQUIRE(
        refusal(desk.step(Gifts, no, "appraise", {{"appraised_yuan", "50"}, {"appraised_on", "2026-02-05"}}))
            .empty());
    const std::vector<FieldValue> decision {{"decision_no", "x"}, {"decided_on", "2026-02-06"}};
    for (const char* step : {"keep", "use", "donate", "sell", "destroy", "return"})
        CHECK(refusal(desk.step(Gifts, no, step, decision)) == "gift.money_to_treasury " + no);
    CHECK(refusal(desk.step(Gifts, no, "pay_in", {{"income_yuan", "50"}, {"closed_on", "2026-02-07"}}))
        == "register.step_needs gift.treasury_voucher");
    CHECK(desk.step(Gifts, no, "pay_in",
                  {{"income_yuan", "50"}, {"treasury_voucher", "JK1"}, {"closed_on", "2026-02-07"}})
              ->entry.state
        == "closed");
}

TEST_CASE(
    "Nothing of a register is deleted: it is void, with a reason, and stays so", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-03-20");
    const std::string no = desk.add(Gifts, {}, aGift())->entry.entryNo;
    CHECK(subjectsOf(desk.service.find(Gifts, no)) == std::vector<std::string> {"gift.late"});
    CHECK(refusal(desk.step(Gifts, no, "void")) == "register.reason ");
    CHECK(refusal(desk.step(Gifts, no, "void", {}, manyCharacters(kLongestNote + 1))) == "text.too_long 500");
    CHECK(desk.step(Gifts, no, "void", {}, "重复登记")->entry.state == "void");
    CHECK(subjectsOf(desk.service.find(Gifts, no)).empty());
    CHECK(refusal(desk.step(Gifts, no, "void", {}, "x")) == "register.closed gift.void");
    CHECK(refusal(desk.service.change(Gifts, no, 2, {{"remark", "x"}}, {})) == "register.closed gift.void");
    CHECK(desk.service.history(Gifts, no, 0, 10)->front().reason == "重复登记");
    CHECK(desk.add(Gifts, {}, aGift())->entry.entryNo == "LP-2026-000002");
}

TEST_CASE("What a scope does not reach is not there, in no list and under no number", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk section(*registry.session, "2026-02-20");
    const std::string own = section.add(Gifts, {}, aGift(), "U001")->entry.entryNo;
    const std::string below = section.add(Gifts, {}, aGift(), "U002")->entry.entryNo;
    const std::string other = section.add(Gifts, {}, aGift(), "U003")->entry.entryNo;
    const auto seen = [&](const Scope& scope) {
        RegisterDesk desk(*registry.session, "2026-02-20", scope, {"x", Role::UnitClerk});
        std::string out;
        const auto page = desk.service.page(Gifts, {}, 0, 100);
        for (const ShownEntry& entry : *page)
            out += entry.entry.unit.code + " ";
        return out;
    };
    CHECK(seen(Scope::ofUnit(UnitId {1})) == "U001 ");
    CHECK(seen(Scope::ofUnitAndSubordinates(UnitId {1})) == "U001 U002 ");
    CHECK(seen(Scope::ofDepartment(UnitId {1}, DepartmentId {11})).empty());
    CHECK(seen(Scope()).empty());
    RegisterDesk clerk(*registry.session, "2026-02-20", Scope::ofUnit(UnitId {1}), {"x", Role::UnitClerk});
    CHECK(refusal(clerk.service.find(Gifts, other)) == "register.not_found " + other);
    CHECK(refusal(clerk.step(Gifts, other, "declare")) == "register.not_found " + other);
    CHECK(refusal(clerk.service.history(Gifts, other, 0, 1)) == "register.not_found " + other);
    CHECK(refusal(clerk.add(Gifts, {}, aGift(), "U003")) == "unit.not_found U003");
    // It is read, but not changed, from above.
    RegisterDesk above(
        *registry.session, "2026-02-20", Scope::ofUnitAndSubordinates(UnitId {1}), {"x", Role::UnitClerk});
    CHECK(above.service.find(Gifts, below));
    CHECK(
        refusal(above.step(Gifts, below, "declare", {{"declared_on", "2026-02-01"}})) == "access.forbidden ");
    // Nor under the name of another register.
    CHECK(refusal(section.service.find(LowValue, own)) == "register.not_found " + own);
}

TEST_CASE("Two who change the same entry: the second is told so, and nothing of his is there",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk one(*registry.session, "2026-02-20");
    const auto session = registry.backEnd.connect();
    RegisterDesk two(*session, "2026-02-20");
    const std::string no = one.add(Gifts, {}, aGift())->entry.entryNo;
    CHECK(one.service.change(Gifts, no, 1, {{"remark", "甲"}}, "更正")->entry.revision == 2);
    CHECK(refusal(two.service.change(Gifts, no, 1, {{"remark", "乙"}}, "更正")) == "register.changed " + no);
    CHECK(two.service.find(Gifts, no)->entry.text("remark") == "甲");
    CHECK(one.service.history(Gifts, no, 0, 10)->size() == 2);
    // A change that changes nothing is none; a dry run changes nothing.
    CHECK(one.service.change(Gifts, no, 2, {{"remark", "甲"}}, {})->entry.revision == 2);
    CHECK(one.service.change(Gifts, no, 2, {{"remark", "丙"}}, {}, WriteMode::DryRun));
    CHECK(one.service.create(Gifts, {{}, "U001", {}, {}, aGift()}, {}, WriteMode::DryRun));
    CHECK(one.service.find(Gifts, no)->entry.text("remark") == "甲");
    CHECK(one.service.page(Gifts, {}, 0, 100)->size() == 1);
}

TEST_CASE("A list is found by number, value, unit and state, and many rows are entered at once or not",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-02-20");
    std::vector<NewRegisterEntry> many;
    for (int i = 0; i < 300; ++i) {
        many.push_back({{}, i % 2 == 0 ? "U001" : "U003", {}, {}, aGift()});
        many.back().fields.push_back({"description", "第" + std::to_string(i) + "件 100%_'"});
    }
    many[150].fields[3].value = "一";
    std::vector<std::size_t> refused;
    const auto note = [&](std::size_t place, const Error& error) {
        refused.push_back(place);
        CHECK(error.subject == "register.value");
    };
    CHECK(desk.service.createAll(Gifts, many, {}, note) == std::size_t {1});
    CHECK(refused == std::vector<std::size_t> {150});
    CHECK(desk.service.page(Gifts, {}, 0, 10)->empty());
    many[150].fields[3].value = "1";
    CHECK(desk.service.createAll(Gifts, many, {}, note, WriteMode::DryRun) == std::size_t {0});
    CHECK(desk.service.page(Gifts, {}, 0, 10)->empty());
    CHECK(desk.service.createAll(Gifts, many, {}, note) == std::size_t {0});
    const auto count
        = [&](const RegisterFilter& filter) { return desk.service.page(Gifts, filter, 0, 500)->size(); };
    CHECK(count({}) == 300);
    CHECK(count({{}, "U003", {}, {}, {}, {}}) == 150);
    CHECK(count({{}, {}, "declared", {}, {}, {}}) == 0);
    CHECK(count({{}, {}, {}, {}, "LP-2026-000300", {}}) == 1);
    CHECK(count({{}, {}, {}, {}, "第17件 100%_'", {}}) == 1);
    CHECK(count({{}, {}, {}, {}, "瓷瓶", {"name"}}) == 0);
    const auto first = desk.service.page(Gifts, {}, 0, 200);
    CHECK(desk.service.page(Gifts, {}, first->back().entry.id.value, 200)->size() == 100);
}

TEST_CASE(
    "P8: a file brings its most rows and its longest texts into a register, and one more of each is refused",
    "[contract][registers][limits]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk section(*registry.session, "2026-02-20");
    const TempFolder folder;
    std::map<std::string, int> problems;
    const auto imported = [&](std::int64_t rows, const std::string& name, const std::string& unit = "U001") {
        problems.clear();
        {
            std::ofstream file(folder / "gifts.csv");
            file << "unit,source_kind,category,name,quantity,giver,received_by,received_on,stated_yuan\n";
            for (std::int64_t i = 0; i < rows; ++i) // of a year that is yet to come
                file << unit << ",foreign,goods," << name << ",1,来访团,张三,2099-01-31,800\n";
        }
        return importRegister(section.service,
            {Gifts, {}, folder / "gifts.csv", "登记", {}, WriteMode::DryRun},
            [&](const ImportProblem& problem) { ++problems[problem.error.subject]; });
    };
    // kMostRegisterRows
    const auto most = imported(5'000, "瓷瓶");
    REQUIRE(most);
    CHECK(most->rows == 5'000);
    CHECK(problems.begin()->first == "register.date_future");
    CHECK(imported(5'001, "瓷瓶").error().subject == "register.too_many_rows");
    // kLongestTotal: a line of totals is known when blanks drag it out to 16 bytes, and is a name when to 17.
    REQUIRE(imported(1, "瓷瓶", "合" + std::string(10, ' ') + "计"));
    CHECK(problems == std::map<std::string, int> {{"import.total_row", 1}});
    REQUIRE(imported(1, "瓷瓶", "合" + std::string(11, ' ') + "计"));
    CHECK_FALSE(problems.contains("import.total_row"));
    // app/registers/register_columns.cpp kLongest: a file may bring as many characters as no field takes.
    REQUIRE(imported(1, std::string(1'000, 'x')));
    CHECK(problems.contains("register.value"));
    REQUIRE(imported(1, std::string(1'001, 'x')));
    CHECK_FALSE(problems.contains("register.value"));
    CHECK(problems.contains("import.too_long"));
}
