// P1, P3, P12: what was acknowledged is there after the power went, or a write failed, at any point; on the
// store of a handheld while it counts, and on the server's in SQLite. GUANWU_CUTS=10000 is the size before a
// release.
#include "schema/connection/storage_error.h"
#include "schema/health/store_health.h"
#include "tests/reliability/broken_stores.h"
#include "tests/support/power_cut_disk.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <sqlite3.h>

using namespace guanwu;
using namespace guanwu::test;
namespace fs = std::filesystem;

namespace {

int cutsWanted()
{
    const char* wanted = std::getenv("GUANWU_CUTS");
    return wanted == nullptr ? 500 : std::atoi(wanted);
}

/// A folder that begins anew from a store that was made once.
class Device {
public:
    explicit Device(const fs::path& master)
        : m_master(master)
    {
        PowerCutDisk::shared();
    }
    /// Puts the store into the folder as it was made, on a disk that is sound.
    void beginAnew(std::uint64_t seed)
    {
        for (const auto& entry : fs::directory_iterator(m_folder.path()))
            fs::remove(entry.path());
        fs::copy_file(m_master, file());
        fs::permissions(file(), fs::perms::owner_read | fs::perms::owner_write);
        PowerCutDisk::shared().watch(m_folder.path(), seed);
        random.seed(seed);
    }
    [[nodiscard]] int upTo(int most) { return std::uniform_int_distribution(1, most)(random); }
    [[nodiscard]] fs::path file() const { return m_folder.path() / "store.db"; }

    std::mt19937_64 random;

private:
    fs::path m_master;
    TempFolder m_folder {memoryFolder()};
};

/// What a clerk was told is saved.
struct Told {
    std::string eventId;
    std::string code;
};

/// A handheld with a book of three lines, and a clerk who counts with it.
class CountingHandheld {
public:
    CountingHandheld()
        : m_device(master<makeHandheldStore>())
    {
    }
    void beginAnew(std::uint64_t seed)
    {
        m_handheld.reset();
        m_device.beginAnew(seed);
        m_told.clear();
    }
    /// Counts, closes the program and opens it again, until the disk says no; `unsafely` as a store would that does
    /// not wait for the disk.
    void countUntilFailure(bool unsafely = false)
    {
        try {
            for (int round = 0; round < 20; ++round) {
                open();
                if (unsafely)
                    m_handheld->store().session().sql() << "PRAGMA synchronous = OFF";
                count(m_device.upTo(12));
                if (m_device.upTo(4) == 1)
                    m_handheld.reset(); // the log goes into the file, and is removed
            }
        } catch (const StorageError&) {
            m_handheld.reset();
        }
    }
    void count(int scans)
    {
        for (int i = 0; i < scans; ++i) {
            const std::string code = "TY2022000" + std::to_string(100 + m_device.upTo(800));
            Sighting sighting;
            sighting.code = code;
            sighting.place = "A-101";
            const auto scanned = m_handheld->scan(sighting);
            REQUIRE(scanned);
            m_told.push_back({scanned->event.eventId, code});
        }
    }
    void open()
    {
        m_handheld.reset();
        auto opened = Handheld::open(m_device.file(), [] { return kCountTime; });
        REQUIRE(opened);
        m_handheld = std::move(*opened);
        REQUIRE(m_handheld->choose("T1", "U001"));
    }
    /// How many scans are missing that the clerk was told are saved. At most one is there that he was not told of,
    /// and it is the last.
    [[nodiscard]] int lost()
    {
        open();
        if (!StoreHealth(m_handheld->store().session()).damage().empty())
            return std::max(1, static_cast<int>(m_told.size()));
        const auto kept = m_handheld->outbox().ofSheet(m_handheld->held().id);
        int missing = 0;
        for (std::size_t i = 0; i < m_told.size(); ++i)
            if (i >= kept.size() || kept[i].eventId != m_told[i].eventId
                || kept[i].seq != static_cast<std::int64_t>(i) + 1
                || kept[i].body.find(m_told[i].code) == std::string::npos)
                ++missing;
        CHECK(kept.size() <= m_told.size() + 1);
        if (kept.size() == m_told.size() + 1) // it was saved, and nobody heard of it
            m_told.push_back({kept.back().eventId, ""});
        return missing;
    }
    void close() { m_handheld.reset(); }
    [[nodiscard]] Device& device() { return m_device; }
    [[nodiscard]] std::size_t told() const { return m_told.size(); }

private:
    Device m_device;
    std::unique_ptr<Handheld> m_handheld;
    std::vector<Told> m_told;
};

/// The store of a server that takes batches of scan events.
class TakingServer {
public:
    TakingServer()
        : m_device(master<makeServerStore>())
    {
    }
    void beginAnew(std::uint64_t seed)
    {
        m_device.beginAnew(seed);
        m_answered.clear();
        m_onTheWay.clear();
        m_seq = 0;
    }
    void takeUntilFailure(int most = 20)
    {
        try {
            for (int round = 0; round < most; ++round) {
                ServerStore server(m_device.file());
                for (int batch = m_device.upTo(6); batch > 0; --batch) {
                    m_onTheWay.clear();
                    for (int i = m_device.upTo(20); i > 0; --i)
                        m_onTheWay.push_back(server.seen(++m_seq));
                    const auto outcomes = server.store.append(server.task, m_onTheWay);
                    REQUIRE(std::ranges::count(outcomes, AppendOutcome::Stored) == std::ssize(m_onTheWay));
                    m_answered.insert(m_answered.end(), m_onTheWay.begin(), m_onTheWay.end());
                    m_onTheWay.clear();
                }
            }
        } catch (const StorageError&) {
        }
    }
    /// How many acknowledged events the store does not know any more. A batch that was not answered is there whole or
    /// not at all; sending everything again stores each event once.
    [[nodiscard]] int lost()
    {
        ServerStore server(m_device.file());
        REQUIRE(StoreHealth(server.session).damage().empty());
        int missing = 0;
        if (!m_answered.empty()) {
            const auto again = server.store.append(server.task, m_answered);
            missing = static_cast<int>(std::ssize(again) - std::ranges::count(again, AppendOutcome::Duplicate));
        }
        if (!m_onTheWay.empty()) {
            const auto again = server.store.append(server.task, m_onTheWay);
            CHECK(again == std::vector<AppendOutcome>(again.size(), again.front()));
            m_answered.insert(m_answered.end(), m_onTheWay.begin(), m_onTheWay.end());
            m_onTheWay.clear();
        }
        CHECK(server.events() == std::ssize(m_answered));
        return missing;
    }
    [[nodiscard]] Device& device() { return m_device; }

private:
    Device m_device;
    std::vector<IncomingEvent> m_answered;
    std::vector<IncomingEvent> m_onTheWay;
    std::int64_t m_seq = 0;
};

/// Each seed begins with a fresh store and cuts it three times, so that a store that was recovered is cut again.
constexpr int kCutsASeed = 3;

} // namespace

