// A clerk at the screen, against a real handheld store.
#include "app/client/counting/counting.h"
#include "app/client/counting/my_sheets.h"
#include "app/client/counting/sync_state.h"
#include "app/client/gallery/fake_calls.h"
#include "app/exchange/events/event_json.h"
#include "tests/qml/wait_until.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/handheld/paper_server.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// A clerk who has the sheet open: A-101 with the things 1 and 2, A-102 with the thing 3.
class Clerk {
public:
    Clerk()
        : m_device(m_server)
        , session(m_device.file, Language::En, DemoServer::Place {}, std::make_unique<FakeCalls>())
    {
        m_device.handheld.reset();
        counting.setSession(&session);
        QObject::connect(
            &counting, &Counting::sounded, [this](const QString& key) { sounds.push_back(key); });
        open();
    }
    void open()
    {
        counting.open(u"T1"_s, u"U001"_s);
        REQUIRE(waitUntil([&] { return counting.state() != Counting::State::Opening; }));
        REQUIRE(counting.problem() == QString());
    }
    void scan(const QString& code) { counting.scan(code, Counting::Aim::Scanner); }
    void see(const QString& code) { counting.scan(code, Counting::Aim::Camera); }
    /// Own events as they are on the disk.
    [[nodiscard]] std::vector<ScanEvent> kept()
    {
        std::vector<ScanEvent> out;
        const auto store = std::move(*HandheldStore::open(m_device.file));
        EventDecoder decoder;
        for (const OutboxEntry& entry : Outbox(*store, nullptr).ofSheet(store->sheets().front().id))
            out.push_back(*decoder.decode(entry.body));
        return out;
    }
    [[nodiscard]] PaperServer& server() { return m_server; }
    [[nodiscard]] QVariant row(int row, ScanList::Role role)
    {
        return counting.scans()->data(counting.scans()->index(row), role);
    }

private:
    PaperServer m_server;
    TestHandheld m_device;

public:
    ClientSession session;
    Counting counting;
    QStringList sounds;
};

} // namespace

TEST_CASE("the room comes first, by its label or by choice", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    CHECK(counting.rooms()->count() == 2);
    clerk.scan(u"TY2022000001"_s);
    CHECK(counting.told().key == "refused"_L1);
    CHECK(clerk.kept().empty());
    clerk.scan(u"P:A-101"_s);
    CHECK(counting.isInRoom());
    CHECK(counting.room() == "A-101"_L1);
    CHECK(counting.expected() == 2);
    CHECK(counting.missing()->count() == 2);
    CHECK(clerk.sounds == QStringList {u"refused"_s, u"room"_s});
}

TEST_CASE("each scan is told at once and saved before, and the room is counted along", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    clerk.sounds.clear();
    clerk.see(u"TY2022000001"_s);
    CHECK(counting.told().key == "here"_L1);
    CHECK(counting.told().name == u"办公桌"_s);
    CHECK(counting.seen() == 1);
    CHECK(counting.missing()->count() == 1);
    clerk.see(u"TY2022000003"_s);
    CHECK(counting.told().key == "other_room"_L1);
    CHECK(counting.told().detail.contains(u"305"_s));
    CHECK(counting.strays() == 1);
    clerk.scan(u"X-77"_s);
    CHECK(counting.told().key == "unknown"_L1);
    CHECK(counting.told().name == "X-77"_L1);
    clerk.scan(u"TY2022000001"_s);
    CHECK(counting.told().key == "already_counted"_L1);
    CHECK(counting.told().detail.contains(u"clerk01"_s));
    CHECK(clerk.sounds == QStringList {u"here"_s, u"other_room"_s, u"unknown"_s, u"already_counted"_s});
    const auto kept = clerk.kept();
    REQUIRE(kept.size() == 4);
    CHECK(kept[0].entry == EntryMode::Camera);
    CHECK(kept[2].entry == EntryMode::Wedge);
    CHECK(kept[1].place == "A-101");
    CHECK(counting.scans()->count() == 4);
    CHECK(clerk.row(0, ScanList::NameRole) == u"办公桌"_s);
}

TEST_CASE("a camera that sweeps back says so, and is no second sighting", "[counting]")
{
    Clerk clerk;
    clerk.counting.enterRoom(u"A-101"_s);
    for (int i = 0; i < 3; ++i) {
        clerk.see(u"TY2022000001"_s);
        clerk.see(u"X-77"_s);
    }
    CHECK(clerk.kept().size() == 2);
    clerk.counting.leaveRoom();
    clerk.counting.goLeavingOpen();
    clerk.counting.enterRoom(u"A-102"_s);
    clerk.see(u"X-77"_s); // in another room it is a sighting
    CHECK(clerk.kept().size() == 3);
}

