#include "core/registers/register_figures.h"
#include "tests/contract/register_desk.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

namespace {

void addCar(Session& session, std::int64_t id, std::int64_t unit, const std::string& plate,
    const std::string& state = "in_use")
{
    insertRow(session, "asset",
        {{"id", id}, {"asset_no", "CL2020" + std::to_string(id)}, {"unit_id", unit}, {"using_unit_id", unit},
            {"card_kind", std::string("vehicle")}, {"class_edition", std::string("2022")},
            {"class_code", std::string("A02030501")}, {"name", std::string("轿车")},
            {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2020-05-01")},
            {"acquisition_method", std::string("purchase")}, {"use_state", state}});
    insertRow(session, "asset_value",
        {{"asset_id", id}, {"original_fen", std::int64_t {18'500'000}}, {"life_months", std::int64_t {96}},
            {"depreciation_base_fen", std::int64_t {18'500'000}},
            {"depreciation_from", std::int64_t {2020 * 12 + 4}}, {"depreciation_months", std::int64_t {96}},
            {"depreciation_opening_fen", std::int64_t {0}}});
    insertRow(session, "asset_vehicle",
        {{"asset_id", id}, {"plate_no", plate}, {"displacement_l", std::string("2.0")},
            {"official_use", std::string("emergency")}, {"registered_on", std::string("2020-06-01")},
            {"gps_state", std::string("fitted")}, {"quota_state", std::string("funded")}});
}

std::vector<FieldValue> aCar(const std::string& plate, const std::string& gps)
{
    std::vector<FieldValue> out {{"plate_no", plate}, {"holder", "某县公安局"}, {"gps_state", gps}};
    if (gps == "exempt")
        out.push_back({"gps_exempt", "侦查办案"});
    return out;
}

std::map<std::string, std::string> figuresOf(RegisterDesk& desk)
{
    std::map<std::string, std::string> out;
    for (const RegisterFigure& figure : registerFigures(desk.service, Vehicles, {}))
        out[figure.token] = figure.value;
    return out;
}

} // namespace

TEST_CASE("A vehicle in the books is shown from its card, and one of another body is a row of its own",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    addCar(*registry.session, 500'001, 1, "湘N00001");
    addCar(*registry.session, 500'002, 3, "湘N00002");
    addCar(*registry.session, 500'003, 1, "湘N00003", "written_off");
    RegisterDesk desk(*registry.session, "2026-11-28");
    const auto linked
        = desk.add(Vehicles, {}, {{"asset_no", "CL2020500001"}, {"exception", "经批准的特殊情况"}}, "");
    REQUIRE(refusal(linked).empty());
    CHECK(linked->entry.unit.code == "U001");
    CHECK(linked->entry.text("plate_no") == "湘N00001");
    CHECK(linked->entry.text("price_yuan") == "185000.00");
    CHECK(linked->entry.text("replace_on") == "2028-06-01");
    CHECK(subjectsOf(linked).empty()); // the special case may cost 250,000 and have 3.0 litres
    const std::string no = linked->entry.entryNo;
    CHECK(refusal(desk.service.change(Vehicles, no, 1, {{"plate_no", "湘N99999"}}, {}))
        == "register.from_card vehicle.plate_no");
    CHECK(refusal(desk.step(Vehicles, no, "retire", {{"retired_on", "2026-01-01"}, {"retire_reason", "旧"}}))
        == "register.from_card CL2020500001");
    CHECK(
        refusal(desk.add(Vehicles, {}, {{"asset_no", "CL2020500001"}}, "")) == "register.taken CL2020500001");
    CHECK(
        refusal(desk.add(Vehicles, {}, {{"asset_no", "CL2020999999"}}, "")) == "card.not_found CL2020999999");
    // What has a card is not entered beside it; of what has left the books the plate is free.
    CHECK(refusal(desk.add(Vehicles, {}, aCar("湘N00002", "已装"), "")) == "vehicle.has_card 湘N00002");
    CHECK(refusal(desk.add(Vehicles, {}, aCar("湘N00003", "已装"), "")).empty());
    CHECK(refusal(desk.add(Vehicles, {}, aCar("湘N00003", "已装"), "")) == "register.taken 湘N00003");
    CHECK(refusal(desk.add(Vehicles, {}, {{"plate_no", "湘N5"}}, "")) == "vehicle.holder ");
    CHECK(refusal(desk.add(Vehicles, {}, {{"holder", "某局"}}, "")) == "vehicle.unnamed ");
    CHECK(refusal(desk.add(Vehicles, {}, {{"vin", "IFV2A21K4D3000001"}, {"holder", "x"}}, ""))
        == "vehicle.vin IFV2A21K4D3000001");
    CHECK(
        refusal(desk.add(Vehicles, {}, {{"plate_no", "湘N6"}, {"holder", "x"}, {"gps_state", "exempt"}}, ""))
        == "vehicle.exempt_reason ");

    const auto figures = figuresOf(desk);
    CHECK(figures.at("vehicles") == "3"); // two in the books, one row, each once
    CHECK(figures.at("in_books") == "2");
    // The unit sees its own car only, not the rows of other bodies.
    RegisterDesk clerk(
        *registry.session, "2026-11-28", Scope::ofUnit(UnitId {1}), {"clerk01", Role::UnitClerk});
    CHECK(figuresOf(clerk).at("vehicles") == "1");
    CHECK(refusal(clerk.add(Vehicles, {}, {{"asset_no", "CL2020500002"}}, ""))
        == "card.not_found CL2020500002");
    CHECK(refusal(clerk.add(Vehicles, {}, aCar("湘N7", "已装"), "")) == "access.forbidden ");
}

TEST_CASE("What is above a limit or old enough is told with the limit of its day, and stands in nobody's way",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-11-28");
    const auto car = [&](const std::string& use, const std::string& price, const std::string& litres,
                         const std::string& acquired, const std::string& more = {}) {
        static int plate = 0;
        std::vector<FieldValue> fields {{"plate_no", "湘N" + std::to_string(++plate)}, {"official_use", use},
            {"price_yuan", price}, {"displacement_l", litres}, {"acquired_on", acquired}};
        if (!more.empty())
            fields.push_back({"exception", more});
        const auto made = desk.add(Vehicles, {}, fields);
        REQUIRE(refusal(made).empty());
        return subjectsOf(made);
    };
    using List = std::vector<std::string>;
    CHECK(car("机要通信用车", "120000", "1.6", "2024-01-01").empty());
    CHECK(car("机要通信用车", "120000.01", "1.8", "2024-01-01")
        == List {"vehicle.above_price", "vehicle.above_displacement"});
    CHECK(car("机要通信用车", "180000", "纯电 150kW", "2024-01-01").empty());
    CHECK(car("执法执勤用车", "180000", "1.8", "2024-01-01").empty());
    CHECK(car("执法执勤用车", "180001", "1.8", "2024-01-01") == List {"vehicle.above_price"});
    CHECK(car("执法执勤用车", "440000", "5.0", "2024-01-01", "大型客车").empty());
    // Before the limits were in force, and of a kind without a known one, nothing is judged.
    CHECK(car("执法执勤用车", "300000", "3.0", "2017-12-04") == List {"vehicle.replaceable"});
    CHECK(car("特种专业技术用车", "900000", "6.0", "2024-01-01").empty());
    CHECK(car("执法执勤用车", "1", "1.0", "2018-11-28") == List {"vehicle.replaceable"});
    CHECK(car("执法执勤用车", "1", "1.0", "2018-11-29").empty());
}

TEST_CASE(
    "What a vehicle costs is added up by kind, and a void line no longer counts", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-11-28");
    const std::string no = desk.add(Vehicles, {}, {{"plate_no", "湘N1"}})->entry.entryNo;
    const auto spend = [&](const std::string& kind, const std::string& yuan) {
        return desk.add(Vehicles, "vehicle_cost",
            {{"spent_on", "2026-10-01"}, {"cost_kind", kind}, {"amount_yuan", yuan}}, "", no);
    };
    const auto first = spend("fuel", "300.05");
    REQUIRE(refusal(first).empty());
    REQUIRE(spend("fuel", "99.95"));
    REQUIRE(spend("repair", "1200"));
    CHECK(desk.service.find(Vehicles, no)->entry.text("fuel_cost_yuan") == "400.00");
    CHECK(desk.service.find(Vehicles, no)->entry.text("repair_cost_yuan") == "1200.00");
    CHECK(refusal(desk.service.change(Vehicles, no, 4, {{"fuel_cost_yuan", "1"}}, {}))
        == "register.field_computed vehicle.fuel_cost_yuan");
    CHECK(refusal(desk.step(Vehicles, no, "void", {}, "x")) == "register.parts_left " + no);
    REQUIRE(refusal(desk.step(Vehicles, first->entry.entryNo, "void", {}, "重复")).empty());
    CHECK(desk.service.find(Vehicles, no)->entry.text("fuel_cost_yuan") == "99.95");
}

TEST_CASE("Quotas are by unit and kind; what is above them is counted, not refused", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-11-28");
    const auto quota = [&](const std::string& number, const std::string& from) {
        return desk.add(Vehicles, "vehicle_quota",
            {{"official_use", "emergency"}, {"number", number}, {"valid_from", from},
                {"approval_no", "编〔2020〕1号"}, {"approved_on", "2020-01-01"}});
    };
    REQUIRE(quota("5", "2020-01-01"));
    REQUIRE(quota("1", "2026-01-01"));
    REQUIRE(quota("9", "2027-01-01"));
    for (const char* plate : {"湘N1", "湘N2"})
        REQUIRE(desk.add(Vehicles, {}, {{"plate_no", plate}, {"official_use", "emergency"}}));
    const Fleet fleet = countFleet(desk.service, {});
    REQUIRE(fleet.counts().size() == 1);
    CHECK(fleet.counts().begin()->second.quota == 1);
    CHECK(fleet.counts().begin()->second.vehicles == 2);
    CHECK(figuresOf(desk).at("above_quota") == "1");
    RegisterDesk clerk(
        *registry.session, "2026-11-28", Scope::ofUnit(UnitId {1}), {"clerk01", Role::UnitClerk});
    CHECK(refusal(clerk.add(Vehicles, "vehicle_quota", {})) == "register.other_role asset_section");
}

TEST_CASE("2 713 vehicles with 2 165 fitted are 79.80 %, over all of them, the exempt told apart",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-11-28");
    // Made up so that the city's figures come out: only total and fitted are its own.
    std::vector<NewRegisterEntry> many;
    for (int i = 0; i < 2'713; ++i)
        many.push_back({{}, {}, {}, {},
            aCar("湘N" + std::to_string(10'000 + i),
                i < 2'165       ? "fitted"
                    : i < 2'365 ? "exempt"
                                : "not_fitted")});
    const auto refused = desk.service.createAll(
        Vehicles, many, {}, [](std::size_t, const Error& error) { FAIL(error.subject); });
    REQUIRE(refused == std::size_t {0});
    const auto figures = figuresOf(desk);
    CHECK(figures.at("vehicles") == "2713");
    CHECK(figures.at("fitted") == "2165");
    CHECK(figures.at("exempt") == "200");
    CHECK(figures.at("not_fitted") == "348");
    CHECK(figures.at("rate_of_all") == "79.80%");
    CHECK(figures.at("rate_of_due") == "86.15%"); // 2165 of 2513
}
