#include "core/registry/estate_rules.h"

#include "core/values/certificate_no.h"

namespace guanwu {

namespace {

    void checkUses(const AreaSplit& uses, Area whole, std::string_view column, const CardContext& context,
        ProblemList& problems)
    {
        problems.require(uses.sum() == whole, "card.area_split", column);
        problems.require(context.orgType != OrgType::Administrative || uses.invested == Area(),
            "card.investment_barred", "area_invested_m2");
    }

    void checkTitle(const TitlePart& title, ProblemList& problems)
    {
        if (title.state == TitleState::Titled) {
            problems.require(!title.certKind.empty(), "card.title_needs", "cert_kind");
            problems.require(!title.certNo.empty(), "card.title_needs", "cert_no");
            problems.require(title.certDate.has_value(), "card.title_needs", "cert_date");
        }
        // The year in the number is the year of registration, never after the day of issue.
        const auto number = CertificateNo::parse(title.certNo);
        if (number && title.certDate)
            problems.require(
                number->year() <= static_cast<int>(title.certDate->year()), "card.cert_year", "cert_date");
    }

} // namespace

void checkBuilding(const BuildingPart& building, const CardContext& context, ProblemList& problems)
{
    problems.require(building.floorArea > Area(), "card.floor_area", "floor_m2");
    problems.require(!building.usableArea || *building.usableArea < building.floorArea, "card.usable_area",
        "usable_area_m2");
    problems.require(!building.basementArea || *building.basementArea <= building.floorArea,
        "card.basement_area", "basement_m2");
    const Area rooms = building.officeArea + building.meetingArea + building.garageArea + building.canteenArea
        + building.powerArea + building.machineArea;
    problems.require(rooms <= building.floorArea, "card.room_areas", "floor_m2");
    checkUses(building.uses, building.floorArea, "floor_m2", context, problems);
    problems.require(
        !building.completedOn || *building.completedOn <= context.today, "card.completed_on", "completed_on");
    checkTitle(building.title, problems);
}

void checkLand(const LandPart& land, const CardContext& context, ProblemList& problems)
{
    problems.require(land.landArea > Area(), "card.land_area", "land_m2");
    checkUses(land.uses, land.landArea, "land_m2", context, problems);
    checkTitle(land.title, problems);
}

} // namespace guanwu
