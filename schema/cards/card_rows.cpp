#include "schema/cards/card_rows.h"

#include "core/cards/field_text.h"
#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"

#include <map>
#include <ranges>
#include <vector>

namespace guanwu {

namespace {

    // In the order in which readCard() takes them. It holds no subquery, and a join in place of the view
    // registered_asset: MariaDB plans the statement anew for each card, and plans a join in a third less
    // time.
    constexpr std::string_view kSelect
        = "SELECT a.id, a.asset_no, a.legacy_no, a.card_kind, a.class_edition, a.class_code, a.name, a.brand, "
          "a.model, a.serial_no, a.quantity, a.unit_of_measure, a.acquired_on, a.booked_on, "
          "a.acquisition_method, a.use_state, a.idle_since, a.remark, a.batch_id, a.revision, "
          "v.original_fen, v.fiscal_fen, v.life_months, v.depreciation_base_fen, v.depreciation_from, "
          "v.depreciation_months, v.depreciation_opening_fen, "
          "t.asset_id, t.unit_price_fen, t.unit_price_inexact, t.public_use, t.in_service_on, t.booked_state, "
          "t.voucher_no, t.value_type, t.budget_item_no, t.procurement_form, t.supplier, t.contract_no, "
          "t.invoice_no, t.warranty_until, t.depreciation_state, t.depreciation_method, t.life_approved, "
          "t.use_direction, t.counterparty, t.min_use_years, t.tag_state, t.made_by, t.made_on, "
          "t.office_m2_x100, t.meeting_m2_x100, t.garage_m2_x100, t.canteen_m2_x100, t.power_m2_x100, "
          "t.machine_m2_x100, "
          "c.plate_no, c.vin, c.engine_no, c.make_model, c.displacement_l, c.origin, c.quota_state, "
          "c.official_use, c.registered_on, c.mileage_km, c.gps_state, c.on_platform, "
          "e.address, e.structure, e.floor_m2_x100, e.usable_area_m2_x100, e.basement_m2_x100, "
          "e.land_m2_x100, e.certified_m2_x100, e.area_self_m2_x100, e.area_lent_m2_x100, "
          "e.area_leased_m2_x100, e.area_invested_m2_x100, e.area_pledged_m2_x100, e.area_other_m2_x100, "
          "e.completed_on, e.floors, e.building_no, e.parcel_no, e.land_nature, e.title_state, e.cert_kind, "
          "e.cert_no, e.cert_date, e.final_accounts, e.safety_grade, "
          "u.id, u.code, u.name, u.org_type, us.id, us.code, us.name, rh.id, rh.code, rh.name, "
          "md.id, md.name, md.name, d.id, d.name, d.name, pu.id, pu.code, pu.name, pk.id, pk.code, pk.name, "
          "pl.id, pl.code, pl.name "
          "FROM asset a JOIN asset_value v ON v.asset_id = a.id "
          "LEFT JOIN asset_detail t ON t.asset_id = a.id LEFT JOIN asset_vehicle c ON c.asset_id = a.id "
          "LEFT JOIN asset_estate e ON e.asset_id = a.id JOIN unit u ON u.id = a.unit_id "
          "JOIN unit us ON us.id = a.using_unit_id LEFT JOIN unit rh ON rh.id = a.right_holder_id "
          "LEFT JOIN department md ON md.id = t.managing_department_id "
          "LEFT JOIN department d ON d.id = a.department_id LEFT JOIN person pu ON pu.id = a.user_id "
          "LEFT JOIN person pk ON pk.id = a.keeper_id LEFT JOIN place pl ON pl.id = a.place_id "
          "LEFT JOIN import_batch lb ON lb.id = a.batch_id AND lb.state = 'loading' WHERE lb.id IS NULL ";

