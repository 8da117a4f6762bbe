#include "core/books/voucher.h"

#include "core/books/class_key.h"

#include <map>

namespace guanwu {

std::vector<VoucherLine> voucherOf(std::span<const ClassTotal> totals)
{
    std::map<std::string, Money> byClass;
    for (const ClassTotal& total : totals)
        byClass[bookClassOf(total.classKey)] += total.taken;
    std::vector<VoucherLine> out;
    for (const auto& [classCode, amount] : byClass)
        if (amount != Money())
            out.push_back({classCode, &accountsOf(classCode), amount});
    return out;
}

} // namespace guanwu
