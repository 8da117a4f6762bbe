#include "core/cards/card_fields.h"

#include "core/cards/field_text.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

namespace guanwu {

namespace {

    /// `Member` finds the value in a card, or nullptr when cards of its kind have none.
    template <auto Member> std::string readMember(const RegisteredCard& card)
    {
        // The finders are written once, for cards that may be changed; here nothing is.
        const auto* value = Member(const_cast<RegisteredCard&>(card).card);
        return value ? fieldText(*value) : std::string();
    }
    template <auto Member> Result<void> writeMember(RegisteredCard& card, const std::string& text)
    {
        auto* value = Member(card.card);
        if (value)
            return setFieldText(*value, text);
        if (text.empty())
            return {};
        return fail(ErrorCode::RuleViolated, "card.field_of_other_kind", text);
    }
    constexpr std::array kNoOrYes {FieldChoice {"false", "否", "No"}, FieldChoice {"true", "是", "Yes"}};

    template <class Value> constexpr auto choicesOf()
    {
        if constexpr (std::is_enum_v<Value>) {
            std::array<FieldChoice, std::tuple_size_v<std::decay_t<decltype(tokensOf(Value()))>>> out;
            for (std::size_t i = 0; const auto& row : tokensOf(Value()))
                out[i++] = {row.token, row.nameZh, row.nameEn};
            return out;
        } else if constexpr (std::is_same_v<Value, bool>) {
            return kNoOrYes;
        } else {
            return std::array<FieldChoice, 0> {};
        }
    }
    template <class Value> constexpr auto kChoices = choicesOf<Value>();
    template <class Value> constexpr auto kChoices<std::optional<Value>> = choicesOf<Value>();

    template <auto Member>
    using MemberOf = std::remove_pointer_t<decltype(Member(std::declval<AssetCard&>()))>;

    template <Reference RegisteredCard::*Target> std::string readReference(const RegisteredCard& card)
    {
        return (card.*Target).code;
    }

    template <auto Member>
    constexpr CardField field(std::string_view token, std::string_view nameZh, std::string_view nameEn,
        FieldChange change, std::size_t longest = 32)
    {
        return {token, nameZh, nameEn, change, longest, readMember<Member>, writeMember<Member>, nullptr,
            kChoices<MemberOf<Member>>};
    }
    template <Reference RegisteredCard::*Target>
    constexpr CardField reference(
        std::string_view token, std::string_view nameZh, std::string_view nameEn, FieldChange change)
    {
        return {token, nameZh, nameEn, change, 100, readReference<Target>, nullptr, Target, {}};
    }

// Finders of a value: in the card itself, in a part that not every kind has, in either kind of estate.
#define CARD(member) [](AssetCard& c) { return &c.member; }
#define PART(part, member) [](AssetCard& c) { return c.part ? &c.part->member : nullptr; }
#define ESTATE(member)                                                                                       \
    [](AssetCard& c) { return c.building ? &c.building->member : c.land ? &c.land->member : nullptr; }

    constexpr auto kFree = FieldChange::Free;
    constexpr auto kSlip = FieldChange::WithSlip;
    constexpr auto kNever = FieldChange::Never;

