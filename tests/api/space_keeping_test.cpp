// What the bureau keeps of office space: new rooms, posts by rank, the yearly publication, papers of
// buildings.
#include "schema/audit/audit_trail.h"
#include "tests/api/api_server.h"
#include "tests/contract/small_space.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

struct SpaceServer : ApiServer {
    explicit SpaceServer(const std::string& backEnd)
        : ApiServer(backEnd)
    {
        const auto session = this->backEnd().connect();
        fillSmallRegistry(*session);
        fillSmallSpace(*session);
    }
};

HttpReply post(const HttpClient& client, const std::string& path, const json& body)
{
    return client.send("POST", "/api/v1" + path, body.dump(), {"Content-Type: application/json"});
}

/// What the trail says of the last change.
AuditEntry lastEntry(ApiServer& server)
{
    const auto session = server.backEnd().connect();
    return auditEntries(*session, {}, 1).at(0);
}

} // namespace

TEST_CASE("The space section enters a room, and nobody else does", "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::SpaceSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const json room {
        {"room", "Z-9"}, {"name", "九号房"}, {"parent", "B-1"}, {"kind", "office"}, {"usable_m2", "18.5"}};
    CHECK(post(clerk, "/space/rooms", room).status == 403);
    const auto entered = post(section, "/space/rooms", room);
    REQUIRE(entered.status == 201);
    CHECK(entered.json().at("usable_m2") == "18.50");
    CHECK(entered.json().at("state") == "available");
    CHECK(lastEntry(server).action == AuditAction::EnterRoom);
    CHECK(lastEntry(server).actor == "section");
    CHECK(post(section, "/space/rooms", room).code() == "space.room_exists");
    const auto refusal = [&](const char* field, const char* value) {
        json wrong = room;
        wrong["room"] = "Z-10";
        wrong[field] = value;
        return post(section, "/space/rooms", wrong).code();
    };
    CHECK(refusal("parent", "nowhere") == "place.not_found");
    CHECK(refusal("parent", "R-101") == "place.parent_kind");
    CHECK(refusal("usable_m2", "0") == "space.room_area");
    CHECK(refusal("toilet_m2", "19") == "room.parts_exceed");
    CHECK(refusal("name", "") == "space.room_code");
    json waiting = room;
    waiting["room"] = "Z-10";
    waiting["state"] = "unregistered";
    CHECK(post(section, "/space/rooms", waiting).status == 201);
    CHECK(section.get("/api/v1/space/rooms/Z-10").json().at("state") == "unregistered");
}

TEST_CASE("The space section puts a room right, and nobody else does", "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::SpaceSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const json repair {{"state", "repair"}, {"usable_m2", "21.4"}, {"reason", "屋面漏水"}};
    CHECK(post(clerk, "/space/rooms/R-101/change", repair).status == 403);
    CHECK(post(section, "/space/rooms/R-101/change", {{"state", "repair"}}).status == 400);
    const auto done = post(section, "/space/rooms/R-101/change", repair);
    REQUIRE(done.status == 200);
    CHECK(done.json().at("state") == "repair");
    CHECK(lastEntry(server).action == AuditAction::ChangeRoom);
    CHECK(lastEntry(server).actor == "section");
    const json changes = section.get("/api/v1/space/rooms/R-101").json().at("story").at("changes");
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].at("became") == "21.40");
    CHECK(changes[1].at("reason") == "屋面漏水");
    CHECK(post(section, "/space/rooms/R-101/change", {{"state", "broken"}, {"reason", "x"}}).code()
        == "space.state");
    CHECK(post(section, "/space/rooms/R-101/change", {{"state", "removed"}, {"reason", "x"}}).code()
        == "space.state_held");
    CHECK(post(section, "/space/rooms/none/change", repair).status == 404);
}

TEST_CASE("A use certificate is printed with the rooms that are still held by it", "[api][space]")
{
    SpaceServer server("sqlite");
    const HttpClient section = server.client("section", Role::SpaceSection);
    const auto form = [&](const char* no) {
        return section.get("/api/v1/space/use-certificates/" + std::string(no) + "/form.pdf");
    };
    CHECK(form("凭2022-1").body.starts_with("%PDF-"));
    CHECK(form("凭2019-1").code() == "space.certificate_over"); // all of it was given back
    CHECK(form("凭0").code() == "space.no_certificate");
    const auto listed = [&](const char* unit) {
        return section.get(std::string("/api/v1/space/units/") + unit + "/use-certificates")
            .json()
            .at("certificates");
    };
    REQUIRE(listed("U002").size() == 1);
    CHECK(listed("U002")[0].at("current") == true);
    CHECK(listed("U003")[0].at("rooms") == 0);
    {
        const auto session = server.backEnd().connect();
        insertRow(*session, "use_certificate_reissue",
            {{"old_no", std::string("凭2022-1")}, {"new_no", std::string("凭2026-1")},
                {"issued_on", std::string("2026-01-05")}, {"current_no", std::string("凭2026-1")},
                {"current_on", std::string("2026-01-05")}, {"unit_id", std::int64_t {2}},
                {"ground", std::string("worn")}});
    }
    CHECK(form("凭2022-1").code() == "space.certificate_replaced");
    CHECK(form("凭2026-1").body.starts_with("%PDF-"));
    CHECK(listed("U002").size() == 2);
    const json room = section.get("/api/v1/space/rooms/R-101").json();
    CHECK(room.at("use_certificate") == "凭2026-1");
    CHECK(room.at("story").at("holds")[0].at("certificate_no") == "凭2022-1"); // it was given by this one
    CHECK(room.at("story").at("holds")[0].at("current_no") == "凭2026-1");
}

