#include "tests/api/api_server.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::string tokenOf(const HttpClient& client, const std::string& login, const std::string& password)
{
    return client.post("/api/v1/sessions", {{"login", login}, {"password", password}})
        .json()
        .value("token", "");
}

} // namespace

TEST_CASE(
    "X5: the first start makes the administrators from a one-time secret, and there is no other account",
    "[api]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    ApiServer server(backEnd);
    HttpClient client = server.client();
    const std::string secret = server.server().setupSecret();
    REQUIRE(secret.size() == 64);
    CHECK(client.post("/api/v1/setup", {{"secret", ""}}).status == 403);
    CHECK(client.post("/api/v1/setup", {{"secret", std::string(64, '0')}}).code() == "access.setup_secret");
    const auto made = client.post("/api/v1/setup", {{"secret", secret}});
    REQUIRE(made.status == 201);
    REQUIRE(made.json().at("administrators").size() == 3);
    CHECK(client.post("/api/v1/setup", {{"secret", secret}}).status == 403);
    server.restart();
    CHECK(server.server().setupSecret().empty());

    // The first password opens nothing but the way to another one.
    const auto system = made.json().at("administrators").at(0);
    client.logInWith(tokenOf(client, "system", system.at("password")));
    CHECK(client.get("/api/v1/accounts").code() == "access.password_due");
    CHECK(client.post("/api/v1/sessions/current/password", {{"old", system.at("password")}, {"new", "short"}})
              .status
        == 400);
    CHECK(client
              .post("/api/v1/sessions/current/password",
                  {{"old", system.at("password")}, {"new", ApiServer::kPassword}})
              .status
        == 204);
    CHECK(client.get("/api/v1/accounts").status == 401);
    client.logInWith(tokenOf(client, "system", ApiServer::kPassword));
    CHECK(client.get("/api/v1/accounts").json().at("accounts").size() == 3);
}

TEST_CASE("X5: each administrator does his own work only", "[api]")
{
    ApiServer server;
    const HttpClient system = server.client("sys", Role::SystemAdministrator);
    const HttpClient security = server.client("sec", Role::SecurityAdministrator);
    const nlohmann::json account {{"login", "wang.li"}, {"name", "王丽"}};
    CHECK(security.post("/api/v1/accounts", account).code() == "access.forbidden");
    const auto made = system.post("/api/v1/accounts", account);
    REQUIRE(made.status == 201);
    const std::string password = made.json().at("password");
    HttpClient wang = server.client();
    CHECK(wang.post("/api/v1/sessions", {{"login", "wang.li"}, {"password", password}}).code()
        == "access.no_role");
    const nlohmann::json role {{"role", "auditor"}};
    CHECK(system.put("/api/v1/accounts/wang.li/role", role).code() == "access.forbidden");
    CHECK(security.put("/api/v1/accounts/wang.li/role", {{"role", "audit_administrator"}}).code()
        == "access.administrator_role");
    CHECK(security.put("/api/v1/accounts/wang.li/role", role).status == 204);
    wang.logInWith(tokenOf(wang, "wang.li", password));
    CHECK(wang.get("/api/v1/sessions/current").json().at("account").at("role") == "auditor");
    CHECK(system.put("/api/v1/accounts/wang.li/disabled", {{"disabled", true}}).status == 204);
    CHECK(wang.get("/api/v1/sessions/current").status == 401);
}

TEST_CASE("X6: a source that guesses is locked out, and the owner is not", "[api]")
{
    ApiServer server;
    HttpClient owner = server.client("wang.li", Role::Auditor);
    for (int i = 0; i < 5; ++i)
        CHECK(server.client().post("/api/v1/sessions", {{"login", "wang.li"}, {"password", "wrong"}}).code()
            == "access.log_in");
    const auto locked = server.client().post(
        "/api/v1/sessions", {{"login", "wang.li"}, {"password", ApiServer::kPassword}});
    CHECK(locked.status == 429);
    CHECK(locked.code() == "access.locked");
    CHECK(owner.get("/api/v1/sessions/current").status == 200);
}

TEST_CASE("X7: a token that was given back, or never given, opens nothing", "[api]")
{
    ApiServer server;
    HttpClient client = server.client("wang.li", Role::Auditor);
    CHECK(client.send("DELETE", "/api/v1/sessions/current", "", {}).status == 204);
    CHECK(client.get("/api/v1/sessions/current").status == 401);
    client.logInWith(std::string(64, 'a'));
    CHECK(client.get("/api/v1/sessions/current").status == 401);
}
