// What a sync keeps, whatever a server, a network or a restored backup does to it.
#include "app/exchange/events/event_json.h"
#include "app/handheld/event_id.h"
#include "tests/support/disk_image.h"
#include "tests/support/small_pictures.h"
#include "tests/unit/handheld/paper_server.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kScans = 9;

bool isBatch(const ReceivedRequest& request)
{
    return request.method == "POST" && request.target.ends_with("/events");
}

/// Everything that may come back instead of an answer.
struct Fault {
    const char* name;
    std::function<std::string()> answer;
};

std::vector<Fault> faults()
{
    const auto status = [](int code, const char* headers = "") {
        return [code, headers] {
            return httpAnswer(code, R"({"error":{"code":"request.refused","message":"","detail":""}})",
                "application/json", headers);
        };
    };
    return {{"401", status(401)}, {"403", status(403)}, {"409", status(409)}, {"413", status(413)},
        {"426", status(426)},
        {"429", status(429, "Retry-After: 0\r\n")}, {"500", status(500)}, {"502", status(502)},
        {"503", status(503, "Retry-After: 0\r\n")},
        {"redirect", status(302, "Location: http://127.0.0.1/login\r\n")},
        {"time-out",
            [] {
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                return std::string();
            }},
        {"log-in page",
            [] { return httpAnswer(200, "<html><body>Welcome to the hotel</body></html>", "text/html"); }},
        {"garbage", [] { return httpAnswer(200, "{\"outcomes\": [\"stored\", "); }},
        {"empty object", [] { return httpAnswer(200, "{}"); }},
        {"too few outcomes", [] { return httpAnswer(200, R"({"outcomes":["stored"],"errors":[]})"); }},
        {"unknown outcomes",
            [] {
                return httpAnswer(
                    200, R"({"outcomes":["ok","ok","ok","ok","ok","ok","ok","ok","ok"],"errors":[]})");
            }},
        {"cut off", [] { return httpAnswer(200, std::string(500, ' ')).substr(0, 200); }},
        {"closed", [] { return std::string(); }}};
}

} // namespace

TEST_CASE("a sync sends everything once, and both sides prove that they hold the same", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    const SyncReport report = one.sync();
    CHECK_FALSE(report.stopped);
    CHECK(report.sent == kScans);
    CHECK(report.stored == kScans);
    CHECK(report.proven);
    CHECK(report.left.unacknowledged() == 0);
    CHECK(server.stored == one.bodies());
    CHECK(one.sync().sent == 0);
}

TEST_CASE("S6: whatever comes back at any request, everything is kept and the same identity is sent again",
    "[handheld][sync]")
{
    for (const Fault& fault : faults()) {
        for (std::size_t at = 0; at < 6; ++at) {
            CAPTURE(fault.name, at);
            PaperServer server;
            TestHandheld one(server);
            one.limits.whole = std::chrono::milliseconds(150);
            one.scanMany(kScans);
            const auto before = one.bodies();
            const std::size_t start = server.requests.size();
            server.fault = [&](const ReceivedRequest&) {
                return server.requests.size() > start + at ? std::optional(fault.answer()) : std::nullopt;
            };
            const SyncReport spoilt = one.sync();
            CHECK(spoilt.stopped);
            CHECK_FALSE(spoilt.proven);
            CHECK(one.bodies() == before);
            // An event counts as acknowledged only when the server that answered well has it.
            CHECK(spoilt.left.stored <= static_cast<std::int64_t>(server.stored.size()));

            server.fault = nullptr;
            one.limits.whole = std::chrono::milliseconds(2000);
            const SyncReport healed = one.sync();
            REQUIRE_FALSE(healed.stopped);
            CHECK(healed.proven);
            CHECK(server.stored == before);
        }
    }
}

TEST_CASE("S6: an answer that is lost after the commit makes no second event", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    server.lostAnswer = [](const ReceivedRequest& request) {
        return isBatch(request) ? std::optional(std::string()) : std::nullopt;
    };
    CHECK(one.sync().left.unacknowledged() == kScans);
    CHECK(server.stored.size() == kScans);
    server.lostAnswer = nullptr;
    const SyncReport healed = one.sync();
    CHECK(healed.duplicate == kScans);
    CHECK(healed.stored == 0);
    CHECK(healed.proven);
}

TEST_CASE("a passing fault is waited out with growing pauses", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    std::vector<std::int64_t> pauses;
    one.retry.attempts = 5;
    one.retry.firstPause = std::chrono::milliseconds(100);
    one.retry.longestPause = std::chrono::milliseconds(300);
    one.retry.sleep = [&](std::chrono::milliseconds time) { pauses.push_back(time.count()); };
    int left = 4;
    server.fault = [&](const ReceivedRequest& request) {
        return isBatch(request) && left-- > 0 ? std::optional(httpAnswer(500, "")) : std::nullopt;
    };
    CHECK(one.sync().proven);
    REQUIRE(pauses.size() == 4);
    CHECK((pauses[0] >= 50 && pauses[0] <= 100));
    CHECK((pauses[1] >= 100 && pauses[1] <= 200));
    CHECK((pauses[2] >= 150 && pauses[2] <= 300));
    CHECK((pauses[3] >= 150 && pauses[3] <= 300));
}

