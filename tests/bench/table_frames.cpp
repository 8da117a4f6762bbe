// Scrolls the general table over 1,000 and over 1,000,000 made-up cards and counts the frames that came late.
// Run it in a window: xvfb-run -a -s "-screen 0 1400x900x24" build/release/bin/guanwu_table_bench
#include "app/client/gallery/registry_answers.h"
#include "app/client/records/paged_records.h"

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
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace guanwu;

namespace {

constexpr double kFrame = 1000.0 / 60;
constexpr int kScrollSeconds = 4;
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
        auto promise = std::make_shared<QPromise<CallAnswer>>();
        promise->start();
        const int from = call.query.queryItemValue(u"after"_s).toInt();
        const int to = std::min(from + call.query.queryItemValue(u"limit"_s).toInt(), m_cards);
        QTimer::singleShot(m_delay, this, [this, promise, from, to] {
            QJsonArray rows;
            for (int i = from; i < to; ++i)
                rows.push_back(madeUpCard(i));
            CallAnswer answer;
            answer.status = 200;
            answer.bytes = QJsonDocument(QJsonObject {{u"assets"_s, rows},
                                             {u"next"_s, to < m_cards ? QJsonValue(QString::number(to)) : QJsonValue()}})
                               .toJson(QJsonDocument::Compact);
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }
    void setDelay(int milliseconds) { m_delay = milliseconds; }

private:
    int m_cards;
    int m_delay = 0;
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
    double worst = 0;
    double median = 0;
};

/// Moves the rows by the clock, as a flick does, from `from` on; looks at when each frame is shown.
Frames scroll(QQuickView& view, QQuickItem* rows, double from)
{
    const double end = std::max(0.0, rows->property("contentHeight").toDouble() - rows->height());
    std::vector<double> intervals;
    QElapsedTimer clock;
    qint64 last = -1;
    const auto shown = QObject::connect(&view, &QQuickWindow::frameSwapped, &view, [&] {
        const qint64 now = clock.nsecsElapsed();
        if (last >= 0)
            intervals.push_back(static_cast<double>(now - last) / 1e6);
        last = now;
    });
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
    Frames out;
    out.shown = static_cast<int>(intervals.size());
    for (const double interval : intervals) {
        out.late += std::max(0, static_cast<int>(interval / kFrame + 0.5) - 1);
        out.worst = std::max(out.worst, interval);
    }
    std::sort(intervals.begin(), intervals.end());
    out.median = intervals.empty() ? 0 : intervals[intervals.size() / 2];
    return out;
}

void measure(int cards)
{
    FarCalls calls(cards);
    PagedRecords records;
    records.setProperty("rowsKey", u"assets"_s);
    records.setProperty("idKey", u"asset_no"_s);
    QQuickView view;
    view.engine()->addImportPath(u"qrc:/qt/qml"_s);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setInitialProperties({{u"records"_s, QVariant::fromValue(&records)}});
    view.setSource(QUrl::fromLocalFile(QStringLiteral(GUANWU_SOURCE_DIR "/tests/bench/TableBench.qml")));
    view.resize(1400, 900);
    view.show();
    records.setPath(u"/assets"_s);
    records.setCalls(&calls);
    QElapsedTimer walk;
    walk.start();
    // Down to the last card: every key is learnt on the way.
    spin([&] {
        if (records.count() > 0 && !records.isComplete())
            records.look(records.count() - 1, records.count() - 1);
        return records.isComplete();
    });
    calls.setDelay(5);
    auto* rows = view.rootObject()->findChild<QQuickItem*>(u"rows"_s);
    const double height = rows->property("contentHeight").toDouble();
    std::printf("%9d cards: walked in %.1f s, %zu pages held, %.0f MB resident\n", cards,
        static_cast<double>(walk.elapsed()) / 1000, records.heldPages(), residentMegabytes());
    for (const auto& [where, from] : {std::pair {"top", 0.0}, {"middle", height / 2}, {"end", height - 30'000}}) {
        const Frames frames = scroll(view, rows, std::max(0.0, from));
        std::printf("%9d cards, %-6s: %d frames in %d s, %d dropped, median %.1f ms, worst %.1f ms\n", cards,
            where, frames.shown, kScrollSeconds, frames.late, frames.median, frames.worst);
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    measure(1'000); // warms fonts and caches; said twice so that both can be compared
    measure(1'000);
    measure(1'000'000);
    measure(1'000);
    return 0;
}
