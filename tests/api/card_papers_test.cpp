#include "schema/bulk/bulk.h"
#include "tests/api/desk_server.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("The value of a card is told from its acquisition to the end of its life", "[api][cards]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto curve = clerk.get("/api/v1/assets/" + DeskServer::number(1) + "/value-curve").json();
    const auto& points = curve.at("points");
    REQUIRE(points.size() == 180);
    CHECK(points.at(0).at("month") == "2024-01");
    CHECK(points.at(0).at("net_yuan") == "795.56");
    CHECK(points.at(179).at("month") == "2038-12");
    CHECK(points.at(179).at("net_yuan") == "0.00");
    CHECK(curve.at("reason").is_null());
    int marked = 0;
    for (const auto& point : points)
        if (point.contains("today")) {
            ++marked;
            CHECK(point.at("month") == curve.at("today"));
        }
    CHECK(marked == 1);
    CHECK(clerk.get("/api/v1/assets/" + DeskServer::number(4) + "/value-curve").code() == "card.not_found");
}

TEST_CASE("What a list shows comes as a table that a spreadsheet cannot be fooled with", "[api][cards]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    server.addDesk(5, 1, 1102, "=HYPERLINK(\"http://x\")");
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto table
        = clerk.get("/api/v1/assets.csv?place=R-102&columns=asset_no,name,place_name,original_yuan");
    REQUIRE(table.status == 200);
    CHECK(table.headers.at("content-type") == "text/csv; charset=utf-8");
    CHECK(table.body
        == "\xEF\xBB\xBF资产编号,资产名称,存放地点名称,原值\r\n" + DeskServer::number(2)
            + ",办公桌,会议室,800.00\r\n" + DeskServer::number(3) + ",办公桌,会议室,800.00\r\n"
            + DeskServer::number(5) + ",\"'=HYPERLINK(\"\"http://x\"\")\",会议室,800.00\r\n");
    const auto all = clerk.get("/api/v1/assets.csv").body;
    CHECK(std::count(all.begin(), all.end(), '\n') == 5); // of U003 nothing
    CHECK(clerk.send("GET", "/api/v1/assets.csv?columns=tag,net_yuan", {}, {"Accept-Language: en"})
              .body.find("Asset tag,Net value\r\n")
        != std::string::npos);
    CHECK(clerk.get("/api/v1/assets.csv?columns=asset_no,nonsense").code() == "export.column");
    CHECK(clerk.get("/api/v1/assets.csv?unit=U003").code() == "unit.not_found");
}

TEST_CASE("P8: a table of the screen has its most cards, and one more is refused", "[api][cards][limits]")
{
    DeskServer server("sqlite"); // the three of U001 are there
    const auto addDesks = [&](std::int64_t first, std::int64_t end) {
        Bulk& bulk = server.session->bulk();
        BulkTransaction piece(bulk);
        const auto cards = bulk.writer("asset",
            "id, asset_no, unit_id, using_unit_id, card_kind, class_edition, class_code, name, quantity, acquired_on, "
            "acquisition_method, use_state");
        const auto values = bulk.writer("asset_value",
            "asset_id, original_fen, life_months, depreciation_base_fen, depreciation_from, depreciation_months, "
            "depreciation_opening_fen");
        for (std::int64_t id = first; id < end; ++id) {
            const std::string number = DeskServer::number(id); // until the row is written
            cards->integer(id);
            cards->text(number);
            cards->integer(1);
            cards->integer(1);
            for (const char* text : {"furniture", "2022", "A05010201", "办公桌"})
                cards->text(text);
            cards->integer(1);
            for (const char* text : {"2024-01-05", "purchase", "in_use"})
                cards->text(text);
            cards->endRow();
        }
        cards->flush();
        for (std::int64_t id = first; id < end; ++id) {
            values->integer(id);
            values->integer(80'000);
            for (int field = 0; field < 5; ++field)
                values->integer(0);
            values->endRow();
        }
        values->flush();
        piece.commit();
    };
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    addDesks(10, 10 + 20'000 - 3);
    const auto most = clerk.get("/api/v1/assets.csv?columns=asset_no");
    REQUIRE(most.status == 200);
    CHECK(std::count(most.body.begin(), most.body.end(), '\n') == 20'001);
    addDesks(10 + 20'000 - 3, 10 + 20'000 - 2);
    CHECK(clerk.get("/api/v1/assets.csv?columns=asset_no").code() == "export.too_many");
}
