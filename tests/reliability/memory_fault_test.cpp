// P12: memory that runs out while a scan is saved and while a server takes a batch, at each allocation of operator new and of
// SQLite. GUANWU_ALLOCATIONS=1 tries every one, as before a release; CI one in seven
// where each takes a process of its own.
#include "app/exchange/events/event_json.h"
#include "schema/connection/storage_error.h"
#include "schema/health/store_health.h"
#include "tests/reliability/broken_stores.h"
#include "tests/support/failing_memory.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <sys/wait.h>
#include <unistd.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr std::size_t kStepInCi = 7;

/// What became of a piece of work whose memory ran out.
struct Attempt {
    bool hasFailed = false; ///< the memory
    bool hasFailedSqlite = false;
    bool isDone = false; ///< it was told as done
};

/// Runs `work`, which answers whether it told that it is done.
template <class Work> Attempt withoutMemory(std::size_t allocation, FailingMemory::Lasts lasts, const Work& work)
{
    Attempt attempt;
    {
        const FailingMemory memory(allocation, lasts);
        try {
            attempt.isDone = work();
        } catch (const std::bad_alloc&) {
        } catch (const StorageError&) {
        }
        attempt.hasFailed = memory.hasFailed();
        attempt.hasFailedSqlite = memory.hasFailedSqlite();
    }
    return attempt;
}

struct Tally {
    std::size_t operatorNew = 0;
    std::size_t sqlite = 0;
    std::size_t done = 0; ///< though memory ran out: SQLite does without some of it
};

/// Calls `attempt` for one allocation after the other, until the work needs no more.
template <class Try> Tally atEachAllocation(std::size_t stepInCi, const Try& attempt)
{
    const char* wanted = std::getenv("GUANWU_ALLOCATIONS");
    const std::size_t step = wanted == nullptr ? stepInCi : std::strtoull(wanted, nullptr, 10);
    Tally tally;
    for (std::size_t k = 1 + Catch::rngSeed() % step;; k += step) {
        CAPTURE(k);
        const Attempt made = attempt(k);
        if (!made.hasFailed) {
            REQUIRE(made.isDone);
            return tally;
        }
        ++(made.hasFailedSqlite ? tally.sqlite : tally.operatorNew);
        tally.done += made.isDone ? 1 : 0;
    }
}

FailingMemory::Lasts eachWay()
{
    const auto lasts = GENERATE(FailingMemory::Lasts::Once, FailingMemory::Lasts::UntilTheEnd);
    CAPTURE(lasts == FailingMemory::Lasts::UntilTheEnd);
    return lasts;
}

/// A copy of a store that was made once.
template <void (*make)(const std::filesystem::path&)> struct Copy {
    Copy()
    {
        std::filesystem::copy_file(master<make>(), file);
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
    TempFolder folder {memoryFolder()};
    std::filesystem::path file = folder / "store.db";
};

std::unique_ptr<Handheld> openedHandheld(const std::filesystem::path& file)
{
    auto opened = Handheld::open(file, [] { return kCountTime; });
    if (!opened || !(*opened)->choose("T1", "U001"))
        return nullptr;
    return std::move(*opened);
}

/// The id of the event; empty when it was refused.
std::string scanOne(Handheld& handheld)
{
    Sighting sighting;
    sighting.code = "TY2022000101";
    sighting.place = "A-101";
    const auto scanned = handheld.scan(sighting);
    return scanned ? scanned->event.eventId : std::string();
}

/// Whether the event says what was scanned, by whom and where: a text that could not be copied is no empty
/// one.
bool saysAll(const OutboxEntry& entry)
{
    EventDecoder decoder;
    const auto event = decoder.decode(entry.body);
    return event && event->eventId == entry.eventId && event->seq == entry.seq && event->actor == "clerk01"
        && event->unit == "U001" && event->code == "TY2022000101" && event->place == "A-101";
}

/// The store is sound, and holds these events with running numbers and nothing else.
bool isWhole(Handheld& handheld, const std::vector<std::string>& saved)
{
    const auto entries = handheld.outbox().ofSheet(handheld.held().id);
    if (!StoreHealth(handheld.store().session()).damage().empty() || entries.size() != saved.size())
        return false;
    for (std::size_t i = 0; i < saved.size(); ++i)
        if (entries[i].eventId != saved[i] || entries[i].seq != static_cast<std::int64_t>(i) + 1
            || !saysAll(entries[i]))
            return false;
    return true;
}

/// How a child ends.
constexpr int kRefused = 1;
constexpr int kEnded = 2;

} // namespace

TEST_CASE("P12: memory that runs out at any allocation of a scan tells no scan as saved that is not, and the next is",
    "[reliability][memory]")
{
    const Copy<makeHandheldStore> copy;
    auto handheld = openedHandheld(copy.file);
    REQUIRE(handheld);
    std::vector<std::string> saved; ///< the ids of what has to be there, in its order
    const Tally tally = atEachAllocation(1, [&](std::size_t k) {
        std::string id; ///< of what was told
        const Attempt attempt = withoutMemory(k, FailingMemory::Lasts::Once, [&] {
            id = scanOne(*handheld);
            return !id.empty();
        });
        const auto entries = handheld->outbox().ofSheet(handheld->held().id);
        if (id.empty() && entries.size() == saved.size() + 1)
            id = entries.back().eventId; // it was saved, and nobody heard of it
        if (!id.empty())
            saved.push_back(id);
        REQUIRE(entries.size() == saved.size());
        saved.push_back(scanOne(*handheld)); // with the same objects
        REQUIRE_FALSE(saved.back().empty());
        return attempt;
    });
    CHECK(tally.operatorNew > 100);
    CHECK(tally.sqlite > 50);
    handheld = openedHandheld(copy.file);
    REQUIRE(handheld);
    CHECK(isWhole(*handheld, saved));
}