TEST_CASE("P1: power that goes while a handheld counts takes no scan that the clerk was told is saved", "[reliability][power]")
{
    CountingHandheld handheld;
    auto& disk = PowerCutDisk::shared();
    std::size_t told = 0;
    int cuts = 0;
    for (std::uint64_t seed = Catch::rngSeed(); cuts < cutsWanted(); ++seed) {
        CAPTURE(seed);
        handheld.beginAnew(seed);
        for (int cut = 0; cut < kCutsASeed; ++cut) {
            disk.cutAfter(handheld.device().upTo(90));
            handheld.countUntilFailure();
            REQUIRE(disk.isOff());
            disk.restart();
            ++cuts;
            REQUIRE(handheld.lost() == 0);
            handheld.count(1);
            handheld.close();
        }
        told += handheld.told();
    }
    CHECK(told > static_cast<std::size_t>(cuts));
}

TEST_CASE("P1: the rig finds what a store loses that does not wait for the disk", "[reliability][power]")
{
    CountingHandheld handheld;
    auto& disk = PowerCutDisk::shared();
    int worse = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        handheld.beginAnew(seed);
        disk.cutAfter(60);
        handheld.countUntilFailure(true);
        disk.restart();
        try {
            worse += handheld.lost() > 0 ? 1 : 0;
        } catch (const StorageError&) {
            ++worse; // it does not even open
        }
        handheld.close();
    }
    CHECK(worse > 5);
}

