#include "reports/inventory/inventory_head.h"

#include "core/values/calendar.h"

#include <array>
#include <cstdio>

namespace guanwu {

std::string unitsNote(const ReportingUnits& units)
{
    std::string note
        = "应报 " + std::to_string(units.due) + " 家，实报 " + std::to_string(units.reported) + " 家";
    if (units.missing.empty())
        return note;
    note += "；未报：";
    for (std::size_t i = 0; i < units.missing.size(); ++i) {
        const auto& missing = units.missing[i];
        note += (i == 0 ? "" : "、") + missing.unit;
        if (!missing.reason.empty())
            note += "（" + missing.reason + "）";
    }
    return note;
}

Money ShortageLine::declaredLoss(std::chrono::year_month baseMonth) const
{
    return book.original - book.schedule.accumulatedAt(baseMonth) - compensation.value_or(Money {});
}

Report reportWithHead(std::string title, const InventoryHead& head)
{
    Report report;
    report.title = std::move(title);
    report.preparer = head.preparer;
    report.period = "基准日：" + formatDate(head.baseDate);
    report.asOf = head.baseDate;
    report.moneyUnit = head.moneyUnit;
    if (head.units)
        report.notes.push_back(unitsNote(*head.units));
    return report;
}

std::string classText(const std::string& code, const std::string& name)
{
    return name.empty() ? code : code + " " + name;
}

std::string chinaTimeText(Instant instant)
{
    const auto local = std::chrono::floor<std::chrono::seconds>(instant + kChinaOffset);
    const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
    std::array<char, 16> clock {};
    std::snprintf(clock.data(), clock.size(), " %02d:%02d:%02d", static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return formatDate(chinaDate(instant)) + clock.data();
}

} // namespace guanwu
