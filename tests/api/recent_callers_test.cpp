#include "app/server/recent_callers.h"

#include "core/access/access_service.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"
#include "tests/api/api_server.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNoon = Instant {} + std::chrono::hours(12);

Caller caller(const char* tokenDigest)
{
    Caller out;
    out.account.login = "wang.li";
    out.session.tokenDigest = tokenDigest;
    return out;
}

} // namespace

TEST_CASE("X7: a caller is believed for three seconds and by his own token only", "[api]")
{
    RecentCallers recent;
    recent.keep(caller("a"), kNoon, recent.edition());
    REQUIRE(recent.find("a", kNoon));
    CHECK(recent.find("a", kNoon)->account.login == "wang.li");
    CHECK_FALSE(recent.find("b", kNoon));
    CHECK(recent.find("a", kNoon + RecentCallers::kKept - 1ms));
    CHECK_FALSE(recent.find("a", kNoon + RecentCallers::kKept));
    // A clock that was set back makes nothing last longer.
    CHECK_FALSE(recent.find("a", kNoon - 1ms));
}

TEST_CASE("X7: who was looked for while rights changed is looked for again", "[api]")
{
    RecentCallers recent;
    const auto before = recent.edition();
    recent.keep(caller("a"), kNoon, before);
    recent.forgetAll();
    CHECK_FALSE(recent.find("a", kNoon));
    recent.keep(caller("a"), kNoon, before);
    CHECK_FALSE(recent.find("a", kNoon));
    recent.keep(caller("a"), kNoon, recent.edition());
    CHECK(recent.find("a", kNoon));
}

TEST_CASE("the callers that are remembered are bounded", "[api]")
{
    RecentCallers recent;
    for (int i = 0; i <= 4096; ++i)
        recent.keep(caller(std::to_string(i).c_str()), kNoon, recent.edition());
    CHECK_FALSE(recent.find("0", kNoon));
    CHECK(recent.find("4096", kNoon));
}

TEST_CASE("X7: an account that another process disabled is out within seconds", "[api]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    ApiServer server(backEnd);
    const HttpClient client = server.client("wang.li", Role::Auditor);
    REQUIRE(client.get("/api/v1/sessions/current").status == 200);
    const auto session = server.backEnd().connect();
    SociAccountStore store(*session);
    auto account = store.findAccount("wang.li");
    REQUIRE(account);
    account->disabled = true;
    REQUIRE(store.changeAccount(*account));
    const auto start = std::chrono::steady_clock::now();
    while (client.get("/api/v1/sessions/current").status == 200
        && std::chrono::steady_clock::now() - start < 60s)
        std::this_thread::sleep_for(100ms);
    CHECK(client.get("/api/v1/sessions/current").status == 401);
}