TEST_CASE("Posts by rank and the yearly publication go through the API", "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::SpaceSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    const auto unit = section.get("/api/v1/space/units/U001").json();
    const std::int64_t posts = unit.at("posts_established");
    const auto set = [&](const HttpClient& who, std::int64_t leaders) {
        return post(who, "/space/units/U001/posts",
            {{"posts",
                {{{"rank", "正局(处)级"}, {"posts", leaders}},
                    {{"rank", "局(处)级以下"}, {"posts", posts - 1}}}}});
    };
    CHECK(set(section, 2).code() == "space.posts");
    REQUIRE(set(clerk, 1).status == 200);
    CHECK(lastEntry(server).action == AuditAction::SetPosts);
    CHECK(post(section, "/space/units/U001/posts", {{"posts", {1}}}).code() == "request.type");

    CHECK(clerk.get("/api/v1/space/publication").json().at("units").empty());
    const auto held = section.get("/api/v1/space/publication").json().at("units");
    REQUIRE(held.size() == 1);
    CHECK(held[0].at("published") == 0);
    CHECK(post(clerk, "/space/publication", json::object()).status == 403);
    CHECK(post(section, "/space/publication", {{"on", "9999-01-01"}}).code() == "space.published_on");
    CHECK(post(section, "/space/publication", json::object()).json().at("published") == 1);
    CHECK(lastEntry(server).action == AuditAction::PublishSpace);
    CHECK(section.get("/api/v1/space/publication").json().at("units")[0].at("published") == 1);
    CHECK(post(section, "/space/publication", json::object()).json().at("published") == 0); // once a year
}

TEST_CASE("What cannot be registered is filed, and told apart", "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::SpaceSection);
    const auto building = [&] {
        const json all = section.get("/api/v1/title-buildings").json();
        for (const json& one : all.at("buildings"))
            if (one.at("building") == "B-1")
                return one;
        return json();
    };
    CHECK(building().at("standing") == "registered");
    {
        const auto session = server.backEnd().connect();
        Query(*session).add("UPDATE certificate SET state = 'ended'").run();
    }
    CHECK(building().at("standing") == "open");
    CHECK(post(section, "/title-buildings/B-1/papers", {{"filing_no", "备〔2026〕1号"}}).code()
        == "title.filing");
    CHECK(post(section, "/title-buildings/R-101/papers", json::object()).code() == "title.not_building");
    const auto filed = post(section, "/title-buildings/B-1/papers",
        {{"situation", "d"}, {"filing_no", "备〔2026〕1号"}, {"filed_m2", "480.5"}});
    REQUIRE(filed.status == 200);
    CHECK(lastEntry(server).action == AuditAction::NotePapers);
    CHECK(filed.json() == building());
    CHECK(building().at("standing") == "filed");
    CHECK(building().at("filed_m2") == "480.50");
    CHECK(building().at("situation") == "d");
}

TEST_CASE("The place of a repair is told among all that wait, whatever year is shown", "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const auto session = server.backEnd().connect();
    const auto repair = [&](std::int64_t id, const char* no, const char* state, const SqlValue& approved,
                            const SqlValue& plan) {
        insertRow(*session, "repair",
            {{"id", id}, {"application_no", std::string(no)}, {"unit_id", std::int64_t {1}},
                {"place_id", std::int64_t {1000}}, {"kind", std::string("part")},
                {"area_m2_x100", std::int64_t {100}}, {"estimate_fen", id}, {"state", std::string(state)},
                {"approved_on", approved}});
        insertRow(*session, "repair_work", {{"repair_id", id}, {"plan_year", plan}});
    };
    repair(8001, "WX-1", "accepted", std::string("2019-05-01"), SqlValue());
    repair(8002, "WX-2", "applied", SqlValue(), SqlValue());
    repair(8003, "WX-3", "applied", SqlValue(), std::int64_t {2026});
    const auto shown = server.client("section", Role::SpaceSection).get("/api/v1/repairs?year=2026");
    REQUIRE(shown.status == 200);
    const json repairs = shown.json().at("repairs");
    REQUIRE(repairs.size() == 1);
    CHECK(repairs[0].at("application_no") == "WX-3");
    CHECK(repairs[0].at("suggested").at("rank") == 2);
    CHECK(repairs[0].at("suggested").at("reason") == "未鉴定，上次维修 2019");
}

