#pragma once

#include "core/books/posted_month.h"
#include "core/reference/accounts.h"

#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// 记账凭证: what a month is booked as, a line a class of the first level.
struct VoucherLine {
    std::string classCode; ///< empty = cards that the edition of 2022 has no class for
    const ClassAccounts* accounts = nullptr; ///< expense is debited, depreciation credited
    Money amount;
};

/// Of one unit or of many; classes that took nothing have no line.
[[nodiscard]] std::vector<VoucherLine> voucherOf(std::span<const ClassTotal> totals);

} // namespace guanwu
