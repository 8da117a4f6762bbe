#include "tests/api/api_server.h"
#include "tests/api/small_count.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr const char* kSignals = "/api/v1/tasks/QC/sheets/U001/signals";

/// A server over the small registry with 24 things of U001 that hop between its two rooms.
struct HoppingCount : ApiServer {
    explicit HoppingCount(const std::string& backEndName)
        : ApiServer(backEndName)
        , session(backEnd().connect())
    {
        fillSmallRegistry(*session);
        freezeSmallCount(*session);
    }
    /// Each a second after the one before, in the other room.
    void scan(int first, int count)
    {
        SociInventoryStore store(*session, Scope::everything());
        const InventoryTask task = store.findTask("QC").value();
        std::vector<IncomingEvent> events;
        for (int i = first; i < first + count; ++i) {
            IncomingEvent incoming;
            incoming.sheet = store.sheets(task.id).front().id;
            incoming.event.eventId = "event-" + std::to_string(i);
            incoming.event.installId = "install-1";
            incoming.event.seq = i;
            incoming.event.at
                = std::chrono::sys_days(std::chrono::year(2026) / 10 / 8) + std::chrono::seconds(i);
            incoming.event.actor = "clerk";
            incoming.event.code = "TAG-" + std::to_string(i);
            incoming.event.place = i % 2 == 0 ? "R-101" : "R-102";
            events.push_back(incoming);
        }
        REQUIRE(store.append(task.id, events).size() == events.size());
    }

    std::unique_ptr<Session> session;
};

} // namespace

TEST_CASE("What does not look walked comes as a question with its figures and its evidence", "[api][signals]")
{
    HoppingCount server(GENERATE("sqlite", "mariadb"));
    const HttpClient officer = server.client("officer", Role::AssetOfficer, UnitId {1});
    CHECK(officer.get(kSignals).json().at("signals").empty());
    server.scan(1, 24);
    const auto signals = officer.get(kSignals).json().at("signals");
    REQUIRE(signals.size() == 1);
    const auto& signal = signals.at(0);
    CHECK(signal.at("kind") == "rooms_too_fast");
    CHECK(signal.at("figures").at("changes") == 23);
    CHECK(signal.at("question").get<std::string>().find("23 次换房间快于步行") != std::string::npos);
    CHECK_FALSE(signal.contains("severity"));
    REQUIRE(signal.at("evidence").size() == 20);
    CHECK(signal.at("evidence").at(0).at("event_id") == "event-1");
    CHECK(signal.at("evidence").at(0).at("install") == "install-1");
    CHECK(signal.at("evidence").at(0).at("place") == "R-102");
    CHECK(signal.at("evidence").at(0).at("code") == "TAG-1");
    const auto english = officer.send("GET", kSignals, "", {"Accept-Language: en"}).json();
    CHECK(english.at("signals").at(0).at("question").get<std::string>().find("changed 23 times faster")
        != std::string::npos);
}

TEST_CASE("Clerks do not read beforehand what they will be asked", "[api][signals]")
{
    HoppingCount server("sqlite");
    CHECK(server.client("clerk", Role::UnitClerk, UnitId {1}).get(kSignals).code() == "access.forbidden");
    CHECK(server.client("auditor", Role::Auditor).get(kSignals).status == 200);
    CHECK(
        server.client("other", Role::AssetOfficer, UnitId {3}).get(kSignals).code() == "inventory.no_sheet");
    CHECK(server.client("section", Role::AssetSection).get("/api/v1/tasks/NO/sheets/U001/signals").code()
        == "inventory.no_task");
}
