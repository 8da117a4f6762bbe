#include "core/registry/card_rules.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

constexpr Day kToday = 2026y / 7 / 1;

Money yuan(std::int64_t amount) { return Money::fromFen(amount * 100); }

Area m2(std::int64_t area) { return Area::fromHundredths(area * 100); }

/// A desktop computer with nothing wrong about it.
AssetCard aDesktop()
{
    AssetCard card;
    card.assetNo = "TY2022000001";
    card.classCode = "A02010105";
    card.name = "台式计算机";
    card.model = "M90";
    card.acquiredOn = 2022y / 3 / 15;
    card.inServiceOn = 2022y / 3 / 15;
    card.bookedState = BookedState::Booked;
    card.bookedOn = 2022y / 3 / 20;
    card.voucherNo = "记-12";
    card.original = yuan(5000);
    card.unitPrice = yuan(5000);
    card.fiscalFund = yuan(5000);
    card.procurement = ProcurementForm::Central;
    card.lifeMonths = 72;
    card.user = PersonId {1};
    return card;
}

AssetCard aCar()
{
    AssetCard card = aDesktop();
    card.assetNo = "CL2022000001";
    card.classCode = "A02030501";
    card.kind = CardKind::Vehicle;
    card.lifeMonths = 96;
    card.vehicle = VehiclePart {};
    card.vehicle->plateNo = "湘N00001";
    card.vehicle->vin = "LFV2A21K8G4012345";
    card.vehicle->engineNo = "E1";
    card.vehicle->makeModel = "FV7187";
    card.vehicle->displacement = "1.8";
    return card;
}

AssetCard aBuilding()
{
    AssetCard card = aDesktop();
    card.assetNo = "FW2010000001";
    card.classCode = "A01010100";
    card.kind = CardKind::Building;
    card.lifeMonths = 360;
    card.rightHolder = UnitId {1};
    card.building = BuildingPart {};
    card.building->structure = Structure::BrickConcrete;
    card.building->floorArea = m2(1000);
    card.building->usableArea = m2(650);
    card.building->officeArea = m2(600);
    card.building->uses.self = m2(900);
    card.building->uses.leased = m2(100);
    card.building->title
        = {TitleState::Titled, "BDCQZS", "湘（2022）怀化市不动产权第0000001号", 2022y / 5 / 1};
    return card;
}

AssetCard aParcel()
{
    AssetCard card = aBuilding();
    card.assetNo = "TD2010000001";
    card.classCode = "A01030100";
    card.kind = CardKind::Land;
    card.depreciation = DepreciationState::NotDepreciated;
    card.lifeMonths = 0;
    card.building.reset();
    card.land = LandPart {};
    card.land->landArea = m2(2000);
    card.land->uses.self = m2(2000);
    return card;
}

std::string brokenRules(
    const AssetCard& card, CardContext context = {OrgType::Administrative, kToday, CardSource::Entered})
{
    std::string out;
    for (const Error& error : problemsOf(card, context))
        out += error.subject + " " + error.detail + ";";
    return out;
}

struct Spoiled {
    std::function<void(AssetCard&)> spoil;
    std::string broken;
};

void expectEach(const AssetCard& sound, const std::vector<Spoiled>& cases)
{
    REQUIRE(brokenRules(sound).empty());
    for (const Spoiled& c : cases) {
        AssetCard card = sound;
        c.spoil(card);
        CHECK(brokenRules(card) == c.broken);
    }
}

} // namespace

TEST_CASE("identity and class of a card fit together", "[card]")
{
    expectEach(aDesktop(),
        {
            {[](AssetCard& c) { c.assetNo = ""; }, "card.asset_no asset_no;"},
            {[](AssetCard& c) { c.assetNo = "ZC-2026-0001"; }, ""},
            {[](AssetCard& c) { c.legacyNo = "a\tb"; }, "card.legacy_no legacy_no;"},
            {[](AssetCard& c) { c.name = ""; }, "card.name name;"},
            {[](AssetCard& c) { c.classCode = "A02010000"; }, "card.class_code class_code;"},
            {[](AssetCard& c) { c.kind = CardKind::Furniture; }, "card.kind card_kind;"},
            {[](AssetCard& c) { c.vehicle = VehiclePart {}; }, "card.part card_kind;"},
            {[](AssetCard& c) { c.classEdition = ClassEdition::Edition2010; }, "card.class_code class_code;"},
            {[](AssetCard& c) { c.classEdition = ClassEdition::Edition2010, c.classCode = "2010104"; }, ""},
        });
}

