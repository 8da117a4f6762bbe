#include "app/system_clock.h"
#include "core/inventory/inventory_service.h"
#include "tests/api/city_server.h"

#include <set>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

const std::string kSheet = kTask + "/sheets/U001";

/// Unit U001 with a card in department 11 and two in department 12, a clerk in each, and what they and a clerk of
/// U002 have seen.
struct TwoDepartments : CityServer {
    HttpClient section = client("section", Role::AssetSection);
    HttpClient unitClerk = client("clerk", Role::UnitClerk, UnitId {1});
    HttpClient clerk11 = client("clerk11", Role::DepartmentClerk, UnitId {1}, DepartmentId {11});
    HttpClient clerk12 = client("clerk12", Role::DepartmentClerk, UnitId {1}, DepartmentId {12});
    HttpClient foreign = client("clerk02", Role::UnitClerk, UnitId {2});

    explicit TwoDepartments(const std::string& backEndName)
        : CityServer(backEndName)
    {
        for (const std::int64_t department : {11, 12})
            insertRow(*session, "department",
                {{"id", department}, {"unit_id", std::int64_t {1}}, {"name", std::to_string(department)}});
        Query(*session).add("UPDATE asset SET department_id = ", std::int64_t {11}).add(" WHERE id = 100").run();
        Query(*session).add("UPDATE asset SET department_id = ", std::int64_t {12}).add(" WHERE id IN (101, 102)").run();
        openTask(section);
        send(clerk11, "clerk11", 1, {{"code", number(100)}});
        send(clerk11, "clerk11", 2, {{"code", number(101)}}); // of the other department
        send(clerk11, "clerk11", 3, {{"kind", "surplus"}, {"name", "花瓶"}});
        send(clerk11, "clerk11", 4, {{"code", number(200)}}); // of the other unit
        send(clerk12, "clerk12", 1, {{"code", number(102)}});
        send(clerk12, "clerk12", 2, {{"kind", "surplus"}, {"name", "吊扇"}});
        send(clerk12, "clerk12", 3, {{"kind", "undo"}, {"corrects", id("clerk12", 1)}});
        send(clerk12, "clerk12", 4, {{"code", number(100)}}); // of the other department
        send(foreign, "clerk02", 1, {{"unit", "U002"}, {"code", number(101)}});
        // The same identity with another content.
        send(clerk12, "clerk12", 1, {{"code", number(101)}}, 0);
        SociInventoryStore store(*session, Scope::everything());
        InventoryService(store, systemNow).project(store.findTask("QC2026").value(), [](auto, auto) {});
    }
    static std::string id(const std::string& clerk, int seq)
    {
        return "01932c5e-7b1a-7c3e-9f" + clerk.substr(5) + "-00000000000" + std::to_string(seq);
    }
    static void send(
        const HttpClient& who, const std::string& clerk, int seq, const Json& rest, int stored = 1)
    {
        Json event {{"event_id", id(clerk, seq)}, {"install_id", std::string(30, '0') + clerk.substr(5)},
            {"seq", seq}, {"at", "2022-10-08T09:31:22.120+08:00"}, {"actor", clerk}, {"unit", "U001"},
            {"kind", "seen"}, {"entry", "camera"}};
        event.update(rest);
        const HttpReply reply = who.send("POST", kTask + "/events", event.dump() + "\n",
            {"Content-Type: application/x-ndjson"});
        CAPTURE(reply.body);
        REQUIRE(reply.status == 200);
        REQUIRE(reply.json().at("stored") == stored);
    }
    static std::set<std::string> told(const HttpClient& who, const std::string& what, const char* key)
    {
        std::set<std::string> out;
        const Json answer = who.get(kSheet + "/" + what).json();
        for (const Json& row : answer.at(what))
            out.insert(row.at(key).get<std::string>());
        return out;
    }
};

} // namespace

