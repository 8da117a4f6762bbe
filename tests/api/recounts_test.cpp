#include "tests/api/api_server.h"
#include "tests/api/small_count.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

const std::string kSheet = "/api/v1/tasks/QC/sheets/U001";

/// A server over the small registry whose U001 has 30 desks in room R-101, counted as match and signed.
struct SignedCount : ApiServer {
    explicit SignedCount(const std::string& backEndName)
        : ApiServer(backEndName)
        , session(backEnd().connect())
    {
        fillSmallRegistry(*session);
        for (std::int64_t id = 500; id < 530; ++id)
            addDesk(id);
        freezeSmallCount(*session);
    }
    void addDesk(std::int64_t id)
    {
        insertRow(*session, "asset",
            {{"id", id}, {"asset_no", number(id)}, {"unit_id", std::int64_t {1}},
                {"using_unit_id", std::int64_t {1}}, {"place_id", std::int64_t {1101}},
                {"card_kind", std::string("furniture")}, {"class_edition", std::string("2022")},
                {"class_code", std::string("A05010201")}, {"name", std::string("办公桌")},
                {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2024-01-05")},
                {"acquisition_method", std::string("purchase")}, {"use_state", std::string("in_use")}});
        insertRow(*session, "asset_value",
            {{"asset_id", id}, {"original_fen", std::int64_t {80'000}}, {"life_months", std::int64_t {180}},
                {"depreciation_base_fen", std::int64_t {80'000}},
                {"depreciation_from", std::int64_t {2024 * 12}}, {"depreciation_months", std::int64_t {180}},
                {"depreciation_opening_fen", std::int64_t {0}}});
    }
    static std::string number(std::int64_t id) { return "TY2024000" + std::to_string(id); }
    void sign()
    {
        SociInventoryStore store(*session, Scope::everything());
        InventoryService service(store, systemNow);
        const std::string unit = "U001";
        REQUIRE(service.advance("QC", SheetState::UnitChecked, {&unit, 1}, "", [](auto, auto) {}));
    }

    std::unique_ptr<Session> session;
};

HttpReply answer(const HttpClient& client, const std::string& target, const Json& body)
{
    return client.send("PUT", target, body.dump(), {"Content-Type: application/json"});
}

} // namespace

TEST_CASE("The bureau looks at a random sample and says how sure it is", "[api][recount]")
{
    SignedCount server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    CHECK(section.post(kSheet + "/recounts", Json::object()).code() == "recount.state");
    server.sign();
    CHECK(officer.get(kSheet).json().at("recount") == "none");
    CHECK(officer.post(kSheet + "/recounts", Json::object()).code() == "access.forbidden");

    const auto drawn = section.post(kSheet + "/recounts", {{"size", 4}});
    REQUIRE(drawn.status == 201);
    const auto recount = drawn.json();
    CHECK(recount.at("size") == 4);
    CHECK(recount.at("sheet_lines") == 30);
    CHECK(recount.at("confidence_percent") == "95.00");
    CHECK(recount.at("complete") == false);
    CHECK(recount.at("most_wrong").at("lines") == 30);
    CHECK(recount.at("most_wrong").at("percent") == "100.00");
    CHECK(section.post(kSheet + "/recounts", {{"size", 4}}).code() == "recount.open");
    CHECK(officer.get(kSheet).json().at("recount") == "open");

    const std::string path = kSheet + "/recounts/" + recount.at("recount").get<std::string>();
    const auto lines = officer.get(path).json().at("lines");
    REQUIRE(lines.size() == 4);
    CHECK(lines.at(0).at("name") == "办公桌");
    CHECK(lines.at(0).at("place") == "R-101");
    CHECK(lines.at(0).at("place_name") == "档案室");
    CHECK(lines.at(0).at("result") == "shortage"); // nobody had seen it
    CHECK(lines.at(0).at("outcome").is_null());
    const auto line
        = [&](std::size_t i) { return path + "/lines/" + lines.at(i).at("asset_no").get<std::string>(); };
    CHECK(answer(officer, line(0), {{"outcome", "agrees"}}).code() == "access.forbidden");
    CHECK(answer(section, line(0), {{"outcome", "nonsense"}}).code() == "recount.outcome");
    CHECK(answer(section, line(0), {{"outcome", "agrees"}, {"note", manyCharacters(501)}}).code()
        == "text.too_long");
    REQUIRE(answer(section, line(0), {{"outcome", "wrong_result"}, {"note", "实物在会议室"}}).status == 200);
    for (std::size_t i = 1; i < 4; ++i)
        REQUIRE(
            answer(section, line(i), {{"outcome", "agrees"}, {"note", manyCharacters(500)}}).status == 200);

    const auto all = officer.get(kSheet + "/recounts").json().at("recounts");
    REQUIRE(all.size() == 1);
    CHECK(all.at(0).at("complete") == true);
    CHECK(all.at(0).at("wrong") == 1);
    CHECK(all.at(0).at("most_wrong") == all.at(0).at("most_wrong_if_rest_agrees"));
    CHECK(all.at(0).at("created_by") == "section");
    CHECK(officer.get(path).json().at("lines").at(0).at("note") == "实物在会议室");
    for (const std::string& target :
        {std::string("/api/v1/tasks/QC/sheets"), std::string("/api/v1/tasks/QC/progress")})
        CHECK(section.get(target).body.find(R"("recount":"complete")") != std::string::npos);
    CHECK(section.get(kSheet).json().at("recount") == "complete");
    CHECK(section.get(kSheet + "/recounts/12x").code() == "recount.not_found");
}

TEST_CASE("A draw that was sent twice is drawn once", "[api][recount]")
{
    SignedCount server("sqlite");
    server.sign();
    const HttpClient section = server.client("section", Role::AssetSection);
    const auto draw = [&] {
        return section.send("POST", kSheet + "/recounts", "{}",
            {"Content-Type: application/json", "Idempotency-Key: draw-1"});
    };
    const auto first = draw();
    REQUIRE(first.status == 201);
    CHECK(draw().body == first.body);
    CHECK(section.get(kSheet + "/recounts").json().at("recounts").size() == 1);
    // 30 lines are few: 23 have to be seen before 5 % can be said.
    CHECK(first.json().at("size") == 23);
}