TEST_CASE("condition, user and note belong to the last scan, and the last word holds", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    counting.pressDigit(3); // nothing was scanned: nothing happens
    CHECK(clerk.kept().empty());
    clerk.scan(u"TY2022000001"_s);
    counting.pressDigit(3);
    CHECK(counting.told().condition == "damaged"_L1);
    counting.pressDigit(2);
    counting.pressDigit(7);
    CHECK(counting.told().condition == "idle"_L1);
    CHECK(counting.told().user == "P001"_L1);
    CHECK(clerk.row(0, ScanList::UserRole) == u"张三"_s);
    counting.addNote(u" 桌腿松动 "_s);
    CHECK(clerk.row(0, ScanList::NoteRole) == u"桌腿松动"_s);
    CHECK(counting.scans()->count() == 1);
    const auto kept = clerk.kept();
    // sighting; damaged; idle, damaged taken back; idle with user, idle taken back; note
    REQUIRE(kept.size() == 7);
    CHECK(kept[5].kind == EventKind::Undo);
    CHECK(kept[4].condition == Condition::Idle);
    CHECK(kept[4].user == "P001");
    CHECK(kept[6].kind == EventKind::Note);
    CHECK(kept[6].code == "TY2022000001");
}

TEST_CASE("every condition and every likely user is one swipe away", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    CHECK(counting.swiped(200, 0).isEmpty()); // nothing was scanned
    clerk.scan(u"TY2022000001"_s);
    QStringList reached;
    for (const qreal way : {-170.0, -120.0, -60.0, 60.0, 120.0, 170.0}) {
        CHECK(counting.swipe(way, 4));
        reached.push_back(counting.told().condition);
    }
    CHECK(reached
        == QStringList {u"disposed"_s, u"in_use"_s, u"idle"_s, u"to_scrap"_s, u"damaged"_s, u"stolen"_s});
    CHECK(counting.swipe(4, 60));
    CHECK(counting.told().user == "P001"_L1);
    CHECK_FALSE(counting.swipe(4, 900)); // another user: has to be asked for
    const auto kept = clerk.kept().size();
    CHECK(counting.swipe(20, 20)); // too short to mean anything
    CHECK(clerk.kept().size() == kept);
}

TEST_CASE("undo takes back the last thing done, one after the other", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    clerk.scan(u"TY2022000001"_s);
    clerk.scan(u"TY2022000002"_s);
    counting.setCondition(u"to_scrap"_s);
    counting.undo();
    CHECK(counting.told().condition == QString());
    CHECK(counting.seen() == 2);
    counting.undo();
    CHECK(counting.seen() == 1);
    CHECK(counting.scans()->count() == 1);
    counting.undo();
    CHECK(counting.seen() == 0);
    CHECK_FALSE(counting.canUndo());
    counting.undo();
    CHECK(clerk.kept().size() == 6);
    clerk.see(u"TY2022000001"_s); // it counts again
    CHECK(counting.seen() == 1);
}

TEST_CASE("an unknown tag becomes a surplus with a name, and is one thing", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    clerk.scan(u"X-77"_s);
    clerk.scan(u"TY2022000001"_s);
    counting.addSurplus(u"无卡片的保险柜"_s, u"X-77"_s, 1, u"在门后"_s, false);
    CHECK(counting.scans()->count() == 2);
    CHECK(clerk.row(0, ScanList::NameRole) == u"无卡片的保险柜"_s);
    counting.addSurplus(u"椅子"_s, {}, 4, {}, false);
    const auto kept = clerk.kept();
    REQUIRE(kept.size() == 5);
    CHECK(kept[2].kind == EventKind::Surplus);
    CHECK(kept[2].place == "A-101");
    CHECK(kept[3].corrects == kept[0].eventId);
    CHECK(kept[4].quantity == 4);
    clerk.see(u"X-77"_s);
    CHECK(clerk.kept().size() == 5);
}

TEST_CASE("what is missing is told before the door, and scanning goes on there", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    clerk.scan(u"P:A-101"_s);
    clerk.scan(u"TY2022000001"_s);
    clerk.scan(u"P:A-102"_s);
    CHECK(counting.isLeaving());
    CHECK(counting.room() == "A-101"_L1);
    CHECK(counting.missing()->count() == 1);
    SECTION("found after all: the next label goes on without a question, and the room is closed")
    {
        clerk.scan(u"TY2022000002"_s);
        CHECK(counting.missing()->count() == 0);
        clerk.scan(u"P:A-102"_s);
        CHECK(counting.room() == "A-102"_L1);
        CHECK(clerk.kept().back().kind == EventKind::RoomClosed);
    }
    SECTION("the same label again means it")
    {
        clerk.scan(u"P:A-102"_s);
        CHECK(counting.room() == "A-102"_L1);
        CHECK_FALSE(counting.isLeaving());
    }
    SECTION("closing without it is an event that can be taken back")
    {
        counting.stayInRoom();
        counting.leaveRoom();
        counting.goClosing();
        CHECK_FALSE(counting.isInRoom());
        CHECK(clerk.kept().back().kind == EventKind::RoomClosed);
        counting.undo();
        counting.enterRoom(u"A-101"_s);
        CHECK_FALSE(counting.isRoomClosed());
    }
}