    /// Takes the columns of a row one behind the other.
    class Columns {
    public:
        explicit Columns(const Query& query)
            : m_query(query)
        {
        }
        std::string text() { return m_query.text(m_next++); }
        std::int64_t integer() { return m_query.integer(m_next++); }
        std::optional<std::int64_t> integerOrNone() { return m_query.integerOrNone(m_next++); }
        bool flag() { return integer() != 0; }
        bool isThere() { return !m_query.isNull(m_next++); }
        std::optional<Day> day() { return fromDayColumn(m_query.text(m_next++)); }
        Money money() { return Money::fromFen(integer()); }
        Area area() { return Area::fromHundredths(integer()); }
        std::optional<Area> areaOrNone()
        {
            const auto value = integerOrNone();
            return value ? std::optional(Area::fromHundredths(*value)) : std::nullopt;
        }
        template <class Table> auto token(const Table& table)
        {
            return storedToken(table, m_query.text(m_next++));
        }
        template <class Table> auto tokenOrNone(const Table& table)
        {
            return storedTokenOrNone(table, m_query.text(m_next++));
        }
        Reference reference()
        {
            Reference out;
            out.id = integer();
            out.code = text();
            out.name = text();
            return out;
        }

    private:
        const Query& m_query;
        std::size_t m_next = 0;
    };

    void readAsset(Columns& in, RegisteredCard& out)
    {
        AssetCard& card = out.card;
        card.id = AssetId {in.integer()};
        card.assetNo = in.text();
        card.legacyNo = in.text();
        card.kind = in.token(kCardKinds);
        card.classEdition = in.token(kClassEditions);
        card.classCode = in.text();
        card.name = in.text();
        card.brand = in.text();
        card.model = in.text();
        card.serialNo = in.text();
        card.quantity = in.integer();
        card.unitOfMeasure = in.text();
        card.acquiredOn = in.day().value_or(Day {});
        card.bookedOn = in.day();
        card.acquisition = in.token(kAcquisitionMethods);
        card.useState = in.token(kUseStates);
        card.idleSince = in.day();
        card.remark = in.text();
        out.source = in.isThere() ? CardSource::Imported : CardSource::Entered;
        card.revision = in.integer();
    }

    void readValue(Columns& in, RegisteredCard& out)
    {
        out.card.original = in.money();
        out.card.fiscalFund = in.money();
        out.card.otherFund = out.card.original - out.card.fiscalFund;
        out.card.lifeMonths = static_cast<std::int32_t>(in.integer());
        out.schedule.base = in.money();
        out.schedule.from = fromMonthColumn(in.integer());
        out.schedule.months = static_cast<std::int32_t>(in.integer());
        out.schedule.opening = in.money();
    }

    /// Of a card that only an import has touched: what follows from the rest of it.
    void assumeDetail(AssetCard& card)
    {
        card.bookedState = card.bookedOn ? BookedState::Booked : BookedState::Unbooked;
        if (card.lifeMonths == 0)
            card.depreciation = DepreciationState::NotDepreciated;
        if (card.useState == UseState::Leased)
            card.direction = UseDirection::Leased;
        if (card.useState == UseState::Lent)
            card.direction = UseDirection::Lent;
    }

    void readDetail(Columns& in, AssetCard& card, BuildingPart& building)
    {
        const bool isThere = in.isThere();
        if (const auto price = in.integerOrNone())
            card.unitPrice = Money::fromFen(*price);
        card.unitPriceInexact = in.flag();
        card.publicUse = in.flag();
        card.inServiceOn = in.day();
        card.bookedState = in.tokenOrNone(kBookedStates).value_or(card.bookedState);
        card.voucherNo = in.text();
        card.valueType = in.tokenOrNone(kValueTypes).value_or(card.valueType);
        card.budgetItemNo = in.text();
        card.procurement = in.tokenOrNone(kProcurementForms);
        card.supplier = in.text();
        card.contractNo = in.text();
        card.invoiceNo = in.text();
        card.warrantyUntil = in.day();
        card.depreciation = in.tokenOrNone(kDepreciationStates).value_or(card.depreciation);
        card.method = in.tokenOrNone(kDepreciationMethods).value_or(card.method);
        card.lifeApproved = in.flag();
        card.direction = in.tokenOrNone(kUseDirections).value_or(card.direction);
        card.counterparty = in.text();
        if (const auto years = in.integerOrNone())
            card.minUseYears = static_cast<int>(*years);
        card.tag = in.tokenOrNone(kTagStates).value_or(card.tag);
        card.madeBy = in.text();
        card.madeOn = in.day();
        for (Area* area : {&building.officeArea, &building.meetingArea, &building.garageArea,
                 &building.canteenArea, &building.powerArea, &building.machineArea})
            *area = in.area();
        if (!isThere)
            assumeDetail(card);
    }

