#pragma once

#include "app/client/counting/counting.h"
#include "app/client/counting/sync_state.h"
#include "app/client/shell/app_settings.h"
#include "scanner/photograph.h"
#include "tests/reliability/count_office.h"
#include "tests/qml/wait_until.h"
#include "tests/support/temp_folder.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <atomic>
#include <map>

namespace guanwu::test {

/// What cannot go wrong here. Throws std::runtime_error with what it was.
void mustBe(bool condition, const std::string& what);

/// The real window of the program over a store, as main() makes it. Throws when there is none.
class Window {
public:
    Window(const std::filesystem::path& store, const std::filesystem::path& pictures);
    /// Until somebody could look at it and type into it.
    void waitUntilShown();

    void useCamera(const QString& choice) { m_settings.setCamera(choice); }
    [[nodiscard]] QQuickWindow& window() { return *m_window; }
    [[nodiscard]] Counting& counting() { return *page()->property("counting").value<Counting*>(); }
    [[nodiscard]] LiveCamera& camera() { return *page()->property("camera").value<LiveCamera*>(); }
    [[nodiscard]] SyncState& sync() { return *page()->property("sync").value<SyncState*>(); }
    /// The counting page, once somebody is logged in.
    [[nodiscard]] QObject* page();
    [[nodiscard]] QQuickItem* visibleItem(const QString& name)
    {
        return visibleBelow(m_window->contentItem(), name);
    }
    /// A finger on the thing of this name, once it is there.
    void tap(const QString& name);
    /// A finger drawn over the thing of this name; a picture while it is still down, where it has a name.
    void swipe(const QString& name, int right, int down, const QString& shot = {});
    /// What the window shows, in a file of the folder the program runs in.
    void picture(const QString& name);
    /// As a scanner in keyboard mode types.
    void wedge(const QString& code);

    int taps = 0;

private:
    static QQuickItem* visibleBelow(QQuickItem* item, const QString& name);

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
    explicit Photographer(const std::filesystem::path& folder);
    [[nodiscard]] std::filesystem::path pictures() const { return m_folder / "pictures"; }
    /// The lens is covered: a camera that has no picture is none.
    void showNothing();
    void showRoom(const std::string& code);
    void showTags(const std::vector<std::string>& numbers, std::size_t inPicture);

private:
    void take(const std::vector<LumImage>& labels);

    std::filesystem::path m_folder;
    int m_taken = 0;
};

/// A city, its server, and a handheld that is enrolled, logged in, and has its sheet.
class Day {
public:
    explicit Day(int cards);
    /// The smallest room with so many things; its sheet must have been fetched.
    void findRoom(std::size_t fewest);
    [[nodiscard]] const std::vector<std::string>& things() { return m_rooms[room]; }
    /// A thing that the book has in another room.
    [[nodiscard]] std::string stray();
    /// A number that the registry has given, on no book of this handheld.
    [[nodiscard]] std::string ofAnotherUnit() const;
    [[nodiscard]] std::vector<ScanEvent> kept() const;

    TempFolder folder;
    CountOffice office;
    std::filesystem::path store;
    std::string room;

private:
    std::map<std::string, std::vector<std::string>> m_rooms;
};

/// Fetches the sheet with two taps, with the network that is gone afterwards; a room is chosen that has so
/// many things.
void openSheet(Day& day, Window& window, std::size_t fewestThings);

[[nodiscard]] QString tagOf(const std::string& number);

} // namespace guanwu::test