TEST_CASE("a room in which everything was seen is closed by leaving it", "[counting]")
{
    Clerk clerk;
    clerk.counting.enterRoom(u"A-102"_s);
    clerk.scan(u"TY2022000003"_s);
    clerk.counting.leaveRoom();
    CHECK_FALSE(clerk.counting.isInRoom());
    CHECK(clerk.kept().back().kind == EventKind::RoomClosed);
    CHECK(clerk.counting.rooms()->done() == 1);
}

TEST_CASE("a typed number needs its reason", "[counting]")
{
    Clerk clerk;
    clerk.counting.enterRoom(u"A-101"_s);
    clerk.counting.type(u"TY2022000001"_s, {});
    CHECK(clerk.counting.told().key == "refused"_L1);
    CHECK(clerk.kept().empty());
    clerk.counting.type(u"TY2022000001"_s, u"标签破损"_s);
    REQUIRE(clerk.kept().size() == 1);
    CHECK(clerk.kept().front().entry == EntryMode::Manual);
    CHECK(clerk.kept().front().reason == "标签破损");
}

TEST_CASE("a sheet that is opened again shows where the clerk was, and can still be taken back", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    clerk.scan(u"TY2022000001"_s);
    counting.setCondition(u"damaged"_s);
    clerk.scan(u"X-77"_s);
    counting.undo();
    clerk.open();
    CHECK(counting.resumeRoom() == "A-101"_L1);
    CHECK(counting.scans()->count() == 1);
    CHECK(clerk.row(0, ScanList::ConditionRole) == u"Damaged"_s);
    counting.enterRoom(counting.resumeRoom());
    CHECK(counting.seen() == 1);
    clerk.see(u"TY2022000001"_s);
    CHECK(clerk.kept().size() == 4);
    counting.undo(); // the condition
    counting.undo(); // the sighting
    CHECK(counting.seen() == 0);
}

TEST_CASE(
    "what is here and what the server has is said plainly, and a sync brings them together", "[counting]")
{
    Clerk clerk;
    SyncState sync;
    sync.setAutomatic(false);
    sync.setSession(&clerk.session);
    QObject::connect(&clerk.counting, &Counting::saved, &sync, &SyncState::noteSaved);
    clerk.counting.enterRoom(u"A-101"_s);
    clerk.scan(u"TY2022000001"_s);
    clerk.scan(u"X-77"_s);
    CHECK(waitUntil([&] { return sync.savedHere() == 2; }));
    int syncs = 0;
    QObject::connect(&sync, &SyncState::synced, [&] { ++syncs; });

    clerk.server().fault = [](const ReceivedRequest&) { return std::optional(httpAnswer(503, "")); };
    sync.syncNow();
    CHECK(sync.isBusy());
    REQUIRE(waitUntil([&] { return syncs == 1; }));
    CHECK(sync.isOffline());
    CHECK(sync.problem() == QString());
    CHECK(sync.savedHere() == 2);
    CHECK(sync.line().startsWith(u"Offline"_s));

    clerk.server().fault = nullptr;
    sync.syncNow();
    clerk.scan(u"TY2022000002"_s); // while it runs
    REQUIRE(waitUntil([&] { return syncs == 2; }));
    CHECK_FALSE(sync.isOffline());
    CHECK(sync.onServer() >= 2);
    sync.syncNow();
    REQUIRE(waitUntil([&] { return syncs == 3; }));
    CHECK(sync.onServer() == 3);
    CHECK(sync.savedHere() == 0);
    CHECK(clerk.server().stored.size() == 3);
    CHECK(sync.lastSync() != u"never"_s);
}