    constexpr std::array kFields {
        field<CARD(assetNo)>("asset_no", "资产编号", "Asset number", kNever, 64),
        field<CARD(legacyNo)>("legacy_no", "原资产编号", "Older number", kFree, 64),
        reference<&RegisteredCard::unit>("unit", "单位", "Unit", kSlip),
        reference<&RegisteredCard::usingUnit>("using_unit", "使用单位", "Using unit", kFree),
        reference<&RegisteredCard::rightHolder>("right_holder", "权利人", "Right holder", kFree),
        reference<&RegisteredCard::managingDepartment>(
            "managing_department", "管理部门", "Managing department", kFree),
        reference<&RegisteredCard::department>("department", "使用部门", "Department", kFree),
        reference<&RegisteredCard::user>("user", "使用人", "User", kFree),
        field<CARD(publicUse)>("public_use", "公用", "Used by all", kFree),
        reference<&RegisteredCard::keeper>("keeper", "管理人", "Keeper", kFree),
        reference<&RegisteredCard::place>("place", "存放地点", "Place", kFree),
        field<CARD(kind)>("card_kind", "卡片类型", "Kind of card", kNever),
        field<CARD(classEdition)>("class_edition", "分类版本", "Edition of the classes", kNever),
        field<CARD(classCode)>("class_code", "资产分类代码", "Class code", kFree, 16),
        field<CARD(name)>("name", "资产名称", "Name", kFree, 200),
        field<CARD(brand)>("brand", "品牌", "Brand", kFree, 100),
        field<CARD(model)>("model", "规格型号", "Model", kFree, 200),
        field<CARD(serialNo)>("serial_no", "序列号", "Serial number", kFree, 100),
        field<CARD(quantity)>("quantity", "数量", "Quantity", kSlip),
        field<CARD(unitOfMeasure)>("unit_of_measure", "计量单位", "Unit of measure", kFree, 20),
        field<CARD(unitPrice)>("unit_price_yuan", "单价", "Unit price", kSlip),
        field<CARD(unitPriceInexact)>("unit_price_inexact", "单价不整除", "Unit price is rounded", kSlip),
        field<CARD(acquisition)>("acquisition_method", "取得方式", "Way of acquisition", kSlip),
        field<CARD(acquiredOn)>("acquired_on", "取得日期", "Acquired on", kSlip),
        field<CARD(inServiceOn)>("in_service_on", "投入使用日期", "In service since", kFree),
        field<CARD(bookedState)>("booked_state", "财务入账状态", "Booked or not", kSlip),
        field<CARD(bookedOn)>("booked_on", "财务入账日期", "Booked on", kSlip),
        field<CARD(voucherNo)>("voucher_no", "记账凭证号", "Voucher", kFree, 64),
        field<CARD(valueType)>("value_type", "价值类型", "Kind of value", kSlip),
        field<CARD(original)>("original_yuan", "原值", "Original value", kSlip),
        field<CARD(fiscalFund)>("fiscal_yuan", "财政拨款", "Fiscal funds", kSlip),
        field<CARD(budgetItemNo)>("budget_item_no", "预算项目编号", "Budget item", kFree, 64),
        field<CARD(procurement)>("procurement_form", "采购组织形式", "Form of procurement", kFree),
        field<CARD(supplier)>("supplier", "供应商", "Supplier", kFree, 200),
        field<CARD(contractNo)>("contract_no", "合同编号", "Contract", kFree, 64),
        field<CARD(invoiceNo)>("invoice_no", "发票号", "Invoice", kFree, 64),
        field<CARD(warrantyUntil)>("warranty_until", "保修截止日期", "Warranty until", kFree),
        field<CARD(depreciation)>("depreciation_state", "折旧状态", "State of depreciation", kSlip),
        field<CARD(method)>("depreciation_method", "折旧方法", "Method of depreciation", kSlip),
        field<CARD(lifeMonths)>("life_months", "折旧年限(月)", "Life in months", kSlip),
        field<CARD(lifeApproved)>("life_approved", "年限经批准", "Life approved", kSlip),
        field<CARD(useState)>("use_state", "使用状况", "State", kFree),
        field<CARD(direction)>("use_direction", "使用方向", "Direction of use", kSlip),
        field<CARD(counterparty)>("counterparty", "对方单位或个人", "Other party", kSlip, 200),
        field<CARD(idleSince)>("idle_since", "闲置起始日", "Idle since", kFree),
        field<CARD(minUseYears)>("min_use_years", "最低使用年限", "Minimum years of use", kFree),
        field<CARD(tag)>("tag_state", "标签状态", "State of the tag", kFree),
        field<CARD(remark)>("remark", "备注", "Remark", kFree, 500),
        field<PART(vehicle, plateNo)>("plate_no", "车牌号", "Plate", kFree, 20),
        field<PART(vehicle, vin)>("vin", "车辆识别代号", "VIN", kFree, 17),
        field<PART(vehicle, engineNo)>("engine_no", "发动机号", "Engine number", kFree, 50),
        field<PART(vehicle, makeModel)>("make_model", "厂牌型号", "Make and model", kFree, 100),
        field<PART(vehicle, displacement)>("displacement_l", "排气量", "Displacement", kFree, 20),
        field<PART(vehicle, origin)>("origin", "车辆产地", "Origin", kFree),
        field<PART(vehicle, quota)>("quota_state", "编制情况", "Quota", kFree),
        field<PART(vehicle, officialUse)>("official_use", "公务用车类别", "Official use", kFree),
        field<PART(vehicle, registeredOn)>("registered_on", "注册登记日期", "Registered on", kFree),
        field<PART(vehicle, mileageKm)>("mileage_km", "行驶里程", "Mileage", kFree),
        field<PART(vehicle, gps)>("gps_state", "卫星定位终端", "Position finder", kFree),
        field<PART(vehicle, onPlatform)>("on_platform", "平台车辆", "On the platform", kFree),
        field<ESTATE(address)>("address", "坐落位置", "Address", kFree, 200),
        field<PART(building, structure)>("structure", "建筑结构", "Structure", kSlip),
        field<PART(building, floorArea)>("floor_m2", "建筑面积", "Floor area", kFree),
        field<PART(building, usableArea)>("usable_area_m2", "使用面积", "Usable area", kFree),
        field<PART(building, basementArea)>("basement_m2", "地下面积", "Basement", kFree),
        field<PART(building, officeArea)>("office_m2", "办公面积", "Offices", kFree),
        field<PART(building, meetingArea)>("meeting_m2", "会议面积", "Meeting rooms", kFree),
        field<PART(building, garageArea)>("garage_m2", "车库面积", "Garage", kFree),
        field<PART(building, canteenArea)>("canteen_m2", "食堂面积", "Canteen", kFree),
        field<PART(building, powerArea)>("power_m2", "配电面积", "Power rooms", kFree),
        field<PART(building, machineArea)>("machine_m2", "机房面积", "Machine rooms", kFree),
        field<PART(land, landArea)>("land_m2", "土地面积", "Land", kFree),
        field<PART(land, certifiedArea)>("certified_m2", "证载面积", "Certified area", kFree),
        field<ESTATE(uses.self)>("area_self_m2", "自用面积", "Own use", kFree),
        field<ESTATE(uses.lent)>("area_lent_m2", "出借面积", "Lent", kFree),
        field<ESTATE(uses.leased)>("area_leased_m2", "出租面积", "Leased", kFree),
        field<ESTATE(uses.invested)>("area_invested_m2", "对外投资面积", "Invested", kFree),
        field<ESTATE(uses.pledged)>("area_pledged_m2", "担保面积", "Pledged", kFree),
        field<ESTATE(uses.other)>("area_other_m2", "其他面积", "Other", kFree),
        field<PART(building, completedOn)>("completed_on", "竣工日期", "Completed on", kFree),
        field<PART(building, floors)>("floors", "层数", "Floors", kFree),
        field<PART(building, buildingNo)>("building_no", "幢号", "Building number", kFree, 50),
        field<PART(land, parcelNo)>("parcel_no", "地号", "Parcel", kFree, 50),
        field<PART(land, nature)>("land_nature", "权属性质", "Nature of the right", kFree),
        field<ESTATE(title.state)>("title_state", "产权形式", "Title", kFree),
        field<ESTATE(title.certKind)>("cert_kind", "权属证明", "Kind of certificate", kFree, 24),
        field<ESTATE(title.certNo)>("cert_no", "权属证号", "Certificate number", kFree, 100),
        field<ESTATE(title.certDate)>("cert_date", "发证时间", "Certificate date", kFree),
        field<PART(building, finalAccounts)>("final_accounts", "竣工财务决算", "Final accounts", kFree),
        field<PART(building, safetyGrade)>("safety_grade", "安全等级", "Safety grade", kFree),
    };

#undef CARD
#undef PART
#undef ESTATE

