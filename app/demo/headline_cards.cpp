// The cards that headline figures rest on: buildings with the land under them, and vehicles.
#include "app/demo/asset_catalog.h"
#include "app/demo/asset_row.h"

namespace guanwu {

namespace {

    consteval std::size_t at(std::string_view name) { return assetColumn(name); }

    const PlannedCertificate& certificateOf(const City& city, const PlannedBuilding& building)
    {
        return city.certificates[std::size_t(building.certificate)];
    }

    bool isFirstOfCertificate(const City& city, const PlannedBuilding& building)
    {
        return building.certificate >= 0
            && &city.buildings[std::size_t(certificateOf(city, building).firstBuilding)] == &building;
    }

    /// The bureau holds the title, the unit inside keeps the card (rule R1).
    void title(AssetRow& row, const PlannedBuilding& building)
    {
        TableFile& out = row.cells();
        if (building.certificate < 0) {
            out.token(at("title_state"), kTitleStates, TitleState::Untitled);
            return;
        }
        const PlannedCertificate& certificate = certificateOf(row.city(), building);
        out.text(at("right_holder"), holderOf(row.city(), certificate));
        out.token(at("title_state"), kTitleStates, TitleState::Titled);
        out.text(at("cert_kind"), "BDCQZS");
        out.text(at("cert_no"), certificate.number);
        out.day(at("cert_date"), certificate.issuedOn);
    }

    std::string_view buildingClass(UnitSort sort)
    {
        switch (sort) {
        case UnitSort::School:
            return "A01010211";
        case UnitSort::Hospital:
            return "A01010212";
        default:
            return "A01010100";
        }
    }

    void writeLand(AssetRow& row, const PlannedBuilding& building)
    {
        const PlannedCompound& compound = row.city().compounds[std::size_t(building.compound)];
        const std::int64_t area = certificateOf(row.city(), building).landShare;
        row.begin("A01039900", compound.name + building.name + "用地", building.completedOn);
        row.publicUse();
        row.pieces(1, "宗");
        row.method(AcquisitionMethod::Allotment);
        row.value(area * row.random().between(500, 1200)); // 0.01 m2 times yuan per m2 is fen
        row.state(UseState::InUse);
        TableFile& out = row.cells();
        out.text(at("address"), compound.address);
        out.hundredths(at("land_m2"), area);
        out.hundredths(at("certified_m2"), area);
        out.hundredths(at("area_self_m2"), area);
        out.text(at("parcel_no"), "GB" + padded(building.compound + 1, 5));
        out.token(at("land_nature"), kLandNatures, LandNature::State);
        title(row, building);
        row.end();
    }

} // namespace

void writeEstateCards(AssetRow& row, const PlannedBuilding& building)
{
    const bool empty = building.floors == 0;
    const PlannedCompound& compound = row.city().compounds[std::size_t(building.compound)];
    Random& random = row.random();
    TableFile& out = row.cells();
    row.begin(buildingClass(row.unit().named.sort), compound.name + building.name, building.completedOn);
    out.text(at("place"), building.code);
    row.publicUse();
    row.pieces(1, "栋");
    row.method(AcquisitionMethod::Construction);
    out.text(at("address"), compound.address + building.name);
    out.token(at("structure"), kStructures, building.structure);
    const std::int64_t floorArea = building.floorArea + building.misread;
    out.hundredths(at("floor_m2"), floorArea);
    out.hundredths(at("usable_area_m2"), empty ? floorArea * 7 / 10 : building.usable);
    out.hundredths(empty ? at("area_other_m2") : at("area_self_m2"), floorArea);
    out.day(at("completed_on"), building.completedOn);
    out.number(at("floors"), empty ? 2 : building.floors);
    out.text(at("building_no"), building.name);
    out.token(at("final_accounts"), kFinalAccounts,
        random.chance(9300) ? FinalAccounts::Done : FinalAccounts::Open);
    out.text(at("safety_grade"), empty ? "C" : random.chance(8000) ? "A" : "B");
    if (empty) {
        row.idle();
    } else {
        row.value(building.floorArea * random.between(1600, 3800));
        row.state(UseState::InUse);
    }
    title(row, building);
    row.end();
    if (isFirstOfCertificate(row.city(), building))
        writeLand(row, building);
}

void writeVehicleCard(AssetRow& row, std::int64_t number)
{
    Random& random = row.random();
    TableFile& out = row.cells();
    const auto baseDate = row.city().options.baseDate;
    const bool ofBureau = row.isOfBureau();
    const bool enforcement = row.unit().named.sort == UnitSort::Participating;
    const VehicleModel& model = random.pick(vehicleModels());
    const auto boughtOn = row.city().dayYearsBefore(random, random.below(12));
    row.begin(model.classCode, model.name, boughtOn);
    row.publicUse();
    row.make(model.brand, model.model);
    row.pieces(1, "辆");
    row.value(random.between(model.leastYuan / 100, model.mostYuan / 100) * 10'000);
    row.method(random.chance(9000) ? AcquisitionMethod::Purchase : AcquisitionMethod::TransferIn);
    row.state(UseState::InUse);
    out.text(
        at("plate_no"), std::string("湘N") + "ABCDEFGHJK"[number / 10'000 % 10] + padded(number % 10'000, 4));
    out.text(at("vin"), makersNumber(random, "LGW", 8) + padded(number, 6));
    out.text(at("engine_no"), makersNumber(random, "", 9));
    out.text(at("make_model"), std::string(model.brand).append(" ").append(model.model));
    out.text(at("displacement_l"), model.displacement);
    out.token(at("origin"), kVehicleOrigins, VehicleOrigin::Domestic);
    out.token(at("quota_state"), kQuotaStates, random.chance(9400) ? QuotaState::Funded : QuotaState::Other);
    out.token(at("official_use"), kOfficialUses,
        enforcement               ? OfficialUse::Enforcement
            : random.chance(2500) ? OfficialUse::Confidential
            : random.chance(3500) ? OfficialUse::Emergency
                                  : OfficialUse::Other);
    out.day(at("registered_on"), daysLater(boughtOn, 5, baseDate));
    const auto age = (std::chrono::sys_days(baseDate) - std::chrono::sys_days(boughtOn)).count();
    out.number(at("mileage_km"), age * random.between(18, 60));
    out.token(at("gps_state"), kGpsStates,
        ofBureau || random.chance(7800) ? GpsState::Fitted
            : random.chance(2000)       ? GpsState::Exempt
                                        : GpsState::NotFitted);
    out.yesNo(at("on_platform"), ofBureau);
    row.end();
}

} // namespace guanwu
