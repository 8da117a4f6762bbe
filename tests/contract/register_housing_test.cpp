#include "core/registers/housing.h"
#include "tests/contract/register_desk.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

namespace {

std::vector<FieldValue> stay(
    const std::string& who, const std::string& from, const std::string& to, bool shared = false)
{
    return {{"occupant", who}, {"from_on", from}, {"to_on", to}, {"is_shared", shared ? "是" : "否"},
        {"approval_no", "怀管〔2025〕8号"}};
}

std::string aFlat(RegisterDesk& desk)
{
    const auto made = desk.add(
        Housing, {}, {{"house_kind", "周转房"}, {"address", "湖天大道1号3栋201"}, {"floor_m2", "60"}});
    REQUIRE(refusal(made).empty());
    return made->entry.entryNo;
}

} // namespace

TEST_CASE("No two live in a dwelling over the same time unless both share it", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-15", Scope::everything(), kSpace);
    const std::string flat = aFlat(desk);
    const auto move = [&](const std::vector<FieldValue>& fields) {
        return desk.add(Housing, "occupancy", fields, "", flat);
    };
    const auto first = move(stay("甲", "2026-01-01", "2026-12-31"));
    REQUIRE(refusal(first).empty());
    CHECK(refusal(move(stay("乙", "2026-12-31", "2027-06-30"))) == "housing.occupied_by 甲");
    CHECK(refusal(move(stay("乙", "2025-01-01", "2026-01-01"))) == "housing.occupied_by 甲");
    CHECK(refusal(move(stay("乙", "2026-03-01", "2026-04-01", true))) == "housing.occupied_by 甲");
    CHECK(refusal(move(stay("乙", "2027-01-01", "2027-06-30"))).empty());
    CHECK(refusal(move(stay("丙", "2027-08-01", "2027-07-01"))) == "register.date_order occupancy.to_on");
    CHECK(desk.service.find(Housing, flat)->entry.text("occupants") == "甲、乙");
    CHECK(
        refusal(desk.step(Housing, flat, "withdraw", {{"withdrawn_on", "2026-06-01"}, {"approval_no", "x"}}))
        == "housing.lived_in 甲、乙");
    // Longer than the next begins is not possible, up to the day before is.
    CHECK(refusal(desk.step(
              Housing, first->entry.entryNo, "extend", {{"to_on", "2027-01-01"}, {"approval_no", "y"}}))
        == "housing.occupied_by 乙");
    // Who left makes room from that day on.
    CHECK(refusal(desk.step(Housing, first->entry.entryNo, "vacate", {{"vacated_on", "2026-06-16"}}))
        == "register.date_future occupancy.vacated_on");
    REQUIRE(
        refusal(desk.step(Housing, first->entry.entryNo, "vacate", {{"vacated_on", "2026-06-10"}})).empty());
    CHECK(refusal(move(stay("丁", "2026-06-10", "2026-12-31", true))).empty());
    CHECK(refusal(move(stay("戊", "2026-07-01", "2026-12-31", true))).empty());
    CHECK(desk.service.find(Housing, flat)->entry.text("occupants") == "乙、丁、戊");
}

TEST_CASE("Whoever stays beyond his term is told, and still lives there", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-06-30", Scope::everything(), kSpace);
    const std::string flat = aFlat(desk);
    const auto first = desk.add(Housing, "occupancy", stay("甲", "2025-07-01", "2026-06-30"), "", flat);
    CHECK(subjectsOf(desk.service.find(Housing, first->entry.entryNo)).empty());
    desk.on("2026-07-05");
    const auto late = desk.service.find(Housing, first->entry.entryNo);
    REQUIRE(late->findings.size() == 1);
    CHECK(late->findings.front() == Error {ErrorCode::RuleViolated, "housing.overdue", "5"});
    CHECK(refusal(desk.add(Housing, "occupancy", stay("乙", "2026-07-01", "2027-06-30"), "", flat))
        == "housing.occupied_by 甲");
    REQUIRE(refusal(desk.step(Housing, first->entry.entryNo, "extend",
                        {{"to_on", "2026-12-31"}, {"approval_no", "怀管〔2026〕9号"}}))
                .empty());
    CHECK(subjectsOf(desk.service.find(Housing, first->entry.entryNo)).empty());
    const auto history = desk.service.history(Housing, first->entry.entryNo, 0, 1);
    CHECK(history->front().fields.back() == FieldDifference {"to_on", "2026-06-30", "2026-12-31", "", ""});
}

TEST_CASE("However people move in and out, nobody ever lives with somebody unasked",
    "[contract][registers][property]")
{
    SmallRegistry registry("sqlite");
    RegisterDesk desk(*registry.session, "2026-06-15", Scope::everything(), kSpace);
    const std::string flat = aFlat(desk);
    const auto parent = desk.service.find(Housing, flat)->entry.id;
    std::mt19937 random(7);
    std::vector<std::string> numbers;
    for (int i = 0; i < 150; ++i) {
        const auto day = [&] {
            return formatDate(Day(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)
                + std::chrono::days(static_cast<int>(random() % 500))));
        };
        if (numbers.empty() || random() % 3 != 0) {
            const auto made = desk.add(Housing, "occupancy",
                stay("某" + std::to_string(i), day(), day(), random() % 3 == 0), "", flat);
            if (made)
                numbers.push_back(made->entry.entryNo);
        } else {
            const std::string& who = numbers[random() % numbers.size()];
            if (random() % 2 == 0)
                static_cast<void>(desk.step(Housing, who, "vacate", {{"vacated_on", day()}}));
            else
                static_cast<void>(
                    desk.step(Housing, who, "extend", {{"to_on", day()}, {"approval_no", "x"}}));
        }
        const auto all = desk.store.parts(parent);
        for (const RegisterEntry& one : all)
            for (const RegisterEntry& other : all)
                if (one.id < other.id
                    && !(one.text("is_shared") == "true" && other.text("is_shared") == "true"))
                    CHECK_FALSE(overlap(one, other, desk.service.today()));
    }
    CHECK(numbers.size() > 3);
}
