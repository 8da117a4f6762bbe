#include "core/premises/repair_rank.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace guanwu {

namespace {

    /// Empty where it was not appraised. What old cards have there may be more than the letter, or none.
    std::string gradeOf(const RepairLine& one)
    {
        if (one.hazard.empty() || one.hazard.front() < 'a' || one.hazard.front() > 'd')
            return {};
        return std::string(1, static_cast<char>(one.hazard.front() - 'a' + 'A'));
    }

    std::size_t hazardOrder(const RepairLine& one)
    {
        constexpr std::string_view kWorstFirst = "DC BA"; // a space stands for not appraised
        const std::string grade = gradeOf(one);
        return kWorstFirst.find(grade.empty() ? ' ' : grade.front());
    }

    auto keyOf(const RepairLine& one)
    {
        return std::tuple(hazardOrder(one), one.lastRepairYear.value_or(0),
            one.estimate.value_or(Money()).fen(), std::string_view(one.applicationNo));
    }

    /// Where the request names no year, the ledger does.
    void fillLastRepairs(std::vector<RepairLine>& lines)
    {
        std::map<std::int64_t, std::int64_t> lastOf;
        for (const RepairLine& line : lines)
            if (const auto day = line.doneOn()) {
                std::int64_t& last = lastOf[line.building.id];
                last = std::max<std::int64_t>(last, int(day->year()));
            }
        for (RepairLine& line : lines)
            if (const auto last = lastOf.find(line.building.id); last != lastOf.end() && !line.lastRepairYear)
                line.lastRepairYear = last->second;
    }

} // namespace

std::vector<RankedRepair> rankRepairs(std::vector<RepairLine> lines)
{
    fillLastRepairs(lines);
    std::erase_if(lines, [](const RepairLine& line) { return !line.isWaiting(); });
    std::sort(lines.begin(), lines.end(),
        [](const RepairLine& a, const RepairLine& b) { return keyOf(a) < keyOf(b); });
    std::vector<RankedRepair> out;
    Money before;
    for (RepairLine& one : lines) {
        const std::string year = one.lastRepairYear ? std::to_string(*one.lastRepairYear) : "";
        RankedRepair ranked;
        ranked.rank = static_cast<std::int64_t>(out.size()) + 1;
        ranked.before = before;
        const std::string grade = gradeOf(one);
        ranked.reasonZh = (grade.empty() ? "未鉴定" : "安全等级 " + grade)
            + (year.empty() ? "，无维修记录" : "，上次维修 " + year);
        ranked.reasonEn = (grade.empty() ? "not appraised" : "hazard " + grade)
            + (year.empty() ? ", never repaired" : ", last repaired " + year);
        before += one.estimate.value_or(Money());
        ranked.line = std::move(one);
        out.push_back(std::move(ranked));
    }
    return out;
}

} // namespace guanwu
