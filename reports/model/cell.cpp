#include "reports/model/cell.h"

#include "core/values/calendar.h"
#include "core/values/decimal.h"
#include "core/values/ratio.h"

namespace guanwu {

namespace {

    /// Puts a comma between groups of three digits before the decimal point.
    std::string grouped(std::string number)
    {
        const auto point = number.find('.');
        const std::size_t first = number.starts_with('-') ? 1 : 0;
        std::size_t at = point == std::string::npos ? number.size() : point;
        while (at > first + 3) {
            at -= 3;
            number.insert(at, 1, ',');
        }
        return number;
    }

    struct CellPrinter {
        MoneyUnit unit;

        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return grouped(std::to_string(number)); }
        std::string operator()(Money money) const
        {
            return grouped(formatHundredths(printedHundredths(money, unit)));
        }
        std::string operator()(Area area) const { return grouped(area.toString()); }
        std::string operator()(Percent rate) const { return formatHundredths(rate.hundredths) + "%"; }
        std::string operator()(std::chrono::year_month_day day) const { return formatDate(day); }
    };

} // namespace

std::int64_t amountOf(const Cell& cell)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return *number;
    if (const auto* money = std::get_if<Money>(&cell))
        return money->fen();
    if (const auto* area = std::get_if<Area>(&cell))
        return area->hundredths();
    return 0;
}

Cell cellOfAmount(CellKind kind, std::int64_t amount)
{
    if (kind == CellKind::Money)
        return Money::fromFen(amount);
    if (kind == CellKind::Area)
        return Area::fromHundredths(amount);
    return amount;
}

void setText(Cell& cell, std::string_view text)
{
    if (text.empty())
        cell = std::monostate {};
    else if (auto* held = std::get_if<std::string>(&cell))
        held->assign(text);
    else
        cell.emplace<std::string>(text);
}

Cell textCell(std::string_view text)
{
    Cell cell;
    setText(cell, text);
    return cell;
}

std::int64_t printedHundredths(Money money, MoneyUnit unit)
{
    constexpr std::int64_t kYuanPerWan = 10000;
    return unit == MoneyUnit::Yuan ? money.fen() : roundedHalfUp(money.fen(), kYuanPerWan);
}

std::string printedText(const Cell& cell, MoneyUnit unit) { return std::visit(CellPrinter {unit}, cell); }

std::string countText(std::int64_t count) { return printedText(count, MoneyUnit::Yuan); }

std::string yuanText(Money money) { return printedText(money, MoneyUnit::Yuan) + " 元"; }

} // namespace guanwu
