#include "tests/api/api_server.h"
#include "tests/contract/small_space.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

/// The floor B-1-F1 with R-101 of U001 and R-201 of U002.
struct PlanServer : ApiServer {
    explicit PlanServer(const std::string& backEnd)
        : ApiServer(backEnd)
    {
        const auto session = this->backEnd().connect();
        fillSmallRegistry(*session);
        fillSmallSpace(*session);
        insertRow(*session, "place",
            {{"id", std::int64_t {1010}}, {"code", std::string("B-1-F1")}, {"kind", std::string("floor")},
                {"name", std::string("一层")}, {"parent_id", std::int64_t {1000}}});
        Query(*session).add("UPDATE place SET parent_id = 1010 WHERE code IN ('R-101', 'R-201')").run();
    }
};

constexpr const char* kFloorPlan = "/api/v1/space/floors/B-1-F1/plan";
const std::string kFloorSvg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">
<rect x="5" y="5" width="50" height="50" fill="none" stroke="black"/></svg>)";

HttpReply sendPlan(const HttpClient& client, const std::string& bytes, int seen)
{
    return client.send("PUT", kFloorPlan, bytes, {"If-Match: \"" + std::to_string(seen) + "\""});
}

HttpReply sendMarks(const HttpClient& client, const json& marks, int seen)
{
    return client.send("PUT", std::string(kFloorPlan) + "/marks", json {{"marks", marks}}.dump(),
        {"Content-Type: application/json", "If-Match: \"" + std::to_string(seen) + "\""});
}

} // namespace

TEST_CASE(
    "A plan goes through the API: drawn, marked, seen in the picture, printed and removed", "[api][plans]")
{
    PlanServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient bureau = server.client("bureau", Role::SpaceSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {2});
    const HttpClient stranger = server.client("stranger", Role::UnitClerk, UnitId {3});

    const auto none = bureau.get(kFloorPlan);
    CHECK(none.json().at("plan").is_null());
    CHECK(none.json().at("revision") == 0);
    CHECK(bureau.get(std::string(kFloorPlan) + ".png").code() == "space.no_plan");
    CHECK(bureau.send("PUT", kFloorPlan, kFloorSvg, {}).status == 428);
    const auto drawn = sendPlan(bureau, kFloorSvg, 0);
    REQUIRE(drawn.status == 200);
    CHECK(drawn.json().at("plan").at("width") == 2400);
    CHECK(drawn.json().at("drawn_by") == "bureau");
    CHECK(drawn.headers.at("etag") == "\"1\"");
    const auto late = sendPlan(bureau, kFloorSvg, 0);
    CHECK(late.status == 409);
    CHECK(late.json().at("current").at("revision") == 1);
    CHECK(sendPlan(bureau, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", 1).code()
        == "space.svg_active");
    CHECK(sendPlan(bureau, "", 1).code() == "attachment.empty");

    const json marks {{{"room", "R-101"}, {"corners", {{100, 100}, {1100, 1100}}}},
        {{"room", "R-201"}, {"corners", {{1200, 100}, {2300, 100}, {2300, 1100}}}}};
    REQUIRE(sendMarks(bureau, marks, 1).status == 200);
    CHECK(sendMarks(bureau, marks, 1).status == 409);
    const auto refusal = [&](const json& wrong) { return sendMarks(bureau, wrong, 2).code(); };
    CHECK(refusal({{{"room", "R-301"}, {"corners", {{0, 0}, {9, 9}}}}}) == "space.mark_room");
    CHECK(refusal({{{"room", "R-101"}, {"corners", {{0, 0}, {2401, 9}}}}}) == "space.mark_outside");
    CHECK(refusal({{{"room", "R-101"}, {"corners", {{0, 0}, {9.5, 9}}}}}) == "space.mark_form");
    CHECK(refusal({{{"room", "R-101"}, {"corners", {0, 9}}}}) == "space.mark_form");
    CHECK(refusal({{{"room", "R-101"}, {"corners", {{0, 0}, {9, 9}}}, {"colour", "red"}}})
        == "space.mark_form");
    CHECK(refusal({"R-101"}) == "space.mark_form");

    // A unit sees the drawing of its floor and its own rooms on it; who has no room there sees none.
    const auto own = clerk.get(kFloorPlan).json();
    REQUIRE(own.at("marks").size() == 1);
    CHECK(own.at("marks").at(0).at("room") == "R-201");
    const auto png = clerk.get(std::string(kFloorPlan) + ".png");
    CHECK(png.headers.at("content-type") == "image/png");
    CHECK(png.body.starts_with("\x89PNG"));
    CHECK(sendMarks(clerk, json::array(), 2).status == 403);
    CHECK(sendPlan(clerk, kFloorSvg, 2).status == 403);
    CHECK(stranger.get(kFloorPlan).code() == "space.floor_not_found");
    CHECK(stranger.get(std::string(kFloorPlan) + ".png").status == 404);
    CHECK(stranger.get("/api/v1/attachments/" + own.at("plan").at("hash").get<std::string>()).status == 404);

    const auto picture = bureau.get("/api/v1/space/buildings/B-1/picture").json();
    const auto& floor = picture.at("floors").at(0);
    CHECK(floor.at("plan").at("revision") == 2);
    CHECK(floor.at("rooms").at(0).at("mark").size() == 4);
    CHECK(picture.at("floors").at(1).at("plan").is_null());
    const auto pdf = bureau.get("/api/v1/space/buildings/B-1/picture.pdf");
    CHECK(pdf.body.starts_with("%PDF"));

    CHECK(bureau.send("DELETE", kFloorPlan, "", {"If-Match: \"1\""}).status == 409);
    CHECK(bureau.send("DELETE", kFloorPlan, "", {"If-Match: \"2\""}).json().at("plan").is_null());
    CHECK(bureau.get("/api/v1/space/buildings/B-1/picture")
              .json()
              .at("floors")
              .at(0)
              .at("rooms")
              .at(0)
              .at("mark")
              .is_null());
    CHECK(pdf.body.size()
        > bureau.get("/api/v1/space/buildings/B-1/picture.pdf").body.size()); // without its drawing
}
