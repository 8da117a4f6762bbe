#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string_view>

namespace guanwu {

/// 卡片类型: which variant of the card an asset has.
enum class CardKind : std::uint8_t { Land, Building, Vehicle, Equipment, Furniture, RelicBook, Intangible };

inline constexpr TokenTable<CardKind, 7> kCardKinds{{
    {CardKind::Land, "land", "土地", "Land"},
    {CardKind::Building, "building", "房屋", "Building"},
    {CardKind::Vehicle, "vehicle", "车辆", "Vehicle"},
    {CardKind::Equipment, "equipment", "设备", "Equipment"},
    {CardKind::Furniture, "furniture", "家具", "Furniture"},
    {CardKind::RelicBook, "relic_book", "文物图书", "Relics and books"},
    {CardKind::Intangible, "intangible", "无形资产", "Intangible"},
}};
static_assert(isDense(kCardKinds));

/// The kind of card that a class of the 2022 edition has.
[[nodiscard]] constexpr CardKind cardKindOf(std::string_view classCode)
{
    if (classCode.starts_with("A0103"))
        return CardKind::Land;
    if (classCode.starts_with("A01"))
        return CardKind::Building;
    if (classCode.starts_with("A0203"))
        return CardKind::Vehicle;
    if (classCode.starts_with("A03") || classCode.starts_with("A04"))
        return CardKind::RelicBook;
    if (classCode.starts_with("A05"))
        return CardKind::Furniture;
    if (classCode.starts_with("A08"))
        return CardKind::Intangible;
    return CardKind::Equipment;
}

/// 取得方式.
enum class AcquisitionMethod : std::uint8_t {
    Purchase,
    TransferIn,
    Donation,
    Allotment,
    Exchange,
    Construction,
    Other,
    Surplus,
};

inline constexpr TokenTable<AcquisitionMethod, 8> kAcquisitionMethods{{
    {AcquisitionMethod::Purchase, "purchase", "购置", "Purchase"},
    {AcquisitionMethod::TransferIn, "transfer_in", "调拨", "Transfer in"},
    {AcquisitionMethod::Donation, "donation", "捐赠", "Donation"},
    {AcquisitionMethod::Allotment, "allotment", "划拨", "Allotment"},
    {AcquisitionMethod::Exchange, "exchange", "置换", "Exchange"},
    {AcquisitionMethod::Construction, "construction", "自建", "Construction"},
    {AcquisitionMethod::Other, "other", "其他", "Other"},
    {AcquisitionMethod::Surplus, "surplus", "盘盈", "Surplus"},
}};
static_assert(isDense(kAcquisitionMethods));

/// 建筑结构: sets the life of a building.
enum class Structure : std::uint8_t { Steel, ReinforcedConcrete, BrickConcrete, BrickWood, Simple, Other };

inline constexpr TokenTable<Structure, 6> kStructures{{
    {Structure::Steel, "steel", "钢结构", "Steel"},
    {Structure::ReinforcedConcrete, "reinforced_concrete", "钢筋混凝土结构", "Reinforced concrete"},
    {Structure::BrickConcrete, "brick_concrete", "砖混结构", "Brick and concrete"},
    {Structure::BrickWood, "brick_wood", "砖木结构", "Brick and wood"},
    {Structure::Simple, "simple", "简易房", "Simple"},
    {Structure::Other, "other", "其他", "Other"},
}};
static_assert(isDense(kStructures));

/// 产权形式.
enum class TitleState : std::uint8_t { Titled, Untitled };

inline constexpr TokenTable<TitleState, 2> kTitleStates{{
    {TitleState::Titled, "titled", "有产权", "With title"},
    {TitleState::Untitled, "untitled", "无产权", "Without title"},
}};
static_assert(isDense(kTitleStates));

/// 竣工财务决算.
enum class FinalAccounts : std::uint8_t { Done, Open };

inline constexpr TokenTable<FinalAccounts, 2> kFinalAccounts{{
    {FinalAccounts::Done, "done", "已办", "Done"},
    {FinalAccounts::Open, "open", "未办", "Open"},
}};
static_assert(isDense(kFinalAccounts));

/// 土地权属性质.
enum class LandNature : std::uint8_t { State, Collective };

inline constexpr TokenTable<LandNature, 2> kLandNatures{{
    {LandNature::State, "state", "国有", "State-owned"},
    {LandNature::Collective, "collective", "集体", "Collective"},
}};
static_assert(isDense(kLandNatures));

/// 车辆产地.
enum class VehicleOrigin : std::uint8_t { Imported, Domestic };

inline constexpr TokenTable<VehicleOrigin, 2> kVehicleOrigins{{
    {VehicleOrigin::Imported, "imported", "进口", "Imported"},
    {VehicleOrigin::Domestic, "domestic", "国产(含组装)", "Domestic"},
}};
static_assert(isDense(kVehicleOrigins));

/// 编制情况.
enum class QuotaState : std::uint8_t { Funded, Other };

inline constexpr TokenTable<QuotaState, 2> kQuotaStates{{
    {QuotaState::Funded, "funded", "财政在编", "Funded quota"},
    {QuotaState::Other, "other", "非财政在编", "Other"},
}};
static_assert(isDense(kQuotaStates));

/// 公务用车类别: the five kinds of the rules of 2017.
enum class OfficialUse : std::uint8_t { Confidential, Emergency, Enforcement, Special, Other };

inline constexpr TokenTable<OfficialUse, 5> kOfficialUses{{
    {OfficialUse::Confidential, "confidential", "机要通信用车", "Confidential mail"},
    {OfficialUse::Emergency, "emergency", "应急保障用车", "Emergency"},
    {OfficialUse::Enforcement, "enforcement", "执法执勤用车", "Law enforcement"},
    {OfficialUse::Special, "special", "特种专业技术用车", "Special technical"},
    {OfficialUse::Other, "other", "其他按照规定配备的公务用车", "Other official"},
}};
static_assert(isDense(kOfficialUses));

/// 卫星定位终端. Exempt: investigation, national security, material support.
enum class GpsState : std::uint8_t { Fitted, NotFitted, Exempt };

inline constexpr TokenTable<GpsState, 3> kGpsStates{{
    {GpsState::Fitted, "fitted", "已装", "Fitted"},
    {GpsState::NotFitted, "not_fitted", "未装", "Not fitted"},
    {GpsState::Exempt, "exempt", "免装", "Exempt"},
}};
static_assert(isDense(kGpsStates));

} // namespace guanwu
