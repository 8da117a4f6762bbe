#include "tests/api/desk_server.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

TEST_CASE("What somebody has is listed until it is given back, and a unit sees who holds what", "[api][holdings]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    Query(*server.session).add("UPDATE asset SET user_id = 101, keeper_id = 101 WHERE id = 1").run();
    Query(*server.session).add("UPDATE asset SET keeper_id = 102 WHERE id = 2").run();
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const HttpClient other = server.client("other", Role::UnitClerk, UnitId {3});
    const auto held = clerk.get("/api/v1/people/P101/holdings");
    REQUIRE(held.status == 200);
    CHECK(held.json().at("outstanding") == 1);
    CHECK(held.json().at("assets").at(0).at("asset_no") == server.number(1));
    CHECK(held.json().at("assets").at(0).at("uses") == true);
    CHECK(held.json().at("assets").at(0).at("keeps") == true);
    CHECK(other.get("/api/v1/people/P101/holdings").code() == "person.not_found");
    CHECK(clerk.get("/api/v1/people/P301/holdings").status == 404);

    const auto unit = clerk.get("/api/v1/units/U001/outstanding").json();
    REQUIRE(unit.at("people").size() == 2);
    CHECK(unit.at("people")[0].at("code") == "P101");
    CHECK(unit.at("people")[0].at("assets") == 1);
    CHECK(unit.at("people")[1].at("original_yuan") == "800.00");
    CHECK(unit.at("outstanding") == 0); // both are in post, and no document is open
    CHECK(other.get("/api/v1/units/U001/outstanding").status == 404);

    const auto draft
        = clerk.post("/api/v1/documents", {{"kind", "disposal"}, {"method", "scrap"}, {"unit", "U001"}});
    REQUIRE(draft.status == 201);
    Query(*server.session).add("UPDATE person SET in_post = 0 WHERE id = 102").run();
    const auto after = clerk.get("/api/v1/units/U001/outstanding").json();
    CHECK(after.at("outstanding") == 2);
    CHECK(after.at("documents").at(0).at("no") == draft.json().at("no"));
}

TEST_CASE("A reform is previewed whole, done once for one key, and refused while something is open",
    "[api][reform]")
{
    DeskServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {3});
    const Json order {{"kind", "merge"}, {"unit", "U003"}, {"successor", "U001"},
        {"paper_no", "怀编〔2026〕2号"}, {"on", "2026-01-15"}};
    CHECK(clerk.post("/api/v1/unit-reforms", order).status == 403);
    const auto draft
        = clerk.post("/api/v1/documents", {{"kind", "disposal"}, {"method", "scrap"}, {"unit", "U003"}});
    REQUIRE(draft.status == 201);
    const auto stopped = section.post("/api/v1/unit-reforms/preview", order).json();
    CHECK(stopped.at("cards") == 1);
    CHECK(stopped.at("people") == 1);
    CHECK(stopped.at("original_yuan") == "800.00");
    CHECK(stopped.at("accounts").at(0) == "clerk");
    REQUIRE(stopped.at("problems").size() == 1);
    CHECK(stopped.at("problems")[0].at("rule") == "unit.open_document");
    CHECK(section.post("/api/v1/unit-reforms", order).code() == "unit.open_document");

    const std::string path = "/api/v1/documents/" + draft.json().at("no").get<std::string>() + "/withdrawal";
    REQUIRE(clerk
                .send("POST", path, Json {{"opinion", "不再需要"}}.dump(),
                    {"Content-Type: application/json", "If-Match: \"1\""})
                .status
        == 200);
    CHECK(section.post("/api/v1/unit-reforms/preview", order).json().at("problems").empty());
    for (int again = 0; again < 2; ++again) {
        const auto done = section.send("POST", "/api/v1/unit-reforms", order.dump(),
            {"Content-Type: application/json", "Idempotency-Key: reform-0123456789"});
        REQUIRE(done.status == 201);
        CHECK(done.json().at("cards") == 1);
    }
    CHECK(section.get("/api/v1/assets/" + server.number(4)).json().at("unit") == "U001");
    CHECK(section.post("/api/v1/unit-reforms", order).code() == "unit.ended");
    CHECK(section.post("/api/v1/unit-reforms", {{"kind", "nonsense"}, {"unit", "U001"}, {"paper_no", "x"}})
              .code()
        == "unit.reform_kind");
    CHECK(section
              .post("/api/v1/unit-reforms",
                  {{"kind", "rename"}, {"unit", "U001"}, {"new_name", "新局"}, {"paper_no", "x"}})
              .status
        == 201);
    CHECK(section.get("/api/v1/units/U001").json().at("name") == "新局");
}

TEST_CASE("P8: a text that the registry has no room for is told as that, and nothing of it is stored",
    "[api][reform]")
{
    DeskServer server("mariadb");
    const HttpClient section = server.client("section", Role::AssetSection);
    Json order {{"kind", "rename"}, {"unit", "U003"}, {"new_name", manyCharacters(201)},
        {"paper_no", "怀编〔2026〕2号"}, {"on", "2026-01-15"}};
    const auto refused = section.post("/api/v1/unit-reforms", order);
    CHECK(refused.status == 400);
    CHECK(refused.code() == "text.no_room");
    order["new_name"] = manyCharacters(200); // as many as the column takes, and nothing was left half done
    CHECK(section.post("/api/v1/unit-reforms", order).status == 201);
}
