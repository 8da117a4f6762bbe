#include "core/leasing/lease_contract.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

LeaseContract monthly(const char* from, const char* to, const char* rent)
{
    LeaseContract contract;
    contract.contractNo = "ZL-2022-01";
    contract.counterparty = "某公司";
    contract.approvalNo = "怀管发〔2022〕8号";
    contract.approvedOn = day("2022-01-01");
    contract.from = day(from);
    contract.to = day(to);
    contract.rent = *Money::parseYuan(rent);
    return contract;
}

Money sumOf(std::span<const RentDue> rent, Money RentDue::* part)
{
    Money sum;
    for (const RentDue& due : rent)
        sum += due.*part;
    return sum;
}

} // namespace

TEST_CASE("Rent falls due period after period, and a broken last month takes its days' share")
{
    const auto rent = rentSchedule(monthly("2022-01-31", "2022-04-14", "1000.00"));
    REQUIRE(rent.size() == 3);
    CHECK(rent[0].from == day("2022-01-31"));
    CHECK(rent[0].to == day("2022-02-27"));
    CHECK(rent[1].from == day("2022-02-28"));
    CHECK(rent[1].to == day("2022-03-30")); // counted from the 31st, not from the short month
    CHECK(rent[1].due == *Money::parseYuan("1000.00"));
    CHECK(rent[2].to == day("2022-04-14"));
    CHECK(rent[2].due == *Money::parseYuan("500.00")); // 15 days of 30, 2022-03-31 to 2022-04-29
    auto quarterly = monthly("2022-01-01", "2022-12-31", "3000.00");
    quarterly.period = RentPeriod::Quarter;
    quarterly.dueDay = 9;
    CHECK(rentSchedule(quarterly).size() == 4);
    CHECK(rentSchedule(quarterly)[3].dueOn == day("2022-10-10"));
    quarterly.kind = LeaseKind::Loan;
    CHECK(rentSchedule(quarterly).empty());
}

TEST_CASE("A payment settles the oldest rent first and never more than is open")
{
    const auto rent = rentSchedule(monthly("2022-01-01", "2022-03-31", "1000.00"));
    const auto some = paid(rent, *Money::parseYuan("1500.00"), day("2022-02-05"), "JK001");
    REQUIRE(some);
    CHECK((*some)[0].gap() == Money());
    CHECK((*some)[1].gap() == *Money::parseYuan("500.00"));
    CHECK((*some)[1].voucherNo == "JK001");
    CHECK((*some)[1].isOverdueOn(day("2022-02-02")));
    CHECK_FALSE((*some)[1].isOverdueOn(day("2022-02-01")));
    CHECK_FALSE((*some)[2].paidOn);
    // What was paid in parts keeps the number of each.
    const auto second = paid(*some, *Money::parseYuan("600.00"), day("2022-03-05"), "JK003");
    REQUIRE(second);
    CHECK((*second)[0].voucherNo == "JK001");
    CHECK((*second)[1].voucherNo == "JK001、JK003");
    CHECK((*second)[2].voucherNo == "JK003");
    CHECK(paid(*some, Money::fromFen(1), day("2022-02-05"), std::string(94, '1')));
    CHECK(paid(*some, Money::fromFen(1), day("2022-02-05"), std::string(95, '1')).error().subject
        == "lease.vouchers_long");
    const auto more = paid(*some, *Money::parseYuan("1500.01"), day("2022-02-05"), "JK002");
    REQUIRE_FALSE(more);
    CHECK(more.error() == Error {ErrorCode::RuleViolated, "lease.overpaid", "0.01"});
    CHECK(paid(rent, Money(), day("2022-02-05"), "JK").error().subject == "lease.payment");
    CHECK(paid(rent, Money::fromFen(1), day("2022-02-05"), "").error().subject == "lease.voucher_missing");
}

TEST_CASE("A contract that ends early owes rent until its last day, and what was paid stays")
{
    const auto contract = monthly("2022-01-01", "2022-12-31", "3100.00");
    auto rent = *paid(rentSchedule(contract), *Money::parseYuan("3100.00"), day("2022-01-03"), "JK1");
    const auto left = rentUntil(contract, rent, day("2022-03-10"));
    REQUIRE(left);
    REQUIRE(left->size() == 3);
    CHECK((*left)[0].paid == *Money::parseYuan("3100.00"));
    CHECK((*left)[2].due == *Money::parseYuan("1000.00")); // 10 days of 31
    CHECK(rentUntil(contract, rent, day("2023-01-01")).error().subject == "lease.end_outside");
    rent = *paid(rent, *Money::parseYuan("9300.00"), day("2022-01-03"), "JK2");
    CHECK(rentUntil(contract, rent, day("2022-03-10")).error().subject == "lease.paid_after_end");
}

TEST_CASE("Whatever is paid in whatever pieces, paid and open rent add up to what is due")
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        auto contract = monthly("2022-01-15", "2022-01-15", "0.01");
        contract.to = addMonths(contract.from, static_cast<int>(random() % 40));
        contract.rent = Money::fromFen(1 + static_cast<std::int64_t>(random() % 1'000'000));
        contract.period = static_cast<RentPeriod>(random() % 4);
        auto rent = rentSchedule(contract);
        const Money due = sumOf(rent, &RentDue::due);
        Money handedIn;
        while (handedIn < due) {
            const Money piece
                = std::min(due - handedIn, Money::fromFen(1 + static_cast<std::int64_t>(random() % 5'000'000)));
            rent = *paid(rent, piece, day("2022-02-01"), "JK");
            handedIn += piece;
            CHECK(sumOf(rent, &RentDue::paid) == handedIn);
        }
        for (const RentDue& period : rent)
            CHECK(period.gap() == Money());
    }
}

TEST_CASE("A contract without approval, or approved after it began, is none")
{
    auto contract = monthly("2022-02-01", "2022-12-31", "1000.00");
    CHECK(checkContract(contract));
    contract.approvedOn = day("2022-02-02");
    CHECK(checkContract(contract).error().subject == "lease.approval_late");
    contract.approvalNo.clear();
    CHECK(checkContract(contract).error().subject == "lease.approval_missing");
    auto backwards = monthly("2022-02-01", "2022-01-31", "1000.00");
    CHECK(checkContract(backwards).error().subject == "lease.term");
    auto loan = monthly("2022-02-01", "2022-12-31", "1000.00");
    loan.kind = LeaseKind::Loan;
    CHECK(checkContract(loan).error().subject == "lease.rent_of_loan");
}

TEST_CASE("Every limit has a value, a unit and a source on the days it is in force")
{
    for (const char* name : {"idle_term_months", "price_floor_percent", "appraisal_months", "split_window_days", "reminder_days",
             "income_due_days", "idle_offer_years"}) {
        const Limit limit = limitOn(name, day("2026-01-01"));
        CHECK(limit.value > 0);
        CHECK_FALSE(limit.unit.empty());
        CHECK_FALSE(limit.basisZh.empty());
    }
    CHECK(limitOn("idle_term_months", day("2022-01-01")).value == 6);
    CHECK_THROWS_AS(limitOn("no_such_limit", day("2022-01-01")), std::logic_error);
}
