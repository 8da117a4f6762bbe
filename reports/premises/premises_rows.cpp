#include "reports/premises/premises_rows.h"

#include "core/base/text.h"
#include "core/values/calendar.h"

namespace guanwu {

Report reportOfPremises(std::string_view title, const PremisesHead& head)
{
    Report report;
    report.title = std::string(title);
    report.preparer = head.preparer;
    report.period
        = head.year ? "年度：" + std::to_string(*head.year) : "基准日：" + formatDate(head.asOf);
    report.asOf = head.asOf;
    report.moneyUnit = head.moneyUnit;
    report.signatures = usualSignatures();
    return report;
}

Cell dayCell(const std::optional<Day>& day) { return day ? Cell(*day) : Cell(); }

Cell areaCell(Area area) { return area > Area() ? Cell(area) : Cell(); }

Cell moneyCell(const std::optional<Money>& money) { return money ? Cell(*money) : Cell(); }

bool HeldRows::next(ReportRow& row)
{
    if (m_next == m_rows.size())
        return false;
    row = m_rows[m_next++];
    return true;
}

void HeldRows::close(ReportEnd& end)
{
    if (m_close)
        m_close(end);
}

std::string listed(const std::vector<std::string>& texts) { return joined(texts, "；"); }

std::string joinedNames(const std::vector<Reference>& many)
{
    std::vector<std::string> names;
    for (const Reference& one : many)
        names.push_back(one.name.empty() ? one.code : one.name);
    return listed(names);
}

} // namespace guanwu
