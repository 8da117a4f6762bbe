#include "core/inventory/sheet_counters.h"

#include "core/values/ratio.h"

namespace guanwu {

namespace {

    bool isIdle(const BookLine& book, const CountOutcome& outcome)
    {
        if (outcome.seenCondition == Condition::InUse)
            return false;
        return book.useState == UseState::Idle || outcome.seenCondition == Condition::Idle;
    }

    void addTo(ResultCounter& sum, const ResultCounter& part)
    {
        sum.lines += part.lines;
        sum.bookQuantity += part.bookQuantity;
        sum.countedQuantity += part.countedQuantity;
        sum.original += part.original;
        sum.idleLines += part.idleLines;
        sum.idleOriginal += part.idleOriginal;
    }

} // namespace

void SheetCounters::addLine(const BookLine& book, const CountOutcome& outcome)
{
    ResultCounter line {1, book.quantity, outcome.countedQuantity, book.original, 0, {}};
    if (isIdle(book, outcome)) {
        line.idleLines = 1;
        line.idleOriginal = book.original;
    }
    add(outcome.result, line);
}

void SheetCounters::addSurplus(std::int64_t quantity)
{
    add(LineResult::Surplus, ResultCounter {1, 0, quantity, {}, 0, {}});
}

void SheetCounters::add(LineResult result, const ResultCounter& counter)
{
    addTo(m_byResult[static_cast<std::size_t>(result)], counter);
}

SheetCounters& SheetCounters::operator+=(const SheetCounters& other)
{
    for (std::size_t i = 0; i < m_byResult.size(); ++i)
        addTo(m_byResult[i], other.m_byResult[i]);
    return *this;
}

ResultCounter SheetCounters::book() const
{
    ResultCounter sum;
    for (const auto& row : kLineResults)
        if (row.value != LineResult::Surplus)
            addTo(sum, of(row.value));
    return sum;
}

std::int64_t SheetCounters::matchRate() const
{
    const std::int64_t lines = book().lines;
    return lines == 0 ? 0 : roundedHalfUp(of(LineResult::Match).lines * 10000, lines);
}

std::optional<Error> brokenIdentity(const SheetCounters& counters, const ResultCounter& frozen)
{
    const ResultCounter book = counters.book();
    const auto differs = [](const char* subject, const std::string& results, const std::string& ofBook) {
        return Error {ErrorCode::RuleViolated, subject, results + " / " + ofBook};
    };
    if (book.lines != frozen.lines)
        return differs("inventory.lines_differ", std::to_string(book.lines), std::to_string(frozen.lines));
    if (book.bookQuantity != frozen.bookQuantity)
        return differs("inventory.quantity_differs", std::to_string(book.bookQuantity),
            std::to_string(frozen.bookQuantity));
    if (book.original != frozen.original)
        return differs(
            "inventory.value_differs", book.original.toYuanString(), frozen.original.toYuanString());
    if (const auto open = counters.of(LineResult::NotChecked).lines; open != 0)
        return Error {ErrorCode::RuleViolated, "inventory.not_checked", std::to_string(open)};
    return openDoubt(counters);
}

std::optional<Error> openDoubt(const SheetCounters& counters)
{
    if (const auto doubt = counters.of(LineResult::Doubt).lines; doubt != 0)
        return Error {ErrorCode::RuleViolated, "inventory.doubt", std::to_string(doubt)};
    return std::nullopt;
}

} // namespace guanwu