TEST_CASE("what others counted comes with a sync, and the list of rooms stays where it was", "[counting]")
{
    Clerk clerk;
    Counting& counting = clerk.counting;
    counting.enterRoom(u"A-101"_s);
    clerk.scan(u"TY2022000002"_s);
    ScanEvent other = clerk.kept().front();
    other.eventId = "01890a5d-ac96-774b-bcce-b302099a8057";
    other.installId = std::string(32, 'b');
    other.actor = "clerk02";
    other.code = "TY2022000001";
    clerk.server().others.push_back(nlohmann::json::parse(encodeEvent(other)));
    int resets = 0;
    QObject::connect(counting.rooms(), &QAbstractItemModel::modelReset, [&] { ++resets; });
    SyncState sync;
    sync.setAutomatic(false);
    bool isOver = false;
    QObject::connect(&sync, &SyncState::synced, [&] {
        counting.refresh();
        isOver = true;
    });
    sync.setSession(&clerk.session);
    sync.syncNow();
    REQUIRE(waitUntil([&] { return isOver; }));
    CHECK(sync.problem() == QString());
    CHECK(counting.seen() == 2);
    CHECK(counting.missing()->count() == 0);
    CHECK(counting.rooms()->done() == 1);
    CHECK(resets == 0);
    clerk.scan(u"TY2022000001"_s);
    CHECK(counting.told().key == "already_counted"_L1);
    CHECK(counting.told().detail.contains(u"clerk02"_s));
}

TEST_CASE("my sheets are what is here with its progress, then what the server has besides", "[counting]")
{
    Clerk clerk;
    clerk.counting.enterRoom(u"A-101"_s);
    clerk.scan(u"TY2022000001"_s);
    auto* calls = static_cast<FakeCalls*>(clerk.session.calls());
    calls->answer("GET", u"/tasks"_s,
        R"({"tasks":[{"task":"T1","name":"清查","state":"counting"},{"task":"T2","name":"复查","state":"frozen"},
            {"task":"T0","name":"旧","state":"closed"},{"task":"T3","name":"新","state":"draft"}]})");
    MySheets sheets;
    sheets.setSession(&clerk.session);
    const auto at = [&](int row, int role) { return sheets.data(sheets.index(row), role); };
    REQUIRE(waitUntil([&] { return sheets.count() == 2 && at(0, MySheets::CountedRole) == 1; }));
    CHECK(at(0, MySheets::LinesRole) == 3);
    CHECK(at(0, MySheets::CompleteRole) == true);
    CHECK(at(1, MySheets::TaskRole) == u"T2"_s);
    CHECK(at(1, MySheets::HereRole) == false);

    SECTION("offline it says so and shows what is here")
    {
        calls->setOffline(true);
        sheets.refresh();
        REQUIRE(waitUntil([&] { return sheets.isOffline(); }));
        CHECK(at(0, MySheets::TaskRole) == u"T1"_s);
    }
}

TEST_CASE("the progress of every sheet is told, however many are on this device", "[counting]")
{
    Clerk clerk;
    constexpr int kSheets = 30;
    {
        const auto store = std::move(*HandheldStore::open(clerk.session.storeFile().toStdString()));
        for (int i = 0; i < kSheets; ++i) {
            HeldSheet sheet;
            sheet.task = "T1";
            sheet.unit = "V" + std::to_string(100 + i);
            sheet.unitName = "单位";
            sheet.state = SheetState::Counting;
            store->putSheet(
                sheet, std::chrono::time_point_cast<Instant::duration>(std::chrono::system_clock::now()));
            BookLine line;
            line.assetNo = "TY20230" + std::to_string(10000 + i);
            line.name = "办公桌";
            store->addBookPage(store->sheets().back().id, {line}, "");
        }
    }
    MySheets sheets;
    sheets.setSession(&clerk.session);
    REQUIRE(waitUntil([&] { return sheets.count() == kSheets + 1; }));
    const auto counted = [&] {
        int out = 0;
        for (int row = 0; row < sheets.count(); ++row)
            out += sheets.data(sheets.index(row), MySheets::CountedRole).toInt() >= 0 ? 1 : 0;
        return out;
    };
    CHECK(waitUntil([&] { return counted() == kSheets + 1; }));
}

TEST_CASE("an opening that fails says nothing of the one that was asked for after it", "[counting]")
{
    Clerk clerk;
    const TempFolder folder;
    ClientSession broken(
        folder / "broken.db", Language::En, DemoServer::Place {}, std::make_unique<FakeCalls>());
    std::filesystem::remove(folder / "broken.db-wal");
    std::ofstream(folder / "broken.db") << std::string(8192, 'x');
    Counting counting;
    counting.setSession(&broken);
    counting.open(u"T1"_s, u"U001"_s);
    REQUIRE(waitUntil([&] { return counting.state() != Counting::State::Opening; }));
    CHECK(counting.problem() == u"What is kept on this device cannot be read."_s);

    counting.open(u"T1"_s, u"U001"_s);
    counting.setSession(&clerk.session);
    counting.open(u"T1"_s, u"U001"_s);
    REQUIRE(waitUntil([&] { return counting.state() == Counting::State::Open; }));
    REQUIRE(waitUntil([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }));
    QCoreApplication::processEvents();
    CHECK(counting.state() == Counting::State::Open);
    CHECK(counting.problem() == QString());
}