TEST_CASE("A campaign goes from its first line to its signed sheets over the API", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    openTask(section);
    server.see(1, CityServer::number(100));
    server.see(2, CityServer::number(101));
    const std::string sheet = kTask + "/sheets/U001";

    const auto lines = officer.get(sheet + "/lines?limit=2").json();
    REQUIRE(lines.at("lines").size() == 2);
    CHECK(lines.at("lines").at(0).at("result") == "match");
    const auto rest = officer.get(sheet + "/lines?after=" + lines.at("next").get<std::string>()).json();
    CHECK(rest.at("lines").at(0).at("result") == "not_checked");
    CHECK(rest.at("next").is_null());
    CHECK(officer.get(sheet + "/lines?result=match").json().at("lines").size() == 2);
    CHECK(officer.get(sheet + "/lines?result=nonsense").code() == "inventory.result_name");
    // app/server/routes/paging.h kMostRows
    CHECK(officer.get(sheet + "/lines?limit=500").status == 200);
    CHECK(officer.get(sheet + "/lines?limit=501").code() == "request.limit");

    const Json decision {{"assets", {CityServer::number(102)}}, {"result", "shortage"}, {"reason", "丢失"}};
    CHECK(officer.post(sheet + "/decisions", decision).status == 428);
    Json many = decision;
    // app/server/routes/decision_routes.cpp kMostDecided
    many["assets"] = std::vector<std::string>(5'001, CityServer::number(999));
    CHECK(change(officer, sheet, "/decisions", many).code() == "request.limit");
    many["assets"].erase(0);
    CHECK(change(officer, sheet, "/decisions", many).code() == "inventory.no_line");
    REQUIRE(change(officer, sheet, "/decisions", decision).status == 200);
    CHECK(
        officer.get(sheet + "/lines?result=shortage").json().at("lines").at(0).at("decision").at("decided_by")
        == "officer");

    const Json taken {{"assets", {CityServer::number(102)}}};
    REQUIRE(change(officer, sheet, "/decisions/withdrawal", taken).status == 200);
    CHECK(officer.get(sheet + "/lines?result=shortage").json().at("lines").empty());
    CHECK(change(officer, sheet, "/decisions/withdrawal", taken).code() == "inventory.undecided");
    REQUIRE(change(officer, sheet, "/decisions", decision).status == 200);
    CHECK(change(officer, sheet, "/surplus-decisions/withdrawal", {{"event_id", "none"}}).code()
        == "inventory.undecided");

    const Json signing {{"to", "unit_checked"}};
    REQUIRE(change(officer, kTask, "/advance", signing).status == 200);
    CHECK(change(officer, sheet, "/decisions/withdrawal", taken).status == 200); // not verified yet
    CHECK(officer.get(sheet).json().at("state") == "unit_checked");
    CHECK(section.get(kTask).json().at("state") == "frozen"); // the other unit has not begun
    CHECK(change(officer, kTask, "/advance", {{"to", "verified"}}).code() == "access.forbidden");

    const auto wall = section.get(kTask + "/progress").json();
    CHECK(wall.at("units").size() == 2);
    CHECK(wall.at("total").at("units_by_state").at("unit_checked") == 1);
}

TEST_CASE("P6: another unit's sheet is as one that is not there", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk02", Role::UnitClerk, UnitId {2});
    openTask(section);
    server.see(1, CityServer::number(100));
    for (const char* part : {"", "/book", "/lines", "/surplus", "/findings", "/events"}) {
        CAPTURE(part);
        CHECK(clerk.get(kTask + "/sheets/U001" + part).code() == "inventory.no_sheet");
        CHECK(clerk.get(kTask + "/sheets/U999" + part).code() == "inventory.no_sheet");
        CHECK(clerk.get(kTask + "/sheets/U002" + part).status == 200);
    }
    CHECK(clerk.get(kTask + "/sheets").json().at("sheets").size() == 1);
    CHECK(clerk.get(kTask + "/progress").json().at("units").size() == 1);
    CHECK(clerk.get("/api/v1/installs/install-U001/state").json().at("count") == 0);
    CHECK(clerk.post(kTask + "/sheets/U002/decisions", {}).code() == "access.forbidden");
    CHECK(clerk.post("/api/v1/tasks", {}).code() == "access.forbidden");
}

TEST_CASE("A handheld is told which numbers were given, and nothing of what they are", "[api]")
{
    CityServer server("sqlite");
    const HttpClient clerk = server.client("clerk01", Role::UnitClerk, UnitId {1});
    const auto told = clerk.get("/api/v1/asset-numbers").json();
    CHECK(told
        == Json {{"runs", {{"TY2020", 100, 102}, {"TY2020", 200, 202}}}, {"next", nullptr}}); // of both units
    server.addCard(203, 2);
    server.addCard(305, 2);
    const auto rest = clerk.get("/api/v1/asset-numbers?after=" + CityServer::number(102)).json();
    CHECK(rest.at("runs") == Json {{"TY2020", 200, 203}, {"TY2020", 305, 305}});
}

TEST_CASE("A handheld fetches its book, hears of the others and asks where to go on", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk01", Role::UnitClerk, UnitId {1});
    openTask(section);
    const std::string sheet = kTask + "/sheets/U001";
    const auto first = clerk.get(sheet + "/book?limit=2").json();
    REQUIRE(first.at("lines").size() == 2);
    CHECK(first.at("lines").at(0).at("asset_no") == CityServer::number(100));
    CHECK(first.at("lines").at(0).size() == 13);
    const auto last = clerk.get(sheet + "/book?after=" + first.at("next").get<std::string>()).json();
    CHECK(last.at("lines").size() == 1);
    CHECK(last.at("next").is_null());

    server.see(1, CityServer::number(100));
    server.see(3, CityServer::number(101));
    const auto heard = clerk.get(sheet + "/events").json();
    CHECK(heard.at("events").size() == 2);
    CHECK(heard.at("events").at(0).at("unit") == "U001");
    CHECK(heard.at("more") == false);
    server.see(2, CityServer::number(102));
    const auto news = clerk.get(sheet + "/events?after=" + heard.at("next").get<std::string>()).json();
    REQUIRE(news.at("events").size() == 1);
    CHECK(news.at("events").at(0).at("seq") == 2);
    CHECK(clerk.get(sheet + "/events?after=x").code() == "event.cursor");

    const auto state = clerk.get("/api/v1/installs/install-U001/state").json();
    CHECK(state.at("contiguous") == 3);
    CHECK(state.at("ranges") == Json::parse("[[1,3]]"));
    CHECK(state.at("digest").get<std::string>().size() == 64);
}

TEST_CASE("P5: who changes a task from an old version is shown both", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const auto refused = section.send("POST", kTask + "/advance", R"({"to":"counting"})",
        {"Content-Type: application/json", "If-Match: \"1\""});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "request.old_revision");
    CHECK(refused.json().at("yours").at("to") == "counting");
    CHECK(refused.json().at("current").at("state") == "frozen");
    CHECK(section.get(kTask).json().at("state") == "frozen");
}