    template <class Id> void setId(std::optional<Id>& id, std::int64_t value)
    {
        id = value == 0 ? std::nullopt : std::optional(Id {value});
    }

} // namespace

const FieldChoice* CardField::choice(std::string_view text) const
{
    const auto found = std::ranges::find(choices, text, &FieldChoice::token);
    return found == choices.end() ? nullptr : &*found;
}

std::string_view CardField::shown(std::string_view text) const
{
    const FieldChoice* known = choice(text);
    return known ? known->nameZh : text;
}

std::span<const CardField> cardFields() { return kFields; }

const CardField* findCardField(std::string_view token)
{
    const auto found = std::find_if(
        kFields.begin(), kFields.end(), [&](const CardField& field) { return field.token == token; });
    return found == kFields.end() ? nullptr : &*found;
}

void setReference(RegisteredCard& card, const CardField& field, Reference target)
{
    card.*field.reference = std::move(target);
    card.card.unit = UnitId {card.unit.id};
    card.card.usingUnit = UnitId {card.usingUnit.id};
    setId(card.card.rightHolder, card.rightHolder.id);
    setId(card.card.managingDepartment, card.managingDepartment.id);
    setId(card.card.usingDepartment, card.department.id);
    setId(card.card.user, card.user.id);
    setId(card.card.keeper, card.keeper.id);
    setId(card.card.place, card.place.id);
}

std::vector<FieldDifference> differences(const RegisteredCard& before, const RegisteredCard& after)
{
    std::vector<FieldDifference> out;
    for (const CardField& field : kFields) {
        FieldDifference difference {std::string(field.token), field.read(before), field.read(after), {}, {}};
        if (difference.before == difference.after)
            continue;
        if (field.reference) {
            difference.beforeName = (before.*field.reference).name;
            difference.afterName = (after.*field.reference).name;
        }
        out.push_back(std::move(difference));
    }
    return out;
}

} // namespace guanwu
