#pragma once

#include "app/exchange/importer.h"
#include "core/registry/asset_codes.h"

namespace guanwu {

/// The vehicle, building and land parts of an asset row: which table they go to and what is checked in them.
class AssetVariants {
public:
    static constexpr TargetTable kVehicleTable = {"asset_vehicle",
        "asset_id, plate_no, vin, engine_no, make_model, displacement_l, origin, quota_state, official_use, "
        "registered_on, "
        "mileage_km, gps_state, on_platform"};
    static constexpr TargetTable kEstateTable = {"asset_estate",
        "asset_id, address, structure, floor_m2_x100, usable_area_m2_x100, basement_m2_x100, land_m2_x100, "
        "certified_m2_x100, area_self_m2_x100, area_lent_m2_x100, area_leased_m2_x100, "
        "area_invested_m2_x100, "
        "area_pledged_m2_x100, area_other_m2_x100, completed_on, floors, building_no, parcel_no, "
        "land_nature, title_state, "
        "cert_kind, cert_no, cert_date, final_accounts, safety_grade"};

    AssetVariants(RowSpool& spool, std::size_t vehicleTable, std::size_t estateTable)
        : m_spool(spool)
        , m_vehicleTable(vehicleTable)
        , m_estateTable(estateTable)
    {
    }
    /// Reads and checks the part that cards of this kind have; columns of other kinds are warned of when
    /// filled.
    void read(RowFields& fields, CardKind kind);
    /// Spools what read() found; nothing for kinds without a part of their own.
    void spool(std::int64_t assetId, CardKind kind);
    /// 结构 as depreciation.csv names it, empty when not stated.
    [[nodiscard]] std::string_view structureName() const;

private:
    struct Vehicle {
        std::string plateNo, vin, engineNo, makeModel, displacement;
        std::optional<VehicleOrigin> origin;
        std::optional<QuotaState> quota;
        std::optional<OfficialUse> use;
        std::optional<std::chrono::year_month_day> registeredOn;
        std::optional<std::int64_t> mileage;
        std::optional<GpsState> gps;
        std::optional<bool> onPlatform;
    };
    struct Estate {
        std::string address, buildingNo, parcelNo, certKind, certNo;
        std::optional<Structure> structure;
        std::optional<Area> floor, usable, basement, land, certified;
        std::optional<Area> parts[6]; ///< self, lent, leased, invested, pledged, other
        std::optional<std::chrono::year_month_day> completedOn, certDate;
        std::optional<std::int64_t> floors;
        std::optional<LandNature> nature;
        std::optional<TitleState> title;
        std::optional<FinalAccounts> accounts;
        std::optional<SafetyGrade> safetyGrade;
    };
    void readVehicle(RowFields& fields);
    void readEstate(RowFields& fields, CardKind kind);

    RowSpool& m_spool;
    std::size_t m_vehicleTable;
    std::size_t m_estateTable;
    Vehicle m_vehicle;
    Estate m_estate;
};

} // namespace guanwu
