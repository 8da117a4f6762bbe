// The call of the wall: made once for everybody who reaches the same, and never older than it says.
#include "tests/api/city_server.h"

#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

const std::string kWall = kTask + "/progress";

std::int64_t eventsOfAnHour(const HttpClient& who)
{
    std::int64_t sum = 0;
    const Json wall = who.get(kWall).json();
    for (const Json& unit : wall.at("units"))
        sum += unit.at("last_60_minutes").get<std::int64_t>();
    return sum;
}

void scan(const HttpClient& clerk, std::int64_t seq)
{
    const Json event {{"event_id", "01932c5e-7b1a-7c3e-9f00-00000000000" + std::to_string(seq)},
        {"install_id", std::string(32, '0')}, {"seq", seq}, {"at", "2022-10-08T09:31:22.120+08:00"},
        {"actor", "clerk"}, {"unit", "U001"}, {"kind", "seen"}, {"entry", "camera"},
        {"code", CityServer::number(99 + seq)}};
    const HttpReply reply
        = clerk.send("POST", kTask + "/events", event.dump() + "\n", {"Content-Type: application/x-ndjson"});
    CAPTURE(reply.body);
    REQUIRE(reply.status == 200);
    REQUIRE(reply.json().at("stored") == 1);
}

} // namespace

TEST_CASE("A scan is on the wall two seconds after it came in, whoever looked before", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient clerk = server.client("clerk", Role::UnitClerk, UnitId {1});
    openTask(section);
    for (std::int64_t seen = 0; seen < 3; ++seen) {
        CHECK(eventsOfAnHour(section) == seen);
        scan(clerk, seen + 1);
        std::this_thread::sleep_for(std::chrono::seconds(2));
    }
    CHECK(eventsOfAnHour(section) == 3);
}

TEST_CASE("Between two looks the wall is read once", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient other = server.client("section2", Role::AssetSection);
    openTask(section);
    const auto start = std::chrono::steady_clock::now();
    const std::string first = section.get(kWall).body;
    server.see(1, CityServer::number(100));
    const std::string second = other.get(kWall).body;
    // On a machine that stood still meanwhile it may have been read again.
    if (std::chrono::steady_clock::now() - start < std::chrono::milliseconds(900))
        CHECK(second == first);
}

TEST_CASE("What is decided of a campaign is on the wall at once, and each looks at what he reaches", "[api]")
{
    CityServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    openTask(section);
    const auto states = [](const HttpClient& who) {
        std::vector<std::string> out;
        const Json wall = who.get(kWall).json();
        for (const Json& unit : wall.at("units"))
            out.push_back(unit.at("state"));
        return out;
    };
    using Texts = std::vector<std::string>;
    CHECK(states(section) == Texts {"frozen", "frozen"});
    CHECK(states(officer) == Texts {"frozen"});
    REQUIRE(change(officer, kTask, "/advance", {{"to", "unit_checked"}}).status == 200);
    CHECK(states(officer) == Texts {"unit_checked"});
    CHECK(states(section) == Texts {"unit_checked", "frozen"});
    CHECK(section.get("/api/v1/tasks/NONE/progress").code() == "inventory.no_task");
}

TEST_CASE("What stands ready is for whoever may look, and not a moment longer", "[api]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    const HttpClient other = server.client("section2", Role::AssetSection);
    const HttpClient system = server.client("sys", Role::SystemAdministrator);
    openTask(section);
    for (int look = 0; look < 2; ++look) { // made, then ready; who asks was heard of a moment before
        CHECK(section.get(kWall).status == 200);
        CHECK(other.get(kWall).status == 200);
        CHECK(section.get(kWall + "?since=1").code() == "request.unknown_field");
        CHECK(system.get(kWall).code() == "access.forbidden");
        CHECK(server.client().get(kWall).status == 401);
    }
    REQUIRE(system.put("/api/v1/accounts/section2/disabled", {{"disabled", true}}).status == 204);
    CHECK(other.get(kWall).status == 401);
    CHECK(section.get(kWall).status == 200);
}

TEST_CASE("The wall comes packed to whoever takes that, and says the same", "[api]")
{
    CityServer server("sqlite");
    for (std::int64_t unit = 10; unit < 40; ++unit)
        insertRow(*server.session, "unit",
            {{"id", unit}, {"code", "U0" + std::to_string(unit)}, {"name", std::string("单位")},
                {"org_type", std::string("administrative")}, {"organ_level", std::string("municipal")},
                {"division", std::string("431200")}, {"posts_established", std::int64_t {10}},
                {"posts_filled", std::int64_t {9}}, {"in_inventory", std::int64_t {1}}});
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    const HttpReply packed = section.get(kWall); // libcurl asks for gzip and unpacks it
    CHECK(packed.headers.at("content-encoding") == "gzip");
    CHECK(packed.json().at("units").size() == 32);
    const HttpReply plain = section.send("GET", kWall, {}, {"Accept-Encoding: identity"});
    CHECK(plain.headers.count("content-encoding") == 0);
    CHECK(plain.json().at("units") == packed.json().at("units"));
    CHECK(plain.headers.at("cache-control") == "no-store");
}