    void readVehicle(Columns& in, VehiclePart& vehicle)
    {
        vehicle.plateNo = in.text();
        vehicle.vin = in.text();
        vehicle.engineNo = in.text();
        vehicle.makeModel = in.text();
        vehicle.displacement = in.text();
        vehicle.origin = in.tokenOrNone(kVehicleOrigins);
        vehicle.quota = in.tokenOrNone(kQuotaStates);
        vehicle.officialUse = in.tokenOrNone(kOfficialUses);
        vehicle.registeredOn = in.day();
        vehicle.mileageKm = in.integerOrNone();
        vehicle.gps = in.tokenOrNone(kGpsStates);
        if (const auto onPlatform = in.integerOrNone())
            vehicle.onPlatform = *onPlatform != 0;
    }

    void readEstate(Columns& in, BuildingPart& building, LandPart& land)
    {
        building.address = land.address = in.text();
        building.structure = in.tokenOrNone(kStructures);
        building.floorArea = in.area();
        building.usableArea = in.areaOrNone();
        building.basementArea = in.areaOrNone();
        land.landArea = in.area();
        land.certifiedArea = in.areaOrNone();
        AreaSplit& uses = building.uses;
        for (Area* area : {&uses.self, &uses.lent, &uses.leased, &uses.invested, &uses.pledged, &uses.other})
            *area = in.area();
        land.uses = uses;
        building.completedOn = in.day();
        building.floors = in.integerOrNone();
        building.buildingNo = in.text();
        land.parcelNo = in.text();
        land.nature = in.tokenOrNone(kLandNatures);
        building.title.state = in.tokenOrNone(kTitleStates);
        building.title.certKind = in.text();
        building.title.certNo = in.text();
        building.title.certDate = in.day();
        land.title = building.title;
        building.finalAccounts = in.tokenOrNone(kFinalAccounts);
        building.safetyGrade = in.tokenOrNone(kSafetyGrades);
    }

    void readReferences(Columns& in, RegisteredCard& out)
    {
        out.unit = in.reference();
        out.orgType = in.token(kOrgTypes);
        out.usingUnit = in.reference();
        out.rightHolder = in.reference();
        out.managingDepartment = in.reference();
        out.department = in.reference();
        out.user = in.reference();
        out.keeper = in.reference();
        out.place = in.reference();
    }

