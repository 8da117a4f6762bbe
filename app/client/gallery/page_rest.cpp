#include "app/client/gallery/page_rest.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QQuickItem>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>

namespace guanwu {

namespace {

    constexpr qint64 kStepMs = 1000;
    constexpr int kMostSteps = 3; // longer than anything that ends
    constexpr int kMostFrames = 5; // with nothing to wait for: what still changes then is a clock

    /// Draws a frame with all that is known now.
    void drawFrame(QQuickWindow& window, const QDeadlineTimer& end)
    {
        QEventLoop loop;
        QObject::connect(
            &window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        QTimer::singleShot(std::chrono::milliseconds(end.remainingTime()), &loop, &QEventLoop::quit);
        window.update();
        loop.exec();
    }

    /// A picture in it is still being read, by a thread that is Qt's own.
    bool isLoading(const QQuickItem& item)
    {
        constexpr int kLoading = 2; // Image.Loading
        if (item.inherits("QQuickImageBase") && item.property("status").toInt() == kLoading)
            return true;
        const QList<QQuickItem*> inside = item.childItems();
        return std::any_of(
            inside.begin(), inside.end(), [](const QQuickItem* child) { return isLoading(*child); });
    }

    /// Until there is nothing left that is due.
    void workOff(const QDeadlineTimer& end)
    {
        while (
            QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents) && !end.hasExpired())
            ;
    }

} // namespace

void SteppedAnimations::start()
{
    m_now = 0;
    QAnimationDriver::start();
}

void SteppedAnimations::step()
{
    m_now += kStepMs;
    advance();
}

bool comeToRest(QQuickWindow& window, SteppedAnimations& animations, const Ready& isReady,
    std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    QImage before;
    int steps = 0;
    int quiet = 0; // frames
    while (!end.hasExpired()) {
        drawFrame(window, end);
        // In this order: what a thread has done is an event when it no longer works.
        const bool isWorking = QThreadPool::globalInstance()->activeThreadCount() > 0;
        workOff(end);
        const bool isMoving = animations.isRunning() && steps < kMostSteps;
        if (isMoving) {
            animations.step();
            ++steps;
        }
        if (isWorking || isMoving || QThreadPool::globalInstance()->activeThreadCount() > 0
            || isLoading(*window.contentItem()) || (isReady && !isReady())) {
            before = {};
            quiet = 0;
            continue;
        }
        QImage now = window.grabWindow();
        if (now == before || ++quiet == kMostFrames)
            return true;
        before = std::move(now);
    }
    return false;
}

} // namespace guanwu
