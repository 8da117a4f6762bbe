#include "app/client/premises/plan_canvas.h"

#include "app/client/premises/floor_picture.h"
#include "reports/plans/mark_geometry.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace guanwu {

PlanCanvas::PlanCanvas(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &PlanCanvas::changed, this, [this] { update(); });
}

void PlanCanvas::setMarking(PlanMarking* marking)
{
    if (m_marking)
        m_marking->disconnect(this);
    m_marking = marking;
    if (marking)
        connect(marking, &PlanMarking::changed, this, [this] { update(); });
    Q_EMIT changed();
}

void PlanCanvas::drawMark(
    QPainter& painter, const std::string& room, const PlanMarking::Corners& corners) const
{
    const qreal scale = width() / m_marking->sheetWidth();
    QPolygonF outline;
    for (const PlanPoint& corner : corners)
        outline.push_back(QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y)) * scale);
    const bool isChosen = QString::fromStdString(room) == m_marking->room();
    QColor ground = isChosen ? m_ring : m_mark;
    ground.setAlphaF(isChosen ? 0.3F : 0.18F);
    painter.setBrush(ground);
    painter.setPen(
        QPen(isChosen ? m_ring : m_mark, isChosen ? 3 : 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolygon(outline);

    const PlanSpot spot = labelSpot(corners);
    const QRectF box((spot.x - spot.width / 2) * scale, (spot.y - spot.height / 2) * scale,
        spot.width * scale, spot.height * scale);
    QFont font(m_family);
    font.setPixelSize(m_pixelSize);
    font.setWeight(QFont::DemiBold);
    const QString label = m_marking->labelOf(room);
    while (font.pixelSize() > 8 && QFontMetricsF(font).horizontalAdvance(label) > box.width() - 4)
        font.setPixelSize(font.pixelSize() - 1);
    painter.setFont(font);
    painter.setPen(m_lines);
    painter.drawText(box, Qt::AlignCenter,
        QFontMetricsF(font).elidedText(label, Qt::ElideMiddle, std::max(8.0, box.width() - 2)));
    if (!isChosen)
        return;
    constexpr qreal kHandle = 12;
    painter.setPen(QPen(m_paper, 2));
    painter.setBrush(m_ring);
    for (const QPointF& corner : outline)
        painter.drawEllipse(corner, kHandle / 2, kHandle / 2);
}

void PlanCanvas::paint(QPainter* painter)
{
    if (!m_marking || m_marking->sheetWidth() <= 0)
        return;
    const QImage drawing = m_marking->drawing();
    const QString wanted
        = QString::number(drawing.cacheKey()) + m_paper.name() + m_lines.name() + QString::number(width());
    if (m_groundOf != wanted) {
        m_ground = inkedPlan(drawing, size().toSize(), m_paper, m_lines);
        m_groundOf = wanted;
    }
    painter->fillRect(boundingRect(), m_paper);
    if (!m_ground.isNull())
        painter->drawImage(boundingRect(), m_ground);
    // The chosen one above the others: its corners can be had where they meet.
    const std::string chosen = m_marking->room().toStdString();
    const auto& marks = m_marking->marks();
    for (const auto& [room, corners] : marks)
        if (room != chosen)
            drawMark(*painter, room, corners);
    if (const auto found = marks.find(chosen); found != marks.end())
        drawMark(*painter, found->first, found->second);
}

} // namespace guanwu

#include "moc_plan_canvas.cpp"
