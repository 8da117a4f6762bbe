#include "tests/api/desk_server.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

/// Four desks of 800.00 over 180 months since 2024-01: three of U001, one of U003.
struct BookServer : DeskServer {
    using DeskServer::DeskServer;

    void addLedger(std::int64_t unit, std::int64_t month, const std::string& account, std::int64_t fen)
    {
        insertRow(*session, "ledger_balance",
            {{"id", session->newId()}, {"unit_id", unit}, {"month", month}, {"account", account},
                {"class_code", std::string()}, {"balance_fen", fen}});
    }
};

const Json kThrough {{"through", "2026-02"}, {"opening", "2025-12"}};

} // namespace

TEST_CASE("Finance previews and posts its months, and sees lines, classes and the voucher", "[api][books]")
{
    BookServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient finance = server.client("finance", Role::Finance, UnitId {1});
    const HttpClient other = server.client("other", Role::UnitClerk, UnitId {3});
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    CHECK(officer.post("/api/v1/depreciation", kThrough).status == 403);
    CHECK(finance.get("/api/v1/units/U001/depreciation/2026-01").code() == "books.not_posted");
    CHECK(finance.post("/api/v1/depreciation", {{"through", "2026-13"}}).status == 400);

    const auto plan = finance.post("/api/v1/depreciation/preview", kThrough).json().at("units");
    REQUIRE(plan.size() == 1);
    CHECK(plan[0].at("unit") == "U001");
    CHECK(plan[0].at("from") == "2026-01");
    CHECK(plan[0].at("opens") == true);
    CHECK(finance.get("/api/v1/units/U001/depreciation").json().at("months").empty());

    const auto posted = finance.post("/api/v1/depreciation", kThrough);
    REQUIRE(posted.status == 200);
    CHECK(posted.json().at("posted") == 2);
    CHECK(posted.json().at("ties") == true);
    CHECK(posted.json().at("months").at(0).at("unit") == "U001");
    CHECK(finance.post("/api/v1/depreciation", kThrough).json().at("posted") == 0);

    const auto months = finance.get("/api/v1/units/U001/depreciation?limit=1").json();
    CHECK(months.at("months").at(0).at("month") == "2026-02");
    CHECK(months.at("months").at(0).at("posted_by") == "finance");
    CHECK(finance.get("/api/v1/units/U001/depreciation?after=2026-02").json().at("months").at(0).at("month")
        == "2026-01");
    const auto month = officer.get("/api/v1/units/U001/depreciation/2026-02").json();
    CHECK(month.at("cards") == 3);
    CHECK(month.at("taken_yuan") == "13.32");
    CHECK(month.at("accumulated_yuan") == "346.32");
    CHECK(month.at("classes").at(0).at("class_code") == "A05010201");
    REQUIRE(month.at("voucher").size() == 1);
    CHECK(month.at("voucher")[0].at("debit").at("account") == "5001");
    CHECK(month.at("voucher")[0].at("credit").at("account") == "1602");
    CHECK(month.at("voucher")[0].at("amount_yuan") == "13.32");
    CHECK(other.get("/api/v1/units/U001/depreciation/2026-02").status == 404);

    // Totals are of all departments together; lines are of one each.
    Query(*server.session).add("UPDATE asset SET department_id = ", std::int64_t {11}).add(" WHERE id = 1").run();
    const HttpClient department = server.client("dept11", Role::DepartmentClerk, UnitId {1}, DepartmentId {11});
    const auto own = department.get("/api/v1/units/U001/depreciation/2026-02/lines").json().at("lines");
    REQUIRE(own.size() == 1);
    CHECK(own.at(0).at("asset_no") == server.number(1));
    for (const std::string path : {"/units/U001/depreciation", "/units/U001/depreciation/2026-02",
             "/units/U001/reconciliation/2026-02", "/reconciliations?month=2026-02", "/reports/movements?month=2026-02",
             "/reports/reconciliation?month=2026-02"})
        CHECK(department.get("/api/v1" + path).code() == "access.forbidden");
    const auto report = department.get("/api/v1/reports/depreciation?month=2026-02");
    CHECK(report.status == 200);
    CHECK(report.body.find(server.number(1)) != std::string::npos);
    CHECK(report.body.find("记账") == std::string::npos);

    std::vector<std::string> numbers;
    for (std::string after;;) {
        const auto page
            = finance.get("/api/v1/units/U001/depreciation/2026-02/lines?limit=2&after=" + after).json();
        for (const auto& line : page.at("lines")) {
            numbers.push_back(line.at("asset_no"));
            CHECK(line.at("taken_yuan") == "4.44");
            CHECK(line.at("months_taken") == 26);
        }
        if (page.at("next").is_null())
            break;
        after = page.at("next");
    }
    CHECK(numbers == std::vector {server.number(1), server.number(2), server.number(3)});
    const std::string key = month.at("classes").at(0).at("class_key");
    CHECK(finance.get("/api/v1/units/U001/depreciation/2026-02/lines?class_key=" + key).json().at("lines").size()
        == 3);
    CHECK(finance.get("/api/v1/units/U001/depreciation/2026-02/lines?class_key=1").json().at("lines").empty());
    CHECK(other.post("/api/v1/depreciation", kThrough).json().at("months").at(0).at("unit") == "U003");
}

