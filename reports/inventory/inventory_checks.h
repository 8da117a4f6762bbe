#pragma once

#include "core/inventory/sheet_counters.h"
#include "reports/model/report.h"

namespace guanwu {

/// The identities of lifecycle 3.3 as sentences with their figures, in number and in value: book = sum of the
/// final results; counted = book less what is not there, told before and with the surplus; nothing left open.
/// A line of which fewer or more were counted than the book has breaks the second.
[[nodiscard]] std::vector<CheckLine> inventoryChecks(const SheetCounters& counters, Money surplusValue);

/// Number and original value of the lines whose object was really found, without surplus.
struct CountedFigures {
    std::int64_t quantity = 0;
    Money original;
};
[[nodiscard]] CountedFigures countedFigures(const SheetCounters& counters);

} // namespace guanwu