    SqlValue day(const std::optional<Day>& value) { return SqlValue::textOrNull(fieldText(value)); }
    template <class Enum> SqlValue token(const std::optional<Enum>& value)
    {
        return SqlValue::textOrNull(fieldText(value));
    }
    SqlValue flag(bool yes) { return SqlValue(std::int64_t {yes}); }
    SqlValue area(Area value) { return SqlValue(value.hundredths()); }
    SqlValue area(const std::optional<Area>& value) { return value ? area(*value) : SqlValue(); }
    template <class Tag> SqlValue id(const std::optional<Id<Tag>>& value)
    {
        return value ? SqlValue(value->value) : SqlValue();
    }
    SqlValue text(const std::string& value) { return SqlValue::textOrNull(value); }

} // namespace

std::string_view selectCards() { return kSelect; }

RegisteredCard readCard(const Query& query)
{
    Columns in(query);
    RegisteredCard out;
    VehiclePart vehicle;
    BuildingPart building;
    LandPart land;
    readAsset(in, out);
    readValue(in, out);
    readDetail(in, out.card, building);
    readVehicle(in, vehicle);
    readEstate(in, building, land);
    readReferences(in, out);
    AssetCard& card = out.card;
    if (card.kind == CardKind::Vehicle)
        card.vehicle = std::move(vehicle);
    if (card.kind == CardKind::Building)
        card.building = std::move(building);
    if (card.kind == CardKind::Land)
        card.land = std::move(land);
    const auto idOrNone = [](const Reference& target, auto& member) {
        if (target.id != 0)
            member.emplace().value = target.id;
    };
    card.unit = UnitId {out.unit.id};
    card.usingUnit = UnitId {out.usingUnit.id};
    idOrNone(out.rightHolder, card.rightHolder);
    idOrNone(out.managingDepartment, card.managingDepartment);
    idOrNone(out.department, card.usingDepartment);
    idOrNone(out.user, card.user);
    idOrNone(out.keeper, card.keeper);
    idOrNone(out.place, card.place);
    return out;
}

void readExits(Session& session, std::span<RegisteredCard> cards)
{
    std::map<std::int64_t, RegisteredCard*> gone;
    for (RegisteredCard& card : cards)
        if (card.card.useState >= UseState::WrittenOff)
            gone.emplace(card.card.id.value, &card);
    if (gone.empty())
        return;
    const auto ids = std::views::keys(gone);
    Query query(session);
    query.add("SELECT asset_id, max(left_on) FROM asset_exit WHERE to_unit_id IS NULL AND asset_id IN ");
    query.addList(std::vector<std::int64_t>(ids.begin(), ids.end())).add(" GROUP BY asset_id");
    while (query.next(2))
        gone.at(query.integer(0))->leftOn = fromDayColumn(query.text(1));
}

ColumnValues assetColumns(const AssetCard& card)
{
    return {{"asset_no", card.assetNo}, {"legacy_no", text(card.legacyNo)}, {"unit_id", card.unit.value},
        {"using_unit_id", card.usingUnit.value}, {"right_holder_id", id(card.rightHolder)},
        {"department_id", id(card.usingDepartment)}, {"user_id", id(card.user)},
        {"keeper_id", id(card.keeper)}, {"place_id", id(card.place)}, {"card_kind", fieldText(card.kind)},
        {"class_edition", fieldText(card.classEdition)}, {"class_code", card.classCode}, {"name", card.name},
        {"brand", text(card.brand)}, {"model", text(card.model)}, {"serial_no", text(card.serialNo)},
        {"quantity", card.quantity}, {"unit_of_measure", text(card.unitOfMeasure)},
        {"acquired_on", fieldText(card.acquiredOn)}, {"booked_on", day(card.bookedOn)},
        {"acquisition_method", fieldText(card.acquisition)}, {"use_state", fieldText(card.useState)},
        {"idle_since", day(card.idleSince)}, {"remark", text(card.remark)}};
}

ColumnValues valueColumns(const RegisteredCard& card)
{
    return {{"original_fen", card.card.original.fen()}, {"fiscal_fen", card.card.fiscalFund.fen()},
        {"life_months", std::int64_t {card.card.lifeMonths}},
        {"depreciation_base_fen", card.schedule.base.fen()},
        {"depreciation_from", toMonthColumn(card.schedule.from)},
        {"depreciation_months", std::int64_t {card.schedule.months}},
        {"depreciation_opening_fen", card.schedule.opening.fen()}};
}

ColumnValues detailColumns(const AssetCard& card)
{
    static const BuildingPart kNone;
    const BuildingPart& building = card.building ? *card.building : kNone;
    // Whether it is finished follows from the month that is asked about.
    const DepreciationState depreciation = card.depreciation == DepreciationState::Finished
        ? DepreciationState::Depreciating
        : card.depreciation;
    return {{"unit_price_fen", card.unitPrice ? SqlValue(card.unitPrice->fen()) : SqlValue()},
        {"unit_price_inexact", flag(card.unitPriceInexact)},
        {"managing_department_id", id(card.managingDepartment)}, {"public_use", flag(card.publicUse)},
        {"in_service_on", day(card.inServiceOn)}, {"booked_state", fieldText(card.bookedState)},
        {"voucher_no", text(card.voucherNo)}, {"value_type", fieldText(card.valueType)},
        {"budget_item_no", text(card.budgetItemNo)}, {"procurement_form", token(card.procurement)},
        {"supplier", text(card.supplier)}, {"contract_no", text(card.contractNo)},
        {"invoice_no", text(card.invoiceNo)}, {"warranty_until", day(card.warrantyUntil)},
        {"depreciation_state", fieldText(depreciation)}, {"depreciation_method", fieldText(card.method)},
        {"life_approved", flag(card.lifeApproved)}, {"use_direction", fieldText(card.direction)},
        {"counterparty", text(card.counterparty)},
        {"min_use_years", card.minUseYears ? SqlValue(std::int64_t {*card.minUseYears}) : SqlValue()},
        {"tag_state", fieldText(card.tag)}, {"made_by", text(card.madeBy)}, {"made_on", day(card.madeOn)},
        {"office_m2_x100", area(building.officeArea)}, {"meeting_m2_x100", area(building.meetingArea)},
        {"garage_m2_x100", area(building.garageArea)}, {"canteen_m2_x100", area(building.canteenArea)},
        {"power_m2_x100", area(building.powerArea)}, {"machine_m2_x100", area(building.machineArea)}};
}

ColumnValues vehicleColumns(const VehiclePart& vehicle)
{
    return {{"plate_no", text(vehicle.plateNo)}, {"vin", text(vehicle.vin)},
        {"engine_no", text(vehicle.engineNo)}, {"make_model", text(vehicle.makeModel)},
        {"displacement_l", text(vehicle.displacement)}, {"origin", token(vehicle.origin)},
        {"quota_state", token(vehicle.quota)}, {"official_use", token(vehicle.officialUse)},
        {"registered_on", day(vehicle.registeredOn)}, {"mileage_km", vehicle.mileageKm},
        {"gps_state", token(vehicle.gps)},
        {"on_platform", vehicle.onPlatform ? flag(*vehicle.onPlatform) : SqlValue()}};
}

ColumnValues estateColumns(const AssetCard& card)
{
    const BuildingPart building = card.building.value_or(BuildingPart {});
    const LandPart land = card.land.value_or(LandPart {});
    const AreaSplit& uses = card.land ? land.uses : building.uses;
    const TitlePart& title = card.land ? land.title : building.title;
    const auto ofBuilding = [&](Area value) { return card.building ? area(value) : SqlValue(); };
    return {{"address", text(card.land ? land.address : building.address)},
        {"structure", token(building.structure)}, {"floor_m2_x100", ofBuilding(building.floorArea)},
        {"usable_area_m2_x100", area(building.usableArea)}, {"basement_m2_x100", area(building.basementArea)},
        {"land_m2_x100", card.land ? area(land.landArea) : SqlValue()},
        {"certified_m2_x100", area(land.certifiedArea)}, {"area_self_m2_x100", area(uses.self)},
        {"area_lent_m2_x100", area(uses.lent)}, {"area_leased_m2_x100", area(uses.leased)},
        {"area_invested_m2_x100", area(uses.invested)}, {"area_pledged_m2_x100", area(uses.pledged)},
        {"area_other_m2_x100", area(uses.other)}, {"completed_on", day(building.completedOn)},
        {"floors", building.floors}, {"building_no", text(building.buildingNo)},
        {"parcel_no", text(land.parcelNo)}, {"land_nature", token(land.nature)},
        {"title_state", token(title.state)}, {"cert_kind", text(title.certKind)},
        {"cert_no", text(title.certNo)}, {"cert_date", day(title.certDate)},
        {"final_accounts", token(building.finalAccounts)}, {"safety_grade", token(building.safetyGrade)}};
}

} // namespace guanwu