TEST_CASE("quantity, price and funds add up to the original value", "[card]")
{
    expectEach(aDesktop(),
        {
            {[](AssetCard& c) { c.fiscalFund = yuan(4999); }, "card.funds fiscal_yuan;"},
            {[](AssetCard& c) { c.fiscalFund = yuan(4000), c.otherFund = yuan(1000); }, ""},
            {[](AssetCard& c) { c.fiscalFund = yuan(6000), c.otherFund = yuan(-1000); },
                "card.funds fiscal_yuan;"},
            {[](AssetCard& c) { c.quantity = 0; }, "card.quantity quantity;card.unit_price unit_price_yuan;"},
            {[](AssetCard& c) { c.quantity = 2; }, "card.unit_price unit_price_yuan;"},
            {[](AssetCard& c) { c.quantity = 2, c.unitPrice = yuan(2500); }, ""},
            {[](AssetCard& c) { c.quantity = 3, c.unitPrice = yuan(1667), c.unitPriceInexact = true; }, ""},
            {[](AssetCard& c) { c.original = c.fiscalFund = Money(), c.unitPrice.reset(); },
                "card.original original_yuan;"},
        });
    CHECK(brokenRules([] {
        AssetCard car = aCar();
        car.quantity = 2;
        car.unitPrice = yuan(2500);
        return car;
    }()) == "card.quantity_indivisible quantity;");
}

TEST_CASE("the dates of a card follow each other", "[card]")
{
    expectEach(aDesktop(),
        {
            {[](AssetCard& c) { c.acquiredOn = 2026y / 7 / 2, c.inServiceOn.reset(); },
                "card.acquired_on acquired_on;"},
            {[](AssetCard& c) { c.acquiredOn = kToday, c.inServiceOn.reset(); }, ""},
            {[](AssetCard& c) { c.inServiceOn = 2022y / 3 / 14; }, "card.in_service in_service_on;"},
            {[](AssetCard& c) { c.bookedOn.reset(); }, "card.booked_on booked_on;"},
            {[](AssetCard& c) { c.voucherNo = ""; }, "card.voucher voucher_no;"},
            {[](AssetCard& c) {
                 c.bookedState = BookedState::Unbooked, c.bookedOn.reset(), c.voucherNo = "";
             },
                ""},
        });
}

TEST_CASE("life and depreciation of a card follow its class", "[card]")
{
    expectEach(aDesktop(),
        {
            {[](AssetCard& c) { c.lifeMonths = 71; }, "card.life_minimum life_months;"},
            {[](AssetCard& c) { c.lifeMonths = 60, c.lifeApproved = true; }, ""},
            {[](AssetCard& c) { c.lifeMonths = 0; }, "card.life life_months;card.life_minimum life_months;"},
            {[](AssetCard& c) { c.monthsTaken = 73; }, "card.months_taken months_taken;"},
            {[](AssetCard& c) { c.accumulated = yuan(5001); }, "card.accumulated accumulated_yuan;"},
            {[](AssetCard& c) { c.accumulated = yuan(-1); }, "card.accumulated accumulated_yuan;"},
            {[](AssetCard& c) { c.depreciation = DepreciationState::Finished; },
                "card.depreciation_finished depreciation_state;"},
            {[](AssetCard& c) { c.depreciation = DepreciationState::Finished, c.accumulated = c.original; },
                ""},
            {[](AssetCard& c) { c.valueType = ValueType::Nominal; },
                "card.never_depreciated depreciation_state;"},
        });
    AssetCard steel = aBuilding();
    steel.building->structure = Structure::Steel;
    CHECK(brokenRules(steel) == "card.life_minimum life_months;");
    AssetCard land = aParcel();
    land.depreciation = DepreciationState::Depreciating;
    CHECK(brokenRules(land) == "card.never_depreciated depreciation_state;");
}

TEST_CASE("state and direction of use ask for what belongs to them", "[card]")
{
    expectEach(aDesktop(),
        {
            {[](AssetCard& c) { c.useState = UseState::Idle; }, "card.idle_since idle_since;"},
            {[](AssetCard& c) { c.useState = UseState::Idle, c.idleSince = 2024y / 1 / 1; }, ""},
            {[](AssetCard& c) { c.idleSince = 2022y / 3 / 14; }, "card.idle_since idle_since;"},
            {[](AssetCard& c) { c.direction = UseDirection::Leased; }, "card.counterparty counterparty;"},
            {[](AssetCard& c) { c.direction = UseDirection::Lent, c.counterparty = "U002"; }, ""},
            {[](AssetCard& c) { c.direction = UseDirection::Other; }, "card.remark remark;"},
            {[](AssetCard& c) { c.acquisition = AcquisitionMethod::Other; }, "card.remark remark;"},
            {[](AssetCard& c) { c.direction = UseDirection::Invested; },
                "card.investment_barred use_direction;"},
            {[](AssetCard& c) { c.user.reset(); }, "card.user user;"},
            {[](AssetCard& c) { c.user.reset(), c.publicUse = true; }, ""},
            {[](AssetCard& c) { c.procurement.reset(); }, "card.procurement procurement_form;"},
            {[](AssetCard& c) { c.model = ""; }, "card.model model;"},
        });
}

