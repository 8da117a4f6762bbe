#include "tests/contract/campaign.h"

#include <map>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::vector<std::string> numbersOf(const LinePage& page)
{
    std::vector<std::string> out;
    for (const LinePage::Line& line : page.lines)
        out.push_back(line.book.assetNo);
    return out;
}

std::vector<std::string> numbersFrom(std::int64_t first, int count)
{
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i)
        out.push_back(Campaign::number(first + i));
    return out;
}

} // namespace

TEST_CASE("A handheld fetches a book page by page, each line once", "[contract][pages]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 5);
    campaign.addCards(2, 200, 1);
    campaign.startCounting();
    const SheetId sheet = campaign.sheet("U001").id;
    std::vector<std::string> fetched;
    std::vector<std::size_t> sizes;
    for (AssetId after; sizes.empty() || sizes.back() != 0;) {
        const FrozenBook page = campaign.store.bookPage(sheet, after, 2);
        sizes.push_back(page.lines.size());
        for (const BookLine& line : page.lines)
            fetched.push_back(line.assetNo);
        if (!page.assets.empty())
            after = page.assets.back();
    }
    CHECK(sizes == std::vector<std::size_t> {2, 2, 1, 0});
    CHECK(fetched == numbersFrom(100, 5));
    CHECK(campaign.store.bookPage(sheet, {}, 1).lines[0] == campaign.store.book(sheet).lines[0]);
}

TEST_CASE("The desk sees lines with their result of this moment, folded or not", "[contract][pages]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 5);
    campaign.startCounting();
    IncomingEvent damaged = campaign.seen(1, Campaign::number(101));
    damaged.event.condition = Condition::Damaged;
    (void)campaign.store.append(campaign.task.id,
        std::vector {damaged, campaign.seen(2, Campaign::number(103)), campaign.seen(3, "NO-SUCH-TAG")});
    LineDecision decision;
    decision.result = LineResult::Shortage;
    decision.reason = "现场核实";
    decision.decidedBy = "officer";
    REQUIRE(
        campaign.service.decideLine(campaign.task, campaign.sheet("U001"), Campaign::number(104), decision));

    const CountSheet sheet = campaign.sheet("U001");
    const LinePage all = campaign.service.lines(campaign.task, sheet, {});
    REQUIRE(numbersOf(all) == numbersFrom(100, 5));
    CHECK_FALSE(all.next);
    const auto result = [&](std::size_t line) { return all.lines[line].outcome.result; };
    CHECK(result(0) == LineResult::NotChecked);
    CHECK(result(1) == LineResult::Damaged);
    CHECK(result(2) == LineResult::NotChecked);
    CHECK(result(3) == LineResult::Match);
    CHECK(result(4) == LineResult::Shortage);
    REQUIRE(all.lines[4].decision);
    CHECK(all.lines[4].decision->reason == "现场核实");
    CHECK_FALSE(all.lines[0].decision);
}

TEST_CASE("Lines of one result go by key too", "[contract][pages]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 7);
    campaign.startCounting();
    std::vector<IncomingEvent> events;
    for (const int card : {100, 102, 104, 106})
        events.push_back(campaign.seen(card, Campaign::number(card)));
    (void)campaign.store.append(campaign.task.id, events);
    const CountSheet sheet = campaign.sheet("U001");
    const auto page = [&](AssetId after) {
        return campaign.service.lines(campaign.task, sheet, {after, 2, LineResult::NotChecked});
    };
    const LinePage first = page({});
    CHECK(numbersOf(first) == std::vector {Campaign::number(101), Campaign::number(103)});
    REQUIRE(first.next);
    const LinePage second = page(*first.next);
    CHECK(numbersOf(second) == std::vector {Campaign::number(105)});
    CHECK_FALSE(second.next);
    CHECK(campaign.service.lines(campaign.task, sheet, {{}, 50, LineResult::Stolen}).lines.empty());
}

TEST_CASE("Pages of any size show what a fold of the whole sheet gives", "[contract][pages]")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 100, 40);
    campaign.startCounting();
    // The legacy number of one card reads like the asset number of another, which goes before it.
    campaign.session->bulk().execute(
        "UPDATE sheet_line SET legacy_no = 'TY2020000139' WHERE sheet_id = ? AND asset_id = ?",
        {campaign.sheet("U001").id.value, 100});
    std::mt19937 random(Catch::rngSeed());
    std::vector<IncomingEvent> events;
    for (int seq = 1; seq <= 60; ++seq) {
        const auto card = static_cast<std::int64_t>(100 + random() % 45);
        events.push_back(
            campaign.seen(seq, random() % 3 == 0 ? "OLD-" + std::to_string(card) : Campaign::number(card)));
        ScanEvent& event = events.back().event;
        if (random() % 4 == 0)
            event.place = random() % 2 == 0 ? "A-101" : "A-102";
        if (random() % 6 == 0) {
            event.kind = EventKind::Undo;
            event.corrects = events[random() % events.size()].event.eventId;
        }
    }
    events.push_back(campaign.seen(61, "TY2020000139"));
    (void)campaign.store.append(campaign.task.id, events);

    const CountSheet sheet = campaign.sheet("U001");
    const CountedSheet whole = campaign.service.countedSheet(campaign.task, sheet);
    std::map<std::int64_t, CountOutcome> expected;
    for (std::size_t i = 0; i < whole.book.assets.size(); ++i)
        expected[whole.book.assets[i].value] = whole.outcome.lines[i];
    const std::int64_t size = GENERATE(1, 7, 100);
    std::map<std::int64_t, CountOutcome> shown;
    std::optional<AssetId> after = AssetId {};
    while (after) {
        const LinePage page = campaign.service.lines(campaign.task, sheet, {*after, size, {}});
        for (const LinePage::Line& line : page.lines)
            shown[line.asset.value] = line.outcome;
        after = page.next;
    }
    CHECK(shown == expected);
}
