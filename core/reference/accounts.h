#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// An account of the ledger (科目) as far as assets ask for it.
struct LedgerAccount {
    std::string account;
    std::string nameZh;
    std::string nameEn;
    std::string source;
};

/// The accounts in which a class of assets stands.
struct ClassAccounts {
    LedgerAccount asset; ///< 1601
    LedgerAccount depreciation; ///< 1602
    LedgerAccount expense; ///< what a month's depreciation is debited to
};

/// By a class code of the 2022 edition; fixed assets for a class that the table does not name.
[[nodiscard]] const ClassAccounts& accountsOf(std::string_view classCode);

/// The account that a number belongs to, itself or one below it: 160102 is in 1601. nullptr for a number that
/// the table does not hold.
[[nodiscard]] const LedgerAccount* findAccount(std::string_view number);

} // namespace guanwu
