#include "core/premises/title_gaps.h"

#include "core/rules/limits.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    bool isNear(const std::optional<Day>& due, Day on)
    {
        const auto ahead = std::chrono::days(limitOn("space_reminder_days", on).value);
        return due && *due >= on && std::chrono::sys_days(*due) - std::chrono::sys_days(on) <= ahead;
    }

    void addPapers(std::vector<TitleGap>& out, const TitleLine& title, Day on)
    {
        for (const MissingPaper& paper : title.missing)
            if (!paper.suppliedOn)
                out.push_back({TitleGapKind::PapersDue, title.certNo, title.location,
                    paper.name + (paper.owedBy.empty() ? "，责任单位未定" : "，责任单位：" + paper.owedBy),
                    paper.name
                        + (paper.owedBy.empty() ? "; nobody named to supply it"
                                                : "; owed by " + paper.owedBy),
                    paper.dueOn, paper.dueOn && *paper.dueOn < on, isNear(paper.dueOn, on)});
        if (title.isIncomplete && title.missing.empty())
            out.push_back({TitleGapKind::PapersDue, title.certNo, title.location,
                title.missingText + "，责任单位与期限未登记",
                title.missingText + "; neither who owes it nor until when is recorded", std::nullopt, false});
    }

    std::string namesOf(std::span<const Reference> units, std::string_view between)
    {
        std::string out;
        for (const Reference& unit : units)
            out.append(out.empty() ? "" : between).append(unit.name);
        return out;
    }

    /// A unit that has a part of what a certificate covers stands on it when it is changed at the registry
    /// office or split.
    void addUsers(std::vector<TitleGap>& out, const TitleLine& title)
    {
        if (title.users.empty())
            return;
        std::vector<Reference> missing;
        for (const Reference& unit : title.cardUsers)
            if (std::none_of(title.users.begin(), title.users.end(),
                    [&](const Reference& user) { return user.id == unit.id; }))
                missing.push_back(unit);
        if (!missing.empty())
            out.push_back({TitleGapKind::UserNotChanged, title.certNo, title.location,
                "卡片使用单位：" + namesOf(missing, "、") + "；证书使用单位：" + namesOf(title.users, "、"),
                "used by the cards by " + namesOf(missing, ", ") + "; on the certificate by "
                    + namesOf(title.users, ", "),
                std::nullopt, false});
    }

    /// The area of a certificate is that of what it covers. A building that stands on several certificates
    /// has a part on each, which no record splits: then nothing is compared.
    void addAreas(std::vector<TitleGap>& out, std::span<const TitleLine> titles,
        const std::map<std::int64_t, const BuildingTitle*>& byId)
    {
        for (const TitleLine& title : titles) {
            if (!title.isCurrent() || title.buildings.empty())
                continue;
            Area sum;
            bool isComparable = true;
            for (const Reference& building : title.buildings) {
                const auto known = byId.find(building.id);
                isComparable = isComparable && known != byId.end() && known->second->floor > Area()
                    && known->second->certificates.size() == 1;
                if (isComparable)
                    sum += known->second->floor;
            }
            if (isComparable && sum != title.floor)
                out.push_back({TitleGapKind::AreaDiffers, title.certNo, title.location,
                    "证载 " + title.floor.toString() + " ㎡，卡片 " + sum.toString() + " ㎡",
                    title.floor.toString() + " m2 on the certificate, " + sum.toString() + " m2 on the cards",
                    std::nullopt, false});
        }
    }

} // namespace

std::vector<TitleGap> titleGaps(std::span<const TitleLine> titles, std::span<const BuildingTitle> buildings,
    const Reference& chief, Day on)
{
    std::vector<TitleGap> out;
    std::map<std::int64_t, const BuildingTitle*> byId;
    std::map<std::string, std::vector<const TitleLine*>> ofUnitNo;
    for (const BuildingTitle& building : buildings) {
        byId[building.building.id] = &building;
        if (building.certificates.empty() && !building.isFiledOnly && !building.isGone)
            out.push_back({TitleGapKind::NoPapers, building.building.code, building.building.name,
                building.situation ? std::string(tokenRow(kStartSituations, *building.situation).nameZh)
                                   : "起点未登记",
                building.situation ? std::string(tokenRow(kStartSituations, *building.situation).nameEn)
                                   : "starting situation not recorded",
                std::nullopt, false});
    }
    addAreas(out, titles, byId);
    for (const TitleLine& title : titles) {
        if (!title.isCurrent())
            continue;
        if (title.buildings.empty())
            out.push_back({TitleGapKind::NoBuilding, title.certNo, title.location, "未登记涉及楼栋",
                "no building is named on it", std::nullopt, false});
        if (chief.id != 0 && title.holder.id != chief.id)
            out.push_back({TitleGapKind::HolderNotChanged, title.certNo, title.location,
                "权利人：" + title.holder.name, "holder: " + title.holder.name, std::nullopt, false});
        addUsers(out, title);
        std::string gone;
        for (const Reference& building : title.buildings)
            if (const auto known = byId.find(building.id); known != byId.end() && known->second->isGone)
                gone.append(gone.empty() ? "" : "、").append(building.name);
        if (!gone.empty())
            out.push_back({TitleGapKind::NotCancelled, title.certNo, title.location, "已核销：" + gone,
                "gone: " + gone, std::nullopt, false});
        addPapers(out, title, on);
        if (title.custody && title.custody->step == CustodyStep::Issued)
            if (const auto due = title.custody->dueOn; due && *due < on)
                out.push_back({TitleGapKind::NotReturned, title.certNo, title.location,
                    "借用人：" + title.custody->person, "lent to " + title.custody->person, due, true});
        for (const std::string& unitNo : title.unitNos)
            ofUnitNo[unitNo].push_back(&title);
    }
    for (const auto& [unitNo, certificates] : ofUnitNo)
        if (certificates.size() > 1) {
            std::string text;
            for (const TitleLine* certificate : certificates)
                text.append(text.empty() ? "" : "、").append(certificate->certNo);
            out.push_back({TitleGapKind::TwiceCurrent, unitNo, certificates.front()->location, text, text,
                std::nullopt, false});
        }
    // What was due goes first, and the many buildings without papers, which take years, last.
    const auto rank = [](const TitleGap& gap) {
        const int urgency = gap.isOverdue ? 0 : gap.isNear ? 1 : gap.kind == TitleGapKind::NoPapers ? 3 : 2;
        return std::pair(urgency, gap.kind);
    };
    std::stable_sort(
        out.begin(), out.end(), [&](const TitleGap& a, const TitleGap& b) { return rank(a) < rank(b); });
    return out;
}

} // namespace guanwu
