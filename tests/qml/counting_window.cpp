// A whole count in a real window: pictures of labels played as a camera, keys as a scanner types them, and a
// real server that is away while it is counted. The program starts itself as the clerk who is killed.
#include "tests/qml/counting_day.h"
#include "tests/support/run_cases.h"

#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTest>
#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLabelsInPicture = 4;
constexpr std::size_t kFewestThings = 8;
constexpr std::size_t kToldBeforeKilled = 2;
constexpr int kCards = 2000;

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
    Day day(kCards);
    Photographer photographer(day.folder.path() / "camera");
    photographer.showNothing();
    Window window(day.store, photographer.pictures());
    window.waitUntilShown();
    openSheet(day, window, kFewestThings);
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
    photographer.showTags(seen, kLabelsInPicture);
    photographer.showTags({day.stray()}, 1);
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
    "what a clerk adds to a thing: a photo, a note, a condition and a user, by finger and by key", "[window]")
{
    Day day(kCards);
    Photographer photographer(day.folder.path() / "camera");
    photographer.showNothing();
    Window window(day.store, photographer.pictures());
    window.waitUntilShown();
    openSheet(day, window, kFewestThings);
    Counting& counting = window.counting();
    photographer.showRoom(day.room);
    photographer.showTags({day.things().front()}, 1);
    REQUIRE(waitUntil([&] { return counting.isInRoom() && counting.told().key == "here"_L1; }, 120));
    window.picture(u"added-told"_s);
    const auto last = [&] {
        const auto kept = day.kept();
        return *std::find_if(
            kept.rbegin(), kept.rend(), [](const ScanEvent& one) { return one.kind == EventKind::Seen; });
    };

    // The camera holds what it sees: the picture lies beside the store under its digest.
    window.tap(u"photo"_s);
    REQUIRE(waitUntil([&] { return counting.told().photos == 1; }));
    REQUIRE(last().photos.size() == 1);
    CHECK(std::filesystem::file_size(photoFolder(day.store) / last().photos.front()) > 1000);
    window.picture(u"added-photo"_s);

    // Drawn to the right: what is wrong with it; further is the next choice.
    window.swipe(u"verdict"_s, 60, 0, u"added-swiping"_s);
    REQUIRE(waitUntil([&] { return counting.told().condition == "to_scrap"_L1; }));
    window.swipe(u"verdict"_s, 110, 0);
    REQUIRE(waitUntil([&] { return counting.told().condition == "damaged"_L1; }));
    QTest::keyClick(&window.window(), Qt::Key_2);
    REQUIRE(waitUntil([&] { return counting.told().condition == "idle"_L1; }));
    CHECK(last().condition == Condition::Idle);
    CHECK(last().photos.size() == 1); // and the photo stays

    // Drawn down: who has it, by the book of this room; the keys from 7 on say the same.
    window.swipe(u"verdict"_s, 0, 60);
    REQUIRE(waitUntil([&] { return !counting.told().user.isEmpty(); }));
    const QString user = counting.told().user;
    CHECK(last().user == user.toStdString());
    REQUIRE(counting.details().size() > 8); // more than one has something here
    QTest::keyClick(&window.window(), Qt::Key_8);
    REQUIRE(waitUntil([&] { return counting.told().user != user; }));
    window.picture(u"added-user"_s);

    window.tap(u"note"_s);
    REQUIRE(waitUntil([&] { return window.visibleItem(u"noteEntry"_s) != nullptr; }));
    window.visibleItem(u"noteEntry"_s)->setProperty("text", u"左侧抽屉锁坏"_s);
    window.picture(u"added-note"_s);
    QTest::keyClick(&window.window(), Qt::Key_Return);
    REQUIRE(waitUntil([&] { return day.kept().back().kind == EventKind::Note; }));
    CHECK(day.kept().back().reason == "左侧抽屉锁坏");

    // A tag of another unit is told from one that nobody gave, with the network gone.
    window.useCamera(u"none"_s);
    window.wedge(tagOf(day.ofAnotherUnit()));
    REQUIRE(waitUntil([&] { return counting.told().key == "other_unit"_L1; }));
    window.picture(u"other-unit"_s);
    window.wedge(tagOf("TY1999000001"));
    REQUIRE(waitUntil([&] { return counting.told().key == "unknown"_L1; }));
    window.picture(u"unknown"_s);
}

TEST_CASE("forty things in a room are counted in two minutes, one aim each, the screen untouched", "[window]")
{
    constexpr std::size_t kForty = 40;
    Day day(10'000); // its largest rooms have forty
    Photographer photographer(day.folder.path() / "camera");
    photographer.showNothing();
    Window window(day.store, photographer.pictures());
    window.waitUntilShown();
    openSheet(day, window, kForty);
    photographer.showRoom(day.room);
    photographer.showTags(day.things(), 1);
    Counting& counting = window.counting();
    const auto tapsBefore = window.taps;
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(waitUntil([&] { return counting.isInRoom(); }));
    REQUIRE(waitUntil([&] { return counting.missing()->count() == 0; }, 180));
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const int taps = window.taps - tapsBefore;
    std::printf(
        "counted a room of %d things in %.1f s, one aim of a second each, with %d taps (%.2f an item)\n",
        counting.seen(), took, taps, 1.0 * taps / counting.seen());
    CHECK(counting.seen() >= static_cast<int>(kForty));
    CHECK(took < 120);
    CHECK(taps == 0);
    CHECK(day.kept().size() == day.things().size());
}

TEST_CASE(
    "P1: kill -9 while the camera scans loses nothing that was told, and the next start goes on", "[window]")
{
    Day day(kCards);
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
    return runCases(argc, argv);
}
