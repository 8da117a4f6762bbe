#include "schema/inventory/campaign_view.h"
#include "schema/inventory/event_cursor.h"
#include "tests/contract/campaign.h"

#include <algorithm>
#include <random>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct Listening : Campaign {
    explicit Listening(const std::string& backEndName)
        : Campaign(backEndName)
    {
        addCards(1, 100, 5);
        addCards(2, 200, 1);
        startCounting();
    }
    IncomingEvent by(const std::string& install, std::int64_t seq, const std::string& unit = "U001")
    {
        IncomingEvent incoming = seen(seq, number(100), unit);
        incoming.event.installId = install;
        incoming.event.eventId = install + "-" + std::to_string(seq);
        return incoming;
    }
    void arrive(std::vector<IncomingEvent> events) { (void)store.append(task.id, events); }
    /// What is new since the last time, page after page.
    std::vector<std::string> hear(std::size_t most = 500, const std::string& except = {})
    {
        std::vector<std::string> out;
        for (bool more = true; more;) {
            const EventFeed page = view.events(sheet("U001"), cursor, except, most).value();
            CHECK(page.events.size() <= most);
            for (const ScanEvent& event : page.events) {
                CHECK(event.unit == "U001");
                out.push_back(event.eventId);
            }
            cursor = page.next;
            more = page.more;
        }
        return out;
    }

    CampaignView view {*session, Scope::everything()};
    std::string cursor;
};

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("Events of a sheet are told once, and later only what is new", "[contract][feed]")
{
    Listening campaign(GENERATE("sqlite", "mariadb"));
    CHECK(campaign.hear().empty());
    campaign.arrive({campaign.by("a", 1), campaign.by("a", 2), campaign.by("b", 1)});
    Ids first = campaign.hear();
    std::sort(first.begin(), first.end());
    CHECK(first == Ids {"a-1", "a-2", "b-1"});
    CHECK(campaign.hear().empty());
    campaign.arrive({campaign.by("a", 3), campaign.by("c", 1)});
    Ids second = campaign.hear();
    std::sort(second.begin(), second.end());
    CHECK(second == Ids {"a-3", "c-1"});
}

TEST_CASE("An event that arrives after later ones of its install is told all the same", "[contract][feed]")
{
    Listening campaign(GENERATE("sqlite", "mariadb"));
    campaign.arrive({campaign.by("a", 1), campaign.by("a", 3), campaign.by("a", 5)});
    CHECK(campaign.hear() == Ids {"a-1", "a-3", "a-5"});
    campaign.arrive({campaign.by("a", 4)});
    CHECK(campaign.hear() == Ids {"a-4"});
    campaign.arrive({campaign.by("a", 2)});
    CHECK(campaign.hear() == Ids {"a-2"});
}

TEST_CASE("An install is not told its own events, nor those of other sheets", "[contract][feed]")
{
    Listening campaign(GENERATE("sqlite", "mariadb"));
    campaign.arrive(
        {campaign.by("a", 1), campaign.by("b", 1), campaign.by("b", 2, "U002"), campaign.by("b", 3)});
    CHECK(campaign.hear(500, "a") == Ids {"b-1", "b-3"});
}

TEST_CASE("A cursor that nobody gave is refused", "[contract][feed]")
{
    Listening campaign("sqlite");
    for (const char* text : {"x", "1_", "1_5-2", "1_a-b_", "1_1-2.", "%", "1_-5--2", "../.."}) {
        CAPTURE(text);
        const auto refused = campaign.view.events(campaign.sheet("U001"), text, {}, 10);
        CHECK((refused || refused.error().subject == "event.cursor"));
    }
    CHECK_FALSE(campaign.view.events(campaign.sheet("U001"), "x y", {}, 10));
    CHECK_FALSE(campaign.view.events(campaign.sheet("U001"), "1_5-2", {}, 10));
    CHECK_FALSE(campaign.view.events(campaign.sheet("U001"), std::string(100'000, '1'), {}, 10));
}

TEST_CASE("In whatever order events arrive and are asked for, none is missed", "[contract][feed]")
{
    Listening campaign(GENERATE("sqlite", "mariadb"));
    std::mt19937 random(Catch::rngSeed());
    std::vector<IncomingEvent> events;
    std::set<std::string> expected;
    for (const std::string install : {"a", "b", "c"})
        for (std::int64_t seq = 1; seq <= 60; ++seq) {
            const bool isHere = random() % 5 != 0;
            events.push_back(campaign.by(install, seq, isHere ? "U001" : "U002"));
            if (isHere)
                expected.insert(events.back().event.eventId);
        }
    std::shuffle(events.begin(), events.end(), random);
    std::set<std::string> heard;
    for (std::size_t from = 0; from < events.size();) {
        const std::size_t count = std::min<std::size_t>(1 + random() % 12, events.size() - from);
        campaign.arrive({events.begin() + static_cast<std::ptrdiff_t>(from),
            events.begin() + static_cast<std::ptrdiff_t>(from + count)});
        from += count;
        for (const std::string& id : campaign.hear(1 + random() % 7))
            heard.insert(id);
    }
    CHECK(heard == expected);
    CHECK(campaign.hear().empty());
}

TEST_CASE("P8: a cursor has its most bytes, and one more is none", "[feed][limits]") // kMaxText
{
    const auto cursorOf = [](std::size_t bytes) { return "1_1-" + std::string(bytes - 5, '0') + '9'; };
    auto longest = EventCursor::parse(cursorOf(64 * 1024));
    REQUIRE(longest);
    CHECK(longest->text() == "1_1-9");
    CHECK(EventCursor::parse(cursorOf(64 * 1024 + 1)).error().subject == "event.cursor");
}
