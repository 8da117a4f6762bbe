#pragma once

#include "core/inventory/sheet_line.h"

#include <array>
#include <optional>
#include <string>

namespace guanwu {

/// Lines of one result on one sheet, or over many.
struct ResultCounter {
    std::int64_t lines = 0;
    std::int64_t bookQuantity = 0;
    std::int64_t countedQuantity = 0;
    Money original;
    std::int64_t idleLines = 0; ///< of these: idle, in the book or as seen
    Money idleOriginal;

    bool operator==(const ResultCounter&) const = default;
};

/// The figures of a count, by result. Sums of sums: adding two counters is adding their sheets.
class SheetCounters {
public:
    void addLine(const BookLine& book, const CountOutcome& outcome);
    /// A surplus has no book value; its estimate is entered only after approval.
    void addSurplus(std::int64_t quantity);
    void add(LineResult result, const ResultCounter& counter);
    SheetCounters& operator+=(const SheetCounters& other);

    [[nodiscard]] const ResultCounter& of(LineResult result) const
    {
        return m_byResult[static_cast<std::size_t>(result)];
    }
    /// Every line of the book, whatever its result.
    [[nodiscard]] ResultCounter book() const;
    /// 账实相符率: lines with result match among all, in hundredths of a percent, rounded half up; 0 without
    /// lines.
    [[nodiscard]] std::int64_t matchRate() const;

    bool operator==(const SheetCounters&) const = default;

private:
    std::array<ResultCounter, kLineResults.size()> m_byResult {};
};

/// The identities of lifecycle 3.3 against the totals of the frozen book: every line has one result, in
/// number, quantity and value, and nothing is left open. nullopt = they hold; else the token of the first
/// that does not, with its figures.
[[nodiscard]] std::optional<Error> brokenIdentity(const SheetCounters& counters, const ResultCounter& frozen);

/// Not-checked and doubtful lines, as brokenIdentity() but for a sheet that is to be signed: not_checked may
/// remain, it becomes shortage.
[[nodiscard]] std::optional<Error> openDoubt(const SheetCounters& counters);

} // namespace guanwu
