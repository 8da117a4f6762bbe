// Whose records a report holds, and whom it names.
#include "reports/catalog.h"
#include "tests/api/city_server.h"

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("A report is of a unit, of a department with the units below it, or of the city", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    Query(*server.session).add("UPDATE unit SET parent_id = 1, name = '所属中心' WHERE id = 2").run();
    const auto rows = [](const HttpClient& who, const std::string& report) {
        return who.get("/api/v1/reports/" + report).json().at("row_count");
    };
    const std::string detail = "inventory-detail?task=QC2026&unit=";
    CHECK(rows(section, detail + "U001") == 3);
    CHECK(rows(section, detail + "U001&subordinates=true") == 6);
    CHECK(rows(section, detail + "U002&subordinates=true") == 3);
    const auto overview = [&](const std::string& of) {
        return section.get("/api/v1/reports/overview?as_of=2022-10-08" + of).json();
    };
    CHECK(overview("").at("totals").at(2) == "6");
    CHECK(overview("&unit=U002").at("totals").at(2) == "3");
    CHECK(overview("&unit=U002").at("preparer") == "所属中心");
    CHECK(overview("&unit=U001&subordinates=true").at("totals").at(2) == "6");
    CHECK(overview("&subordinates=true").at("error").at("code") == "report.subordinates");
    for (const ReportInfo& report : kReportCatalog)
        for (const TakenParameter& taken : report.takes)
            if (taken.parameter == ReportParameter::Subordinates) {
                CAPTURE(report.name);
                CHECK(section
                          .get("/api/v1/reports/" + std::string(report.name)
                              + "?task=QC2026&month=2022-09&year=2022&unit=U001&subordinates=true").status < 500);
            }

    // Nobody reaches further by it.
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    CHECK(rows(officer, detail + "U001&subordinates=true") == 6);
    CHECK(rows(officer, detail + "U002&subordinates=true") == 3);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    CHECK(rows(clerk, detail + "U001&subordinates=true") == 3);
    CHECK(clerk.get("/api/v1/reports/" + detail + "U002&subordinates=true").code() == "unit.not_found");

    // Kept so, it is the department's.
    const auto kept = section.post("/api/v1/kept-reports",
        {{"report", "overview"}, {"format", "csv"}, {"parameters", {{"unit", "U001"}, {"subordinates", "true"}}}});
    CHECK(kept.json().at("reach") == "unit_and_subordinates");
    CHECK(kept.json().at("unit") == "U001");
}

TEST_CASE("Who counted a thing, and what the bureau found when it looked again, stand by name", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const HttpClient clerk = server.client("clerk01", Role::UnitClerk, UnitId {1});
    Query(*server.session).add("UPDATE account SET name = '王丽' WHERE login = 'clerk01'").run();
    server.see(1, CityServer::number(100));
    SociInventoryStore store(*server.session, Scope::everything());
    const CountSheet sheet = store.sheets(store.findTask("QC2026").value().id).front();
    insertRow(*server.session, "recount",
        {{"id", std::int64_t {1}}, {"sheet_id", sheet.id.value}, {"seed", std::int64_t {1}}, {"sheet_lines", std::int64_t {3}}, {"sample_size", std::int64_t {1}},
            {"confidence", std::int64_t {9500}}, {"created_by", std::string("section")},
            {"created_at", std::int64_t {1}}});
    insertRow(*server.session, "recount_line",
        {{"recount_id", std::int64_t {1}}, {"asset_id", std::int64_t {100}}, {"outcome", std::string("agrees")},
            {"note", std::string("已核对标签")}});
    const auto page = section.get("/api/v1/reports/inventory-detail?task=QC2026&unit=U001").json();
    const auto cell = [&](const char* heading) {
        std::size_t at = 0;
        while (page.at("columns").at(at).at("heading") != heading)
            ++at;
        return page.at("rows").at(0).at("cells").at(at);
    };
    CHECK(cell("盘点人") == "王丽");
    CHECK(cell("复核结果") == "抽查：与自查一致，已核对标签");
}
