#include "tests/contract/campaign.h"

#include <algorithm>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::int64_t count(Session& session, std::string_view sql)
{
    const auto rows = session.bulk().stream(sql, {});
    return rows->next() ? rows->integer(0) : -1;
}

} // namespace

TEST_CASE(
    "S2: of 100 forced collisions every one is quarantined, and nothing is overwritten", "[contract][append]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    for (int seq = 1; seq <= 100; ++seq)
        events.push_back(campaign.seen(seq, Campaign::number(100)));
    std::vector<IncomingEvent> forged = events;
    for (std::size_t i = 0; i < forged.size(); ++i) {
        if (i % 2 == 0)
            forged[i].event.code = "FORGED"; // the same identity
        else
            forged[i].event.eventId = "forged-" + std::to_string(i); // another one, the same place
        forged[i].body = "forged";
    }
    const std::vector<AppendOutcome> allStored(100, AppendOutcome::Stored);
    const std::vector<AppendOutcome> allQuarantined(100, AppendOutcome::Quarantined);
    CHECK(campaign.store.append(campaign.task.id, events) == allStored);
    const auto before = campaign.store.events(campaign.sheet("U001").id);
    CHECK(campaign.store.append(campaign.task.id, forged) == allQuarantined);
    CHECK(campaign.store.append(campaign.task.id, forged) == allQuarantined);
    CHECK(campaign.store.events(campaign.sheet("U001").id) == before);
    CHECK(count(*campaign.session, "SELECT count(*) FROM quarantined_event") == 100);
    CHECK(count(*campaign.session, "SELECT count(*) FROM quarantine_notice") == 100);
}

TEST_CASE("Batches that are appended together have the outcomes that each would have had alone",
    "[contract][append]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    const IncomingEvent old = campaign.seen(1, Campaign::number(100));
    (void)campaign.store.append(campaign.task.id, std::vector {old});
    IncomingEvent forged = old;
    forged.event.code = "FORGED";
    const IncomingEvent fresh = campaign.seen(2, Campaign::number(101));
    const IncomingEvent other = campaign.seen(3, Campaign::number(102));
    using enum AppendOutcome;
    CHECK(campaign.store.append(campaign.task.id, std::vector {fresh, old, other, forged, fresh})
        == std::vector {Stored, Duplicate, Stored, Quarantined, Duplicate});
    CHECK(campaign.store.events(campaign.sheet("U001").id).size() == 3);
}

TEST_CASE(
    "D5: two connections that bring the same events at once store each of them once", "[contract][append]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    for (int seq = 1; seq <= 50; ++seq)
        events.push_back(campaign.seen(seq, Campaign::number(100)));
    const auto second = campaign.backEnd.connect();
    SociInventoryStore other(*second, Scope::everything());
    (void)other.append(campaign.task.id, std::span(events).first(20));
    const auto outcomes = campaign.store.append(campaign.task.id, events);
    CHECK(std::count(outcomes.begin(), outcomes.end(), AppendOutcome::Duplicate) == 20);
    CHECK(std::count(outcomes.begin(), outcomes.end(), AppendOutcome::Stored) == 30);
    CHECK(campaign.store.events(campaign.sheet("U001").id).size() == 50);
}

TEST_CASE("P8: of 10,001 handhelds the oldest, which is not known beforehand, is known all the same",
    "[contract][append]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    constexpr int kMost = 10'000; // schema/inventory/event_append.cpp
    const IncomingEvent one = campaign.seen(1, Campaign::number(100));
    std::vector<IncomingEvent> events;
    for (int i = 0; i <= kMost; ++i) {
        const std::string no = std::to_string(100'000 + i);
        events.push_back(one);
        events.back().event.installId = "install-" + no;
        events.back().event.eventId = "01932c5e-7b1a-7c3e-9f00-000000" + no;
    }
    for (std::size_t done = 0; done < events.size(); done += 500) {
        const auto piece = std::span(events).subspan(done, std::min<std::size_t>(500, events.size() - done));
        REQUIRE(campaign.store.append(campaign.task.id, piece)
            == std::vector<AppendOutcome>(piece.size(), AppendOutcome::Stored));
    }
    const auto session = campaign.backEnd.connect();
    SociInventoryStore store(*session, Scope::everything());
    store.learnInstalls();
    IncomingEvent forged = events.front();
    forged.event.code = "FORGED";
    IncomingEvent next = events.front();
    next.event.eventId = "01932c5e-7b1a-7c3e-9f00-000000200000";
    next.event.seq = 2;
    using enum AppendOutcome;
    CHECK(store.append(campaign.task.id, std::vector {events.front(), events[1], forged, next})
        == std::vector {Duplicate, Duplicate, Quarantined, Stored});
    CHECK(count(*session, "SELECT count(*) FROM scan_install") == kMost + 1);
    const auto all = store.events(campaign.sheet("U001").id);
    CHECK(all.size() == kMost + 2);
    CHECK(std::ranges::count(all, events.front().event.installId, &ScanEvent::installId) == 2);
}

TEST_CASE("Whoever looks for signals sees also what came after a sheet was signed", "[contract][events]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 2);
    campaign.startCounting();
    IncomingEvent late = campaign.seen(2, Campaign::number(101));
    late.late = true;
    REQUIRE(
        campaign.store.append(campaign.task.id, std::vector {campaign.seen(1, Campaign::number(100)), late})
        == std::vector {AppendOutcome::Stored, AppendOutcome::Stored});
    const SheetId sheet = campaign.sheet("U001").id;
    CHECK(campaign.store.events(sheet).size() == 1);
    const auto stored = campaign.store.storedEvents(sheet);
    REQUIRE(stored.size() == 2);
    CHECK(stored[1].installId == "install-a");
    CHECK(SociInventoryStore(*campaign.session, Scope::ofUnit(UnitId {2})).storedEvents(sheet).empty());
}
