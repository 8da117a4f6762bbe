#include "core/leasing/lease_contract.h"

#include "core/base/text.h"
#include "core/base/text_length.h"
#include "core/values/calendar.h"
#include "core/values/ratio.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kLongestText = 100; ///< characters
    constexpr std::size_t kLongestVouchers = 100; ///< characters
    constexpr int kLastDueDay = 366;
    constexpr std::string_view kOfficeClass = "A010101"; ///< 办公用房 of the 2022 edition

    Day nextDay(Day day) { return std::chrono::sys_days(day) + std::chrono::days(1); }
    Day dayBefore(Day day) { return std::chrono::sys_days(day) - std::chrono::days(1); }
    std::int64_t daysOf(Day from, Day to)
    {
        return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count() + 1;
    }

    /// The first and last day of period `no` were it whole. Counted from the first day of the contract, so that
    /// a short month does not shift the later ones.
    Day periodStart(const LeaseContract& contract, int no)
    {
        return addMonths(contract.from, (no - 1) * monthsOf(contract.period));
    }

    RentDue periodUntil(const LeaseContract& contract, int no, Day last)
    {
        RentDue due;
        due.no = no;
        due.from = periodStart(contract, no);
        const Day whole = dayBefore(periodStart(contract, no + 1));
        due.to = std::min(whole, last);
        due.dueOn = std::chrono::sys_days(due.from) + std::chrono::days(contract.dueDay);
        due.due = due.to == whole
            ? contract.rent
            : Money::fromFen(roundedHalfUp(
                Int128 {contract.rent.fen()} * daysOf(due.from, due.to), daysOf(due.from, whole)));
        return due;
    }

} // namespace

int monthsOf(RentPeriod period)
{
    constexpr int kMonths[] = {1, 3, 6, 12};
    return kMonths[static_cast<std::size_t>(period)];
}

Result<void> checkContract(const LeaseContract& contract)
{
    const auto bad = [](const char* rule, std::string field) {
        return fail(ErrorCode::InvalidArgument, rule, std::move(field));
    };
    if (contract.contractNo.empty())
        return bad("lease.number_missing", "contract_no");
    if (contract.counterparty.empty())
        return bad("lease.counterparty_missing", "counterparty");
    if (contract.approvalNo.empty() || !contract.approvedOn.ok())
        return bad("lease.approval_missing", "approval_no");
    if (!contract.from.ok() || !contract.to.ok() || contract.to < contract.from)
        return bad("lease.term", "to");
    if (contract.approvedOn > contract.from)
        return bad("lease.approval_late", formatDate(contract.approvedOn));
    if (contract.kind == LeaseKind::Lease && contract.rent <= Money())
        return bad("lease.rent_missing", "rent");
    if (contract.kind == LeaseKind::Loan && contract.rent != Money())
        return bad("lease.rent_of_loan", contract.rent.toYuanString());
    if (contract.dueDay < 0 || contract.dueDay > kLastDueDay)
        return bad("lease.due_day", std::to_string(contract.dueDay));
    return checkLengths({{contract.contractNo, kLongestText}, {contract.counterparty, kLongestText},
        {contract.telephone, kLongestText}, {contract.approvalNo, kLongestText},
        {contract.remark, kLongestText}});
}

Result<void> checkLettable(const RegisteredCard& card, const LeaseContract& contract, bool byBureau)
{
    if (card.card.unit != contract.unit)
        return fail(ErrorCode::RuleViolated, "lease.other_unit", card.card.assetNo);
    if (card.card.useState != UseState::InStock && card.card.useState != UseState::Idle)
        return fail(ErrorCode::RuleViolated, "lease.state",
            card.card.assetNo + " " + std::string(tokenRow(kUseStates, card.card.useState).token));
    const bool isOfficeSpace = card.card.kind == CardKind::Building
        && (card.card.classCode.starts_with(kOfficeClass)
            || (card.card.building && card.card.building->officeArea > Area()));
    if (isOfficeSpace && !byBureau)
        return fail(ErrorCode::RuleViolated, "lease.office_space", card.card.assetNo);
    return {};
}

std::vector<RentDue> rentSchedule(const LeaseContract& contract)
{
    std::vector<RentDue> schedule;
    if (contract.kind == LeaseKind::Loan)
        return schedule;
    for (int no = 1; periodStart(contract, no) <= contract.to; ++no)
        schedule.push_back(periodUntil(contract, no, contract.to));
    return schedule;
}

Result<std::vector<RentDue>> rentUntil(
    const LeaseContract& contract, std::span<const RentDue> schedule, Day lastDay)
{
    if (!lastDay.ok() || nextDay(lastDay) < contract.from || lastDay > contract.to)
        return fail(ErrorCode::InvalidArgument, "lease.end_outside", formatDate(lastDay));
    std::vector<RentDue> left;
    for (const RentDue& due : schedule) {
        RentDue shortened = due;
        shortened.due = {};
        if (due.from <= lastDay) {
            shortened = periodUntil(contract, due.no, std::min(lastDay, due.to));
            shortened.paid = due.paid;
            shortened.paidOn = due.paidOn;
            shortened.voucherNo = due.voucherNo;
        }
        if (shortened.paid > shortened.due)
            return fail(ErrorCode::RuleViolated, "lease.paid_after_end", formatDate(due.from));
        if (due.from <= lastDay)
            left.push_back(std::move(shortened));
    }
    return left;
}

Result<std::vector<RentDue>> paid(
    std::span<const RentDue> schedule, Money amount, Day on, const std::string& voucherNo)
{
    if (amount <= Money())
        return fail(ErrorCode::InvalidArgument, "lease.payment", amount.toYuanString());
    if (voucherNo.empty())
        return fail(ErrorCode::InvalidArgument, "lease.voucher_missing", "voucher_no");
    std::vector<RentDue> out(schedule.begin(), schedule.end());
    for (RentDue& due : out) {
        const Money taken = std::min(due.gap(), amount);
        if (taken <= Money())
            continue;
        due.paid += taken;
        due.paidOn = on;
        // What was paid in parts has the number of each.
        due.voucherNo += due.voucherNo.empty() ? voucherNo : "、" + voucherNo;
        if (characterCount(due.voucherNo) > kLongestVouchers)
            return fail(ErrorCode::InvalidArgument, "lease.vouchers_long", due.voucherNo);
        amount -= taken;
    }
    if (amount > Money())
        return fail(ErrorCode::RuleViolated, "lease.overpaid", amount.toYuanString());
    return out;
}

} // namespace guanwu