TEST_CASE("an institution may invest and an administrative unit may not", "[card]")
{
    AssetCard card = aDesktop();
    card.direction = UseDirection::Invested;
    CHECK(brokenRules(card, {OrgType::Institution, kToday, CardSource::Entered}).empty());
    CHECK_FALSE(brokenRules(card).empty());
}

TEST_CASE("an imported card is not asked for papers", "[card]")
{
    AssetCard card = aDesktop();
    card.user.reset();
    card.voucherNo = "";
    card.procurement.reset();
    card.model = "";
    CHECK(brokenRules(card, {OrgType::Administrative, kToday, CardSource::Imported}).empty());
    CHECK(brokenRules(card)
        == "card.voucher voucher_no;card.procurement procurement_form;card.user user;card.model model;");
}

TEST_CASE("a vehicle with a plate is known by its numbers", "[card]")
{
    expectEach(aCar(),
        {
            {[](AssetCard& c) { c.vehicle->vin = "LFV2A21K8G401234"; }, "card.vin vin;"},
            {[](AssetCard& c) { c.vehicle->vin = "LFV2A21K8G401234O"; }, "card.vin vin;"},
            {[](AssetCard& c) { c.vehicle->vin = ""; }, "card.plate_needs vin;"},
            {[](AssetCard& c) { c.vehicle->engineNo = c.vehicle->displacement = ""; },
                "card.plate_needs engine_no;card.plate_needs displacement_l;"},
            {[](AssetCard& c) { c.vehicle = VehiclePart {}; }, ""},
            {[](AssetCard& c) { c.vehicle.reset(); }, "card.part card_kind;"},
        });
    CHECK(isVin("LFV2A21K8G4012345"));
    CHECK_FALSE(isVin("lfv2a21k8g4012345"));
    CHECK_FALSE(isVin("LFV2A21K8G40I2345"));
    CHECK_FALSE(isVin("LFV2A21K8G40Q2345"));
}

TEST_CASE("the areas of a building lie within its floor area and its uses add up to it", "[card]")
{
    expectEach(aBuilding(),
        {
            {[](AssetCard& c) { c.building->uses.self += m2(1); }, "card.area_split floor_m2;"},
            {[](AssetCard& c) { c.building->uses.leased -= Area::fromHundredths(1); },
                "card.area_split floor_m2;"},
            {[](AssetCard& c) { c.building->usableArea = m2(1000); }, "card.usable_area usable_area_m2;"},
            {[](AssetCard& c) { c.building->basementArea = m2(1000); }, ""},
            {[](AssetCard& c) { c.building->basementArea = m2(1001); }, "card.basement_area basement_m2;"},
            {[](AssetCard& c) { c.building->garageArea = m2(401); }, "card.room_areas floor_m2;"},
            {[](AssetCard& c) { c.building->uses.self = m2(800), c.building->uses.invested = m2(100); },
                "card.investment_barred area_invested_m2;"},
            {[](AssetCard& c) { c.rightHolder.reset(); }, "card.right_holder right_holder;"},
            {[](AssetCard& c) { c.building->completedOn = 2027y / 1 / 1; },
                "card.completed_on completed_on;"},
        });
}

TEST_CASE("a title has a certificate that is not older than its number", "[card]")
{
    expectEach(aBuilding(),
        {
            {[](AssetCard& c) {
                 c.building->title = {TitleState::Titled, "", "", {}};
             },
                "card.title_needs cert_kind;card.title_needs cert_no;card.title_needs cert_date;"},
            {[](AssetCard& c) {
                 c.building->title = {TitleState::Untitled, "", "", {}};
             },
                ""},
            {[](AssetCard& c) { c.building->title.certDate = 2021y / 12 / 31; }, "card.cert_year cert_date;"},
            {[](AssetCard& c) { c.building->title.certNo = "怀房权证鹤城字第000123号"; }, ""},
        });
}

TEST_CASE("the uses of land add up to its area", "[card]")
{
    expectEach(aParcel(),
        {
            {[](AssetCard& c) { c.land->uses.other = m2(1); }, "card.area_split land_m2;"},
            {[](AssetCard& c) { c.land->landArea = c.land->uses.self = Area(); }, "card.land_area land_m2;"},
            {[](AssetCard& c) { c.land->title.state = TitleState::Titled; },
                "card.title_needs cert_kind;card.title_needs cert_no;card.title_needs cert_date;"},
        });
}

TEST_CASE("net value is original less accumulated", "[card]")
{
    AssetCard card = aDesktop();
    card.accumulated = Money::fromFen(187488);
    CHECK(card.net() == Money::fromFen(312512));
}
