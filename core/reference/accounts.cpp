#include "core/reference/accounts.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

namespace guanwu {

namespace {

    struct Tables {
        std::vector<LedgerAccount> all;
        std::vector<std::pair<std::string, ClassAccounts>> byPrefix; ///< the longest last

        Tables()
        {
            const ReferenceTable table(embeddedTable("accounts"));
            for (std::size_t row = 0; row < table.size(); ++row) {
                const LedgerAccount account {std::string(table.cell(row, "account")),
                    std::string(table.cell(row, "name_zh")), std::string(table.cell(row, "name_en")),
                    std::string(table.cell(row, "source"))};
                all.push_back(account);
                const std::string_view role = table.cell(row, "role");
                if (role == "other")
                    continue;
                const std::string prefix(table.cell(row, "class_prefix"));
                if (byPrefix.empty() || byPrefix.back().first != prefix)
                    byPrefix.emplace_back(prefix, ClassAccounts {});
                ClassAccounts& accounts = byPrefix.back().second;
                (role == "asset"                 ? accounts.asset
                        : role == "depreciation" ? accounts.depreciation
                                                 : accounts.expense)
                    = account;
            }
        }
    };

    const Tables& tables()
    {
        static const Tables instance;
        return instance;
    }

} // namespace

const ClassAccounts& accountsOf(std::string_view classCode)
{
    const ClassAccounts* found = &tables().byPrefix.front().second;
    for (const auto& [prefix, accounts] : tables().byPrefix)
        if (classCode.starts_with(prefix))
            found = &accounts;
    return *found;
}

const LedgerAccount* findAccount(std::string_view number)
{
    for (const LedgerAccount& account : tables().all)
        if (number.starts_with(account.account))
            return &account;
    return nullptr;
}

} // namespace guanwu