TEST_CASE("P5: of two who decide on a sheet, the second is shown what the first has decided", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    openTask(section);
    const std::string sheet = kTask + "/sheets/U001";
    const std::string looked = "If-Match: " + officer.get(sheet).headers["etag"];
    const auto decide = [&](const HttpClient& who, const std::string& version, const char* result) {
        const Json body {{"assets", {CityServer::number(102)}}, {"result", result}, {"reason", "现场核实"}};
        return who.send(
            "POST", sheet + "/decisions", body.dump(), {"Content-Type: application/json", version});
    };
    CHECK(decide(section, "X-Nothing: 1", "match").status == 428);
    const auto first = decide(section, looked, "shortage");
    REQUIRE(first.status == 200);

    const auto second = decide(officer, looked, "match");
    CHECK(second.status == 409);
    CHECK(second.code() == "request.old_revision");
    CHECK(second.headers.at("etag") == first.headers.at("etag"));
    CHECK(second.json().at("yours").at("result") == "match");
    const auto current = second.json().at("current");
    CHECK(current.at("revision") == first.json().at("revision"));
    REQUIRE(current.at("decisions").size() == 1);
    CHECK(current.at("decisions").at(0).at("asset_no") == CityServer::number(102));
    CHECK(current.at("decisions").at(0).at("result") == "shortage");
    CHECK(current.at("decisions").at(0).at("decided_by") == "section");
    CHECK(section.get(sheet + "/lines/" + CityServer::number(102)).json().at("result") == "shortage");

    const auto surplus = officer.send("POST", sheet + "/surplus-decisions",
        R"({"event_id":"e","accepted":false,"reason":"误扫"})", {"Content-Type: application/json", looked});
    CHECK(surplus.status == 409);
    CHECK(surplus.json().at("current").at("decisions").empty());
    // Having looked again, the officer may decide otherwise.
    CHECK(decide(officer, "If-Match: " + second.headers.at("etag"), "match").status == 200);
}

TEST_CASE("P4: a decision that is sent twice is made once, and answered as the first time", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const std::string sheet = kTask + "/sheets/U001";
    const std::string version = "If-Match: " + section.get(sheet).headers["etag"];
    const auto decide = [&](const char* reason) {
        const Json body {{"assets", {CityServer::number(102)}}, {"result", "shortage"}, {"reason", reason}};
        return section.send("POST", sheet + "/decisions", body.dump(),
            {"Content-Type: application/json", "Idempotency-Key: d-1", version});
    };
    const auto first = decide("丢失");
    REQUIRE(first.status == 200);
    const auto again = decide("丢失");
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(decide("被盗").code() == "request.key_reused");
    // A refusal is no first answer.
    const auto stale
        = section.send("POST", kTask + "/issue", {}, {"If-Match: \"99\"", "Idempotency-Key: i-1"});
    CHECK(stale.code() == "request.old_revision");
    CHECK(change(section, kTask, "/issue", {}, {"Idempotency-Key: i-2"}).code() == "inventory.state");

    const auto make = [&] {
        return section.send("POST", "/api/v1/tasks",
            Json {{"task", "QC2027"}, {"name", "2027 年清查"}, {"base_date", "2022-09-30"}}.dump(),
            {"Content-Type: application/json", "Idempotency-Key: t-1"});
    };
    const auto made = make();
    REQUIRE(made.status == 201);
    CHECK(make().body == made.body);
    CHECK(section.get("/api/v1/tasks").json().at("tasks").size() == 2);
}

