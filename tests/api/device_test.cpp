#include "core/access/device_service.h"
#include "schema/connection/sha256.h"
#include "tests/api/city_server.h"
#include "tests/support/handheld_key.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A handheld as docs/api.md describes it.
struct KeyedDevice {
    explicit KeyedDevice(const ApiServer& server)
        : client(server.client())
    {
    }
    HttpReply enrol(const std::string& code)
    {
        const auto reply = client.post(
            "/api/v1/devices", {{"code", code}, {"name", "一号终端"}, {"public_key", key.publicKey()}});
        if (reply.status == 201)
            device = reply.json().at("device");
        return reply;
    }
    HttpReply send(const std::string& method, const std::string& target, const std::string& body = {},
        const std::string& provenTarget = {}) const
    {
        const std::string digest = sha256Hex(body);
        const std::string proof
            = key.sign(proofText({method, provenTarget.empty() ? target : provenTarget, digest, token}));
        return client.send(
            method, target, body, {"Content-Type: application/json", "Guanwu-Proof: " + proof});
    }
    HttpReply logIn(const std::string& login)
    {
        const nlohmann::json body {{"login", login}, {"password", ApiServer::kPassword}, {"device", device}};
        const auto reply = send("POST", "/api/v1/sessions", body.dump());
        if (reply.status == 201) {
            token = reply.json().at("token");
            client.logInWith(token);
        }
        return reply;
    }

    HandheldKey key;
    HttpClient client;
    std::string device;
    std::string token;
};

std::string offeredCode(const HttpClient& administrator)
{
    const auto offer = administrator.post("/api/v1/enrolments", {{"address", "https://10.0.0.5:8443"}});
    REQUIRE(offer.status == 201);
    const std::string text = offer.json().at("enrolment");
    CHECK(text.starts_with("GWE1|https://10.0.0.5:8443|"));
    return text.substr(text.rfind('|') + 1);
}

} // namespace

TEST_CASE("X7: a handheld enrols, logs in, and its token opens nothing without its key", "[api]")
{
    ApiServer server(GENERATE("sqlite", "mariadb"));
    const HttpClient system = server.client("sys", Role::SystemAdministrator);
    (void)server.client("clerk01", Role::UnitClerk, UnitId {1});
    KeyedDevice handheld(server);
    const std::string code = offeredCode(system);
    REQUIRE(handheld.enrol(code).status == 201);
    CHECK(handheld.enrol(code).code() == "device.code");
    REQUIRE(handheld.logIn("clerk01").status == 201);
    CHECK(handheld.send("GET", "/api/v1/tasks").status == 200);

    CHECK(handheld.client.get("/api/v1/tasks").code() == "device.proof");
    CHECK(handheld.client.get("/api/v1/tasks").status == 401);
    CHECK(handheld.client.get("/api/v1/sessions/current").status == 401);
    // A proof of one request is none of another.
    CHECK(handheld.send("GET", "/api/v1/tasks", {}, "/api/v1/sessions/current").code() == "device.proof");
    KeyedDevice thief(server);
    thief.token = handheld.token;
    thief.client.logInWith(handheld.token);
    CHECK(thief.send("GET", "/api/v1/tasks").code() == "device.proof");
    thief.device = handheld.device;
    thief.token.clear();
    CHECK(thief.logIn("clerk01").code() == "device.proof");
}

TEST_CASE("P9: what stands ready is given to a handheld by its proof only", "[api]")
{
    CityServer server("sqlite");
    openTask(server.client("section", Role::AssetSection));
    const HttpClient system = server.client("sys", Role::SystemAdministrator);
    const HttpClient clerk = server.client("clerk01", Role::UnitClerk, UnitId {1});
    KeyedDevice handheld(server);
    REQUIRE(handheld.enrol(offeredCode(system)).status == 201);
    REQUIRE(handheld.logIn("clerk01").status == 201);
    const std::string wall = kTask + "/progress";
    for (int look = 0; look < 2; ++look) { // made, then ready
        CHECK(handheld.send("GET", wall).status == 200);
        CHECK(handheld.client.get(wall).code() == "device.proof");
    }
}

TEST_CASE(
    "P9: a revoked handheld is out with its next request, and only its administrator revokes it", "[api]")
{
    ApiServer server;
    const HttpClient system = server.client("sys", Role::SystemAdministrator);
    const HttpClient clerk = server.client("clerk01", Role::UnitClerk, UnitId {1});
    KeyedDevice handheld(server);
    REQUIRE(handheld.enrol(offeredCode(system)).status == 201);
    REQUIRE(handheld.logIn("clerk01").status == 201);
    const std::string path = "/api/v1/devices/" + handheld.device;
    CHECK(clerk.get("/api/v1/devices").code() == "access.forbidden");
    CHECK(clerk.send("DELETE", path, {}, {}).code() == "access.forbidden");
    CHECK(clerk.post("/api/v1/enrolments", {{"address", "https://a:1"}}).code() == "access.forbidden");
    CHECK(system.get("/api/v1/devices").json().at("devices").at(0).at("name") == "一号终端");
    const auto call = [&](const HttpClient& client, const std::string& target, const std::string& name) {
        return client.send("PUT", target + "/name", nlohmann::json {{"name", name}}.dump(),
            {"Content-Type: application/json"});
    };
    CHECK(call(clerk, path, "二号终端").code() == "access.forbidden");
    CHECK(call(system, path, "").code() == "device.name");
    CHECK(call(system, "/api/v1/devices/7", "二号终端").code() == "device.not_found");
    CHECK(call(system, path, "二号终端").status == 204);
    CHECK(system.get("/api/v1/devices").json().at("devices").at(0).at("name") == "二号终端");
    CHECK(system.send("DELETE", "/api/v1/devices/7", {}, {}).code() == "device.not_found");
    CHECK(system.send("DELETE", path, {}, {}).status == 204);
    CHECK(handheld.send("GET", "/api/v1/tasks").status == 401);
    CHECK(handheld.logIn("clerk01").code() == "device.proof");
}
