#include "reports/writers/report_head.h"

#include <algorithm>

namespace guanwu {

std::string preparerLine(const Report& report)
{
    return report.preparer.empty() ? std::string() : "编制单位：" + report.preparer + "（盖章）";
}

std::string sheetTitle(const Report& report, std::uint32_t sheet)
{
    return sheet < report.sheets.size() ? report.title + "（" + report.sheets[sheet] + "）" : report.title;
}

std::string moneyUnitLine(const Report& report)
{
    const auto has = [&](CellKind kind) {
        return std::any_of(report.columns.begin(), report.columns.end(),
            [&](const Column& column) { return column.kind == kind; });
    };
    if (has(CellKind::Area) && !has(CellKind::Money))
        return "面积单位：平方米";
    return report.moneyUnit == MoneyUnit::Yuan ? "金额单位：元" : "金额单位：万元";
}

std::string unitText(const Column& column)
{
    return column.unit.empty() ? std::string() : "（" + column.unit + "）";
}

std::string headingText(const Column& column)
{
    return column.unit.empty() ? column.heading : column.heading + "\n" + unitText(column);
}

std::string checkText(const CheckLine& check)
{
    return (check.holds ? "核对相符：" : "核对不符：") + check.text;
}

bool hasGroups(const Report& report)
{
    return std::any_of(
        report.columns.begin(), report.columns.end(), [](const Column& c) { return !c.group.empty(); });
}

} // namespace guanwu
