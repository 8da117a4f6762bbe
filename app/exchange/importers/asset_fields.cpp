#include "app/exchange/importers/asset_fields.h"

#include "app/exchange/column_tables.h"
#include "core/registry/card_rules.h"

namespace guanwu {

namespace {

    consteval int at(std::string_view name) { return columnIndex(kAssetColumns, name); }

    constexpr int kFirstVehicleColumn = at("plate_no");
    constexpr int kLastVehicleColumn = at("on_platform");
    constexpr int kFirstEstateColumn = at("address");
    constexpr int kLastEstateColumn = at("safety_grade");
    constexpr int kPartColumns[] = {at("area_self_m2"), at("area_lent_m2"), at("area_leased_m2"),
        at("area_invested_m2"), at("area_pledged_m2"), at("area_other_m2")};

    void warnOfStrangers(RowFields& fields, int first, int last)
    {
        for (int column = first; column <= last; ++column)
            if (!fields.text(column).empty())
                fields.warn(column, {ErrorCode::RuleViolated, "asset.other_kind", {}});
    }

    template <class Enum, std::size_t N>
    void tokenOrNull(RowSpool& out, const TokenTable<Enum, N>& table, const std::optional<Enum>& value)
    {
        out.textOrNull(value ? tokenRow(table, *value).token : std::string_view());
    }

} // namespace

std::string_view AssetVariants::structureName() const
{
    return m_estate.structure ? tokenRow(kStructures, *m_estate.structure).nameZh : std::string_view();
}

void AssetVariants::read(RowFields& fields, CardKind kind)
{
    m_estate = {};
    if (kind == CardKind::Vehicle)
        readVehicle(fields);
    else
        warnOfStrangers(fields, kFirstVehicleColumn, kLastVehicleColumn);
    if (kind == CardKind::Building || kind == CardKind::Land)
        readEstate(fields, kind);
    else
        warnOfStrangers(fields, kFirstEstateColumn, kLastEstateColumn);
}

void AssetVariants::readVehicle(RowFields& fields)
{
    Vehicle& v = m_vehicle;
    v.plateNo = fields.text(at("plate_no"));
    v.vin = fields.text(at("vin"));
    v.engineNo = fields.text(at("engine_no"));
    v.makeModel = fields.text(at("make_model"));
    v.displacement = fields.text(at("displacement_l"));
    v.origin = fields.token(at("origin"), kVehicleOrigins);
    v.quota = fields.token(at("quota_state"), kQuotaStates);
    v.use = fields.token(at("official_use"), kOfficialUses);
    v.registeredOn = fields.date(at("registered_on"));
    v.mileage = fields.integer(at("mileage_km"), 0, 10'000'000);
    v.gps = fields.token(at("gps_state"), kGpsStates);
    v.onPlatform = fields.boolean(at("on_platform"));
    if (!v.vin.empty() && !isVin(v.vin))
        fields.report(at("vin"), {ErrorCode::InvalidArgument, "vehicle.vin", {}});
    // With a plate, what the registration says is known (fields 1a).
    if (!v.plateNo.empty())
        for (const auto& [column, value] : {std::pair {at("vin"), &v.vin}, {at("engine_no"), &v.engineNo},
                 {at("make_model"), &v.makeModel}, {at("displacement_l"), &v.displacement}})
            if (value->empty())
                fields.warn(column, {ErrorCode::RuleViolated, "vehicle.plate_needs", v.plateNo});
}

void AssetVariants::readEstate(RowFields& fields, CardKind kind)
{
    Estate& e = m_estate;
    e.address = fields.text(at("address"));
    e.structure = fields.token(at("structure"), kStructures);
    e.floor = fields.area(at("floor_m2"));
    e.usable = fields.area(at("usable_area_m2"));
    e.basement = fields.area(at("basement_m2"));
    e.land = fields.area(at("land_m2"));
    e.certified = fields.area(at("certified_m2"));
    Area sum;
    bool anyPart = false;
    for (std::size_t i = 0; i < std::size(kPartColumns); ++i) {
        e.parts[i] = fields.area(kPartColumns[i]);
        anyPart |= e.parts[i].has_value();
        sum += e.parts[i].value_or(Area {});
    }
    e.completedOn = fields.date(at("completed_on"));
    e.floors = fields.integer(at("floors"), 1, 200);
    e.buildingNo = fields.text(at("building_no"));
    e.parcelNo = fields.text(at("parcel_no"));
    e.nature = fields.token(at("land_nature"), kLandNatures);
    e.title = fields.token(at("title_state"), kTitleStates);
    e.certKind = fields.text(at("cert_kind"));
    e.certNo = fields.text(at("cert_no"));
    e.certDate = fields.date(at("cert_date"));
    e.accounts = fields.token(at("final_accounts"), kFinalAccounts);
    e.safetyGrade = fields.token(at("safety_grade"), kSafetyGrades);

    // The six ways of use add up to the whole (fields 1b, 1c).
    const auto& whole = kind == CardKind::Land ? e.land : e.floor;
    const int wholeColumn = kind == CardKind::Land ? at("land_m2") : at("floor_m2");
    if (anyPart && whole && sum != *whole)
        fields.report(wholeColumn, {ErrorCode::RuleViolated, "asset.area_split", sum.toString()});
    if (e.usable && e.floor && *e.usable >= *e.floor)
        fields.report(
            at("usable_area_m2"), {ErrorCode::RuleViolated, "asset.usable_area", e.floor->toString()});
    if (e.basement && e.floor && *e.basement > *e.floor)
        fields.report(
            at("basement_m2"), {ErrorCode::RuleViolated, "asset.basement_area", e.floor->toString()});
    if (e.title == TitleState::Titled && e.certNo.empty())
        fields.warn(at("cert_no"), {ErrorCode::RuleViolated, "asset.title_needs_certificate", {}});
}

void AssetVariants::spool(std::int64_t assetId, CardKind kind)
{
    RowSpool& out = m_spool;
    if (kind == CardKind::Vehicle) {
        const Vehicle& v = m_vehicle;
        out.target(m_vehicleTable);
        out.integer(assetId);
        out.textOrNull(v.plateNo);
        out.textOrNull(v.vin);
        out.textOrNull(v.engineNo);
        out.textOrNull(v.makeModel);
        out.textOrNull(v.displacement);
        tokenOrNull(out, kVehicleOrigins, v.origin);
        tokenOrNull(out, kQuotaStates, v.quota);
        tokenOrNull(out, kOfficialUses, v.use);
        out.dayOrNull(v.registeredOn);
        out.integer(v.mileage);
        tokenOrNull(out, kGpsStates, v.gps);
        out.integer(v.onPlatform ? std::optional<std::int64_t>(*v.onPlatform ? 1 : 0) : std::nullopt);
        out.endRow();
    } else if (kind == CardKind::Building || kind == CardKind::Land) {
        const Estate& e = m_estate;
        out.target(m_estateTable);
        out.integer(assetId);
        out.textOrNull(e.address);
        tokenOrNull(out, kStructures, e.structure);
        for (const auto& area : {e.floor, e.usable, e.basement, e.land, e.certified})
            out.areaOrNull(area);
        for (const auto& part : e.parts)
            out.areaOrNull(part);
        out.dayOrNull(e.completedOn);
        out.integer(e.floors);
        out.textOrNull(e.buildingNo);
        out.textOrNull(e.parcelNo);
        tokenOrNull(out, kLandNatures, e.nature);
        tokenOrNull(out, kTitleStates, e.title);
        out.textOrNull(e.certKind);
        out.textOrNull(e.certNo);
        out.dayOrNull(e.certDate);
        tokenOrNull(out, kFinalAccounts, e.accounts);
        tokenOrNull(out, kSafetyGrades, e.safetyGrade);
        out.endRow();
    }
}

} // namespace guanwu
