#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string_view>

namespace guanwu {

/// 卡片类型: which variant of the card an asset has.
enum class CardKind : std::uint8_t { Land, Building, Vehicle, Equipment, Furniture, RelicBook, Intangible };

inline constexpr TokenTable<CardKind, 7> kCardKinds {{
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

inline constexpr TokenTable<AcquisitionMethod, 8> kAcquisitionMethods {{
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

inline constexpr TokenTable<Structure, 6> kStructures {{
    {Structure::Steel, "steel", "钢结构", "Steel", "钢"},
    {Structure::ReinforcedConcrete, "reinforced_concrete", "钢筋混凝土结构", "Reinforced concrete",
        "钢混结构|钢混|钢筋混凝土"},
    {Structure::BrickConcrete, "brick_concrete", "砖混结构", "Brick and concrete", "砖混"},
    {Structure::BrickWood, "brick_wood", "砖木结构", "Brick and wood", "砖木"},
    {Structure::Simple, "simple", "简易房", "Simple", "简易结构|简易"},
    {Structure::Other, "other", "其他", "Other", "其它|其他结构"},
}};
static_assert(isDense(kStructures));

/// 产权形式.
enum class TitleState : std::uint8_t { Titled, Untitled };

inline constexpr TokenTable<TitleState, 2> kTitleStates {{
    {TitleState::Titled, "titled", "有产权", "With title"},
    {TitleState::Untitled, "untitled", "无产权", "Without title"},
}};
static_assert(isDense(kTitleStates));

/// 竣工财务决算.
enum class FinalAccounts : std::uint8_t { Done, Open };

inline constexpr TokenTable<FinalAccounts, 2> kFinalAccounts {{
    {FinalAccounts::Done, "done", "已办", "Done"},
    {FinalAccounts::Open, "open", "未办", "Open"},
}};
static_assert(isDense(kFinalAccounts));

/// 土地权属性质.
enum class LandNature : std::uint8_t { State, Collective };

inline constexpr TokenTable<LandNature, 2> kLandNatures {{
    {LandNature::State, "state", "国有", "State-owned"},
    {LandNature::Collective, "collective", "集体", "Collective"},
}};
static_assert(isDense(kLandNatures));

/// 车辆产地.
enum class VehicleOrigin : std::uint8_t { Imported, Domestic };

inline constexpr TokenTable<VehicleOrigin, 2> kVehicleOrigins {{
    {VehicleOrigin::Imported, "imported", "进口", "Imported"},
    {VehicleOrigin::Domestic, "domestic", "国产(含组装)", "Domestic", "国产|国产（含组装）"},
}};
static_assert(isDense(kVehicleOrigins));

/// 编制情况.
enum class QuotaState : std::uint8_t { Funded, Other };

inline constexpr TokenTable<QuotaState, 2> kQuotaStates {{
    {QuotaState::Funded, "funded", "财政在编", "Funded quota"},
    {QuotaState::Other, "other", "非财政在编", "Other"},
}};
static_assert(isDense(kQuotaStates));

/// 公务用车类别: the five kinds of the rules of 2017.
enum class OfficialUse : std::uint8_t { Confidential, Emergency, Enforcement, Special, Other };

inline constexpr TokenTable<OfficialUse, 5> kOfficialUses {{
    {OfficialUse::Confidential, "confidential", "机要通信用车", "Confidential mail"},
    {OfficialUse::Emergency, "emergency", "应急保障用车", "Emergency"},
    {OfficialUse::Enforcement, "enforcement", "执法执勤用车", "Law enforcement"},
    {OfficialUse::Special, "special", "特种专业技术用车", "Special technical"},
    {OfficialUse::Other, "other", "其他按照规定配备的公务用车", "Other official"},
}};
static_assert(isDense(kOfficialUses));

/// 卫星定位终端. Exempt: investigation, national security, material support.
enum class GpsState : std::uint8_t { Fitted, NotFitted, Exempt };

inline constexpr TokenTable<GpsState, 3> kGpsStates {{
    {GpsState::Fitted, "fitted", "已装", "Fitted"},
    {GpsState::NotFitted, "not_fitted", "未装", "Not fitted"},
    {GpsState::Exempt, "exempt", "免装", "Exempt", "免装(侦查办案)|免装(国家安全)|免装(实物保障)"},
}};
static_assert(isDense(kGpsStates));

/// 价值类型.
enum class ValueType : std::uint8_t { Original, Estimated, Replacement, Appraised, Nominal };

inline constexpr TokenTable<ValueType, 5> kValueTypes {{
    {ValueType::Original, "original", "原值", "Original value"},
    {ValueType::Estimated, "estimated", "暂估值", "Estimate until the final accounts"},
    {ValueType::Replacement, "replacement", "重置值", "Replacement value"},
    {ValueType::Appraised, "appraised", "评估值", "Appraised value"},
    {ValueType::Nominal, "nominal", "名义金额", "Nominal 1 yuan"},
}};
static_assert(isDense(kValueTypes));

/// 财务入账状态.
enum class BookedState : std::uint8_t { Booked, Unbooked };

inline constexpr TokenTable<BookedState, 2> kBookedStates {{
    {BookedState::Booked, "booked", "已入账", "Booked"},
    {BookedState::Unbooked, "unbooked", "未入账", "Not booked"},
}};
static_assert(isDense(kBookedStates));

/// 采购组织形式.
enum class ProcurementForm : std::uint8_t { Central, Departmental, Dispersed, Other };

inline constexpr TokenTable<ProcurementForm, 4> kProcurementForms {{
    {ProcurementForm::Central, "central", "政府集中机构采购", "Central government procurement"},
    {ProcurementForm::Departmental, "departmental", "部门集中采购", "Departmental procurement"},
    {ProcurementForm::Dispersed, "dispersed", "分散采购", "Dispersed procurement"},
    {ProcurementForm::Other, "other", "其他", "Other"},
}};
static_assert(isDense(kProcurementForms));

/// 使用方向. 对外投资 is barred for administrative units (Decree 738, article 12).
enum class UseDirection : std::uint8_t { Self, Leased, Lent, Invested, Pledged, Other };

inline constexpr TokenTable<UseDirection, 6> kUseDirections {{
    {UseDirection::Self, "self", "自用", "Own use"},
    {UseDirection::Leased, "leased", "出租", "Leased"},
    {UseDirection::Lent, "lent", "出借", "Lent"},
    {UseDirection::Invested, "invested", "对外投资", "Invested"},
    {UseDirection::Pledged, "pledged", "担保", "Pledged"},
    {UseDirection::Other, "other", "其他", "Other"},
}};
static_assert(isDense(kUseDirections));

/// 折旧状态.
enum class DepreciationState : std::uint8_t { Depreciating, NotDepreciated, Finished };

inline constexpr TokenTable<DepreciationState, 3> kDepreciationStates {{
    {DepreciationState::Depreciating, "depreciating", "提折旧", "Depreciated"},
    {DepreciationState::NotDepreciated, "not_depreciated", "不提折旧", "Not depreciated"},
    {DepreciationState::Finished, "finished", "已完成折旧", "Fully depreciated"},
}};
static_assert(isDense(kDepreciationStates));

/// 折旧方法.
enum class DepreciationMethod : std::uint8_t { StraightLine, UnitsOfWork };

inline constexpr TokenTable<DepreciationMethod, 2> kDepreciationMethods {{
    {DepreciationMethod::StraightLine, "straight_line", "年限平均法", "Straight line", "平均年限法|直线法"},
    {DepreciationMethod::UnitsOfWork, "units_of_work", "工作量法", "Units of work"},
}};
static_assert(isDense(kDepreciationMethods));

/// 标签状态.
enum class TagState : std::uint8_t { NotPrinted, Attached, ToReprint };

inline constexpr TokenTable<TagState, 3> kTagStates {{
    {TagState::NotPrinted, "not_printed", "未打印", "Not printed"},
    {TagState::Attached, "attached", "已贴", "Attached"},
    {TagState::ToReprint, "to_reprint", "需补打", "To be printed again"},
}};
static_assert(isDense(kTagStates));

/// 危房鉴定等级.
enum class SafetyGrade : std::uint8_t { A, B, C, D };

inline constexpr TokenTable<SafetyGrade, 4> kSafetyGrades {{
    {SafetyGrade::A, "A", "A级", "A"},
    {SafetyGrade::B, "B", "B级", "B"},
    {SafetyGrade::C, "C", "C级", "C"},
    {SafetyGrade::D, "D", "D级", "D"},
}};
static_assert(isDense(kSafetyGrades));

} // namespace guanwu
