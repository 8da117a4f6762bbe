// Scrolls the general table over 1,000 and over 1,000,000 made-up cards and counts the frames that came late.
// Run it in a window: xvfb-run -a -s "-screen 0 1400x900x24" build/release/bin/guanwu_table_bench
#include "app/client/gallery/registry_answers.h"
#include "app/client/records/paged_records.h"
#include "tests/support/places.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickView>
#include <QThread>
#include <QTimer>
#include <QtConcurrentRun>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace guanwu;

namespace {

constexpr double kFrame = 1000.0 / 60;
constexpr int kScrollSeconds = 3;
constexpr double kSpeed = 6000; // pixels a second: about three screens of rows

/// Answers the pages of so many cards after a few milliseconds, as a server of the house does.
class FarCalls final : public Calls {
public:
    explicit FarCalls(int cards)
        : m_cards(cards)
    {
    }
    QFuture<CallAnswer> send(const Call& call) override
    {
        const int from = call.query.queryItemValue(u"after"_s).toInt();
        const int to = std::min(from + call.query.queryItemValue(u"limit"_s).toInt(), m_cards);
        // On another thread: the work of a server is not the window's.
        return QtConcurrent::run([cards = m_cards, delay = m_delay, from, to] {
            QThread::msleep(delay);
            QJsonArray rows;
            for (int i = from; i < to; ++i)
                rows.push_back(madeUpCard(i));
            const QJsonValue next = to < cards ? QJsonValue(QString::number(to)) : QJsonValue();
            CallAnswer answer;
            answer.status = 200;
            answer.bytes = QJsonDocument(QJsonObject {{u"assets"_s, rows}, {u"next"_s, next}})
                               .toJson(QJsonDocument::Compact);
            return answer;
        });
    }
    void setDelay(unsigned long milliseconds) { m_delay = milliseconds; }

private:
    int m_cards;
    unsigned long m_delay = 0;
};

void spin(const std::function<bool()>& done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ')[1].toDouble() * 4096 / 1e6 : 0;
}

struct Frames {
    int shown = 0;
    int late = 0;
    double median = 0;
};

/// Moves the rows by the clock, as a flick does, from `from` on; looks at when each frame is shown.
Frames scroll(QQuickView& view, QQuickItem* rows, double from)
{
    const double end = std::max(0.0, rows->property("contentHeight").toDouble() - rows->height());
    // Told by the thread that draws, which may be one frame behind this function.
    struct Swaps {
        std::mutex mutex;
        std::vector<double> at;
    };
    const auto swaps = std::make_shared<Swaps>();
    QElapsedTimer clock;
    const auto shown = QObject::connect(
        &view, &QQuickWindow::frameSwapped, &view,
        [swaps, clock = QElapsedTimer()]() mutable {
            if (!clock.isValid())
                clock.start();
            const std::lock_guard lock(swaps->mutex);
            swaps->at.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        },
        Qt::DirectConnection);
    QTimer mover;
    mover.setTimerType(Qt::PreciseTimer);
    mover.setInterval(16);
    clock.start();
    QObject::connect(&mover, &QTimer::timeout, &view, [&] {
        // To and fro, where there is less than a scroll's way.
        const double way = kSpeed * static_cast<double>(clock.elapsed()) / 1000;
        const double room = std::max(1.0, end - from);
        const double at = std::fmod(way, 2 * room);
        rows->setProperty("contentY", from + (at < room ? at : 2 * room - at));
    });
    mover.start();
    spin([&] { return clock.elapsed() > kScrollSeconds * 1000; });
    mover.stop();
    QObject::disconnect(shown);
    std::vector<double> intervals;
    {
        const std::lock_guard lock(swaps->mutex);
        for (std::size_t i = 1; i < swaps->at.size(); ++i)
            intervals.push_back(swaps->at[i] - swaps->at[i - 1]);
    }
    Frames out;
    out.shown = static_cast<int>(intervals.size());
    for (const double interval : intervals)
        out.late += std::max(0, static_cast<int>(interval / kFrame + 0.5) - 1);
    std::sort(intervals.begin(), intervals.end());
    out.median = intervals.empty() ? 0 : intervals[intervals.size() / 2];
    return out;
}

/// A table that was walked to its last card, so that every key is known, with a window of its own.
class Table {
public:
    explicit Table(int cards)
        : m_cards(cards)
        , m_calls(cards)
    {
        m_records.setProperty("rowsKey", u"assets"_s);
        m_records.setProperty("idKey", u"asset_no"_s);
        m_records.setPath(u"/assets"_s);
        m_records.setCalls(&m_calls);
        QElapsedTimer walk;
        walk.start();
        spin([&] {
            if (m_records.count() > 0 && !m_records.isComplete())
                m_records.look(m_records.count() - 1, m_records.count() - 1);
            return m_records.isComplete();
        });
        m_calls.setDelay(5);
        std::printf("%9d cards: walked in %.1f s, %zu pages of %d rows held, %.0f MB resident\n", cards,
            static_cast<double>(walk.elapsed()) / 1000, m_records.heldPages(), PagedRecords::kRowsAPage,
            residentMegabytes());
        m_view.engine()->addImportPath(u"qrc:/qt/qml"_s);
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{u"records"_s, QVariant::fromValue(&m_records)}});
        m_view.setSource(
            QUrl::fromLocalFile(
            QString::fromStdString((test::sourceFolder() / "tests/bench/TableBench.qml").string())));
        m_view.resize(1400, 900);
    }
    void measure()
    {
        m_view.show();
        auto* rows = m_view.rootObject()->findChild<QQuickItem*>(u"rows"_s);
        const double height = rows->property("contentHeight").toDouble();
        for (const double from : {0.0, height / 2, height - 30'000}) {
            const Frames frames = scroll(m_view, rows, std::max(0.0, from));
            m_shown += frames.shown;
            m_late += frames.late;
            m_medians.push_back(frames.median);
        }
        m_view.hide();
    }
    void tell()
    {
        std::sort(m_medians.begin(), m_medians.end());
        std::printf("%9d cards: %d frames shown, %d dropped (%.0f %%), median %.1f ms\n", m_cards, m_shown,
            m_late, 100.0 * m_late / (m_shown + m_late), m_medians[m_medians.size() / 2]);
    }

private:
    int m_cards;
    FarCalls m_calls;
    PagedRecords m_records;
    QQuickView m_view;
    int m_shown = 0;
    int m_late = 0;
    std::vector<double> m_medians;
};

} // namespace

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    Table warm(1'000); // fonts and caches
    warm.measure();
    Table few(1'000);
    Table many(1'000'000);
    // In turns, because whatever else the machine does changes from minute to minute.
    for (int round = 0; round < 4; ++round) {
        few.measure();
        many.measure();
    }
    few.tell();
    many.tell();
    return 0;
}
