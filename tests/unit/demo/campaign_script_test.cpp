#include "app/demo/campaign_script.h"

#include "core/inventory/count_signals.h"
#include "core/inventory/fold.h"
#include "core/inventory/line_numbers.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

std::vector<ScriptAsset> assetsOf(int count)
{
    std::vector<ScriptAsset> out;
    for (int i = 0; i < count; ++i) {
        const std::string serial = std::to_string(1'000'000 + i).substr(1);
        ScriptAsset asset;
        asset.assetNo = "TY2020" + serial;
        asset.name = "台式计算机";
        asset.place = i % 50 == 0 ? "" : "C01-1-" + std::to_string(101 + i % 37);
        asset.user = i % 3 == 0 ? "" : "P" + std::to_string(100 + i % 41);
        asset.state = i % 97 == 0 ? UseState::Idle : i % 31 == 0 ? UseState::InStock : UseState::InUse;
        asset.quantity = 1 + i % 4;
        out.push_back(std::move(asset));
    }
    return out;
}

std::vector<BookLine> bookOf(const std::vector<ScriptAsset>& assets)
{
    std::vector<BookLine> out;
    for (const ScriptAsset& asset : assets) {
        BookLine line;
        line.assetNo = asset.assetNo;
        line.name = asset.name;
        line.place = asset.place;
        line.user = asset.user;
        line.useState = asset.state;
        line.quantity = asset.quantity;
        out.push_back(std::move(line));
    }
    return out;
}

const std::vector<std::string> kStrangers {"JJ2021000001", "JJ2021000002"};

PlannedCount countOf(const std::vector<ScriptAsset>& assets, const CampaignOptions& options = {})
{
    return planCount({"U017", assets, kStrangers, 9}, options);
}

SheetOutcome foldOf(const std::vector<ScriptAsset>& assets, const PlannedCount& count)
{
    const auto lookup = [](const std::string& code) -> std::optional<CardElsewhere> {
        for (const std::string& form : codeForms(code))
            if (std::find(kStrangers.begin(), kStrangers.end(), form) != kStrangers.end())
                return CardElsewhere {form, "U018", true};
        return std::nullopt;
    };
    return foldSheet(bookOf(assets), count.events, lookup, SheetPhase::SignedOff);
}

} // namespace

TEST_CASE("The events of a count lead to the results that were planned")
{
    const auto assets = assetsOf(GENERATE(0, 1, 40, 5000));
    const PlannedCount count = countOf(assets);
    const SheetOutcome outcome = foldOf(assets, count);
    std::array<std::int64_t, kLineResults.size()> results {};
    for (const CountOutcome& line : outcome.lines)
        ++results[static_cast<std::size_t>(line.result)];
    results[static_cast<std::size_t>(LineResult::Surplus)]
        = static_cast<std::int64_t>(outcome.surplus.size());
    for (const auto& row : kLineResults) {
        INFO(row.token);
        CHECK(results[static_cast<std::size_t>(row.value)]
            == count.results[static_cast<std::size_t>(row.value)]);
    }
    CHECK(outcome.findings.size() == kStrangers.size());
}

