// A whole count in a real window: pictures of labels played as a camera, keys as a scanner types them, and a
// real server that is away while it is counted. The program starts itself as the clerk who is killed.
#define CATCH_CONFIG_RUNNER
#include "app/client/counting/counting.h"
#include "app/client/counting/sync_state.h"
#include "app/client/shell/app_settings.h"
#include "app/exchange/events/event_json.h"
#include "reports/labels/labels.h"
#include "scanner/photograph.h"
#include "scanner/tag_symbol.h"
#include "tests/reliability/count_office.h"
#include "tests/support/temp_folder.h"

#include <QDeadlineTimer>
#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTest>
#include <atomic>
#include <catch2/catch.hpp>
#include <map>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLabelsInPicture = 4;
constexpr std::size_t kFewestThings = 8;
constexpr std::size_t kToldBeforeKilled = 2;

template <class Condition> bool waitUntil(const Condition& condition, int seconds = 60)
{
    for (const QDeadlineTimer end(std::chrono::seconds {seconds}); !end.hasExpired();) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return condition();
}

/// The real window of the program over a store, as main() makes it.
class Window {
public:
    Window(const std::filesystem::path& store, const std::filesystem::path& pictures)
        : m_session(store, Language::ZhCn, DemoServer::Place {})
        , m_settings(QString::fromStdString(store.string()) + u".ini"_s)
    {
        m_settings.setCamera(QString::fromStdString(pictures.string()));
        m_engine.addImportPath(u"qrc:/qt/qml"_s);
        m_engine.setInitialProperties({{u"session"_s, QVariant::fromValue(&m_session)},
            {u"settings"_s, QVariant::fromValue(&m_settings)}, {u"width"_s, 360}, {u"height"_s, 640}});
        m_engine.load(u"qrc:/qt/qml/Guanwu/Shell/Main.qml"_s);
        if (m_engine.rootObjects().isEmpty())
            throw std::runtime_error("there is no window");
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    }

    void useCamera(const QString& choice) { m_settings.setCamera(choice); }
    [[nodiscard]] QQuickWindow& window() { return *m_window; }
    [[nodiscard]] Counting& counting() { return *page()->property("counting").value<Counting*>(); }
    [[nodiscard]] LiveCamera& camera() { return *page()->property("camera").value<LiveCamera*>(); }
    [[nodiscard]] SyncState& sync() { return *page()->property("sync").value<SyncState*>(); }
    /// The counting page, once somebody is logged in.
    [[nodiscard]] QObject* page()
    {
        auto* loader = m_window->findChild<QObject*>(u"page"_s);
        return loader ? loader->property("item").value<QObject*>() : nullptr;
    }
    [[nodiscard]] QQuickItem* visibleItem(const QString& name)
    {
        return visibleBelow(m_window->contentItem(), name);
    }
    /// A finger on the thing of this name.
    void tap(const QString& name)
    {
        CAPTURE(name.toStdString());
        QQuickItem* item = nullptr;
        REQUIRE(waitUntil([&] {
            item = visibleItem(name);
            return item && item->isEnabled() && item->height() > 0;
        }));
        QTest::mouseClick(m_window, Qt::LeftButton, {},
            item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
        ++taps;
    }
    /// As a scanner in keyboard mode types.
    void wedge(const QString& code)
    {
        for (const QChar character : code)
            QTest::keyClick(
                m_window, character.toLatin1(), character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, 1);
        QTest::keyClick(m_window, Qt::Key_Return, Qt::NoModifier, 1);
    }

    int taps = 0;

private:
    static QQuickItem* visibleBelow(QQuickItem* item, const QString& name)
    {
        if (!item->isVisible())
            return nullptr;
        if (item->objectName() == name)
            return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = visibleBelow(child, name))
                return found;
        return nullptr;
    }

