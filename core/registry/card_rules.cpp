#include "core/registry/card_rules.h"

#include "core/reference/useful_life.h"
#include "core/registry/estate_rules.h"
#include "core/registry/problem_list.h"
#include "core/values/asset_tag.h"
#include "core/values/ratio.h"

#include <algorithm>

namespace guanwu {

namespace {

    void checkIdentity(const AssetCard& card, ProblemList& problems)
    {
        problems.require(
            AssetNo::parse(card.assetNo) || isLegacyNo(card.assetNo), "card.asset_no", "asset_no");
        problems.require(card.legacyNo.empty() || isLegacyNo(card.legacyNo), "card.legacy_no", "legacy_no");
        problems.require(!card.name.empty(), "card.name", "name");
        const bool of2022 = card.classEdition == ClassEdition::Edition2022;
        const bool usable = of2022 ? Classification::edition2022().isUsable(card.classCode)
                                   : hasFormOf(card.classEdition, card.classCode);
        problems.require(usable, "card.class_code", "class_code");
        problems.require(!of2022 || cardKindOf(card.classCode) == card.kind, "card.kind", "card_kind");
        problems.require((card.kind == CardKind::Vehicle) == card.vehicle.has_value()
                && (card.kind == CardKind::Building) == card.building.has_value()
                && (card.kind == CardKind::Land) == card.land.has_value(),
            "card.part", "card_kind");
    }

    bool isDivisible(CardKind kind)
    {
        return kind != CardKind::Land && kind != CardKind::Building && kind != CardKind::Vehicle;
    }

    void checkValue(const AssetCard& card, ProblemList& problems)
    {
        problems.require(card.quantity >= 1, "card.quantity", "quantity");
        problems.require(
            card.quantity <= 1 || isDivisible(card.kind), "card.quantity_indivisible", "quantity");
        const bool nominal = card.valueType == ValueType::Nominal;
        problems.require(
            nominal ? card.original >= Money() : card.original > Money(), "card.original", "original_yuan");
        if (card.unitPrice && !card.unitPriceInexact)
            problems.require(
                static_cast<Int128>(card.unitPrice->fen()) * card.quantity == card.original.fen(),
                "card.unit_price", "unit_price_yuan");
        problems.require(card.fiscalFund >= Money() && card.otherFund >= Money()
                && card.fiscalFund + card.otherFund == card.original,
            "card.funds", "fiscal_yuan");
    }

    void checkDates(const AssetCard& card, Day today, ProblemList& problems)
    {
        problems.require(card.acquiredOn.ok() && card.acquiredOn <= today, "card.acquired_on", "acquired_on");
        problems.require(
            !card.inServiceOn || *card.inServiceOn >= card.acquiredOn, "card.in_service", "in_service_on");
        const bool booked = card.bookedState == BookedState::Booked;
        problems.require(!booked || card.bookedOn, "card.booked_on", "booked_on");
        problems.require(!card.bookedOn || *card.bookedOn <= today, "card.booked_on", "booked_on");
    }

    std::string_view structureName(const AssetCard& card)
    {
        const bool stated = card.building && card.building->structure;
        return stated ? tokenRow(kStructures, *card.building->structure).nameZh : std::string_view();
    }

    void checkLife(const AssetCard& card, ProblemList& problems)
    {
        const UsefulLife* life = card.classEdition == ClassEdition::Edition2022
            ? UsefulLives::current().find(card.classCode, structureName(card))
            : nullptr;
        // Assets at the nominal 1 yuan are not depreciated, whatever their class.
        const bool never = card.valueType == ValueType::Nominal || (life && life->neverDepreciated);
        const bool depreciated = card.depreciation != DepreciationState::NotDepreciated;
        problems.require(!never || !depreciated, "card.never_depreciated", "depreciation_state");
        if (depreciated && !never) {
            problems.require(card.lifeMonths > 0, "card.life", "life_months");
            const auto problem
                = life ? lifeProblem(*life, card.lifeMonths, card.lifeApproved) : std::string_view();
            problems.require(problem != "life.below_minimum", "card.life_minimum", "life_months");
            problems.require(problem != "life.above_maximum", "card.life_maximum", "life_months");
        }
        problems.require(card.monthsTaken >= 0 && card.monthsTaken <= card.lifeMonths, "card.months_taken",
            "months_taken");
        problems.require(card.accumulated >= Money() && card.accumulated <= card.original, "card.accumulated",
            "accumulated_yuan");
        problems.require(card.depreciation != DepreciationState::Finished || card.net() == Money(),
            "card.depreciation_finished", "depreciation_state");
    }

