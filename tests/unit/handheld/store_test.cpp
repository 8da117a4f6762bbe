// The local store of a handheld. It is SQLite on every device, so there is no second back end to try.
#include "schema/connection/storage_error.h"
#include "schema/handheld/handheld_store.h"
#include "schema/handheld/outbox.h"
#include "schema/inventory/event_digest.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <soci/soci.h>
#include <sys/stat.h>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2022) / 10 / 8);

/// A store with one sheet, and a body that only has to be kept as it is.
class HeldStore {
public:
    HeldStore() { reopen(); }

    void reopen()
    {
        outbox.reset();
        store.reset();
        store = *HandheldStore::open(file);
        outbox = std::make_unique<Outbox>(*store, [](const ScanEvent& event) {
            return event.eventId + " " + std::to_string(event.seq) + " " + event.code.value_or("");
        });
        if (store->sheets().empty()) {
            HeldSheet made;
            made.task = "T1";
            made.unit = "U001";
            store->putSheet(made, kNow);
        }
        sheet = store->sheets().front().id;
    }
    ScanEvent scan(const std::string& id)
    {
        ScanEvent event;
        event.eventId = id;
        event.unit = "U001";
        event.code = "TY2022000001";
        return outbox->append(sheet, event);
    }
    void answer(std::int64_t seq, OutboxState state, const std::string& reason = {})
    {
        const OutboxAnswer one {seq, state, reason};
        outbox->answer({&one, 1});
    }
    [[nodiscard]] std::vector<std::int64_t> toSend() const
    {
        std::vector<std::int64_t> out;
        for (const OutboxEntry& entry : outbox->unacknowledged("T1", 0, 500))
            out.push_back(entry.seq);
        return out;
    }
    std::string setting(const char* pragma)
    {
        std::string value;
        store->session().sql() << pragma, soci::into(value);
        return value;
    }

    TempFolder folder;
    std::filesystem::path file = folder / "handheld.store";
    std::unique_ptr<HandheldStore> store;
    std::unique_ptr<Outbox> outbox;
    std::int64_t sheet = 0;
};

using Seqs = std::vector<std::int64_t>;

} // namespace

TEST_CASE("D1: a handheld's store is WAL and FULL at every open, whatever it was left in", "[handheld]")
{
    HeldStore held;
    for (int open = 0; open < 2; ++open) {
        CHECK(held.setting("PRAGMA journal_mode") == "wal");
        CHECK(held.setting("PRAGMA synchronous") == "2");
        CHECK(held.setting("PRAGMA journal_mode = DELETE") == "delete");
        held.reopen();
    }
}

