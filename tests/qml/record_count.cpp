// Records a clerk who counts a room of forty things: a picture four times a second, numbered, and all of them
// as one video. `guanwu_record_count FOLDER`, on a screen or under xvfb-run.
#include "tests/qml/counting_day.h"
#include "tests/support/motion_jpeg.h"

#include <QBuffer>
#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTimer>
#include <QTranslator>
#include <cstdio>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kThings = 40;
constexpr int kCards = 10'000; // a city whose largest rooms have so many
constexpr int kFramesPerSecond = 4;

/// What the window shows, into a folder.
class Recording {
public:
    Recording(QQuickWindow& window, const std::filesystem::path& folder)
        : m_window(window)
        , m_folder(QString::fromStdString(folder.string()))
        , m_video(folder / "count.avi", window.width(), window.height(), kFramesPerSecond)
    {
        m_timer.setInterval(1000 / kFramesPerSecond);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { take(); });
        m_timer.start();
    }
    [[nodiscard]] int frames() const { return m_video.frames(); }

private:
    void take()
    {
        const QImage picture = m_window.grabWindow();
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        mustBe(
            buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "JPG", 85), "no frame can be written");
        m_video.add(jpeg.toStdString());
        mustBe(picture.save(u"%1/frame-%2.png"_s.arg(m_folder).arg(frames(), 4, 10, QChar(u'0'))),
            "no frame can be written");
    }

    QQuickWindow& m_window;
    QString m_folder;
    MotionJpegFile m_video;
    QTimer m_timer;
};

int record(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    Day day(kCards);
    Photographer photographer(day.folder.path() / "camera");
    photographer.showNothing();
    Window window(day.store, photographer.pictures());
    window.waitUntilShown();
    openSheet(day, window, kThings);
    const Recording recording(window.window(), folder);
    Counting& counting = window.counting();
    const int tapsBefore = window.taps;
    photographer.showRoom(day.room);
    // All but two are found at once; one of another room lies here; the last two turn up before the door.
    const std::vector<std::string> all = day.things();
    photographer.showTags({all.begin(), all.end() - 2}, 1);
    photographer.showTags({day.stray()}, 1);
    mustBe(waitUntil([&] { return counting.isInRoom(); }), "the label of the room was not read");
    const auto begin = std::chrono::steady_clock::now();
    mustBe(waitUntil([&] { return counting.missing()->count() == 2 && counting.strays() == 1; }, 180),
        "not everything was read");
    const int taps = window.taps - tapsBefore;
    window.tap(u"leave"_s); // the one tap of a room: what is missing is told
    mustBe(waitUntil([&] { return counting.isLeaving(); }), "nothing was said of what is missing");
    photographer.showTags({all.end() - 2, all.end()}, 1);
    mustBe(waitUntil([&] { return counting.missing()->count() == 0; }, 30), "the last two were not read");
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    window.tap(u"stay"_s);
    window.tap(u"leave"_s);
    mustBe(waitUntil([&] { return !counting.isInRoom(); }), "the room was not left");
    waitUntil([] { return false; }, 2);
    std::printf("%zu things in %.1f s; taps between them: %d (%.2f an item); %d frames in %s\n",
        all.size() + 1, took, taps, 1.0 * taps / static_cast<double>(all.size() + 1), recording.frames(),
        folder.c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"guanwu"_s);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    QTranslator translator;
    if (translator.load(u":/i18n/guanwu_record_count_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&translator);
    if (argc != 2) {
        std::fprintf(stderr, "usage: guanwu_record_count FOLDER\n");
        return 2;
    }
    try {
        return record(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "guanwu_record_count: %s\n", error.what());
        return 4;
    }
}