TEST_CASE("Rooms are proposed for several units at once", "[api][space]")
{
    SpaceServer server("sqlite");
    const HttpClient section = server.client("section", Role::SpaceSection);
    const auto together = section.get("/api/v1/space/proposal?units=U001,U002&everybody=true");
    REQUIRE(together.status == 200);
    const auto people = [](const json& proposal) {
        std::size_t out = 0;
        for (const char* part : {"rooms", "unmet"})
            for (const json& one : proposal.at(part))
                out += one.at("people").size();
        return out;
    };
    std::size_t alone = 0;
    for (const char* unit : {"U001", "U002"})
        alone += people(
            section.get(std::string("/api/v1/space/units/") + unit + "/proposal?everybody=true").json());
    CHECK(people(together.json()) == alone);
    CHECK(section.get("/api/v1/space/proposal?units=U001,NONE").code() == "unit.not_found");
    CHECK(section.get("/api/v1/space/proposal?units=").code() == "unit.not_found");
    CHECK(section.get("/api/v1/space/proposal").status == 400);
}

TEST_CASE("A proposal is taken over into drafts, after a preview, and done again makes nothing twice",
    "[api][space]")
{
    SpaceServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::SpaceSection);
    const json asked {{"units", {"U001"}}, {"basis", "怀编发〔2026〕3号"}};
    {
        const auto session = server.backEnd().connect();
        Query(*session)
            .add("UPDATE room SET state = 'repair' WHERE place_id = 1102")
            .run(); // no free one of its own
    }
    const auto sent = [&](const json& body) { return post(section, "/space/proposal/documents", body); };
    const auto documents
        = [&] { return section.get("/api/v1/documents?kind=space").json().at("documents").size(); };
    const json proposal = section.get("/api/v1/space/units/U001/proposal").json();
    REQUIRE(proposal.at("rooms").size() == 1); // whoever has no room gets the one of the pool

    const auto preview = section.get("/api/v1/space/proposal/documents?units=U001");
    REQUIRE(preview.status == 200);
    REQUIRE(preview.json().at("documents").size() == 1);
    const json planned = preview.json().at("documents")[0];
    CHECK(planned.at("no").is_null());
    CHECK(planned.at("method") == "allocate");
    CHECK(planned.at("unit") == "U001");
    CHECK(planned.at("rooms")[0].at("room") == proposal.at("rooms")[0].at("room"));
    CHECK(planned.at("rooms")[0].at("people").size() == proposal.at("rooms")[0].at("people").size());
    CHECK(documents() == 0);

    // A number that is 1 in its lower half is not taken for 1.
    constexpr std::int64_t kFar = (std::int64_t {1} << 32) + 1;
    CHECK(sent({{"units", {"U001"}}, {"together", kFar}}).code() == "space.together");
    CHECK(section.get("/api/v1/space/proposal/documents?units=U001&together=" + std::to_string(kFar)).code()
        == "space.together");
    CHECK(sent({{"units", json::array()}}).code() == "unit.not_found");
    CHECK(documents() == 0);

    const auto made = sent(asked);
    REQUIRE(made.status == 201);
    CHECK(lastEntry(server).action == AuditAction::DraftDocuments);
    const std::string no = made.json().at("documents")[0].at("no");
    const json draft = section.get("/api/v1/documents/" + no).json();
    CHECK(draft.at("state") == "draft");
    CHECK(draft.at("facts").at("proposed_rooms") == proposal.at("rooms")[0].at("room"));
    std::string people;
    for (const json& person : proposal.at("rooms")[0].at("people"))
        people += (people.empty() ? "" : ",") + person.at("code").get<std::string>();
    CHECK(draft.at("facts").at("seats")
        == proposal.at("rooms")[0].at("room").get<std::string>() + '=' + people);
    CHECK(draft.at("facts").at("ground") == "short");
    CHECK(draft.at("facts").at("basis") == "怀编发〔2026〕3号");

    const auto again = sent(asked);
    CHECK(again.status == 200);
    CHECK(again.json().at("documents").empty());
    CHECK(again.json().at("skipped")[0].at("document") == no);
    CHECK(documents() == 1);
    CHECK(sent({{"units", json::array()}}).code() == "unit.not_found");
    CHECK(sent({{"units", {"U001"}}, {"together", 21}}).code() == "space.together");
    CHECK(sent({{"units", {7}}}).code() == "request.type");
}
