#include "app/client/tuning/scanner_watch.h"

#include "app/client/tuning/region_marks.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::chrono::milliseconds kRefresh {500}; // figures that change faster cannot be read

    QString oneDigit(double value) { return QLocale().toString(value, 'f', 1); }

    bool isWithin(const RegionInView& region, const QPolygonF& code, QSize frame)
    {
        QPointF middle;
        for (const PixelPoint& corner : region.corners)
            middle += QPointF(corner.x, corner.y) / 4;
        return code.containsPoint({middle.x() / frame.width(), middle.y() / frame.height()}, Qt::OddEvenFill);
    }

} // namespace

ScannerWatch::ScannerWatch(QObject* parent)
    : QObject(parent)
{
    m_clock.start();
    m_refresh.setInterval(kRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &ScannerWatch::figuresChanged);
    m_refresh.start();
}

void ScannerWatch::setCamera(LiveCamera* camera)
{
    if (camera == m_camera)
        return;
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (camera) {
        connect(camera, &LiveCamera::pictureChanged, this, [this] { m_rates.shown(m_clock.elapsed()); });
        connect(camera, &LiveCamera::decoded, this, &ScannerWatch::take);
        connect(camera, &LiveCamera::aimed, this, &ScannerWatch::note);
    }
    restart();
    Q_EMIT cameraChanged();
}

void ScannerWatch::restart()
{
    m_rates.clear();
    m_last = {};
    m_log.clear();
    if (m_camera)
        m_camera->forgetCodes();
    Q_EMIT figuresChanged();
}

int ScannerWatch::budgetBeside(int budget, int step)
{
    const QList<int> all = budgets();
    const auto at = std::lower_bound(all.begin(), all.end(), budget) - all.begin();
    return all[std::clamp<qsizetype>(at + step, 0, all.size() - 1)];
}

void ScannerWatch::take(const FrameReadout& readout)
{
    m_rates.read(readout, m_clock.elapsed());
    m_last = readout;
}

void ScannerWatch::note(const QString& code)
{
    const auto read = std::find_if(
        m_last.codes.begin(), m_last.codes.end(), [&](const CodeInFrame& one) { return one.text == code; });
    if (read == m_last.codes.end())
        return;
    const auto region = std::find_if(m_last.regions.begin(), m_last.regions.end(),
        [&](const RegionInView& one) { return isWithin(one, read->corners, m_last.size); });
    // What no region covers was found in the whole frame.
    const ScanStage stage = region == m_last.regions.end() || region->stage == ScanStage::Search
        ? ScanStage::WholeFrame
        : region->stage;
    m_log.add({QTime::currentTime(), code, read->format,
        stages()[static_cast<qsizetype>(stage)].toMap()[u"label"_s].toString()});
}

QVariantList ScannerWatch::figures() const
{
    const qint64 now = m_clock.elapsed();
    const auto figure = [](const QString& label, const QString& value) {
        return QVariantMap {{u"label"_s, label}, {u"value"_s, value}};
    };
    return {figure(tr("Frames a second"), oneDigit(m_rates.shownPerSecond(now))),
        figure(tr("Read a second"), oneDigit(m_rates.readPerSecond(now))),
        figure(tr("Codes a second"), oneDigit(m_rates.codesPerSecond(now))),
        figure(tr("Work a frame, median"), tr("%1 ms").arg(oneDigit(m_rates.median()))),
        figure(tr("95 of 100 frames within"), tr("%1 ms").arg(oneDigit(m_rates.ninetyFifth())))};
}

QVariantList ScannerWatch::stages() const
{
    const QString labels[kScanStages] {tr("Finding and following"), tr("1 First look"), tr("2 Second look"),
        tr("3 Dear looks"), tr("W Whole frame")};
    double most = 0.1;
    for (std::size_t i = 0; i < kScanStages; ++i)
        most = std::max(most, m_rates.mean(static_cast<ScanStage>(i)));
    QVariantList out;
    for (std::size_t i = 0; i < kScanStages; ++i) {
        const double ms = m_rates.mean(static_cast<ScanStage>(i));
        out.push_back(QVariantMap {
            {u"label"_s, labels[i]}, {u"ms"_s, tr("%1 ms").arg(oneDigit(ms))}, {u"part"_s, ms / most}});
    }
    return out;
}

QVariantList ScannerWatch::regions() const
{
    using State = RegionInView::State;
    const auto entry = [&](State state, const QString& letter, const QString& label, const QString& tone) {
        const auto count = std::count_if(m_last.regions.begin(), m_last.regions.end(),
            [&](const RegionInView& region) { return region.state == state; });
        return QVariantMap {{u"letter"_s, letter}, {u"label"_s, label}, {u"count"_s, static_cast<int>(count)},
            {u"tone"_s, tone}};
    };
    return {entry(State::Read, u"1 2 3 W"_s, tr("read now"), u"good"_s),
        entry(State::Tracked, u"T"_s, tr("followed"), u"info"_s),
        entry(State::Waiting, u"?"_s, tr("waiting"), u"warning"_s),
        entry(State::Hopeless, u"×"_s, tr("hopeless"), u"neutral"_s)};
}

} // namespace guanwu

#include "moc_scanner_watch.cpp"