TEST_CASE("a server that asks for patience is given it, and left alone when it asks for too much",
    "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(1);
    std::vector<std::int64_t> pauses;
    one.retry.attempts = 3;
    one.retry.longestPause = std::chrono::seconds(10);
    one.retry.sleep = [&](std::chrono::milliseconds time) { pauses.push_back(time.count()); };
    const auto busyFor = [&](const std::string& seconds) {
        pauses.clear();
        server.fault = [seconds](const ReceivedRequest&) {
            return std::optional(httpAnswer(429, "", "text/plain", "Retry-After: " + seconds + "\r\n"));
        };
        return one.sync();
    };
    CHECK(busyFor("7").stopped->error.subject == "handheld.busy");
    CHECK(pauses == std::vector<std::int64_t> {7000, 7000});
    CHECK(busyFor("3600").stopped->retryAfter == std::chrono::hours(1));
    CHECK(pauses.empty());
}

TEST_CASE("413 halves the batch until it goes through", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    server.mostEvents = 2;
    CHECK(one.sync().proven);
    CHECK(server.stored.size() == kScans);
}

TEST_CASE("a rejected event stays, is told with its reason, and is offered at every sync", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    server.rejectCode = "X-2";
    const SyncReport report = one.sync();
    CHECK(report.rejected == 1);
    CHECK(report.left.rejected == 1);
    CHECK(report.left.stored == kScans - 1);
    const auto kept = one.handheld->outbox().unacknowledged("T1", 0, 500);
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().reason == "event.rule");
    server.rejectCode.clear();
    CHECK(one.sync().left.unacknowledged() == 0);
}

TEST_CASE("P4: a server restored from an old backup gets everything again", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    REQUIRE(one.sync().proven);
    const auto before = server.stored;
    for (const std::int64_t lost : {3, 4, 8, 9})
        server.stored.erase(lost);
    one.scanMany(2);
    const SyncReport report = one.sync();
    CHECK(report.offeredAgain == 4);
    CHECK(report.sent == 6);
    CHECK(report.proven);
    CHECK(server.stored == one.bodies());
    CHECK(server.stored.at(3) == before.at(3));
}

TEST_CASE("S1: a copied store that scans on is quarantined, and nothing is overwritten", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(2);
    REQUIRE(one.sync().proven);
    TestHandheld copy(server);
    copy.handheld.reset();
    one.handheld.reset();
    for (const char* part : {"", ".key"})
        std::filesystem::copy_file(one.file.string() + part, copy.file.string() + part,
            std::filesystem::copy_options::overwrite_existing);
    for (TestHandheld* each : {&one, &copy}) {
        each->handheld = std::move(*Handheld::open(each->file, [each] { return each->clock; }));
        REQUIRE(each->handheld->choose("T1", "U001"));
    }
    CHECK(one.handheld->store().install().installId == copy.handheld->store().install().installId);

    one.scanMany(2);
    copy.scanMany(3);
    REQUIRE(one.sync().proven);
    const auto before = server.stored;
    const SyncReport report = copy.sync();
    CHECK(report.quarantined == 2);
    CHECK(report.stored == 1);
    CHECK_FALSE(report.proven);
    CHECK(report.left.unacknowledged() == 0);
    for (const auto& [seq, body] : before)
        CHECK(server.stored.at(seq) == body);
    // Both keep what they scanned: somebody has to look.
    CHECK(copy.bodies().size() == 5);
    CHECK(copy.handheld->outbox().counts().quarantined == 2);
}

TEST_CASE("S5: a sheet is purged only when it is closed, after 30 days, and proved a second time",
    "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    const auto bodies = one.bodies();
    REQUIRE(one.sync().proven);
    one.clock += std::chrono::days(60);
    CHECK(one.sync().purged == 0); // not closed
    server.sheetState = "closed";
    CHECK(one.sync().purged == 0); // the first proof
    CHECK(one.sync().purged == 0); // a second proof, too early
    one.clock += std::chrono::days(31);
    const std::string kept = server.stored.at(5);
    server.stored.at(5).replace(kept.find("A-101"), 5, "A-999");
    CHECK(one.sync().purged == 0); // they do not hold the same
    CHECK(one.bodies() == bodies);
    server.stored.at(5) = kept;
    CHECK(one.sync().purged == 1);
    CHECK(one.bodies().at(5).empty());
    CHECK(one.sync().proven); // the digests are kept
}

