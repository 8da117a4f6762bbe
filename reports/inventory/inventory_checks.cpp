#include "reports/inventory/inventory_checks.h"

#include <array>

namespace guanwu {

namespace {

    constexpr std::array kNotThere {
        LineResult::Shortage, LineResult::Stolen, LineResult::DisposedNotRemoved, LineResult::Duplicate};

    std::string figures(std::int64_t quantity, Money money)
    {
        return countText(quantity) + "（" + yuanText(money) + "）";
    }

    std::string nameOf(LineResult result) { return std::string(tokenRow(kLineResults, result).nameZh); }

    bool isFinalBookResult(LineResult result) { return !isWorking(result) && result != LineResult::Surplus; }

    CheckLine bookIsSumOfResults(const SheetCounters& counters)
    {
        const ResultCounter book = counters.book();
        ResultCounter sum;
        for (const auto& row : kLineResults) {
            if (!isFinalBookResult(row.value))
                continue;
            sum.bookQuantity += counters.of(row.value).bookQuantity;
            sum.original += counters.of(row.value).original;
        }
        const bool holds = sum.bookQuantity == book.bookQuantity && sum.original == book.original;
        return {holds,
            "账面数 " + figures(book.bookQuantity, book.original) + (holds ? " = " : " ≠ ")
                + "各项清查结果之和 " + figures(sum.bookQuantity, sum.original)};
    }

    CheckLine countedIsBookLessMissing(const SheetCounters& counters, Money surplusValue)
    {
        const ResultCounter book = counters.book();
        const ResultCounter& open = counters.of(LineResult::NotChecked);
        const ResultCounter& surplus = counters.of(LineResult::Surplus);
        const CountedFigures counted = countedFigures(counters);
        std::int64_t quantity = book.bookQuantity - open.bookQuantity;
        Money original = book.original - open.original;
        std::string parts = "账面 " + figures(book.bookQuantity, book.original);
        for (const LineResult result : kNotThere) {
            const ResultCounter& part = counters.of(result);
            quantity -= part.bookQuantity;
            original -= part.original;
            parts += " − " + nameOf(result) + " " + figures(part.bookQuantity, part.original);
        }
        if (open.lines != 0)
            parts += " − " + nameOf(LineResult::NotChecked) + " " + figures(open.bookQuantity, open.original);
        const bool holds = quantity == counted.quantity && original == counted.original;
        return {holds,
            "实盘 " + figures(counted.quantity, counted.original) + (holds ? " = " : " ≠ ") + parts
                + "；另有盘盈 " + figures(surplus.countedQuantity, surplusValue) + "，实盘与盘盈合计 "
                + figures(counted.quantity + surplus.countedQuantity, counted.original + surplusValue)};
    }

    CheckLine nothingIsOpen(const SheetCounters& counters)
    {
        const auto notChecked = counters.of(LineResult::NotChecked).lines;
        const auto doubt = counters.of(LineResult::Doubt).lines;
        return {notChecked == 0 && doubt == 0,
            "未盘 " + countText(notChecked) + " 项，存疑 " + countText(doubt) + " 项"};
    }

} // namespace

CountedFigures countedFigures(const SheetCounters& counters)
{
    CountedFigures counted;
    for (const auto& row : kLineResults) {
        if (!isCounted(row.value) || row.value == LineResult::Surplus)
            continue;
        counted.quantity += counters.of(row.value).countedQuantity;
        counted.original += counters.of(row.value).original;
    }
    return counted;
}

std::vector<CheckLine> inventoryChecks(const SheetCounters& counters, Money surplusValue)
{
    return {bookIsSumOfResults(counters), countedIsBookLessMissing(counters, surplusValue),
        nothingIsOpen(counters)};
}

} // namespace guanwu
