#include "core/reference/classification.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/registry/asset_codes.h"
#include "core/registry/place.h"
#include "core/registry/unit.h"
#include "core/registry/use_state.h"
#include "core/values/check.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;

namespace {

/// Both ways for every enumerator, and no name for two.
template <class Enum, std::size_t N> void roundTrips(const TokenTable<Enum, N>& table)
{
    std::set<std::string_view> names;
    for (const auto& row : table) {
        CAPTURE(row.token);
        CHECK(parseToken(table, row.token, "x").value() == row.value);
        CHECK(parseToken(table, row.nameZh, "x").value() == row.value);
        CHECK(&tokenRow(table, row.value) == &row);
        CHECK(names.insert(row.token).second);
        CHECK(names.insert(row.nameZh).second);
        CHECK_FALSE(row.nameEn.empty());
    }
    CHECK(parseToken(table, "no such token", "x.token").error().subject == "x.token");
    CHECK_FALSE(parseToken(table, "", "x").has_value());
}

/// The names of a dictionary of the offices are all understood.
template <class Enum, std::size_t N>
void understands(const TokenTable<Enum, N>& table, std::string_view csv, std::string_view dictionary)
{
    const ReferenceTable rows(embeddedTable(csv));
    int understood = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows.cell(row, "dictionary").ends_with(" " + std::string(dictionary)))
            continue;
        CAPTURE(rows.cell(row, "name_zh"));
        CHECK(parseToken(table, rows.cell(row, "name_zh"), "x").has_value());
        ++understood;
    }
    CHECK(understood > 1);
}

} // namespace

TEST_CASE("every token is read back as what it stands for", "[tokens]")
{
    roundTrips(kOrgTypes);
    roundTrips(kOrganLevels);
    roundTrips(kPlaceKinds);
    roundTrips(kRoomKinds);
    roundTrips(kRoomStates);
    roundTrips(kUseStates);
    roundTrips(kClassEditions);
    roundTrips(kCardKinds);
    roundTrips(kAcquisitionMethods);
    roundTrips(kStructures);
    roundTrips(kTitleStates);
    roundTrips(kFinalAccounts);
    roundTrips(kLandNatures);
    roundTrips(kVehicleOrigins);
    roundTrips(kQuotaStates);
    roundTrips(kOfficialUses);
    roundTrips(kGpsStates);
    roundTrips(kValueTypes);
    roundTrips(kBookedStates);
    roundTrips(kProcurementForms);
    roundTrips(kUseDirections);
    roundTrips(kDepreciationStates);
    roundTrips(kDepreciationMethods);
    roundTrips(kTagStates);
    roundTrips(kCheckKinds);
    roundTrips(kCheckVerdicts);
}

TEST_CASE("the dictionaries of the offices are understood", "[tokens]")
{
    understands(kAcquisitionMethods, "card_dictionaries", "acquisition_method");
    understands(kValueTypes, "card_dictionaries", "value_type");
    understands(kUseDirections, "card_dictionaries", "use_direction");
    understands(kProcurementForms, "card_dictionaries", "procurement_form");
    understands(kDepreciationStates, "card_dictionaries", "depreciation_state");
    understands(kTitleStates, "card_dictionaries", "title_state");
    understands(kLandNatures, "card_dictionaries", "land_nature");
    understands(kQuotaStates, "card_dictionaries", "vehicle_quota");
    understands(kVehicleOrigins, "card_dictionaries", "vehicle_origin");
    understands(kOfficialUses, "card_dictionaries", "vehicle_use_2017");
    understands(kStructures, "property_dictionaries", "building_structure");
}

TEST_CASE("what offices write as well is understood", "[tokens]")
{
    CHECK(parseToken(kStructures, "钢混", "x").value() == Structure::ReinforcedConcrete);
    CHECK(parseToken(kStructures, "砖木", "x").value() == Structure::BrickWood);
    CHECK_FALSE(parseToken(kStructures, "钢混|钢", "x").has_value());
    CHECK(isOneOfNames("a|bc", "bc"));
    CHECK_FALSE(isOneOfNames("a|bc", "b"));
    CHECK_FALSE(isOneOfNames("", ""));
}

TEST_CASE("the class of an asset sets the kind of its card", "[tokens]")
{
    const auto [code, kind] = GENERATE(table<std::string, CardKind>({
        {"A01030100", CardKind::Land},
        {"A01010100", CardKind::Building},
        {"A01020100", CardKind::Building},
        {"A02030501", CardKind::Vehicle},
        {"A02010105", CardKind::Equipment},
        {"A03020100", CardKind::RelicBook},
        {"A04010100", CardKind::RelicBook},
        {"A05010201", CardKind::Furniture},
        {"A08060300", CardKind::Intangible},
        {"A06010100", CardKind::Equipment},
        {"2030102", CardKind::Equipment},
    }));
    CAPTURE(code);
    CHECK(cardKindOf(code) == kind);
}

TEST_CASE("office space is offices with their service, equipment and ancillary rooms", "[tokens]")
{
    CHECK(isOfficeSpace(RoomKind::Office));
    CHECK(isOfficeSpace(RoomKind::Ancillary));
    CHECK_FALSE(isOfficeSpace(RoomKind::Technical));
    CHECK_FALSE(isOfficeSpace(RoomKind::Other));
}
