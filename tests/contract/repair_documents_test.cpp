#include "core/premises/repair_rank.h"
#include "schema/premises/repair_rows.h"
#include "tests/contract/space_desk.h"

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("A repair goes through its five steps, each with its record", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    std::vector<Fact> facts {{0, "building", "B-1"}, {0, "repair_kind", "part"}, {0, "parts", "屋面"},
        {0, "area_m2", "100"}, {0, "estimate_yuan", "80000"}, {0, "faults", "渗漏"},
        {0, "extension_m2", "5"}};
    const auto draft = [&] {
        return desk.draft(kClerk1, {DocumentKind::Repair, "repair", "U001", "", "", "漏雨"}, facts);
    };
    CHECK(refusalOf(desk.tryFile(kClerk1, draft())) == "repair.extension 5.00 > 0.00");
    facts.pop_back();
    facts.insert(facts.end(), {{0, "hazard", "d"}, {0, "last_repair_year", "2009"}});
    Document document = desk.file(kClerk1, draft());
    const auto waiting = [&] { return rankRepairs(readRepairs(*desk.session, Scope::everything(), {}, {})); };
    REQUIRE(waiting().size() == 1);
    CHECK(waiting().front().reasonZh == "安全等级 D，上次维修 2009");
    document = desk.move(kOfficer1, document, signature());
    CHECK(refusalOf(desk.tryMove(kSpace1, document, signature())) == "repair.step_record site_inspection");
    // A visit on site is proved by its photos.
    const DocumentMove visited = approval(
        {{0, "inspected_on", "2026-11-20"}, {0, "inspected_by", "甲、乙"}, {0, "finding", "应修"}});
    CHECK(refusalOf(desk.tryMove(kSpace1, document, visited))
        == "document.paper_missing repair.repair.inspection_photos");
    document = desk.move(kSpace1, desk.paper(kSpace1, document, "inspection_photos"), visited);
    CHECK(refusalOf(desk.tryMove(kSpace2, document, signature())) == "repair.step_record year_plan");
    document = desk.move(kSpace2, document, approval({{0, "plan_year", "2026"}, {0, "plan_rank", "1"}}));
    CHECK(refusalOf(desk.tryMove(
              kSpace3, document, approval({{0, "approved_yuan", "75000"}, {0, "approved_m2", "120"}})))
        == "repair.approved_area 120.00");
    document
        = desk.move(kSpace3, document, approval({{0, "approved_yuan", "75000"}, {0, "approved_m2", "90"}}));
    const auto ledger = [&] { return readRepairs(*desk.session, Scope::everything(), 2026, {}); };
    REQUIRE(ledger().size() == 1);
    CHECK(waiting().empty()); // decided
    CHECK(ledger().front().area == Area::fromHundredths(9000)); // what was approved counts
    CHECK(ledger().front().rank == 1);
    CHECK(ledger().front().state == "approved");
    document = desk.move(kClerk1, document,
        moveOf(DocumentAction::Execute,
            {{0, "procurement", "询价"}, {0, "contractor", "某公司"}, {0, "started_on", "2026-11-21"}}));
    const auto closing = [](const char* yuan, const char* capitalised) {
        return moveOf(DocumentAction::Close,
            {{0, "finished_on", "2026-11-26"}, {0, "accepted_on", "2026-11-27"}, {0, "accepted_by", "丙"},
                {0, "settled_yuan", yuan}, {0, "capitalised", capitalised}});
    };
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("74000", "no")))
        == "document.paper_missing repair.repair.acceptance_paper");
    document = desk.paper(kClerk1, document, "acceptance_paper");
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("75000.01", "no")))
        == "repair.above_approved 75000.01");
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("74000", "yes"))).starts_with("repair.asset_no"));
    desk.move(kClerk1, document, closing("74000", "no"));
    CHECK(ledger().front().state == "accepted");
    CHECK(ledger().front().settled == Money::fromFen(74'000'00));

    // A second medium repair of the unit in the year of its plan is one too many.
    Document second = desk.move(kOfficer1, desk.file(kClerk1, draft()), signature());
    second = desk.paper(kSpace1, second, "inspection_photos");
    second = desk.move(kSpace1, second,
        approval({{0, "inspected_on", "2026-11-20"}, {0, "inspected_by", "甲"}, {0, "finding", "应修"}}));
    second = desk.move(kSpace2, second, approval({{0, "plan_year", "2026"}, {0, "plan_rank", "2"}}));
    CHECK(refusalOf(
              desk.tryMove(kSpace3, second, approval({{0, "approved_yuan", "1"}, {0, "approved_m2", "90"}})))
        == "repair.once_a_year 2026");
}

