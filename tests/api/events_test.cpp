// Scan events over the API: security section 3 and contract section 2.
#include "app/exchange/events/event_json.h"
#include "app/packing/gzip.h"
#include "tests/api/api_server.h"
#include "tests/api/small_count.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using nlohmann::json;

namespace {

const std::vector<std::string> kLines {"Content-Type: application/x-ndjson"};
constexpr const char* kEvents = "/api/v1/tasks/QC/events";

/// Three units that count, with a clerk each: clerk1 of U001, clerk2 of U002, clerk3 of U003.
struct Counting {
    ApiServer server;
    std::vector<HttpClient> clerks;

    explicit Counting(const std::string& backEnd)
        : server(backEnd)
    {
        const auto session = server.backEnd().connect();
        fillSmallRegistry(*session);
        freezeSmallCount(*session);
        for (const int unit : {1, 2, 3})
            clerks.push_back(server.client("clerk" + std::to_string(unit), Role::UnitClerk, UnitId {unit}));
    }
    [[nodiscard]] HttpReply send(
        int clerk, const std::string& lines, const std::string& target = kEvents) const
    {
        return clerks[static_cast<std::size_t>(clerk - 1)].send("POST", target, lines, kLines);
    }
    [[nodiscard]] std::size_t stored() const
    {
        const auto session = server.backEnd().connect();
        SociInventoryStore store(*session, Scope::everything());
        std::size_t events = 0;
        for (const CountSheet& sheet : store.sheets(store.findTask("QC")->id))
            events += store.events(sheet.id).size();
        return events;
    }
};

std::string eventId(int unit, std::int64_t seq)
{
    char text[40];
    std::snprintf(text, sizeof text, "01932c5e-7b1a-7c3e-9f%02d-%012lld", unit, static_cast<long long>(seq));
    return text;
}

ScanEvent eventOf(int unit, std::int64_t seq)
{
    ScanEvent event;
    event.eventId = eventId(unit, seq);
    event.installId = std::string(31, '0') + std::to_string(unit);
    event.seq = seq;
    event.at = std::chrono::sys_days(std::chrono::year(2026) / 10 / 8);
    event.actor = "clerk" + std::to_string(unit);
    event.unit = "U00" + std::to_string(unit);
    event.code = "TY" + std::to_string(seq);
    return event;
}

std::string linesOf(int unit, std::int64_t first, std::int64_t last)
{
    std::string lines;
    for (std::int64_t seq = first; seq <= last; ++seq)
        lines += encodeEvent(eventOf(unit, seq)) + "\n";
    return lines;
}

} // namespace

TEST_CASE("S2: a batch is stored once, however often it is sent; another content is quarantined", "[api]")
{
    const Counting counting(GENERATE("sqlite", "mariadb"));
    const std::string batch = linesOf(1, 1, 20);
    const json first = counting.send(1, batch).json();
    CHECK(first.at("stored") == 20);
    CHECK(first.at("outcomes").size() == 20);
    CHECK(counting.send(1, batch).json().at("duplicate") == 20);
    const auto packed = counting.clerks[0].send(
        "POST", kEvents, gzip(batch), {"Content-Type: application/x-ndjson", "Content-Encoding: gzip"});
    CHECK(packed.json().at("duplicate") == 20);

    ScanEvent forged = eventOf(1, 3);
    forged.code = "TY999";
    const json told
        = counting.send(1, encodeEvent(forged) + "\n" + encodeEvent(eventOf(1, 21)) + "\n").json();
    CHECK(told.at("outcomes") == json::array({"quarantined", "stored"}));
    CHECK(counting.stored() == 21);
}

TEST_CASE(
    "X1, S7: lines of other units, of strangers and of nobody are refused, the others are taken", "[api]")
{
    const Counting counting(GENERATE("sqlite", "mariadb"));
    ScanEvent stranger = eventOf(1, 2);
    stranger.actor = "clerk3";
    ScanEvent nobody = eventOf(1, 3);
    nobody.actor = "ghost";
    const std::string lines = encodeEvent(eventOf(1, 1)) + "\n" + encodeEvent(stranger) + "\n"
        + encodeEvent(nobody) + "\n" + encodeEvent(eventOf(3, 1)) + "\nnonsense\n";
    const json told = counting.send(1, lines).json();
    CHECK(told.at("outcomes") == json::array({"stored", "rejected", "rejected", "rejected", "rejected"}));
    std::vector<std::string> codes;
    for (const json& error : told.at("errors"))
        codes.push_back(error.at("code"));
    CHECK(codes
        == std::vector<std::string> {
            "event.actor_unit", "event.actor_unknown", "inventory.no_sheet", "event.json"});
    CHECK(told.at("errors").at(3).at("line") == 5);
    CHECK(counting.stored() == 1);
}

TEST_CASE("S9: a batch has at most 500 events and 1 MiB, and says so when it has more", "[api]")
{
    const Counting counting("sqlite");
    CHECK(counting.send(1, linesOf(1, 1, 500)).json().at("stored") == 500);
    const auto many = counting.send(1, linesOf(1, 501, 1001));
    CHECK(many.status == 413);
    CHECK(many.code() == "batch.too_many_events");
    CHECK(counting.send(1, std::string((1 << 20) + 1, ' ')).status == 413);
    CHECK(counting.send(1, "\n").code() == "batch.empty");
    CHECK(counting.send(1, "x", "/api/v1/tasks/none/events").status == 404);
    CHECK(counting.stored() == 500);
}

TEST_CASE("The event file of a unit without a network goes in whole, and again without a trace", "[api]")
{
    const Counting counting(GENERATE("sqlite", "mariadb"));
    const std::string file = linesOf(1, 1, 1234) + "nonsense\n" + linesOf(1, 1235, 1300);
    for (const bool again : {false, true}) {
        const json told = counting.send(1, file, "/api/v1/tasks/QC/event-files").json();
        CHECK(told.at(again ? "duplicate" : "stored") == 1300);
        CHECK(told.at("rejected") == 1);
        CHECK(told.at("errors").at(0).at("line") == 1235);
    }
    CHECK(counting.stored() == 1300);
}

TEST_CASE(
    "P2: batches that arrive together, twice, and in any order are each answered for themselves", "[api]")
{
    const Counting counting(GENERATE("sqlite", "mariadb"));
    std::atomic<std::int64_t> stored {0};
    std::atomic<std::int64_t> duplicate {0};
    std::atomic<int> refused {0};
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 6; ++sender)
        senders.emplace_back([&, unit = sender % 3 + 1, backwards = sender >= 3] {
            for (int batch = 0; batch < 10; ++batch) {
                const std::int64_t first = (backwards ? 9 - batch : batch) * 50 + 1;
                const HttpReply reply = counting.send(unit, linesOf(unit, first, first + 49));
                refused += reply.status != 200;
                const json told = reply.json();
                stored += told.value("stored", 0);
                duplicate += told.value("duplicate", 0);
            }
        });
    for (std::thread& sender : senders)
        sender.join();
    CHECK(refused == 0);
    CHECK(stored == 1500);
    CHECK(duplicate == 1500);
    CHECK(counting.stored() == 1500);
}