    void checkUse(const AssetCard& card, const CardContext& context, ProblemList& problems)
    {
        const bool handedOver
            = card.direction == UseDirection::Leased || card.direction == UseDirection::Lent;
        problems.require(!handedOver || !card.counterparty.empty(), "card.counterparty", "counterparty");
        problems.require(card.useState != UseState::Idle || card.idleSince, "card.idle_since", "idle_since");
        problems.require(
            !card.idleSince || (*card.idleSince >= card.acquiredOn && *card.idleSince <= context.today),
            "card.idle_since", "idle_since");
        // Decree 738, article 12.
        problems.require(
            context.orgType != OrgType::Administrative || card.direction != UseDirection::Invested,
            "card.investment_barred", "use_direction");
        const bool other
            = card.acquisition == AcquisitionMethod::Other || card.direction == UseDirection::Other;
        problems.require(!other || !card.remark.empty(), "card.remark", "remark");
    }

    void checkPapers(const AssetCard& card, ProblemList& problems)
    {
        problems.require(
            card.bookedState != BookedState::Booked || !card.voucherNo.empty(), "card.voucher", "voucher_no");
        problems.require(card.acquisition != AcquisitionMethod::Purchase || card.procurement.has_value(),
            "card.procurement", "procurement_form");
        problems.require(
            card.useState != UseState::InUse || card.user || card.publicUse, "card.user", "user");
        const bool estate = card.kind == CardKind::Building || card.kind == CardKind::Land;
        problems.require(!estate || card.rightHolder, "card.right_holder", "right_holder");
        const bool made = card.kind == CardKind::Equipment || card.kind == CardKind::Vehicle;
        problems.require(!made || !card.brand.empty() || !card.model.empty(), "card.model", "model");
    }

    void checkVehicle(const VehiclePart& vehicle, ProblemList& problems)
    {
        problems.require(vehicle.vin.empty() || isVin(vehicle.vin), "card.vin", "vin");
        problems.require(!vehicle.mileageKm || *vehicle.mileageKm >= 0, "card.mileage", "mileage_km");
        if (vehicle.plateNo.empty())
            return;
        problems.require(!vehicle.vin.empty(), "card.plate_needs", "vin");
        problems.require(!vehicle.engineNo.empty(), "card.plate_needs", "engine_no");
        problems.require(!vehicle.makeModel.empty(), "card.plate_needs", "make_model");
        problems.require(!vehicle.displacement.empty(), "card.plate_needs", "displacement_l");
    }

} // namespace

std::vector<Error> problemsOf(const AssetCard& card, const CardContext& context)
{
    ProblemList problems;
    checkIdentity(card, problems);
    checkValue(card, problems);
    checkDates(card, context.today, problems);
    checkLife(card, problems);
    checkUse(card, context, problems);
    if (context.source == CardSource::Entered)
        checkPapers(card, problems);
    if (card.vehicle)
        checkVehicle(*card.vehicle, problems);
    if (card.building)
        checkBuilding(*card.building, context, problems);
    if (card.land)
        checkLand(*card.land, context, problems);
    return problems.take();
}

bool isVin(std::string_view text)
{
    return text.size() == 17 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'O' && c != 'Q');
    });
}

} // namespace guanwu
