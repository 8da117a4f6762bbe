#include "app/premises/title_json.h"

#include "app/premises/space_json.h"
#include "core/reference/certificate_types.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json namesJson(const std::vector<Reference>& many)
    {
        Json out = Json::array();
        for (const Reference& one : many)
            out.push_back({{"code", one.code}, {"name", one.name}});
        return out;
    }

} // namespace

Json custodyJson(const TitleCustody& step)
{
    return {{"step", tokenRow(kCustodySteps, step.step).token}, {"person", step.person},
        {"place", textJson(step.place)}, {"on", formatDate(step.on)}, {"due_on", dayJson(step.dueOn)},
        {"reason", textJson(step.reason)}};
}

Json titleJson(const TitleLine& title)
{
    Json encumbrances = Json::array();
    for (const Encumbrance& one : title.encumbrances)
        encumbrances.push_back({{"kind", tokenRow(kEncumbranceKinds, one.kind).token},
            {"paper_no", one.paperNo}, {"party", textJson(one.party)}, {"from", formatDate(one.from)}});
    Json missing = Json::array();
    for (const MissingPaper& one : title.missing)
        missing.push_back({{"name", one.name}, {"owed_by", textJson(one.owedBy)}, {"due_on", dayJson(one.dueOn)},
            {"supplied_on", dayJson(one.suppliedOn)}});
    return {{"cert_no", title.certNo}, {"kind", title.kind}, {"kind_name", certificateTypeName(title.kind)},
        {"reg_kind", title.regKind}, {"holder", {{"code", title.holder.code}, {"name", title.holder.name}}},
        {"former_holders", title.formerHolders}, {"former_nos", title.formerNos},
        {"later_no", textJson(title.laterNo)}, {"users", namesJson(title.users)},
        {"location", title.location}, {"unit_nos", title.unitNos}, {"right_type", textJson(title.rightType)},
        {"right_nature", textJson(title.rightNature)}, {"use", textJson(title.use)},
        {"parcel_m2", title.parcel ? Json(title.parcel->toString()) : Json()},
        {"land_share_m2", title.landShare.toString()}, {"floor_m2", title.floor.toString()},
        {"buildings", namesJson(title.buildings)}, {"term_from", dayJson(title.termFrom)},
        {"term_to", dayJson(title.termTo)}, {"issued_on", formatDate(title.issuedOn)},
        {"issuer", textJson(title.issuer)}, {"incomplete", title.isIncomplete},
        {"missing_text", textJson(title.missingText)}, {"missing", missing}, {"encumbrances", encumbrances},
        {"blocked", title.isBlocked()}, {"custody", title.custody ? custodyJson(*title.custody) : Json()},
        {"assets", title.assets}, {"state", title.state}, {"current", title.isCurrent()},
        {"remark", textJson(title.remark)}};
}

Json gapJson(const TitleGap& gap, Language language)
{
    return {{"kind", tokenRow(kTitleGapKinds, gap.kind).token}, {"subject", gap.subject},
        {"name", textJson(gap.name)}, {"text", language == Language::ZhCn ? gap.text : gap.textEn},
        {"due", dayJson(gap.due)}, {"overdue", gap.isOverdue}, {"near", gap.isNear}};
}

std::string_view standingOf(const BuildingTitle& building)
{
    return building.isGone               ? "gone"
        : !building.certificates.empty() ? "registered"
        : building.isFiledOnly           ? "filed"
                                         : "open";
}

nlohmann::ordered_json buildingPapersJson(const BuildingTitle& building)
{
    using Json = nlohmann::ordered_json;
    Json certificates = Json::array();
    for (const std::string& no : building.certificates)
        certificates.push_back(no);
    return {{"building", building.building.code}, {"name", building.building.name},
        {"floor_m2", building.floor.toString()},
        {"situation",
            building.situation ? Json(tokenRow(kStartSituations, *building.situation).token) : Json()},
        {"standing", standingOf(building)}, {"certificates", certificates},
        {"filing_no", building.filingNo.empty() ? Json() : Json(building.filingNo)},
        {"filed_m2", building.isFiledOnly ? Json(building.filed.toString()) : Json()}};
}

} // namespace guanwu
