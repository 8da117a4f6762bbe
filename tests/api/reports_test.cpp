#include "app/reporting/report_preparer.h"
#include "app/reporting/scheduled_reports.h"
#include "app/system_clock.h"
#include "reports/catalog.h"
#include "schema/connection/sha256.h"
#include "schema/reporting/report_schedules.h"
#include "tests/api/city_server.h"
#include "tests/contract/small_registry.h"

#include <thread>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Everything a report of this catalogue may ask for.
std::string asked(const ReportInfo& report)
{
    return "/api/v1/reports/" + std::string(report.name)
        + "?task=QC2026&month=2022-09&year=2022&document=none&asset=" + CityServer::number(100);
}

} // namespace

TEST_CASE("The list of reports says what each asks for, in the reader's language", "[api][reports]")
{
    ApiServer server;
    const HttpClient auditor = server.client("auditor", Role::Auditor);
    const auto reports = auditor.get("/api/v1/reports").json().at("reports");
    REQUIRE(reports.size() == kReportCatalog.size());
    const auto named = [](const nlohmann::json& all) {
        return *std::find_if(
            all.begin(), all.end(), [](const auto& one) { return one.at("name") == "inventory-detail"; });
    };
    const auto detail = named(reports);
    CHECK(detail.at("title") == "固定资产清查明细表");
    CHECK(detail.at("group_title") == "资产清查");
    CHECK(detail.at("parameters")
        == nlohmann::json::parse(R"([{"name": "task", "title": "清查任务", "needed": true, "many": false},
            {"name": "unit", "title": "单位", "needed": false, "many": true},
            {"name": "subordinates", "title": "含所属单位", "needed": false, "many": false}])"));
    const auto english = auditor.send("GET", "/api/v1/reports", "", {"Accept-Language: en"}).json();
    CHECK(named(english.at("reports")).at("title") == "Inventory detail");
}