TEST_CASE("A repair that an import brought counts among those of the year", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    insertRow(*desk.session, "repair",
        {{"id", std::int64_t {8001}}, {"application_no", std::string("旧1")}, {"unit_id", std::int64_t {1}},
            {"place_id", std::int64_t {1000}}, {"kind", std::string("part")},
            {"area_m2_x100", std::int64_t {5000}}, {"state", std::string("accepted")}});
    insertRow(*desk.session, "repair_work",
        {{"repair_id", std::int64_t {8001}}, {"plan_year", std::int64_t {2026}}});
    Document document = desk.file(kClerk1,
        desk.draft(kClerk1, {DocumentKind::Repair, "repair", "U001", "", "", "漏雨"},
            {{0, "building", "B-1"}, {0, "repair_kind", "part"}, {0, "parts", "屋面"}, {0, "area_m2", "100"},
                {0, "estimate_yuan", "80000"}, {0, "faults", "渗漏"}}));
    document = desk.paper(kSpace1, desk.move(kOfficer1, document, signature()), "inspection_photos");
    document = desk.move(kSpace1, document,
        approval({{0, "inspected_on", "2026-11-20"}, {0, "inspected_by", "甲"}, {0, "finding", "应修"}}));
    document = desk.move(kSpace2, document, approval({{0, "plan_year", "2026"}, {0, "plan_rank", "2"}}));
    CHECK(refusalOf(desk.tryMove(
              kSpace3, document, approval({{0, "approved_yuan", "1"}, {0, "approved_m2", "90"}})))
        == "repair.once_a_year 2026");
}

TEST_CASE("Whoever decides on a repair is told what customs say against it", "[contract][premises]")
{
    SpaceDesk desk("sqlite");
    const auto filed = [&](const char* kind, const char* yuan, const char* built) {
        return desk
            .file(kClerk1,
                desk.draft(kClerk1, {DocumentKind::Repair, "repair", "U001", "", "", "漏水"},
                    {{0, "building", "B-1"}, {0, "repair_kind", kind}, {0, "parts", "屋面"},
                        {0, "area_m2", "120"}, {0, "estimate_yuan", yuan}, {0, "faults", "渗漏"},
                        {0, "build_year", built}}))
            .warnings;
    };
    const auto full = filed("full", "800000", "2012"); // filed in November
    REQUIRE(full.size() == 2);
    CHECK(full[0] == "楼龄 14 年，不足 15 年，整体大修须说明必要性（公开资料，未经核实）");
    CHECK(full[1].starts_with("已过 7 月底的下一年度申报期"));
    CHECK(filed("full", "800000", "2011").size() == 1);
    CHECK(filed("part", "499999.99", "2012").size() == 1);
    CHECK(filed("part", "500000", "2012").front()
        == "中修概算 500000.00 元，达到大修额度（外地规定，未经核实）");
    CHECK(filed("daily", "49999.99", "2012").empty());
    REQUIRE(filed("daily", "50000", "2012").size() == 1);
}

TEST_CASE("Decorating costs no more than its share of the standard, on rented premises by their lease",
    "[contract][premises]")
{
    SpaceDesk desk("sqlite");
    const auto filed = [&](const char* yuan, const char* years, const char* standard = "1000") {
        std::vector<Fact> facts {{0, "building", "B-1"}, {0, "repair_kind", "daily"}, {0, "parts", "室内"},
            {0, "area_m2", "40.05"}, {0, "estimate_yuan", "45000"}, {0, "faults", "陈旧"}};
        for (const Fact& fact : {Fact {0, "decoration_yuan", yuan},
                 Fact {0, "decoration_standard_yuan", standard}, Fact {0, "lease_years", years}})
            if (!fact.value.empty())
                facts.push_back(fact);
        const auto done = desk.tryFile(
            kClerk1, desk.draft(kClerk1, {DocumentKind::Repair, "repair", "U001", "", "", "陈旧"}, facts));
        return done ? std::string() : refusalOf(done);
    };
    // 40.05 m2 at 1000 yuan: 40050; the share of a lease by its whole years.
    CHECK(filed("40050", "") == "");
    CHECK(filed("40050.01", "") == "repair.decoration 40050.01 > 40050.00 (100 %)");
    CHECK(filed("32040", "8") == "");
    CHECK(filed("32040.01", "8") == "repair.decoration 32040.01 > 32040.00 (80 %)");
    CHECK(filed("24030", "5") == "");
    CHECK(filed("24030.01", "7") == "repair.decoration 24030.01 > 24030.00 (60 %)");
    CHECK(filed("20025", "4") == "");
    CHECK(filed("20025.01", "0") == "repair.decoration 20025.01 > 20025.00 (50 %)");
    CHECK(filed("45000.01", "", "2000") == "repair.decoration_part 45000.01 > 45000.00");
    CHECK(filed("10000", "", "").starts_with("repair.decoration_standard"));
    CHECK(filed("", "8", "").starts_with("repair.decoration_standard"));
    CHECK(filed("", "", "") == "");
}
