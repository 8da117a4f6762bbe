#include "app/demo/running_script.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

const Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + 6h;
const std::vector<std::string> kPhotos {std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c')};

PlannedCount plannedCount()
{
    std::vector<ScriptAsset> assets;
    for (int i = 0; i < 600; ++i)
        assets.push_back({"TY2020" + std::to_string(1'000'000 + i).substr(1), "台式计算机",
            "C01-1-" + std::to_string(101 + i % 60), "P" + std::to_string(i % 40), UseState::InUse, 1});
    return planCount({"U017", assets, {}, 1}, {});
}

std::vector<RunningEvent> eventsAt(RunningPace pace, RunningOddity oddity = RunningOddity::None)
{
    return runningEvents(plannedCount(), {pace, oddity}, kNow, kPhotos, 7);
}

Instant lastArrival(const std::vector<RunningEvent>& events)
{
    return std::max_element(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return a.arrivedAt < b.arrivedAt;
    })->arrivedAt;
}

std::map<std::string, std::vector<ScanEvent>> byInstall(const std::vector<RunningEvent>& events)
{
    std::map<std::string, std::vector<ScanEvent>> out;
    for (const RunningEvent& arrived : events)
        out[arrived.event.installId].push_back(arrived.event);
    return out;
}

} // namespace

TEST_CASE("A running campaign has units at every pace, and each oddity once", "[demo]")
{
    std::vector<std::size_t> lines(219, 180);
    const auto plan = planRunning(lines);
    std::map<RunningPace, int> paces;
    std::map<RunningOddity, int> oddities;
    for (const RunningUnit& unit : plan) {
        ++paces[unit.pace];
        ++oddities[unit.oddity];
    }
    CHECK(plan.front().pace == RunningPace::Begun);
    CHECK(paces.size() == 10);
    CHECK(paces[RunningPace::Begun] == 1);
    for (const auto oddity : {RunningOddity::LabelsOffSheet, RunningOddity::PhotoTwice,
             RunningOddity::ClockBack, RunningOddity::LastMinutes})
        CHECK(oddities[oddity] == 1);
}

TEST_CASE("What a unit has done lies in the past, numbered without a gap", "[demo]")
{
    const auto pace = GENERATE(RunningPace::Begun, RunningPace::Slow, RunningPace::Steady, RunningPace::Fast,
        RunningPace::Nearly, RunningPace::Complete, RunningPace::Signed);
    const auto events = eventsAt(pace);
    REQUIRE(!events.empty());
    std::set<std::string> ids;
    for (const auto& [install, acts] : byInstall(events)) {
        for (std::size_t i = 0; i < acts.size(); ++i) {
            CHECK(acts[i].seq == std::int64_t(i + 1));
            CHECK(acts[i].at <= kNow);
            CHECK((i == 0 || acts[i - 1].at <= acts[i].at));
            CHECK(ids.insert(acts[i].eventId).second);
        }
    }
}

TEST_CASE("A unit that is stuck has told nothing for two days, a steady one just now", "[demo]")
{
    CHECK(kNow - lastArrival(eventsAt(RunningPace::Stuck)) > 48h);
    CHECK(kNow - lastArrival(eventsAt(RunningPace::Steady)) < 5min);
    CHECK(eventsAt(RunningPace::NotBegun).empty());
    CHECK(eventsAt(RunningPace::Begun).size() == 12);
}

TEST_CASE("A clock that was set back shows in the times, not in the arrivals", "[demo]")
{
    const auto events = eventsAt(RunningPace::Steady, RunningOddity::ClockBack);
    const auto isOlder = [](const auto& a, const auto& b) { return a.event.at < b.event.at; };
    CHECK(std::any_of(events.begin(), events.end(),
        [](const RunningEvent& one) { return one.arrivedAt - one.event.at > 25h; }));
    CHECK(!std::is_sorted(events.begin(), events.end(), isOlder));
    CHECK(kNow - lastArrival(events) < 5min);
}

TEST_CASE("A picture shows one thing, but for the oddity that it does not", "[demo]")
{
    const auto uses = [](const std::vector<RunningEvent>& events) {
        std::map<std::string, int> out;
        for (const RunningEvent& arrived : events)
            for (const std::string& photo : arrived.event.photos)
                ++out[photo];
        return out;
    };
    for (const auto& [photo, count] : uses(eventsAt(RunningPace::Complete)))
        CHECK(count == 1);
    CHECK(uses(eventsAt(RunningPace::Complete, RunningOddity::PhotoTwice))[kPhotos.front()] == 3);
}
