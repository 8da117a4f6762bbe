#pragma once

#include "core/reference/classification.h"
#include "core/registry/asset_codes.h"
#include "core/registry/use_state.h"
#include "core/values/area.h"
#include "core/values/ids.h"
#include "core/values/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

using Day = std::chrono::year_month_day;

/// 车辆.
struct VehiclePart {
    std::string plateNo; ///< with a plate the next four are required
    std::string vin; ///< 17 characters without I, O and Q
    std::string engineNo;
    std::string makeModel;
    std::string displacement; ///< litres, "1.8"; 纯电 and the power of the motor for electric cars
    std::optional<VehicleOrigin> origin;
    std::optional<QuotaState> quota;
    std::optional<OfficialUse> officialUse;
    std::optional<Day> registeredOn;
    std::optional<std::int64_t> mileageKm;
    std::optional<GpsState> gps;
    std::optional<bool> onPlatform;

    bool operator==(const VehiclePart&) const = default;
};

/// What an estate is used for; the six add up to its whole area.
struct AreaSplit {
    Area self;
    Area lent;
    Area leased;
    Area invested;
    Area pledged;
    Area other; ///< idle space is here

    [[nodiscard]] Area sum() const { return self + lent + leased + invested + pledged + other; }
    bool operator==(const AreaSplit&) const = default;
};

/// 产权: title of an estate.
struct TitlePart {
    std::optional<TitleState> state;
    std::string certKind; ///< certificate_types
    std::string certNo;
    std::optional<Day> certDate;

    bool operator==(const TitlePart&) const = default;
};

/// 房屋, structures included.
struct BuildingPart {
    std::string address;
    std::optional<Structure> structure; ///< sets the life
    Area floorArea;
    std::optional<Area> usableArea;
    std::optional<Area> basementArea;
    Area officeArea; ///< of the floor area, as are the next five; 0 = not stated
    Area meetingArea;
    Area garageArea;
    Area canteenArea;
    Area powerArea;
    Area machineArea;
    AreaSplit uses;
    std::optional<Day> completedOn;
    std::optional<std::int64_t> floors;
    std::string buildingNo;
    TitlePart title;
    std::optional<FinalAccounts> finalAccounts; ///< due a year after acceptance
    std::optional<SafetyGrade> safetyGrade;

    bool operator==(const BuildingPart&) const = default;
};

/// 土地. Not depreciated when entered at its own price.
struct LandPart {
    std::string address;
    Area landArea;
    std::optional<Area> certifiedArea;
    AreaSplit uses;
    std::string parcelNo;
    std::optional<LandNature> nature;
    TitlePart title;

    bool operator==(const LandPart&) const = default;
};

/// 固定资产卡片: one record an asset, or a batch of small like items. What is printed on it and owed by the
/// rules; what is computed (net value, average price, shares of value) is not stored. Photos and files hang
/// on the id.
struct AssetCard {
    AssetId id;
    std::string assetNo; ///< for life, unique in the registry (AssetNo), or an imported number kept as it is
    std::string legacyNo; ///< number in an older system, empty = none
    CardKind kind = CardKind::Equipment;
    ClassEdition classEdition = ClassEdition::Edition2022;
    std::string classCode;
    std::string name; ///< specific: not just 电脑
    std::string brand;
    std::string model;
    std::string serialNo;
    std::int64_t quantity = 1;
    std::string unitOfMeasure;
    std::optional<Money> unitPrice;
    bool unitPriceInexact = false; ///< 单价不整除: quantity times price need not be the original value

    UnitId unit; ///< accounting entity; the three may differ (rule R1)
    UnitId usingUnit; ///< who uses it
    std::optional<UnitId> rightHolder;
    std::optional<DepartmentId> managingDepartment;
    std::optional<DepartmentId> usingDepartment;
    std::optional<PersonId> user;
    bool publicUse = false; ///< in use by nobody in particular
    std::optional<PersonId> keeper;
    std::optional<PlaceId> place;

    AcquisitionMethod acquisition = AcquisitionMethod::Purchase;
    Day acquiredOn {};
    std::optional<Day> inServiceOn;
    BookedState bookedState = BookedState::Unbooked;
    std::optional<Day> bookedOn; ///< its month is the first of depreciation
    std::string voucherNo;

    ValueType valueType = ValueType::Original;
    Money original;
    Money fiscalFund; ///< with otherFund adds up to the original value
    Money otherFund;
    std::string budgetItemNo;
    std::optional<ProcurementForm> procurement;
    std::string supplier;
    std::string contractNo;
    std::string invoiceNo;
    std::optional<Day> warrantyUntil;

    DepreciationState depreciation = DepreciationState::Depreciating;
    DepreciationMethod method = DepreciationMethod::StraightLine;
    std::int32_t lifeMonths = 0; ///< 0 = not depreciated
    bool lifeApproved = false; ///< a life below the minimum of the class was approved
    std::int32_t monthsTaken = 0;
    Money accumulated;

    UseState useState = UseState::InUse;
    UseDirection direction = UseDirection::Self;
    std::string counterparty; ///< of a lease or loan
    std::optional<Day> idleSince;
    std::optional<int> minUseYears; ///< of the equipment standard
    TagState tag = TagState::NotPrinted;
    std::string remark;
    std::string madeBy;
    std::optional<Day> madeOn;
    std::int64_t revision = 1;

    std::optional<VehiclePart> vehicle;
    std::optional<BuildingPart> building;
    std::optional<LandPart> land;

    /// 账面净值: there is no impairment of fixed assets for public bodies.
    [[nodiscard]] Money net() const { return original - accumulated; }
    bool operator==(const AssetCard&) const = default;
};

} // namespace guanwu