TEST_CASE("P9: what was purged is in no file of a handheld, and its photos are gone", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    const std::string ofOthers = "同事的便条";
    ScanEvent event;
    event.kind = EventKind::Note;
    event.eventId = newEventId(one.clock);
    event.installId = std::string(32, '7');
    event.seq = 1;
    event.at = one.clock;
    event.actor = "clerk02";
    event.unit = "U001";
    event.reason = ofOthers;
    server.others.push_back(nlohmann::json::parse(encodeEvent(event)));
    Sighting sighting;
    sighting.code = "TY2022000001";
    sighting.photos = {one.handheld->keepPhoto(smallJpeg()).value()};
    REQUIRE(one.handheld->scan(sighting));
    REQUIRE(one.handheld->note("自己的便条", "", "A-101"));
    REQUIRE(one.sync().photos == 1);

    const std::vector<std::string> planted {"办公桌", "三楼 305", "自己的便条", ofOthers, "TY2022000001"};
    const auto files = [&](const std::string& text) { return DiskImage(one.folder.path()).filesWith(text); };
    for (const std::string& text : planted) {
        CAPTURE(text);
        CHECK_FALSE(files(text).empty());
    }
    server.sheetState = "closed";
    CHECK(one.sync().purged == 0);
    CHECK(std::filesystem::exists(photoFolder(one.file) / sighting.photos.front()));
    one.clock += std::chrono::days(31);
    REQUIRE(one.sync().purged == 1);
    for (const std::string& text : planted) {
        CAPTURE(text);
        CHECK(files(text) == std::vector<std::string> {});
    }
    CHECK(std::filesystem::is_empty(photoFolder(one.file)));
    CHECK(one.sync().proven);
}

TEST_CASE("S5: nothing is wiped while an event was not acknowledged", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(1);
    one.handheld.reset();
    CHECK(wipe(one.file).error().subject == "handheld.unsent");
    CHECK(std::filesystem::exists(one.file));
    one.handheld = std::move(*Handheld::open(one.file, [&] { return one.clock; }));
    REQUIRE(one.sync().proven);
    one.handheld.reset();
    CHECK(wipe(one.file));
    CHECK_FALSE(std::filesystem::exists(one.file));
    CHECK_FALSE(std::filesystem::exists(one.file.string() + ".key"));
}

TEST_CASE("S5: enrolling anew keeps the install and what was not sent", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(kScans);
    HandheldStore& store = one.handheld->store();
    const std::string install = store.install().installId;
    const std::string key = DeviceKey::withFile(keyFile(one.file)).value()->publicKey();
    REQUIRE(enrol(store, {server.url(), "", "another"}, "two"));
    CHECK(store.install().installId == install);
    CHECK(DeviceKey::withFile(keyFile(one.file)).value()->publicKey() != key);
    CHECK_FALSE(store.login());
    CHECK(one.handheld->outbox().counts().waiting == kScans);
}

TEST_CASE("the scans of others are told at the next scan", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    server.others.push_back(nlohmann::json::parse(
        R"({"event_id":"01932c5e-7b1a-7c3e-9f00-3a5b9c1d2e4f","install_id":"5f0e00112233445566778899aabbccdd",
        "seq":1,"at":"2022-10-08T09:31:22.120+08:00","actor":"clerk02","unit":"U001","kind":"seen",
        "code":"TY2022000002","place":"A-101","entry":"camera"})"));
    CHECK(one.sync().received == 1);
    one.handheld->refresh();
    Sighting sighting;
    sighting.code = "TY2022000002";
    const auto scanned = one.handheld->scan(sighting);
    REQUIRE(scanned);
    CHECK(scanned->verdict.kind == VerdictKind::AlreadyCounted);
    CHECK(scanned->verdict.countedBy == "clerk02");
}

TEST_CASE("a handheld whose clock is wrong stamps its scans with the time of the server", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    server.lostAnswer = [](const ReceivedRequest& request) -> std::optional<std::string> {
        if (!request.target.ends_with("/state"))
            return std::nullopt;
        return httpAnswer(503, "", "text/plain", "Date: Sat, 08 Oct 2022 01:00:00 GMT\r\nRetry-After: 0\r\n");
    };
    static_cast<void>(one.sync());
    one.scanMany(1);
    EventDecoder decoder;
    const auto event = decoder.decode(one.bodies().at(1));
    REQUIRE(event);
    const Instant nine = std::chrono::sys_days(std::chrono::year(2022) / 10 / 8) + std::chrono::hours(1);
    CHECK(event->at - nine < std::chrono::minutes(1));
    CHECK(event->at >= nine);
}

TEST_CASE("every request carries the proof of the handheld's key", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(1);
    REQUIRE(one.sync().proven);
    for (const ReceivedRequest& request : server.requests) {
        CAPTURE(request.method, request.target);
        CHECK(request.headers.contains("guanwu-proof"));
        CHECK(request.headers.at("guanwu-protocol") == "1");
        const bool isBefore = request.target.ends_with("/devices") || request.target.ends_with("/sessions");
        CHECK(request.headers.contains("authorization") != isBefore);
    }
}

TEST_CASE(
    "A3: a sync takes along what the server has sealed, and nothing else that it says", "[handheld][sync]")
{
    PaperServer server;
    TestHandheld one(server);
    server.anchor = "GWA1|7|70|1795000000000|" + std::string(64, 'd') + "|" + std::string(85, 's');
    CHECK(one.sync().proven);
    CHECK(one.handheld->store().anchors().empty());
    server.anchor += 's';
    CHECK(one.sync().proven);
    CHECK(one.handheld->store().anchors() == std::vector {server.anchor});
}
