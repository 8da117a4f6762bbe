#include "core/premises/repair_rank.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace guanwu {

namespace {

    int hazardOrder(const std::string& hazard)
    {
        constexpr std::string_view kWorstFirst = "dc ba"; // a space stands for not appraised
        const auto at = kWorstFirst.find(hazard.empty() ? ' ' : hazard.front());
        return at == std::string_view::npos ? 2 : static_cast<int>(at);
    }

    auto keyOf(const RepairLine& one)
    {
        return std::tuple(hazardOrder(one.hazard), one.lastRepairYear.value_or(0),
            one.estimate.value_or(Money()).fen(), std::string_view(one.applicationNo));
    }

    std::string gradeOf(const RepairLine& one)
    {
        std::string out = one.hazard;
        for (char& letter : out)
            letter = static_cast<char>(letter - 'a' + 'A');
        return out;
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
        ranked.reasonZh = (one.hazard.empty() ? "未鉴定" : "安全等级 " + gradeOf(one))
            + (year.empty() ? "，无维修记录" : "，上次维修 " + year);
        ranked.reasonEn = (one.hazard.empty() ? "not appraised" : "hazard " + gradeOf(one))
            + (year.empty() ? ", never repaired" : ", last repaired " + year);
        before += one.estimate.value_or(Money());
        ranked.line = std::move(one);
        out.push_back(std::move(ranked));
    }
    return out;
}

} // namespace guanwu