TEST_CASE(
    "P4: a freeze and an advance that are sent twice with their key give the first answer again", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    REQUIRE(
        section
            .post("/api/v1/tasks", {{"task", "QC2026"}, {"name", "2026 年清查"}, {"base_date", "2022-09-30"}})
            .status
        == 201);
    REQUIRE(change(section, kTask, "/issue", {}).status == 200);
    const auto sendTwice = [&](const std::string& step, const Json& body, const char* key) {
        const std::vector<std::string> headers {"If-Match: " + section.get(kTask).headers["etag"],
            "Content-Type: application/json", std::string("Idempotency-Key: ") + key};
        const std::string text = body.is_null() ? std::string() : body.dump();
        const auto first = section.send("POST", kTask + step, text, headers);
        CAPTURE(first.body);
        REQUIRE(first.status == 200);
        const auto again = section.send("POST", kTask + step, text, headers);
        CHECK(again.status == 200);
        CHECK(again.body == first.body);
        CHECK(again.headers.at("etag") == first.headers.at("etag"));
        return first.json();
    };
    CHECK(sendTwice("/freeze", {}, "f-1").at("state") == "frozen");
    CHECK(sendTwice("/advance", {{"to", "counting"}}, "a-1").at("state") == "counting");
    CHECK(sendTwice("/advance", {{"to", "unit_checked"}, {"units", {"U001"}}}, "a-2").at("state")
        == "counting");
    CHECK(section
              .send("POST", kTask + "/advance", R"({"to":"unit_checked"})",
                  {"If-Match: \"1\"", "Content-Type: application/json", "Idempotency-Key: a-2"})
              .code()
        == "request.key_reused");
    CHECK(section.get(kTask + "/sheets/U001").json().at("state") == "unit_checked");
    CHECK(section.get(kTask + "/sheets/U002").json().at("state") == "counting");
}

TEST_CASE("The officer of the unit above reviews what those below have signed, but not his own", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    server.session->sql() << "UPDATE unit SET parent_id = 1 WHERE id = 2";
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient above = server.client("above", Role::AssetOfficer, UnitId {1});
    const HttpClient below = server.client("below", Role::AssetOfficer, UnitId {2});
    openTask(section);
    const auto move = [&](const HttpClient& who, const char* to, const Json& units) {
        Json body {{"to", to}};
        if (!units.empty())
            body["units"] = units;
        return change(who, kTask, "/advance", body);
    };
    const Json none = Json::array();
    CHECK(move(above, "dept_reviewed", none).code() == "inventory.no_sheet"); // nothing is signed
    CHECK(move(above, "dept_reviewed", {"U002"}).code() == "inventory.state");
    CHECK(move(above, "unit_checked", {"U002"}).code() == "inventory.no_sheet");
    REQUIRE(move(below, "unit_checked", none).status == 200);
    REQUIRE(move(above, "unit_checked", {"U001"}).status == 200);
    CHECK(move(above, "dept_reviewed", {"U001"}).code() == "inventory.review_own");
    CHECK(move(below, "dept_reviewed", none).code() == "inventory.no_sheet");
    REQUIRE(move(above, "dept_reviewed", none).status == 200);
    CHECK(section.get(kTask + "/sheets/U002").json().at("state") == "dept_reviewed");
    CHECK(section.get(kTask + "/sheets/U001").json().at("state") == "unit_checked");
    CHECK(move(above, "bureau_checked", {"U002"}).code() == "access.forbidden");
}

TEST_CASE("A line is shown with everything that was told of it", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    openTask(section);
    server.see(1, CityServer::number(100));
    server.see(2, CityServer::number(101));
    server.see(3, CityServer::number(101));
    const std::string lines = kTask + "/sheets/U001/lines/";

    const auto line = officer.get(lines + CityServer::number(101)).json();
    CHECK(line.at("asset_no") == CityServer::number(101));
    CHECK(line.at("result") == "match");
    REQUIRE(line.at("told").size() == 2);
    CHECK(line.at("told").at(0).at("seq") == 2);
    CHECK(line.at("place_names").empty());
    CHECK(officer.get(lines + CityServer::number(102)).json().at("told").empty());
    CHECK(officer.get(lines + CityServer::number(200)).code() == "inventory.no_line"); // another unit's
    CHECK(officer.get(lines + "TY1900000001").code() == "inventory.no_line");
}

