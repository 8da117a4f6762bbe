#include "app/client/tuning/region_marks.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    using State = RegionInView::State;

    /// What is looked for first comes first where there is no room for all.
    int rankOf(State state)
    {
        switch (state) {
        case State::Read:
            return 0;
        case State::Tracked:
            return 1;
        case State::Waiting:
            return 2;
        default:
            return 3;
        }
    }

    Qt::PenStyle lineOf(State state)
    {
        return state == State::Waiting ? Qt::DashLine
            : state == State::Hopeless ? Qt::DotLine
                                       : Qt::SolidLine;
    }

} // namespace

std::vector<RegionMark> placeMarks(const std::vector<RegionInView>& regions, const QList<QPolygonF>& outlines,
    QSizeF mark, const QRectF& area)
{
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return rankOf(regions[a].state) < rankOf(regions[b].state); });
    std::vector<RegionMark> marks(regions.size());
    std::vector<QRectF> taken;
    for (const std::size_t i : order) {
        marks[i].letter = RegionMarks::letterOf(regions[i]);
        const QRectF box = outlines[static_cast<qsizetype>(i)].boundingRect();
        // There are dozens of the hopeless, most of them small: their line says it.
        if (regions[i].state == State::Hopeless && std::min(box.width(), box.height()) < 1.5 * mark.height())
            continue;
        const QPointF up(0, mark.height());
        const QPointF left(mark.width(), 0);
        for (const QPointF& corner : {box.topLeft() - up, box.topRight() - up - left, box.bottomLeft(),
                 box.bottomRight() - left, box.topLeft(), box.center() - (up + left) / 2}) {
            const QRectF place(corner, mark);
            const bool isFree = std::none_of(
                taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(place); });
            if (!isFree || !area.contains(place))
                continue;
            marks[i].place = place;
            taken.push_back(place);
            break;
        }
    }
    return marks;
}

RegionMarks::RegionMarks(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &RegionMarks::changed, this, [this] { update(); });
}

void RegionMarks::setCamera(LiveCamera* camera)
{
    if (camera == m_camera)
        return;
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (camera) {
        connect(camera, &LiveCamera::decoded, this, [this](const FrameReadout& readout) {
            m_regions = readout.regions;
            m_frame = readout.size;
            update();
        });
        connect(camera, &LiveCamera::changed, this, [this] {
            if (m_camera->problem().isEmpty())
                return; // halted: what was seen last stays
            m_regions.clear();
            update();
        });
    }
    Q_EMIT changed();
}

QString RegionMarks::letterOf(const RegionInView& region)
{
    switch (region.state) {
    case State::Waiting:
        return u"?"_s;
    case State::Hopeless:
        return u"×"_s;
    case State::Tracked:
        return u"T"_s;
    default:
        return region.stage == ScanStage::WholeFrame ? u"W"_s
                                                     : QString::number(static_cast<int>(region.stage));
    }
}

QColor RegionMarks::inkOf(State state) const
{
    switch (state) {
    case State::Read:
        return m_readInk;
    case State::Tracked:
        return m_trackedInk;
    case State::Waiting:
        return m_waitingInk;
    default:
        return m_hopelessInk;
    }
}

void RegionMarks::paint(QPainter* painter)
{
    if (m_regions.empty() || m_frame.isEmpty() || m_area.isEmpty())
        return;
    QList<QPolygonF> outlines;
    for (const RegionInView& region : m_regions) {
        QPolygonF outline;
        for (const PixelPoint& corner : region.corners)
            outline << QPointF(m_area.x() + corner.x * m_area.width() / m_frame.width(),
                m_area.y() + corner.y * m_area.height() / m_frame.height());
        outlines << outline;
    }
    // Hopeless ones below, so that they hide nothing.
    std::vector<std::size_t> order(m_regions.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rankOf(m_regions[a].state) > rankOf(m_regions[b].state);
    });
    constexpr QColor kGround(0x10, 0x14, 0x18, 0xC0);
    for (const std::size_t i : order) {
        const State state = m_regions[i].state;
        const qreal width = state == State::Hopeless ? 1.5 : 2.5;
        painter->setPen(QPen(kGround, width + 2));
        painter->drawPolygon(outlines[static_cast<qsizetype>(i)]);
        painter->setPen(QPen(inkOf(state), width, lineOf(state)));
        painter->drawPolygon(outlines[static_cast<qsizetype>(i)]);
    }
    QFont font = painter->font();
    font.setPixelSize(m_markSize * 3 / 4);
    font.setBold(true);
    painter->setFont(font);
    const auto marks = placeMarks(m_regions, outlines, QSizeF(m_markSize, m_markSize), boundingRect());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].place.isEmpty())
            continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(kGround);
        painter->drawRoundedRect(marks[i].place, 4, 4);
        painter->setPen(inkOf(m_regions[i].state));
        painter->setBrush(Qt::NoBrush);
        painter->drawText(marks[i].place, Qt::AlignCenter, marks[i].letter);
    }
}

} // namespace guanwu

#include "moc_region_marks.cpp"