    ClientSession m_session;
    AppSettings m_settings;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

/// Counts the pictures the window shows from the reading of a frame to the one with its verdict in it.
class FrameCount {
public:
    explicit FrameCount(Window& window)
    {
        QObject::connect(
            &window.camera(), &LiveCamera::decoded, &m_here, [this] { m_decodedAt = m_swaps.load(); });
        QObject::connect(&window.counting(), &Counting::toldChanged, &m_here, [this] {
            if (m_waitingSince < 0)
                m_waitingSince = m_decodedAt.load();
        });
        // While the state goes over to the renderer, the thread of the program stands still.
        QObject::connect(
            &window.window(), &QQuickWindow::afterSynchronizing, &m_here,
            [this] { m_isInPicture = m_waitingSince >= 0; }, Qt::DirectConnection);
        QObject::connect(
            &window.window(), &QQuickWindow::frameSwapped, &m_here,
            [this] {
                ++m_swaps;
                if (!m_isInPicture)
                    return;
                const int frames = m_swaps - m_waitingSince;
                worst = std::max(worst.load(), frames);
                sum += frames;
                ++shown;
                m_isInPicture = false;
                m_waitingSince = -1;
            },
            Qt::DirectConnection);
    }
    std::atomic<int> worst = 0;
    std::atomic<int> sum = 0;
    std::atomic<int> shown = 0;

private:
    QObject m_here;
    std::atomic<int> m_swaps = 0;
    std::atomic<int> m_decodedAt = 0;
    std::atomic<int> m_waitingSince = -1;
    std::atomic<bool> m_isInPicture = false;
};

/// Draws labels, photographs them, and puts the pictures before the camera.
class Photographer {
public:
    explicit Photographer(const std::filesystem::path& folder)
        : m_folder(folder)
    {
        std::filesystem::create_directories(m_folder / "labels");
        std::filesystem::create_directories(pictures());
    }
    [[nodiscard]] std::filesystem::path pictures() const { return m_folder / "pictures"; }
    /// The lens is covered: a camera that has no picture is none.
    void showNothing()
    {
        REQUIRE(savePng(
            {640, 480, std::vector<std::uint8_t>(std::size_t {640} * 480, 90)}, pictures() / "000.png"));
    }
    void showRoom(const std::string& code)
    {
        const auto place = PlaceCode::parse(code).value();
        const auto file = m_folder / "labels" / "room.png";
        REQUIRE(writeLabelPng(
            RoomLabel {code, "房间", "一号楼", "单位", placeSymbol(place)}, file, TapeSize::Mm60x40));
        take({loadImage(file).value()});
    }
    void showTags(const std::vector<std::string>& numbers, std::size_t inPicture = kLabelsInPicture)
    {
        std::vector<LumImage> labels;
        for (const std::string& number : numbers) {
            const AssetTag tag = AssetTag::of(AssetNo::parse(number).value());
            const auto file = m_folder / "labels" / (number + ".png");
            REQUIRE(
                writeLabelPng(TagLabel {tag.text(), "单位", "资产", "部门", "2022-03-15", {}, tagSymbol(tag)},
                    file, TapeSize::Mm60x40));
            labels.push_back(loadImage(file).value());
            if (labels.size() == inPicture || &number == &numbers.back())
                take(std::exchange(labels, {}));
        }
    }

private:
    void take(const std::vector<LumImage>& labels)
    {
        const auto name = std::to_string(100 + ++m_taken) + ".png";
        const auto scene = photographScene(labels, mildConditions(), static_cast<std::uint64_t>(m_taken));
        REQUIRE(savePng(scene.picture, m_folder / name));
        std::filesystem::rename(m_folder / name, pictures() / name);
    }

    std::filesystem::path m_folder;
    int m_taken = 0;
};

/// A city, its server, and a handheld that is enrolled, logged in, and has its sheet.
class Day {
public:
    Day()
        : office("sqlite:" + (folder.path() / "registry.db").string(), folder.path() / "office")
        , store(folder.path() / "handheld" / "store.db")
    {
        office.prepare(10, 2000);
        office.setUpAccounts();
        office.startServer(0);
        const auto clerk = office.addClerk(office.units().front(), 1);
        ClientSession session(store, Language::ZhCn, DemoServer::Place {});
        const auto done = [&](const auto& work) {
            work();
            REQUIRE(waitUntil([&] { return !session.isBusy(); }));
            REQUIRE(session.problem() == QString());
        };
        const QString first = QString::fromStdString(clerk.password);
        done([&] { session.enrol(QString::fromStdString(office.enrolmentCode(office.port())), u"h1"_s); });
        done([&] { session.logIn(QString::fromStdString(clerk.login), first); });
        done([&] { session.changePassword(first, u"Clerk-of-2026!"_s); });
    }
    /// The smallest room with so many things.
    void findRoom(std::size_t fewest)
    {
        const auto opened = std::move(*HandheldStore::open(store));
        for (const BookLine& line : opened->book(opened->sheets().front().id))
            if (!line.place.empty() && PlaceCode::parse(line.place))
                m_rooms[line.place].push_back(line.assetNo);
        for (const auto& [place, things] : m_rooms)
            if (things.size() >= fewest && (room.empty() || things.size() < m_rooms[room].size()))
                room = place;
        REQUIRE(!room.empty());
    }
    [[nodiscard]] const std::vector<std::string>& things() { return m_rooms[room]; }
    /// A thing that the book has in another room.
    [[nodiscard]] std::string stray()
    {
        for (const auto& [place, things] : m_rooms)
            if (place != room)
                return things.front();
        return {};
    }
    [[nodiscard]] std::vector<ScanEvent> kept() const
    {
        std::vector<ScanEvent> out;
        const auto opened = std::move(*HandheldStore::open(store));
        EventDecoder decoder;
        for (const OutboxEntry& entry : Outbox(*opened, nullptr).ofSheet(opened->sheets().front().id))
            out.push_back(*decoder.decode(entry.body));
        return out;
    }