TEST_CASE("P6: of a count a department clerk is told what is about its own lines, and of its own clerks on none",
    "[api][rights]")
{
    const TwoDepartments city(GENERATE("sqlite", "mariadb"));
    const auto id = TwoDepartments::id;
    using Set = std::set<std::string>;
    CHECK(city.told(city.clerk11, "events", "event_id")
        == Set {id("clerk11", 1), id("clerk11", 3), id("clerk11", 4), id("clerk12", 4)});
    CHECK(city.told(city.clerk12, "events", "event_id")
        == Set {id("clerk11", 2), id("clerk12", 1), id("clerk12", 2), id("clerk12", 3)});
    CHECK(city.told(city.unitClerk, "events", "event_id").size() == 8);

    CHECK(city.told(city.clerk11, "findings", "asset_no") == Set {CityServer::number(200)});
    CHECK(city.told(city.clerk12, "findings", "asset_no") == Set {CityServer::number(101)});
    CHECK(city.told(city.unitClerk, "findings", "asset_no").size() == 2);
    CHECK(city.told(city.clerk11, "surplus", "event_id") == Set {id("clerk11", 3)});
    CHECK(city.told(city.clerk12, "surplus", "event_id") == Set {id("clerk12", 2)});
    CHECK(city.told(city.unitClerk, "surplus", "event_id").size() == 2);

    const auto figures = [](const HttpClient& who) {
        const Json unit = who.get(kTask + "/progress").json().at("units").at(0);
        return Json {unit.at("lines"), unit.at("checked"), unit.at("findings"), unit.at("quarantined"),
            unit.at("results").value("surplus", 0)};
    };
    CHECK(figures(city.clerk11) == Json::parse("[1,1,1,0,1]"));
    CHECK(figures(city.clerk12) == Json::parse("[2,1,1,1,1]"));
    CHECK(figures(city.unitClerk) == Json::parse("[3,2,2,1,2]"));
    CHECK(city.clerk11.get(kTask + "/quarantine").json().at("events").empty());
    CHECK(city.clerk12.get(kTask + "/quarantine").json().at("events").size() == 1);
    CHECK_FALSE(city.clerk12.get(kTask + "/quarantine").json().at("events").at(0).at("stored").is_null());

    const auto line = [](const HttpClient& who, std::int64_t card) {
        return who.get(kSheet + "/lines/" + CityServer::number(card));
    };
    CHECK(line(city.clerk11, 100).json().at("told").size() == 2); // by either department
    CHECK(line(city.clerk11, 101).code() == "inventory.no_line");
    CHECK(line(city.clerk12, 102).json().at("told").size() == 2); // seen, and taken back
    CHECK(line(city.clerk12, 101).json().at("told").size() == 1);
    CHECK(line(city.unitClerk, 101).json() == line(city.clerk12, 101).json());
    CHECK(line(city.foreign, 101).code() == "inventory.no_sheet");
}

TEST_CASE("X10: every route that takes a file reads one of its limit, and refuses one byte more", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    struct Taking {
        const HttpClient& client;
        std::string target;
        std::size_t most;
        std::string type;
    };
    const HttpClient finance = server.client("finance", Role::Finance);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    // app/server/routes/event_routes.cpp kFileBytes, app/server/routes/import_routes.cpp kMostBytes,
    // app/server/routes/route_table_routes.cpp kMostBytes
    for (const Taking& one : {
             Taking {section, "/imports?kind=assets", 32 << 20, "text/csv"},
             Taking {finance, "/ledgers?dry_run=true", 32 << 20, "text/csv"},
             Taking {clerk, "/tasks/QC2026/event-files", 32 << 20, "application/x-ndjson"},
             Taking {section, "/document-routes?dry_run=true", 1 << 20, "text/csv"},
         }) {
        CAPTURE(one.target);
        const auto statusOf = [&](std::size_t bytes) {
            std::string body(bytes, 'x');
            for (std::size_t i = 99; i < bytes; i += 100)
                body[i] = '\n';
            return one.client.send("POST", "/api/v1" + one.target, body, {"Content-Type: " + one.type})
                .status;
        };
        const int atLimit = statusOf(one.most);
        CHECK(atLimit != 413); // it was read, and is no such file
        CHECK(atLimit < 500);
        CHECK(statusOf(one.most + 1) == 413);
    }
}
