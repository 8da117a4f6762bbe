#include "schema/inventory/campaign_view.h"
#include "schema/inventory/event_digest.h"
#include "tests/contract/campaign.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Ranges = std::vector<SeqRanges::Range>;

struct Syncing : Campaign {
    explicit Syncing(const std::string& backEndName)
        : Campaign(backEndName)
    {
        addCards(1, 100, 3);
        addCards(2, 200, 1);
        startCounting();
    }
    [[nodiscard]] std::vector<IncomingEvent> eventsOf(std::int64_t first, std::int64_t last)
    {
        std::vector<IncomingEvent> out;
        for (std::int64_t seq = first; seq <= last; ++seq)
            out.push_back(seen(seq, number(100)));
        return out;
    }
    void arrive(const std::vector<IncomingEvent>& events) { (void)store.append(task.id, events); }

    CampaignView view {*session, Scope::everything()};
};

} // namespace

TEST_CASE("An install that nobody knows has nothing here", "[contract][sync]")
{
    Syncing campaign(GENERATE("sqlite", "mariadb"));
    const InstallState state = campaign.view.installState("never-heard-of");
    CHECK(state.count == 0);
    CHECK(state.held.ranges().empty());
    CHECK(state.digest == InstallDigest().hex());
}

TEST_CASE("S4 the state says which events are here, in whatever order they came", "[contract][sync]")
{
    Syncing campaign(GENERATE("sqlite", "mariadb"));
    campaign.arrive(campaign.eventsOf(130, 140));
    campaign.arrive(campaign.eventsOf(1, 120));
    const InstallState state = campaign.view.installState("install-a");
    CHECK(state.held.ranges() == Ranges {{1, 120}, {130, 140}});
    CHECK(state.held.contiguous() == 120);
    CHECK(state.count == 131);
    CHECK(state.quarantined.empty());
    InstallDigest digest;
    for (const IncomingEvent& incoming : campaign.eventsOf(1, 140))
        if (incoming.event.seq <= 120 || incoming.event.seq >= 130)
            digest.add(eventDigest(incoming.event));
    CHECK(state.digest == digest.hex());
}

TEST_CASE(
    "P4 what an old backup has not got is offered again, and the state is as before", "[contract][sync]")
{
    Syncing campaign(GENERATE("sqlite", "mariadb"));
    const auto events = campaign.eventsOf(1, 200);
    campaign.arrive(events);
    const InstallState before = campaign.view.installState("install-a");
    const auto outcome = campaign.service.countedSheet(campaign.task, campaign.sheet("U001")).outcome;

    campaign.session->bulk().execute("DELETE FROM scan_event WHERE seq > ?", {150});
    campaign.session->bulk().execute("DELETE FROM scan_event WHERE seq BETWEEN ? AND ?", {40, 59});
    const InstallState restored = campaign.view.installState("install-a");
    CHECK(restored.held.ranges() == Ranges {{1, 39}, {60, 150}});
    CHECK(restored.held.contiguous() == 39);
    CHECK(restored.digest != before.digest);

    std::vector<IncomingEvent> missing;
    for (const IncomingEvent& incoming : events)
        if (!restored.held.contains(incoming.event.seq))
            missing.push_back(incoming);
    CHECK(missing.size() == 70);
    campaign.arrive(missing);
    const InstallState after = campaign.view.installState("install-a");
    CHECK(after.held == before.held);
    CHECK(after.digest == before.digest);
    CHECK(campaign.service.countedSheet(campaign.task, campaign.sheet("U001")).outcome == outcome);
}

TEST_CASE("S2 a quarantined number is told apart from one that is missing", "[contract][sync]")
{
    Syncing campaign(GENERATE("sqlite", "mariadb"));
    campaign.arrive(campaign.eventsOf(1, 3));
    auto forged = campaign.eventsOf(2, 2);
    forged[0].event.code = "OTHER";
    campaign.arrive(forged);
    auto takenNumber = campaign.eventsOf(3, 3);
    takenNumber[0].event.eventId = "another-id";
    campaign.arrive(takenNumber);
    const InstallState state = campaign.view.installState("install-a");
    CHECK(state.quarantined == std::vector<std::int64_t> {2, 3});
    CHECK(state.held.ranges() == Ranges {{1, 3}});
}

TEST_CASE("P6 the state counts only the events of sheets that the caller may see", "[contract][sync]")
{
    Syncing campaign(GENERATE("sqlite", "mariadb"));
    auto events = campaign.eventsOf(1, 4);
    events[1].sheet = campaign.sheet("U002").id;
    campaign.arrive(events);
    CampaignView own(*campaign.session, Scope::ofUnit(UnitId {1}));
    CHECK(own.installState("install-a").held.ranges() == Ranges {{1, 1}, {3, 4}});
    CampaignView none(*campaign.session, Scope());
    CHECK(none.installState("install-a").count == 0);
}