TEST_CASE("P3: power that goes while the server takes events takes no batch that it acknowledged", "[reliability][power]")
{
    TakingServer server;
    auto& disk = PowerCutDisk::shared();
    int cuts = 0;
    for (std::uint64_t seed = Catch::rngSeed(); cuts < cutsWanted() / 2; ++seed) {
        CAPTURE(seed);
        server.beginAnew(seed);
        for (int cut = 0; cut < kCutsASeed; ++cut) {
            disk.cutAfter(server.device().upTo(120));
            server.takeUntilFailure();
            REQUIRE(disk.isOff());
            disk.restart();
            ++cuts;
            REQUIRE(server.lost() == 0);
        }
    }
}

TEST_CASE("P12, D9: whichever write or sync fails, or finds the disk full, nothing is told saved that is lost",
    "[reliability][power]")
{
    auto& disk = PowerCutDisk::shared();
    const int code = GENERATE(SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_FULL);
    CAPTURE(code);
    CountingHandheld handheld;
    TakingServer server;
    constexpr int kOperations = 40; // an open, some commits and a close have fewer
    for (int k = 1; k <= kOperations; ++k) {
        CAPTURE(k);
        handheld.beginAnew(static_cast<std::uint64_t>(k));
        disk.failAt(k, code);
        handheld.countUntilFailure();
        REQUIRE(disk.hasFailed());
        // It goes on with what is there, until the power goes as well.
        disk.cutAfter(40);
        handheld.countUntilFailure();
        disk.restart();
        REQUIRE(handheld.lost() == 0);
        handheld.close();

        server.beginAnew(static_cast<std::uint64_t>(k));
        disk.failAt(k, code);
        server.takeUntilFailure(2);
        REQUIRE(server.lost() == 0);
        disk.cutAfter(40);
        server.takeUntilFailure();
        disk.restart();
        REQUIRE(server.lost() == 0);
    }
}

// The two halves of power_cut_ext4, which cuts the power under a real file system. GUANWU_STORE is the store,
// GUANWU_LEDGER the file of what was acknowledged, a line each, on another file system.

TEST_CASE("counts into a handheld's store until somebody kills it", "[.][ext4-handheld-write]")
{
    const fs::path file = std::getenv("GUANWU_STORE");
    if (!fs::exists(file))
        makeHandheldStore(file);
    std::ofstream ledger(std::getenv("GUANWU_LEDGER"), std::ios::app);
    const auto handheld = *Handheld::open(file, [] { return kCountTime; });
    REQUIRE(handheld->choose("T1", "U001"));
    Sighting sighting;
    sighting.code = "TY2022000101";
    for (;;)
        ledger << (handheld->scan(sighting).value().event.eventId + "\n") << std::flush;
}

TEST_CASE("finds every acknowledged scan in a handheld's store", "[.][ext4-handheld-read]")
{
    const auto handheld = *Handheld::open(std::getenv("GUANWU_STORE"), [] { return kCountTime; });
    REQUIRE(StoreHealth(handheld->store().session()).damage().empty());
    REQUIRE(handheld->choose("T1", "U001"));
    std::set<std::string> kept;
    for (const OutboxEntry& entry : handheld->outbox().ofSheet(handheld->held().id))
        kept.insert(entry.eventId);
    std::ifstream ledger(std::getenv("GUANWU_LEDGER"));
    for (std::string id; std::getline(ledger, id);)
        if (!kept.contains(id))
            FAIL_CHECK("lost: " << id);
}

TEST_CASE("takes events into a server's store until somebody kills it", "[.][ext4-server-write]")
{
    const fs::path file = std::getenv("GUANWU_STORE");
    if (!fs::exists(file))
        makeServerStore(file);
    std::ofstream ledger(std::getenv("GUANWU_LEDGER"), std::ios::app);
    ServerStore server(file);
    for (std::int64_t seq = server.events();;) {
        std::vector<IncomingEvent> batch;
        for (int i = 0; i < 20; ++i)
            batch.push_back(server.seen(++seq));
        REQUIRE(server.store.append(server.task, batch).front() == AppendOutcome::Stored);
        ledger << (std::to_string(seq) + "\n") << std::flush;
    }
}

TEST_CASE("finds every acknowledged event in a server's store", "[.][ext4-server-read]")
{
    ServerStore server(std::getenv("GUANWU_STORE"));
    REQUIRE(StoreHealth(server.session).damage().empty());
    std::ifstream ledger(std::getenv("GUANWU_LEDGER"));
    std::int64_t last = 0;
    for (std::string seq; std::getline(ledger, seq);)
        last = std::stoll(seq);
    CHECK(server.events() >= last); // batches are whole, and go in one after the other
    CHECK(server.events() % 20 == 0);
}