TEST_CASE("P12: a handheld whose memory does not come back may end, and what it told as saved is there", "[reliability][memory]")
{
    // In a process of its own: a destructor of nlohmann::json needs memory, and ends the program when there is none.
    const Copy<makeHandheldStore> copy;
    std::vector<std::string> saved;
    const Tally tally = atEachAllocation(kStepInCi, [&](std::size_t k) {
        int pipes[2];
        REQUIRE(pipe(pipes) == 0);
        const pid_t child = fork();
        if (child == 0) {
            std::set_terminate([] { _exit(kEnded); });
            const auto handheld = openedHandheld(copy.file);
            std::string id;
            const Attempt attempt = withoutMemory(k, FailingMemory::Lasts::UntilTheEnd, [&] {
                id = scanOne(*handheld);
                return !id.empty() && write(pipes[1], id.data(), id.size()) == std::ssize(id);
            });
            _exit(attempt.hasFailed ? kRefused : 0);
        }
        close(pipes[1]);
        std::string id(64, ' ');
        id.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(pipes[0], id.data(), id.size()))));
        close(pipes[0]);
        int status = 0;
        waitpid(child, &status, 0);
        REQUIRE(WIFEXITED(status));

        const auto handheld = openedHandheld(copy.file);
        REQUIRE(handheld);
        const auto entries = handheld->outbox().ofSheet(handheld->held().id);
        const bool isTold = !id.empty();
        if (!isTold && entries.size() == saved.size() + 1)
            id = entries.back().eventId;
        if (!id.empty())
            saved.push_back(id);
        saved.push_back(scanOne(*handheld));
        REQUIRE(isWhole(*handheld, saved));
        return Attempt {WEXITSTATUS(status) != 0, false, isTold};
    });
    CHECK(tally.operatorNew > 20);
}

TEST_CASE("P12: memory that runs out while a handheld takes up its sheet leaves the store sound", "[reliability][memory]")
{
    // Not while the store is opened: there SOCI reads its own parameters, and for ever when memory ends on the way.
    const auto lasts = eachWay();
    const Copy<makeHandheldStore> copy;
    std::vector<std::string> saved;
    {
        const auto handheld = openedHandheld(copy.file);
        for (int i = 0; i < 3; ++i)
            saved.push_back(scanOne(*handheld));
    }
    const Tally tally = atEachAllocation(1, [&](std::size_t k) {
        auto opened = Handheld::open(copy.file, [] { return kCountTime; });
        REQUIRE(opened);
        const std::unique_ptr<Handheld> handheld = std::move(*opened);
        const Attempt attempt = withoutMemory(k, lasts, [&] { return handheld->choose("T1", "U001").has_value(); });
        REQUIRE(handheld->choose("T1", "U001"));
        REQUIRE(isWhole(*handheld, saved));
        return attempt;
    });
    CHECK(tally.operatorNew > 100);
    CHECK(tally.sqlite > 20);
}

TEST_CASE("P12: memory that runs out at any allocation of a batch stores all of it or nothing, and acknowledges nothing that is not there",
    "[reliability][memory]")
{
    constexpr std::int64_t kEvents = 4;
    const auto lasts = eachWay();
    const Copy<makeServerStore> copy;
    auto server = std::make_unique<ServerStore>(copy.file);
    std::int64_t seq = 0;
    const Tally tally = atEachAllocation(1, [&](std::size_t k) {
        std::vector<IncomingEvent> batch;
        for (std::int64_t i = 0; i < kEvents; ++i)
            batch.push_back(server->seen(++seq));
        const Attempt attempt = withoutMemory(k, lasts, [&] {
            const auto outcomes = server->store.append(server->task, batch);
            return std::ranges::count(outcomes, AppendOutcome::Stored) == kEvents;
        });
        // As IngestQueue does it: whoever could not write begins with a session of his own, and sends the same again.
        if (!attempt.isDone)
            server = std::make_unique<ServerStore>(copy.file);
        const std::int64_t there = server->events();
        REQUIRE((there == seq || there == seq - kEvents));
        REQUIRE((there == seq || !attempt.isDone));
        const auto again = server->store.append(server->task, batch);
        REQUIRE(std::ranges::count(again, there == seq ? AppendOutcome::Duplicate : AppendOutcome::Stored) == kEvents);
        REQUIRE(server->events() == seq);
        return attempt;
    });
    CHECK(tally.operatorNew > 5);
    CHECK(tally.sqlite > 20);
    server = std::make_unique<ServerStore>(copy.file);
    CHECK(StoreHealth(server->session).damage().empty());
}

TEST_CASE("P12: memory fails where it is told to, for operator new and for SQLite", "[reliability][memory]")
{
    const auto texts = [](int count) {
        std::vector<std::unique_ptr<int>> out;
        out.reserve(static_cast<std::size_t>(count)); // the first allocation
        for (int i = 1; i < count; ++i)
            out.push_back(std::make_unique<int>(i));
        return true;
    };
    for (std::size_t k = 1; k <= 5; ++k)
        CHECK_FALSE(withoutMemory(k, FailingMemory::Lasts::Once, [&] { return texts(5); }).isDone);
    const Attempt enough = withoutMemory(6, FailingMemory::Lasts::Once, [&] { return texts(5); });
    CHECK((enough.isDone && !enough.hasFailed));

    const Copy<makeHandheldStore> copy;
    const auto store = *HandheldStore::open(copy.file);
    const Tally tally = atEachAllocation(1, [&](std::size_t k) {
        return withoutMemory(k, FailingMemory::Lasts::Once, [&] { return store->sheets().size() == 1; });
    });
    CHECK(tally.sqlite > 0);
}