TEST_CASE("A count finds a little of everything, in the planned shares")
{
    const auto assets = assetsOf(40'000);
    const PlannedCount count = countOf(assets);
    const auto isNear = [&](LineResult result, double perCent) {
        INFO(tokenRow(kLineResults, result).token);
        const auto found = static_cast<double>(count.results[static_cast<std::size_t>(result)]);
        CHECK(found * 100 / 40'000 == Approx(perCent).epsilon(0.35));
    };
    isNear(LineResult::Match, 96);
    isNear(LineResult::PlaceDiffers, 2);
    isNear(LineResult::UserDiffers, 0.27); // a third of the cards has no user
    isNear(LineResult::StateDiffers, 0.5);
    isNear(LineResult::Damaged, 0.3);
    isNear(LineResult::ToScrap, 0.3);
    isNear(LineResult::Shortage, 0.4);
    isNear(LineResult::Surplus, 0.1);
    CHECK(count.results[static_cast<std::size_t>(LineResult::Doubt)] > 5);
    std::map<EventKind, int> kinds;
    std::map<EntryMode, int> modes;
    for (const ScanEvent& event : count.events) {
        ++kinds[event.kind];
        ++modes[event.entry];
    }
    CHECK(kinds.size() == kEventKinds.size());
    CHECK(modes[EntryMode::Camera] > modes[EntryMode::Wedge]);
    CHECK(modes[EntryMode::Manual] > 0);
}

TEST_CASE("What is idle in the books is found idle and nothing else")
{
    const auto assets = assetsOf(20'000);
    const PlannedCount count = countOf(assets);
    const SheetOutcome outcome = foldOf(assets, count);
    std::int64_t idle = 0;
    for (std::size_t i = 0; i < assets.size(); ++i)
        if (assets[i].state == UseState::Idle) {
            ++idle;
            if (outcome.lines[i].result != LineResult::Match)
                FAIL_CHECK(assets[i].assetNo);
        }
    CHECK(idle > 200);
}

TEST_CASE("Events are as a handheld makes them")
{
    const CampaignOptions options;
    const auto assets = assetsOf(GENERATE(3, 900, 30'000));
    const PlannedCount count = countOf(assets, options);
    std::set<std::string> ids;
    std::map<std::string, std::int64_t> lastSeq;
    std::map<std::string, Instant> lastAt;
    std::map<std::string, std::set<std::string>> actors, made;
    const Instant opens = std::chrono::sys_days(options.firstDay);
    for (const ScanEvent& event : count.events) {
        const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        const bool idFits = event.eventId.size() == 36 && event.eventId[14] == '7'
            && std::string_view("89ab").find(event.eventId[19]) != std::string_view::npos;
        if (!idFits || !ids.insert(event.eventId).second)
            FAIL_CHECK("id " << event.eventId);
        if (event.installId.size() != 32
            || !std::all_of(event.installId.begin(), event.installId.end(), isHex))
            FAIL_CHECK("install " << event.installId);
        if (event.seq != ++lastSeq[event.installId])
            FAIL_CHECK("seq " << event.seq);
        if (event.at <= lastAt[event.installId] || event.at < opens || event.at >= opens + 21 * 24h)
            FAIL_CHECK("instant of " << event.eventId);
        lastAt[event.installId] = event.at;
        const auto day = std::chrono::floor<std::chrono::days>(event.at);
        const auto time = event.at - day;
        if (std::chrono::weekday(day).iso_encoding() > 5 || time < 30min || time > 9h + 30min)
            FAIL_CHECK("working time of " << event.eventId);
        if (event.entry == EntryMode::Manual && event.reason.empty())
            FAIL_CHECK("reason of " << event.eventId);
        if (event.kind == EventKind::Undo && !made[event.installId].contains(event.corrects))
            FAIL_CHECK("undo " << event.eventId);
        CHECK(event.unit == "U017");
        made[event.installId].insert(event.eventId);
        actors[event.installId].insert(event.actor);
    }
    CHECK(static_cast<int>(actors.size()) == count.clerks);
    CHECK(actors.begin()->second.size() == 1);
    for (const auto& [install, names] : actors)
        CHECK((names.size() == 1 && names.begin()->starts_with("clerk")));
}

TEST_CASE("The same count is planned again, another seed or unit counts otherwise")
{
    const auto assets = assetsOf(300);
    CHECK(countOf(assets).events == countOf(assets).events);
    CampaignOptions other;
    other.seed = 5;
    CHECK(countOf(assets).events != countOf(assets, other).events);
    CHECK(countOf(assets).events.front().installId
        != planCount({"U018", assets, {}, 9}, {}).events.front().installId);
}

TEST_CASE("Of clerks who walk through the invented city nothing is asked")
{
    const auto assets = assetsOf(GENERATE(1, 40, 700, 5000));
    CampaignOptions options;
    for (options.seed = 1; options.seed <= 10; ++options.seed) {
        CAPTURE(assets.size(), options.seed);
        CHECK(countSignals(bookOf(assets), countOf(assets, options).events).empty());
    }
}
