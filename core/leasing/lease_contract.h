#pragma once

#include "core/base/error.h"
#include "core/base/token_table.h"
#include "core/cards/registered_card.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

enum class LeaseKind : std::uint8_t { Lease, Loan };

inline constexpr TokenTable<LeaseKind, 2> kLeaseKinds {{
    {LeaseKind::Lease, "lease", "出租", "Lease"},
    {LeaseKind::Loan, "loan", "出借", "Loan"},
}};
static_assert(isDense(kLeaseKinds));

/// How often rent falls due.
enum class RentPeriod : std::uint8_t { Month, Quarter, HalfYear, Year };

inline constexpr TokenTable<RentPeriod, 4> kRentPeriods {{
    {RentPeriod::Month, "month", "按月", "Monthly"},
    {RentPeriod::Quarter, "quarter", "按季", "Quarterly"},
    {RentPeriod::HalfYear, "half_year", "按半年", "Half-yearly"},
    {RentPeriod::Year, "year", "按年", "Yearly"},
}};
static_assert(isDense(kRentPeriods));

[[nodiscard]] int monthsOf(RentPeriod period);

enum class LeaseState : std::uint8_t { Running, Ended };

inline constexpr TokenTable<LeaseState, 2> kLeaseStates {{
    {LeaseState::Running, "running", "履行中", "Running"},
    {LeaseState::Ended, "ended", "已结束", "Ended"},
}};
static_assert(isDense(kLeaseStates));

/// 出租、出借 of assets by contract (lifecycle 1.2). The approval comes first (rule R4): without its number
/// and date there is no contract here.
struct LeaseContract {
    std::int64_t id = 0;
    std::string contractNo; ///< unique in the registry
    LeaseKind kind = LeaseKind::Lease;
    UnitId unit; ///< accounting entity of the things, who lets them
    std::string unitCode;
    std::string unitName;
    std::string counterparty;
    std::string telephone;
    std::string approvalNo;
    Day approvedOn {};
    Day from {};
    Day to {}; ///< the last day
    Money rent; ///< of one whole period; a loan has none
    RentPeriod period = RentPeriod::Month;
    int dueDay = 0; ///< days after the first day of a period on which its rent is due
    LeaseState state = LeaseState::Running;
    std::optional<Day> endedOn;
    std::string remark;
    std::int64_t revision = 1;
};

/// Errors: lease.number_missing, lease.counterparty_missing, lease.approval_missing, lease.approval_late
/// (after the first day), lease.term, lease.rent_missing, lease.rent_of_loan, lease.due_day, text.too_long.
[[nodiscard]] Result<void> checkContract(const LeaseContract& contract);

/// Whether a card may be let or lent: free of other hands (在库, 闲置), and never office space, which only the
/// bureau lets (机关事务管理条例 art. 23). Errors: lease.state, lease.office_space, lease.other_unit.
[[nodiscard]] Result<void> checkLettable(
    const RegisteredCard& card, const LeaseContract& contract, bool byBureau);

/// Rent of one period. What is due is non-tax revenue and paid whole (条例 arts 25, 26).
struct RentDue {
    int no = 0; ///< from 1
    Day from {};
    Day to {};
    Day dueOn {};
    Money due;
    Money paid;
    std::optional<Day> paidOn; ///< of the last payment
    std::string voucherNo; ///< 缴款书号 of each payment, one behind the other

    [[nodiscard]] Money gap() const { return due - paid; }
    [[nodiscard]] bool isOverdueOn(Day day) const { return gap() > Money() && dueOn < day; }
    bool operator==(const RentDue&) const = default;
};

/// Every period of the contract. A last period that is not whole takes its days' share, rounded half up to the
/// fen (ours).
[[nodiscard]] std::vector<RentDue> rentSchedule(const LeaseContract& contract);

/// What an earlier end leaves: no rent for periods that begin after it, the days' share of the one it falls
/// in. What was paid stays. The periods dropped must have taken nothing. Errors: lease.end_outside,
/// lease.paid_after_end.
[[nodiscard]] Result<std::vector<RentDue>> rentUntil(
    const LeaseContract& contract, std::span<const RentDue> schedule, Day lastDay);

/// A payment settles the oldest rent that is open, then the next. Errors: lease.payment (not above zero),
/// lease.overpaid (more than what is open in all), lease.voucher_missing, lease.vouchers_long.
[[nodiscard]] Result<std::vector<RentDue>> paid(
    std::span<const RentDue> schedule, Money amount, Day on, const std::string& voucherNo);

} // namespace guanwu