TEST_CASE("A reconciliation fails until every difference has its reason, line by line", "[api][books]")
{
    BookServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient finance = server.client("finance", Role::Finance, UnitId {1});
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient other = server.client("other", Role::Finance, UnitId {3});
    const HttpClient auditor = server.client("auditor", Role::Auditor);
    const std::string path = "/api/v1/units/U001/reconciliation/2026-01";
    CHECK(finance.get(path).code() == "books.not_posted");
    REQUIRE(finance.post("/api/v1/depreciation", kThrough).json().at("posted") == 2);
    // One desk of 800.00 is in the ledger and in no card.
    server.addLedger(1, 2026 * 12, "1601", 320'000);
    server.addLedger(1, 2026 * 12, "1602", 333'00);

    const auto before = finance.get(path).json();
    CHECK(before.at("passes") == false);
    CHECK(before.at("unexplained") == 1);
    const auto lineOf = [](const Json& table, const std::string& account) {
        for (const auto& line : table.at("lines"))
            if (line.at("account") == account && !line.at("ledger_yuan").is_null())
                return line;
        return Json();
    };
    const Json line = lineOf(before, "1601");
    CHECK(line.at("differences").at("a-c") == "800.00");
    CHECK(line.at("unexplained").at("a-c") == "800.00");
    CHECK(auditor.get("/api/v1/reconciliations?month=2026-01").json().at("units").at(0).at("unexplained") == 1);
    CHECK(other.get("/api/v1/reconciliations?month=2026-01").json().at("units").empty());

    Json item {{"side", "a-c"}, {"account", "1601"}, {"amount", "800.00"}, {"reason", "other"}};
    CHECK(clerk.post(path + "/items", item).code() == "reconcile.needs_note");
    CHECK(auditor.post(path + "/items", item).status == 403);
    CHECK(other.post(path + "/items", item).status == 404);
    item["reason"] = "booked_without_card";
    std::string id;
    for (int again = 0; again < 2; ++again) {
        const auto made = clerk.send("POST", path + "/items", item.dump(),
            {"Content-Type: application/json", "Idempotency-Key: reason-0123456789"});
        REQUIRE(made.status == 201);
        id = made.json().at("id");
    }
    const auto after = finance.get(path).json();
    CHECK(after.at("passes") == true);
    const Json explained = lineOf(after, "1601");
    REQUIRE(explained.at("items").size() == 1);
    CHECK(explained.at("items")[0].at("reason") == "booked_without_card");
    CHECK(explained.at("items")[0].at("actor") == "clerk");
    CHECK(finance.send("DELETE", "/api/v1/units/U001/reconciliation/2026-02/items/" + id, "", {}).code()
        == "reconcile.no_item");
    CHECK(other.send("DELETE", path + "/items/" + id, "", {}).status == 404);
    CHECK(finance.send("DELETE", path + "/items/" + id, "", {}).status == 204);
    CHECK(finance.get(path).json().at("passes") == false);
    CHECK(finance.get("/api/v1/reconciliation-choices").json().at("reasons").size() == 11);
}

TEST_CASE("What came and went between two posted months is told by class and ties", "[api][books]")
{
    BookServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient finance = server.client("finance", Role::Finance, UnitId {1});
    const HttpClient other = server.client("other", Role::Finance, UnitId {3});
    const std::string path = "/api/v1/units/U001/movements/2026-02";
    CHECK(finance.get(path).code() == "books.not_posted");
    REQUIRE(finance.post("/api/v1/depreciation", {{"through", "2026-01"}, {"opening", "2025-12"}}).status == 200);
    server.addDesk(5, 1, 1101);
    Query(*server.session).add("UPDATE asset SET use_state = 'written_off' WHERE id = ", std::int64_t {1}).run();
    for (const std::int64_t changed : {5, 1}) // as whoever writes a card tells the books
        insertRow(*server.session, "book_stale", {{"asset_id", changed}, {"revision", std::int64_t {0}}});
    REQUIRE(finance.post("/api/v1/depreciation", {{"through", "2026-02"}}).status == 200);

    const auto told = finance.get(path).json();
    CHECK(told.at("ties") == true);
    REQUIRE(told.at("classes").size() == 1);
    const auto& furniture = told.at("classes")[0];
    CHECK(furniture.at("class_code") == "A05000000");
    CHECK(furniture.at("opening").at("quantity") == 3);
    CHECK(furniture.at("opening").at("original_yuan") == "2400.00");
    CHECK(furniture.at("moved").at("purchase").at("quantity") == 1);
    CHECK(furniture.at("moved").at("other_decrease").at("original_yuan") == "800.00");
    CHECK(furniture.at("moved").size() == 2);
    CHECK(furniture.at("closing").at("quantity") == 3);
    CHECK(finance.get(path + "?from=2026-13").status == 400);
    CHECK(finance.get(path + "?from=2026-03").code() == "report.months");
    CHECK(other.get(path).status == 404);
}

TEST_CASE("A move of more than a fifth over a year is an open point until its unit says why", "[api][books]")
{
    BookServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient finance = server.client("finance", Role::Finance, UnitId {1});
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    server.addDesk(5, 1, 1101, "会议桌");
    Query(*server.session)
        .add("UPDATE asset SET booked_on = '2025-05-06', acquired_on = '2025-05-05' WHERE id = 5")
        .run();
    Query(*server.session)
        .add("UPDATE asset_value SET depreciation_from = 24304 WHERE asset_id = 5")
        .run(); // 2025-05
    const std::string path = "/api/v1/yearly-moves/2025";
    CHECK(finance.get(path + "?unit=U001").code() == "books.not_posted");
    REQUIRE(
        section.post("/api/v1/depreciation", {{"through", "2025-12"}, {"opening", "2024-12"}}).status == 200);
    const auto explained = [&](const HttpClient& client, const Json& body) {
        return client.send("PUT", path, body.dump(), {"Content-Type: application/json"});
    };
    const auto open = finance.get(path + "?unit=U001").json();
    CAPTURE(open.dump());
    CHECK(open.at("limit_percent") == 20);
    REQUIRE(open.at("open") == 1);
    CHECK(open.at("moves").at(0).at("class") == "A05000000");
    CHECK(open.at("moves").at(0).at("reason").is_null());
    CHECK(section.get("/api/v1/reports/yearly?year=2025&unit=U001").json().at("checks_hold") == false);

    const Json reason {{"unit", "U001"}, {"class", "A05000000"}, {"reason", " 新建会议室 "}};
    CHECK(explained(officer, reason).status == 403);
    CHECK(explained(finance, reason).status == 204);
    CHECK(explained(finance, {{"class", "A05000000"}, {"reason", "x"}}).status == 403); // of the city
    CHECK(explained(finance, {{"unit", "U003"}, {"class", "A05000000"}, {"reason", "x"}}).code()
        == "unit.not_found");
    CHECK(explained(finance, {{"unit", "U001"}, {"class", "A99000000"}, {"reason", "x"}}).code()
        == "books.no_move");
    const auto closed = officer.get(path + "?unit=U001").json();
    CHECK(closed.at("open") == 0);
    CHECK(closed.at("moves").at(0).at("reason") == "新建会议室");
    CHECK(closed.at("moves").at(0).at("entered_by") == "finance");
    const auto report = section.get("/api/v1/reports/yearly?year=2025&unit=U001").json();
    CHECK(report.at("checks_hold") == true);
    CHECK(report.at("rows").at(0).at("cells").back() == "新建会议室");

    CHECK(explained(finance, {{"unit", "U001"}, {"class", "A05000000"}, {"reason", ""}}).status == 204);
    CHECK(explained(finance, {{"unit", "U001"}, {"class", "A05000000"}, {"reason", ""}}).code()
        == "books.no_reason");
    CHECK(finance.get(path + "?unit=U001").json().at("open") == 1);
}