TEST_CASE("nobody else may read a handheld's store", "[handheld]")
{
    HeldStore held;
    struct stat about { };
    REQUIRE(stat(held.file.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    held.store.reset();
    REQUIRE(chmod(held.file.c_str(), 0644) == 0);
    CHECK(HandheldStore::open(held.file).error().subject == "handheld.store_file");
}

TEST_CASE("S1: each new store is an install of its own, for ever", "[handheld]")
{
    HeldStore one;
    HeldStore other;
    const std::string id = one.store->install().installId;
    CHECK(id.size() == 32);
    CHECK(id != other.store->install().installId);
    HandheldInstall changed = one.store->install();
    changed.installId = other.store->install().installId;
    changed.deviceId = "77";
    one.store->setInstall(changed);
    one.reopen();
    CHECK(one.store->install().installId == id);
    CHECK(one.store->install().deviceId == "77");
}

TEST_CASE(
    "the seq of own events is gapless from 1, across restarts and over several connections", "[handheld]")
{
    HeldStore held;
    CHECK(held.scan("a").seq == 1);
    CHECK(held.scan("b").seq == 2);
    held.reopen();
    CHECK(held.scan("c").seq == 3);
    const auto scanMany = [&](const std::string& name) {
        const auto store = *HandheldStore::open(held.file);
        Outbox outbox(*store, [](const ScanEvent& event) { return event.eventId; });
        for (int i = 0; i < 20; ++i) {
            ScanEvent event;
            event.eventId = name + std::to_string(i);
            static_cast<void>(outbox.append(held.sheet, event));
        }
    };
    std::thread beside(scanMany, "x");
    scanMany("y");
    beside.join();
    const auto entries = held.outbox->ofSheet(held.sheet);
    REQUIRE(entries.size() == 43);
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(entries[i].seq == static_cast<std::int64_t>(i + 1));
}

TEST_CASE("a scan that could not be saved leaves no gap", "[handheld]")
{
    HeldStore held;
    CHECK(held.scan("a").seq == 1);
    CHECK_THROWS_AS(held.scan("a"), DuplicateKey);
    CHECK(held.scan("b").seq == 2);
}

TEST_CASE("the schema itself refuses to delete or change an event", "[handheld]")
{
    HeldStore held;
    static_cast<void>(held.scan("a"));
    soci::session& sql = held.store->session().sql();
    const auto refused = [&](const char* statement) {
        CAPTURE(statement);
        CHECK_THROWS(sql << statement);
    };
    refused("DELETE FROM own_event");
    refused("UPDATE own_event SET seq = 9");
    refused("UPDATE own_event SET event_id = 'z'");
    refused("UPDATE own_event SET digest = 'z'");
    refused("UPDATE own_event SET body = 'z'");
    refused("UPDATE own_event SET body = ''");
    refused("UPDATE own_event SET state = 'gone'");
    CHECK(held.toSend() == Seqs {1});
}

TEST_CASE("only what the server said of an event takes it off the outbox", "[handheld]")
{
    HeldStore held;
    for (const char* id : {"a", "b", "c", "d"})
        static_cast<void>(held.scan(id));
    held.answer(1, OutboxState::Stored);
    held.answer(2, OutboxState::Quarantined);
    held.answer(3, OutboxState::Rejected, "event.time");
    CHECK(held.toSend() == Seqs {3, 4});
    CHECK(held.outbox->unacknowledged("T1", 0, 500).front().reason == "event.time");
    CHECK(held.outbox->tasksToSend() == std::vector<std::string> {"T1"});
    const OutboxCounts counts = held.outbox->counts();
    CHECK(counts.stored == 1);
    CHECK(counts.quarantined == 1);
    CHECK(counts.unacknowledged() == 2);
}

TEST_CASE("P4: what the server no longer has is offered again, though it was acknowledged", "[handheld]")
{
    HeldStore held;
    for (const char* id : {"a", "b", "c", "d"}) {
        const ScanEvent event = held.scan(id);
        held.answer(event.seq, event.seq == 4 ? OutboxState::Quarantined : OutboxState::Stored);
    }
    const std::vector<SeqRange> held1 {{1, 1}, {3, 3}};
    const Seqs quarantined {4};
    CHECK(held.outbox->offerAgain(held1, quarantined) == 1);
    CHECK(held.toSend() == Seqs {2});
    CHECK(held.outbox->offerAgain({}, {}) == 3);
    CHECK(held.toSend() == Seqs {1, 2, 3, 4});
}

TEST_CASE("the proof is over the events that the server said it stored, in the order of seq", "[handheld]")
{
    HeldStore held;
    InstallDigest expected;
    for (const char* id : {"a", "b", "c"}) {
        const ScanEvent event = held.scan(id);
        if (event.seq == 2)
            continue;
        held.answer(event.seq, OutboxState::Stored);
        expected.add(eventDigest(event));
    }
    CHECK(held.outbox->proof() == OutboxProof {2, expected.hex()});
}

TEST_CASE("S5: nothing is purged while an event of the sheet is not stored", "[handheld]")
{
    HeldStore held;
    static_cast<void>(held.scan("a"));
    static_cast<void>(held.scan("b"));
    held.answer(1, OutboxState::Stored);
    const OutboxProof proof = held.outbox->proof();
    for (const OutboxState state : {OutboxState::Waiting, OutboxState::Rejected, OutboxState::Quarantined}) {
        held.answer(2, state);
        CHECK(held.outbox->purge(held.sheet).error().subject == "handheld.unsent");
        CHECK_FALSE(held.outbox->ofSheet(held.sheet).front().body.empty());
    }
    CHECK(held.outbox->proof() == proof);
    held.answer(2, OutboxState::Stored);
    REQUIRE(held.outbox->purge(held.sheet));
    CHECK(held.store->sheets().front().purged);
    CHECK(held.outbox->ofSheet(held.sheet).size() == 2);
    CHECK(held.outbox->ofSheet(held.sheet).front().body.empty());
    CHECK(held.scan("c").seq == 3);
}

TEST_CASE("S5: log-out, another user and an upgrade of the program leave every unsent event", "[handheld]")
{
    HeldStore held;
    static_cast<void>(held.scan("a"));
    held.store->setLogin({"clerk01", "张三", "U001", "token"});
    held.store->logOut();
    CHECK_FALSE(held.store->login());
    held.store->setLogin({"clerk02", "李四", "U002", "token"});
    CHECK(held.toSend() == Seqs {1});
    held.outbox.reset();
    held.store.reset();
    std::vector<Migration> newer(handheldMigrations().begin(), handheldMigrations().end());
    newer.push_back({static_cast<int>(newer.size()) + 1, "next", "CREATE TABLE next (id INTEGER);\n"});
    REQUIRE(HandheldStore::open(held.file, newer));
    // Back to this version: refused, and nothing of it is touched.
    CHECK(HandheldStore::open(held.file).error().subject == "schema.newer");
    const auto store = *HandheldStore::open(held.file, newer);
    Outbox outbox(*store, [](const ScanEvent&) { return std::string(); });
    CHECK(outbox.unacknowledged("T1", 0, 500).size() == 1);
}

TEST_CASE("an undo names the last scan that was not taken back", "[handheld]")
{
    HeldStore held;
    CHECK(held.outbox->lastUndoable(held.sheet).empty());
    static_cast<void>(held.scan("a"));
    static_cast<void>(held.scan("b"));
    CHECK(held.outbox->lastUndoable(held.sheet) == "b");
    ScanEvent undo;
    undo.eventId = "u";
    undo.kind = EventKind::Undo;
    undo.corrects = "b";
    static_cast<void>(held.outbox->append(held.sheet, undo));
    CHECK(held.outbox->lastUndoable(held.sheet) == "a");
}

TEST_CASE("a book comes in pages and goes on where it stopped", "[handheld]")
{
    HeldStore held;
    BookLine desk;
    desk.assetNo = "TY2022000002";
    desk.name = "办公桌";
    desk.quantity = 3;
    desk.place = "A-101";
    desk.userName = "张三";
    desk.useState = UseState::Idle;
    BookLine chair;
    chair.assetNo = "TY2022000001";
    chair.legacyNo = "OLD-7";
    held.store->addBookPage(held.sheet, {desk}, "cursor");
    CHECK(held.store->sheets().front().bookAfter == "cursor");
    CHECK_FALSE(held.store->sheets().front().bookComplete);
    held.reopen();
    held.store->addBookPage(held.sheet, {desk, chair}, "");
    CHECK(held.store->sheets().front().bookComplete);
    CHECK(held.store->book(held.sheet) == std::vector<BookLine> {chair, desk});
}

TEST_CASE("events of others are kept once, in the order of their arrival", "[handheld]")
{
    HeldStore held;
    held.store->addOthers(held.sheet, {{0, "x", "one"}, {0, "y", "two"}}, "c1");
    const auto first = held.store->others(held.sheet, 0);
    REQUIRE(first.size() == 2);
    held.store->addOthers(held.sheet, {{0, "y", "two"}, {0, "z", "three"}}, "c2");
    const auto more = held.store->others(held.sheet, first.back().arrival);
    REQUIRE(more.size() == 1);
    CHECK(more.front().body == "three");
    CHECK(held.store->sheets().front().othersAfter == "c2");
}

TEST_CASE("a sheet that is opened again begins its proof and its 30 days anew", "[handheld]")
{
    HeldStore held;
    HeldSheet sheet = held.store->sheets().front();
    sheet.state = SheetState::Closed;
    held.store->putSheet(sheet, kNow);
    held.store->setProved(held.sheet, kNow);
    held.store->putSheet(sheet, kNow + std::chrono::hours(1));
    CHECK(held.store->sheets().front().closedAt == kNow);
    CHECK(held.store->sheets().front().provedAt == kNow);
    sheet.state = SheetState::Counting;
    held.store->putSheet(sheet, kNow);
    CHECK_FALSE(held.store->sheets().front().closedAt);
    CHECK_FALSE(held.store->sheets().front().provedAt);
}

TEST_CASE("A handheld keeps the first anchor of a day, and of a thousand days", "[handheld][store]")
{
    HeldStore held;
    const auto anchorAt = [](int day, int block) {
        SignedAnchor out;
        out.anchor = {block, std::string(64, 'd'), block, {}};
        out.at = kNow + std::chrono::days(day) + std::chrono::minutes(block);
        out.signature = std::string(86, 's');
        return out;
    };
    for (int day = 0; day < kMostAnchors; ++day)
        held.store->keepAnchor(anchorAt(day, 1));
    held.store->keepAnchor(anchorAt(5, 2));
    held.reopen();
    auto lines = held.store->anchors();
    REQUIRE(lines.size() == static_cast<std::size_t>(kMostAnchors));
    CHECK(lines.front() == anchorLine(anchorAt(0, 1)));
    CHECK(lines[5] == anchorLine(anchorAt(5, 1)));
    held.store->keepAnchor(anchorAt(kMostAnchors, 1));
    lines = held.store->anchors();
    REQUIRE(lines.size() == static_cast<std::size_t>(kMostAnchors));
    CHECK(lines.front() == anchorLine(anchorAt(1, 1)));
}