    TempFolder folder;
    CountOffice office;
    std::filesystem::path store;
    std::string room;

private:
    std::map<std::string, std::vector<std::string>> m_rooms;
};

QString tagOf(const std::string& number)
{
    return QString::fromStdString(AssetTag::of(AssetNo::parse(number).value()).text());
}

/// The clerk who is killed: goes on where the last one ended, and says what was told to them.
int countUntilKilled(const std::filesystem::path& store, const std::filesystem::path& pictures)
{
    Window window(store, pictures);
    if (!waitUntil([&] { return window.page() != nullptr; }))
        return 1;
    Counting& counting = window.counting();
    counting.open({}, {});
    QObject::connect(&counting, &Counting::toldChanged, [&] {
        if (!counting.told().event.isEmpty())
            std::printf("%s\n", qPrintable(counting.told().event));
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

} // namespace

TEST_CASE(
    "a room is counted in a real window: no touch between two things, offline, and the server gets all of it",
    "[window]")
{
    Day day;
    Photographer photographer(day.folder.path() / "camera");
    photographer.showNothing();
    Window window(day.store, photographer.pictures());
    REQUIRE(waitUntil([&] { return window.page() != nullptr; }));
    REQUIRE(QTest::qWaitForWindowExposed(&window.window()));
    window.window().requestActivate(); // there is no window manager to do it
    REQUIRE(QTest::qWaitForWindowActive(&window.window()));

    // With the network: the sheet comes down. Then the server is gone.
    window.tap(u"fetch"_s);
    REQUIRE(waitUntil([&] { return window.visibleItem(u"count"_s) != nullptr; }));
    day.findRoom(kFewestThings);
    day.office.stopServer();
    window.tap(u"count"_s);
    REQUIRE(waitUntil([&] { return window.counting().state() == Counting::State::Open; }));
    Counting& counting = window.counting();
    CHECK(window.taps == 2);

    // The label of the room, then its things and one that belongs elsewhere, nothing touched.
    FrameCount frames(window);
    std::map<QString, int> verdicts;
    QObject::connect(&counting, &Counting::sounded, [&](const QString& key) { ++verdicts[key]; });
    photographer.showRoom(day.room);
    REQUIRE(waitUntil([&] { return counting.isInRoom(); }));
    CHECK(counting.room().toStdString() == day.room);
    const auto tapsBefore = window.taps;
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<std::string> all = day.things();
    const std::vector<std::string> seen(all.begin(), all.end() - 3);
    photographer.showTags(seen);
    photographer.showTags({day.stray()});
    REQUIRE(waitUntil(
        [&] { return counting.seen() == static_cast<int>(seen.size()) && counting.strays() == 1; }, 180));
    const auto took = std::chrono::steady_clock::now() - begin;
    CHECK(window.taps == tapsBefore);
    CHECK(verdicts[u"here"_s] == static_cast<int>(seen.size()));
    CHECK(verdicts[u"other_room"_s] == 1);
    std::printf(
        "counted %zu things with %d taps in %.1f s (pictures stand for 1 s); read frame to verdict shown: "
        "%.2f frames, %d at most, of %d\n",
        seen.size() + 1, window.taps - tapsBefore, std::chrono::duration<double>(took).count(),
        1.0 * frames.sum / std::max<int>(1, frames.shown), frames.worst.load(), frames.shown.load());
    CHECK(frames.shown > 0);
    CHECK(frames.worst <= 2);

    // The same with the trigger of a scanner, wherever the focus is; a digit is a condition.
    window.useCamera(u"none"_s);
    const auto kept = day.kept().size();
    window.wedge(tagOf(all[all.size() - 3]));
    REQUIRE(waitUntil([&] { return day.kept().size() == kept + 1; }));
    CHECK(counting.told().key == "here"_L1);
    QTest::keyClick(&window.window(), Qt::Key_3);
    REQUIRE(waitUntil([&] { return counting.told().condition == "damaged"_L1; }));
    window.wedge(u"GW-OLD-0815"_s);
    CHECK(counting.told().key == "unknown"_L1);
    window.tap(u"note"_s);
    REQUIRE(waitUntil([&] { return window.visibleItem(u"noteEntry"_s) != nullptr; }));
    for (const char key : {'a', 'b', 'c'}) // slow fingers write text
        QTest::keyClick(&window.window(), key, Qt::NoModifier, 80);
    QTest::qWait(100);
    window.wedge(tagOf(all[all.size() - 2])); // a scanner does not, even here
    CHECK(counting.told().key == "here"_L1);
    QTest::keyClick(&window.window(), Qt::Key_Return);
    REQUIRE(waitUntil([&] { return day.kept().back().kind == EventKind::Note; }));
    CHECK(day.kept().back().reason == "abc");
    QTest::keySequence(&window.window(), QKeySequence::Undo);
    REQUIRE(waitUntil([&] { return day.kept().back().kind == EventKind::Undo; }));

    // One is missing: it is told before the door.
    window.tap(u"leave"_s);
    REQUIRE(waitUntil([&] { return window.visibleItem(u"stillMissing"_s) != nullptr; }));
    CHECK(counting.missing()->count() == 1);
    window.tap(u"closeRoom"_s);
    REQUIRE(waitUntil([&] { return !counting.isInRoom(); }));

    // The network is back: everything reaches the server.
    CHECK(window.sync().savedHere() == static_cast<int>(day.kept().size()));
    day.office.startServer(day.office.port());
    REQUIRE(waitUntil([&] {
        if (!window.sync().isBusy() && window.sync().savedHere() > 0)
            window.sync().syncNow();
        return window.sync().savedHere() == 0;
    }));
    CHECK(window.sync().onServer() == static_cast<int>(day.kept().size()));
    const std::string result = day.office.result();
    for (const std::string& number : seen)
        CHECK(result.find(number) != std::string::npos);
}

TEST_CASE(
    "P1: kill -9 while the camera scans loses nothing that was told, and the next start goes on", "[window]")
{
    Day day;
    Photographer photographer(day.folder.path() / "camera");
    {
        photographer.showNothing();
        Window window(day.store, photographer.pictures());
        REQUIRE(waitUntil([&] { return window.page() != nullptr; }));
        window.tap(u"fetch"_s);
        REQUIRE(waitUntil([&] { return window.visibleItem(u"count"_s) != nullptr; }));
    }
    day.findRoom(kFewestThings);
    day.office.stopServer();
    photographer.showRoom(day.room);
    photographer.showTags(day.things(), 1);
    std::vector<std::string> told;
    for (std::size_t round = 1; round <= 3; ++round) {
        RunningProgram clerk(std::filesystem::read_symlink("/proc/self/exe"),
            {"--clerk", day.store.string(), photographer.pictures().string()});
        const QDeadlineTimer end(std::chrono::seconds(120));
        while (clerk.isRunning() && linesOf(clerk.outSoFar()).size() < kToldBeforeKilled && !end.hasExpired())
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        clerk.kill();
        const ProgramRun run = clerk.finish();
        CAPTURE(round, run.err);
        const auto lines = linesOf(run.out);
        CHECK_FALSE(lines.empty());
        told.insert(told.end(), lines.begin(), lines.end());
        const auto kept = day.kept();
        for (const std::string& event : told)
            CHECK(std::any_of(
                kept.begin(), kept.end(), [&](const ScanEvent& one) { return one.eventId == event; }));
        for (std::size_t i = 0; i < kept.size(); ++i)
            CHECK(kept[i].seq == static_cast<std::int64_t>(i) + 1);
    }
}

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"guanwu"_s);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    if (argc == 4 && std::string_view(argv[1]) == "--clerk")
        return countUntilKilled(argv[2], argv[3]);
    return Catch::Session().run(argc, argv);
}