TEST_CASE("A report comes as a file that opens, or as the rows a screen shows", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const std::string path = "/api/v1/reports/inventory-detail?task=QC2026";
    const auto beginning = [&](const std::string& format) {
        const HttpReply reply = section.get(path + "&format=" + format);
        REQUIRE(reply.status == 200);
        return std::pair(reply.headers.at("content-type"), reply.body.substr(0, 4));
    };
    CHECK(beginning("pdf") == std::pair<std::string, std::string>("application/pdf", "%PDF"));
    CHECK(beginning("xlsx")
        == std::pair<std::string, std::string>(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\x03\x04"));
    CHECK(beginning("csv").first == "text/csv; charset=utf-8");

    // Two of six rows, and the total of all.
    const auto page = section.get(path + "&limit=2").json();
    CHECK(page.at("title") == "固定资产清查明细表");
    CHECK(page.at("rows").size() == 2);
    CHECK(page.at("row_count") == 6);
    // Nobody has counted yet, and the report says so itself.
    CHECK(page.at("checks_hold") == false);
    CHECK(page.at("checks").back().at("text") == "未盘 6 项，存疑 0 项");
    std::size_t original = 0;
    while (page.at("columns").at(original).at("heading") != "原值")
        ++original;
    CHECK(page.at("rows").at(0).at("cells").at(original) == "5,000.00");
    CHECK(page.at("totals").at(original) == "30,000.00");

    // A report that is a paper says its sentences; the count above is its scope.
    const auto paper = section.get("/api/v1/reports/idle-disposal?as_of=2022-10-08").json();
    REQUIRE(paper.at("notes").size() > 4);
    CHECK(paper.at("notes").at(0).get<std::string>().find("应清查单位 2 家[1]，已完成 0 家[2]") != std::string::npos);
    CHECK(paper.at("checks_hold") == true);

    // Its figures open their lines; one that the report does not have, opens none.
    const auto& figure = paper.at("document").at("figures").at(0);
    const auto units = section
                           .get("/api/v1/reports/idle-disposal?as_of=2022-10-08&cell="
                               + figure.at("cell").get<std::string>())
                           .json();
    CHECK(units.at("row_count") == 2);
    CHECK(units.at("checks_hold") == true);
    CHECK(section.get("/api/v1/reports/overview?cell=unit:U009@5").code() == "report.cell");
    CHECK(section.get("/api/v1/reports/overview?cell=unit:U001").code() == "report.cell_text");
    CHECK(
        section.get("/api/v1/reports/inventory-detail?task=QC2026&cell=total@8").code() == "report.no_lines");
    const auto cards = section.get("/api/v1/reports/overview?as_of=2022-10-08&cell=unit:U001@5").json();
    CHECK(cards.at("row_count") == 3);
    CHECK(cards.at("totals").back() == "15,000.00");

    // One unit of two; a unit that is not there.
    CHECK(section.get(path + "&unit=U002").json().at("row_count") == 3);
    CHECK(section.get(path + "&unit=U009").code() == "inventory.no_sheet");
}

TEST_CASE("What a report needs and was not told is named, and nothing is made", "[api][reports]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const std::string path = "/api/v1/reports/";
    for (const ReportInfo& report : kReportCatalog) {
        CAPTURE(report.name);
        CHECK(section.get(asked(report)).status < 500);
        for (const TakenParameter& taken : report.takes)
            if (taken.isNeeded) {
                const HttpReply reply = section.get(path + std::string(report.name));
                CHECK(reply.status == 400);
                CHECK(reply.code() == "report.needs");
            }
    }
    CHECK(section.get(path + "no-such").code() == "report.name");
    CHECK(section.get(path + "idle-list?format=docx").code() == "request.type");
    CHECK(section.get(path + "idle-list?unit=U001,U002").code() == "report.one_unit");
    CHECK(section.get(path + "idle-list?as_of=2026-02-30").status == 400);
    CHECK(section.get(path + "idle-list?limit=2000").status == 200);
    CHECK(section.get(path + "idle-list?limit=2001").code() == "request.limit");
    CHECK(section.get(path + "idle-list?money=dollars").code() == "request.type");
    CHECK(section.get(path + "repairs?year=12").code() == "request.type");
    CHECK(section.get(path + "idle-list?colour=red").status == 400);
    CHECK(section.get(path + "movements?month=2022-01&from=2022-09").code() == "report.months");
}

TEST_CASE("The overview adds up to the whole, and says how each indicator is computed", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const auto all = section.get("/api/v1/overview?as_of=2022-10-08").json();
    CHECK(all.at("all").at("original_yuan") == "30000.00");
    // 29 of 72 months of 5,000 yuan, six times.
    CHECK(all.at("all").at("accumulated_yuan") == "12082.56");
    CHECK(all.at("classes").at(0).at("name") == "设备");
    CHECK(all.at("units").size() == 2);
    CHECK(all.at("ages").at(0).at("cards") == 6);
    const auto& use = all.at("indicators").at(2);
    CHECK(use.at("name") == "使用高效");
    CHECK(use.at("rate") == 100.0);
    CHECK(use.at("rule") == "1 − 闲置资产原值 ÷ 全部资产原值");
    CHECK(all.at("indicators").at(0).at("rate").is_null());

    Query(*server.session)
        .add("UPDATE asset SET use_state = 'idle', idle_since = '2022-01-01' WHERE id = 100")
        .run();
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto own = clerk.get("/api/v1/overview").json();
    CHECK(own.at("all").at("cards") == 3);
    CHECK(own.at("idle").at("original_yuan") == "5000.00");
    CHECK(own.at("indicators").at(2).at("rate") == 66.67);
    CHECK(section.get("/api/v1/overview?as_of=x").status == 400);
}

TEST_CASE("Each indicator counts what its rule says, and of a department no more than the department",
    "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    insertRow(session, "department",
        {{"id", std::int64_t {11}}, {"unit_id", std::int64_t {1}}, {"name", std::string("办公室")}});
    const auto document
        = [&](std::int64_t id, const std::string& kind, const std::string& state, const std::string& dueOn) {
              insertRow(session, "document",
                  {{"id", id}, {"document_no", "D-" + std::to_string(id)}, {"kind", kind},
                      {"method", std::string("x")}, {"unit_id", std::int64_t {1}},
                      {"applicant", std::string("x")}, {"applicant_name", std::string("x")}, {"state", state},
                      {"due_on", SqlValue::textOrNull(dueOn)}, {"approved_on", std::string("2022-06-01")},
                      {"created_at", std::int64_t {0}}});
          };
    const auto madeBy = [&](std::int64_t id, std::int64_t card) {
        insertRow(session, "document_card",
            {{"document_id", id}, {"asset_id", card}, {"line_no", std::int64_t {1}}});
    };
    const auto left = [&](std::int64_t card, const std::string& on) {
        insertRow(session, "asset_exit",
            {{"asset_id", card}, {"document_id", std::int64_t {1}}, {"unit_id", std::int64_t {1}},
                {"left_on", on}, {"way", std::string("scrap")}, {"original_fen", std::int64_t {1}},
                {"accumulated_fen", std::int64_t {0}}});
    };
    document(1, "allocation", "in_review", "2022-10-01"); // overdue
    document(2, "change", "in_review", "2022-10-09");
    document(3, "disposal", "closed", "2022-01-01");
    // Of the three cards of the unit one was asked for, one is a part of another, one was just bought.
    Query(session).add("UPDATE asset SET acquired_on = '2022-05-01' WHERE unit_id = 1").run();
    Query(session).add("UPDATE asset SET department_id = 11 WHERE id = 100").run();
    madeBy(1, 100);
    madeBy(2, 101);
    left(100, "2022-05-31"); // a day before the approval
    left(102, "2022-06-01");

    const auto counted = [&](const HttpClient& who) {
        std::vector<std::pair<std::int64_t, std::int64_t>> out;
        const auto told = who.get("/api/v1/overview?as_of=2022-10-08").json();
        for (const auto& one : told.at("indicators"))
            out.emplace_back(one.at("part").get<std::int64_t>(), one.at("whole").get<std::int64_t>());
        return out;
    };
    const auto unit = counted(server.client("clerk", Role::UnitClerk, UnitId {1}));
    CHECK(unit.at(1) == std::pair<std::int64_t, std::int64_t>(1, 2));
    CHECK(unit.at(3) == std::pair<std::int64_t, std::int64_t>(1, 2));
    CHECK(unit.at(4) == std::pair<std::int64_t, std::int64_t>(1, 2));
    const auto department
        = counted(server.client("office", Role::DepartmentClerk, UnitId {1}, DepartmentId {11}));
    CHECK(department.at(1) == std::pair<std::int64_t, std::int64_t>(1, 1));
    CHECK(department.at(3) == std::pair<std::int64_t, std::int64_t>(0, 1));
    CHECK(department.at(4) == std::pair<std::int64_t, std::int64_t>(0, 0));
}

TEST_CASE("An indicator opens what it counts, and its lines come to the rate", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    const auto building = [&](std::int64_t id, const std::string& name) {
        insertRow(session, "place",
            {{"id", id}, {"code", "B-" + std::to_string(id)}, {"kind", std::string("building")},
                {"name", name}, {"unit_id", std::int64_t {1}}});
    };
    building(1, "一号楼");
    building(2, "二号楼");
    building(3, "三号楼");
    insertRow(session, "certificate",
        {{"id", std::int64_t {9}}, {"cert_no", std::string("湘（2022）第1号")},
            {"cert_kind", std::string("BDCQZS")}, {"reg_kind", std::string("首次登记")},
            {"right_holder_id", std::int64_t {1}}, {"location", std::string("某路1号")},
            {"land_share_m2_x100", std::int64_t {1}}, {"floor_m2_x100", std::int64_t {1}},
            {"issued_on", std::string("2022-06-01")}, {"issuer", std::string("某局")},
            {"incomplete", std::int64_t {0}}, {"state", std::string("current")}});
    insertRow(session, "certificate_building",
        {{"certificate_id", std::int64_t {9}}, {"position", std::int64_t {0}},
            {"place_id", std::int64_t {2}}});
    const auto document = [&](std::int64_t id, const std::string& kind, const std::string& state,
                              const SqlValue& due, const SqlValue& approved) {
        insertRow(session, "document",
            {{"id", id}, {"document_no", "D-" + std::to_string(id)}, {"kind", kind},
                {"method", std::string("x")}, {"unit_id", std::int64_t {1}}, {"applicant", std::string("x")},
                {"applicant_name", std::string("x")}, {"state", state}, {"due_on", due},
                {"approved_on", approved}, {"created_at", std::int64_t {0}}});
    };
    document(1, "allocation", "closed", SqlValue(), SqlValue());
    document(2, "disposal", "in_review", std::string("2022-10-01"), SqlValue());
    document(3, "space", "in_review", SqlValue(), SqlValue());
    document(4, "disposal", "closed", SqlValue(), std::string("2022-06-01"));
    Query(session).add("UPDATE asset SET acquired_on = '2022-05-01' WHERE unit_id = 1").run();
    Query(session).add("UPDATE asset SET use_state = 'idle', idle_since = '2022-01-01' WHERE id = 101").run();
    Query(session).add("UPDATE asset SET use_state = 'written_off' WHERE id = 202").run();
    insertRow(session, "document_card",
        {{"document_id", std::int64_t {1}}, {"asset_id", std::int64_t {100}}, {"line_no", std::int64_t {1}}});
    insertRow(session, "asset_exit",
        {{"asset_id", std::int64_t {202}}, {"document_id", std::int64_t {4}}, {"unit_id", std::int64_t {2}},
            {"left_on", std::string("2022-06-02")}, {"way", std::string("scrap")},
            {"original_fen", std::int64_t {1}}, {"accumulated_fen", std::int64_t {0}}});

    const HttpClient section = server.client("section", Role::AssetSection);
    const auto opened = [](const HttpClient& who, const nlohmann::json& one) {
        const auto lines = who.get("/api/v1/reports/" + one.at("report").get<std::string>()
                                  + "?as_of=2022-10-08&money=yuan&cell=" + one.at("cell").get<std::string>())
                               .json();
        CAPTURE(one.dump(), lines.dump());
        REQUIRE(lines.at("checks").size() == 1);
        CHECK(lines.at("checks_hold") == true);
        // Number and what is said of each; parts and wholes of all.
        std::vector<std::string> out;
        for (const auto& row : lines.at("rows"))
            out.push_back(
                row.at("cells").at(1).get<std::string>() + ' ' + row.at("cells").at(4).get<std::string>());
        out.push_back(
            lines.at("totals").at(5).get<std::string>() + '/' + lines.at("totals").at(6).get<std::string>());
        return out;
    };
    const auto told = section.get("/api/v1/overview?as_of=2022-10-08").json().at("indicators");
    REQUIRE(told.size() == 5);
    using Lines = std::vector<std::string>;
    CHECK(told.at(0).at("rate") == 33.33);
    CHECK(opened(section, told.at(0))
        == Lines {"B-1 无现行权证", "B-2 权证 湘（2022）第1号", "B-3 无现行权证", "1/3"});
    CHECK(opened(section, told.at(1))
        == Lines {"TY2020000100 配置单据 D-1", "TY2020000101 无配置单据", "TY2020000102 无配置单据", "1/3"});
    CHECK(told.at(2).at("is_value") == true);
    CHECK(opened(section, told.at(2))
        == Lines {"TY2020000100 在用", "TY2020000101 闲置", "TY2020000102 在用", "TY2020000200 在用",
            "TY2020000201 在用", "20,000.00/25,000.00"});
    CHECK(opened(section, told.at(3)) == Lines {"TY2020000202 2022-06-01 批准，2022-06-02 核销", "1/1"});
    CHECK(
        opened(section, told.at(4)) == Lines {"D-2 已逾期，办理期限 2022-10-01", "D-3 办理期限 未定", "1/2"});

    // The other figures of the report open as well, and a unit opens what is its own.
    const nlohmann::json indicators = section.get("/api/v1/reports/indicators?as_of=2022-10-08").json();
    for (const auto& row : indicators.at("rows"))
        for (const int column : {3, 4}) {
            const std::string cell = row.at("key").get<std::string>() + '@' + std::to_string(column);
            const auto lines = section.get("/api/v1/reports/indicators?as_of=2022-10-08&cell=" + cell).json();
            CAPTURE(cell);
            CHECK(lines.at("checks_hold") == true);
            CHECK(lines.at("totals").back() == row.at("cells").at(static_cast<std::size_t>(column) - 1));
        }
    const HttpClient other = server.client("clerk2", Role::UnitClerk, UnitId {2});
    const auto own = other.get("/api/v1/overview?as_of=2022-10-08").json().at("indicators");
    CHECK(own.at(0).at("cell").is_null()); // no building is its own
    CHECK(
        opened(other, own.at(2)) == Lines {"TY2020000200 在用", "TY2020000201 在用", "10,000.00/10,000.00"});
    CHECK(other.get("/api/v1/reports/indicators?cell=indicator:clear_title@7").code() == "report.cell");
}

TEST_CASE("The head of a report names who makes it, of the city the bureau", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    openTask(section);
    const auto preparer = [](const HttpClient& who, const std::string& report) {
        return who.get("/api/v1/reports/" + report).json().at("preparer").get<std::string>();
    };
    Query(*server.session).add("UPDATE unit SET name = '第一局' WHERE id = 1").run();
    CHECK(preparer(section, "idle-list") == "国有资产管理科"); // no unit is the bureau
    Query(*server.session).add("UPDATE unit SET name = '某市机关事务管理局' WHERE id = 2").run();
    insertRow(*server.session, "unit",
        {{"id", std::int64_t {3}}, {"code", std::string("U003")},
            {"name", std::string("某市机关事务管理局幼儿园")}, {"parent_id", std::int64_t {2}},
            {"org_type", std::string("institution")}, {"organ_level", std::string("municipal")},
            {"division", std::string("431200")}, {"posts_established", std::int64_t {1}},
            {"posts_filled", std::int64_t {1}}, {"in_inventory", std::int64_t {0}}});
    for (const ReportInfo& report : kReportCatalog) {
        CAPTURE(report.name);
        const HttpReply reply = section.get(asked(report));
        if (reply.status == 200)
            CHECK(reply.json().at("preparer") == (report.name == "card" ? "第一局" : "某市机关事务管理局"));
    }
    CHECK(preparer(section, "idle-list?unit=U001") == "第一局");
    CHECK(preparer(section, "space-usage?unit=U001") == "第一局");
    CHECK(preparer(clerk, "idle-list") == "第一局");
    CHECK(preparer(section, "idle-list?preparer=%E6%9F%90%E7%A7%91") == "某科");
    CHECK(preparer(section, "overview?cell=total@5") == "某市机关事务管理局");

    ReportRequest request;
    request.bureau = "某市国有资产事务中心";
    CHECK(preparerOf(*server.session, Scope::everything(), request) == "某市国有资产事务中心");
    CHECK(preparerOf(*server.session, Scope::ofUnit(UnitId {1}), request) == "第一局");
}

TEST_CASE("A report is kept with who made it, comes back byte for byte, and says whether it is what was kept",
    "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient other = server.client("other", Role::UnitClerk, UnitId {2});
    const std::string path = "/api/v1/kept-reports";
    const auto keep
        = [&](const HttpClient& client, const nlohmann::json& body, std::vector<std::string> more = {}) {
              more.emplace_back("Content-Type: application/json");
              return client.send("POST", path, body.dump(), more);
          };
    const nlohmann::json ofUnit {{"report", "idle-list"}, {"format", "pdf"},
        {"parameters", {{"unit", "U001"}, {"as_of", "2022-09-30"}}}};
    const auto made = keep(section, ofUnit);
    REQUIRE(made.status == 201);
    const auto kept = made.json();
    CHECK(kept.at("title") == "闲置资产明细表");
    CHECK(kept.at("reach") == "unit");
    CHECK(kept.at("unit") == "U001");
    CHECK(kept.at("as_of") == "2022-09-30");
    CHECK(kept.at("parameters") == nlohmann::json {{"unit", "U001"}});
    CHECK(kept.at("made_by") == "section");
    const std::string one = path + "/" + kept.at("id").get<std::string>();

    // It is that unit's, whoever made it, and nobody else's.
    const auto bytes = clerk.get(one);
    CHECK(bytes.body.substr(0, 4) == "%PDF");
    CHECK(sha256Hex(bytes.body) == kept.at("sha256"));
    CHECK(bytes.headers.at("content-type") == "application/pdf");
    CHECK(clerk.get(one + "/verification").json().at("holds") == true);
    CHECK(other.get(one).code() == "report.not_kept");
    CHECK(other.get(path).json().at("kept_reports").empty());
    CHECK(keep(other, ofUnit).code() == "unit.not_found");

    // Sent again with its key it is kept once.
    const auto once
        = keep(section, {{"report", "overview"}, {"format", "csv"}}, {"Idempotency-Key: k1"}).json();
    CHECK(keep(section, {{"report", "overview"}, {"format", "csv"}}, {"Idempotency-Key: k1"}).json() == once);
    CHECK(once.at("reach") == "everything");
    CHECK(once.at("unit").is_null());
    CHECK(section.get(path).json().at("kept_reports").size() == 2);
    CHECK(section.get(path + "?report=overview").json().at("kept_reports").size() == 1);
    CHECK(section.get(path + "?unit=U001").json().at("kept_reports").size() == 1);
    const auto first = section.get(path + "?limit=1").json();
    CHECK(first.at("kept_reports").at(0).at("id") == once.at("id"));
    CHECK(section.get(path + "?limit=1&after=" + first.at("next").get<std::string>())
              .json()
              .at("kept_reports")
              .at(0)
              .at("id")
        == kept.at("id"));

    Query(*server.session).add("UPDATE kept_report_piece SET content = 'AAAA'").run();
    CHECK(clerk.get(one + "/verification").json().at("holds") == false);
    CHECK(clerk.get(one).code() == "report.damaged");
    CHECK(keep(section, {{"report", "idle-list"}, {"format", "docx"}}).code() == "report.format");
    CHECK(keep(section, {{"report", "surplus"}, {"format", "csv"}}).code() == "report.needs");
    CHECK(
        keep(section, {{"report", "overview"}, {"format", "csv"}, {"parameters", {{"colour", "red"}}}}).code()
        == "request.type");
}

TEST_CASE("A kept report with restricted fields is refused to who may not see them", "[api][reports]")
{
    CityServer server("sqlite");
    const HttpClient reader = server.client("reader", Role::AssetSection);
    const HttpClient space = server.client("space", Role::SpaceSection);
    const auto keep = [](const HttpClient& client) {
        return client
            .send("POST", "/api/v1/kept-reports", R"({"report": "register-seized-goods", "format": "csv"})",
                {"Content-Type: application/json"})
            .json();
    };
    const auto shown = keep(reader);
    const auto covered = keep(space);
    CHECK(shown.at("restricted") == true);
    CHECK(covered.at("restricted") == false);
    const std::string one = "/api/v1/kept-reports/" + shown.at("id").get<std::string>();
    CHECK(reader.get(one).status == 200);
    CHECK(space.get(one).status == 403);
    CHECK(space.get(one).code() == "report.restricted");
    CHECK(space.get(one + "/verification").code() == "report.restricted");
    const auto listed = space.get("/api/v1/kept-reports").json().at("kept_reports");
    REQUIRE(listed.size() == 1);
    CHECK(listed.at(0).at("id") == covered.at("id"));
}

TEST_CASE("A report on schedule is made and kept when it is due, once, and says why it could not be",
    "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient auditor = server.client("auditor", Role::Auditor);
    const std::string path = "/api/v1/report-schedules";
    const nlohmann::json monthly {{"report", "idle-list"}, {"format", "csv"}, {"period", "month"},
        {"due_day", 5}, {"parameters", {{"unit", "U001"}}}};
    CHECK(auditor.post(path, monthly).status == 403);
    const auto made = section.post(path, monthly);
    REQUIRE(made.status == 201);
    CHECK(made.json().at("reach") == "unit");
    const nlohmann::json books {
        {"report", "depreciation"}, {"format", "pdf"}, {"period", "month"}, {"due_day", 28}};
    REQUIRE(clerk.post(path, books).status == 201);
    const auto ofYear = clerk.post(
        path, {{"report", "space-allocation"}, {"format", "xlsx"}, {"period", "month"}, {"due_day", 1}});
    REQUIRE(ofYear.status == 201);
    CHECK(clerk.post(path, {{"report", "surplus"}, {"format", "pdf"}, {"period", "month"}, {"due_day", 1}})
              .code()
        == "report.needs");
    CHECK(
        clerk.post(path, {{"report", "yearly"}, {"format", "pdf"}, {"period", "year"}, {"due_day", 1}}).code()
        == "schedule.month");
    CHECK(clerk.post(path, {{"report", "yearly"}, {"format", "pdf"}, {"period", "decade"}, {"due_day", 1}})
              .code()
        == "schedule.period");

    // No server looked for three months.
    const Instant later = systemNow() + std::chrono::hours(24 * 93);
    const auto serve = [&](Session& session, Instant now) {
        return serveSchedules(
            session, [now] { return now; }, [] { return false; });
    };
    const auto other = server.backEnd().connect();
    ServedRuns served;
    ServedRuns besides;
    {
        // Two servers at the same time.
        const std::jthread one([&] { besides = serve(*other, later); });
        served = serve(*server.session, later);
    }
    served.kept += besides.kept;
    CHECK(served.kept >= 1 + 3); // how things stand once, what is of a year for each day
    CHECK(served.failed + besides.failed >= 3); // nobody has posted these months
    CHECK(serve(*other, later).kept == 0);
    const auto kept = clerk.get("/api/v1/kept-reports?report=idle-list").json().at("kept_reports");
    REQUIRE(kept.size() == 1);
    CHECK(kept.at(0).at("scheduled") == true);
    CHECK(kept.at(0).at("made_by") == "section");
    CHECK(clerk.get("/api/v1/kept-reports/" + kept.at(0).at("id").get<std::string>() + "/verification")
              .json()
              .at("holds")
        == true);
    const std::string id = made.json().at("id");
    const auto runs = clerk.get(path + "/" + id + "/runs").json().at("runs");
    CHECK(runs.size() >= 3);
    CHECK(runs.at(0).at("state") == "done");
    CHECK(runs.at(1).at("state") == "missed");
    const auto yearly = clerk.get("/api/v1/kept-reports?report=space-allocation").json().at("kept_reports");
    CHECK(yearly.size() == static_cast<std::size_t>(served.kept) - 1);
    CHECK(yearly.at(0).at("scheduled") == true);
    CHECK(runs.at(0).at("kept") == kept.at(0).at("id"));
    const nlohmann::json ofClerk = clerk.get(path).json();
    for (const auto& schedule : ofClerk.at("schedules"))
        if (schedule.at("report") == "depreciation")
            CHECK(clerk.get(path + "/" + schedule.at("id").get<std::string>() + "/runs")
                      .json()
                      .at("runs")
                      .at(0)
                      .at("rule")
                == "books.not_posted");
    CHECK(clerk.send("DELETE", path + "/" + id, "", {}).status == 204);
    CHECK(clerk.send("DELETE", path + "/" + ofYear.json().at("id").get<std::string>(), "", {}).status == 204);
    CHECK(serve(*server.session, later + std::chrono::hours(24 * 62)).kept == 0);
}

TEST_CASE("A report on schedule is not made with rights that its maker has lost", "[api][reports]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    Session& session = *server.session;
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient auditor = server.client("auditor", Role::Auditor);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const std::string path = "/api/v1/report-schedules";
    const nlohmann::json monthly {
        {"report", "idle-list"}, {"format", "csv"}, {"period", "month"}, {"due_day", 5}};
    const std::string ofCity = section.post(path, monthly).json().at("id");
    const std::string ofUnit = clerk.post(path, monthly).json().at("id");
    auto local = ReportSchedules(session, Scope::everything()).list().at(1);
    REQUIRE(local.madeBy == "section");
    local.madeBy = "local:root";
    const auto atMachine = ReportSchedules(session, Scope::everything()).add(local);
    REQUIRE(atMachine);

    const auto set = [&](const std::string& login, std::string_view change) {
        Query query(session);
        query.add(change).add(" WHERE login = ", login).run();
    };
    const auto today = chinaDate(systemNow());
    // What came of the newest day of each, that many months from now.
    const auto served = [&](int months, unsigned day) {
        const auto month = today.year() / today.month() + std::chrono::months(months);
        const Instant now = std::chrono::sys_days(month / std::chrono::day(day)) + std::chrono::hours(2);
        (void)serveSchedules(
            session, [&] { return now; }, [] { return false; });
        std::vector<std::string> out;
        for (const std::string& id : {ofCity, ofUnit, std::to_string(atMachine->id)}) {
            const auto run = auditor.get(path + "/" + id + "/runs").json().at("runs").at(0);
            out.push_back(run.at("rule").is_null() ? run.at("state").get<std::string>()
                                                   : run.at("rule").get<std::string>());
            CHECK(run.at("kept").is_null() == (out.back() != "done"));
            CHECK(run.at("problem").is_null() == (out.back() == "done"));
        }
        return out;
    };
    using Runs = std::vector<std::string>;
    CHECK(served(2, 5) == Runs {"done", "done", "done"});
    set("section", "UPDATE account SET disabled = 1");
    set("clerk", "UPDATE account SET unit_id = 2");
    CHECK(served(3, 5) == Runs {"schedule.maker_gone", "schedule.maker_rights", "done"});
    set("section", "UPDATE account SET disabled = 0, role = 'auditor'"); // reads all, and has nothing made
    set("clerk", "UPDATE account SET role = NULL");
    CHECK(served(4, 5) == Runs {"schedule.maker_rights", "schedule.maker_rights", "done"});
    // With the rights back, what failed is made at the next turn, and is told as made up for.
    set("section", "UPDATE account SET role = 'asset_section'");
    set("clerk", "UPDATE account SET unit_id = 1, role = 'unit_clerk'");
    CHECK(served(4, 6) == Runs {"done", "done", "done"});
    const nlohmann::json ofSection = section.get(path).json();
    for (const auto& schedule : ofSection.at("schedules")) {
        const auto& runs = schedule.at("runs");
        REQUIRE(runs.size() >= 3);
        CHECK(runs.at(0) == schedule.at("last_run"));
        const bool isLocal = schedule.at("made_by") == "local:root";
        CHECK(runs.at(0).at("made_up") == !isLocal);
        CHECK(runs.at(1).at("state") == (isLocal ? "done" : "missed"));
    }
}
