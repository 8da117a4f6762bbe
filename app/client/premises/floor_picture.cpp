#include "app/client/premises/floor_picture.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr qreal kPad = 5;
    constexpr int kSmallest = 8; // pixels of text

    QColor blended(const QColor& ground, const QColor& ink, qreal part)
    {
        const auto mix = [part](qreal a, qreal b) { return static_cast<float>(a * (1 - part) + b * part); };
        return QColor::fromRgbF(mix(ground.redF(), ink.redF()), mix(ground.greenF(), ink.greenF()),
            mix(ground.blueF(), ink.blueF()));
    }

    void hatch(QPainter& painter, const QRectF& box, bool isRising)
    {
        constexpr qreal kStep = 9;
        QList<QLineF> lines;
        for (qreal at = -box.height(); at < box.width(); at += kStep)
            lines.push_back({box.x() + at, isRising ? box.bottom() : box.y(), box.x() + at + box.height(),
                isRising ? box.y() : box.bottom()});
        painter.drawLines(lines);
    }

    void dots(QPainter& painter, const QRectF& box)
    {
        constexpr qreal kStep = 9;
        bool isShifted = false;
        for (qreal y = box.y() + kStep / 2; y < box.bottom(); y += kStep, isShifted = !isShifted)
            for (qreal x = box.x() + (isShifted ? kStep : kStep / 2); x < box.right(); x += kStep)
                painter.drawEllipse(QPointF(x, y), 1.2, 1.2);
    }

} // namespace

QImage inkedPlan(const QImage& drawing, const QSize& size, const QColor& paper, const QColor& lines)
{
    if (drawing.isNull() || size.isEmpty())
        return {};
    const QImage fitting = drawing.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                               .convertToFormat(QImage::Format_Grayscale8);
    QImage out(fitting.constBits(), fitting.width(), fitting.height(), fitting.bytesPerLine(),
        QImage::Format_Indexed8);
    QList<QRgb> inks;
    for (int light = 0; light < 256; ++light)
        inks.push_back(blended(lines, paper, light / 255.0).rgb());
    out.setColorTable(inks);
    return out.convertToFormat(QImage::Format_RGB32);
}

FloorPicture::FloorPicture(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &FloorPicture::changed, this, [this] { update(); });
}

void FloorPicture::setView(BuildingView* view)
{
    if (view == m_view)
        return;
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    if (view) {
        connect(view, &BuildingView::laidOut, this, [this] { update(); });
        connect(view, &BuildingView::selectedChanged, this, [this] { update(); });
    }
    Q_EMIT changed();
}

QColor FloorPicture::ink(int tint) const
{
    return tint >= 0 && tint < m_inks.size() ? m_inks[tint].value<QColor>() : m_outline;
}

void FloorPicture::pattern(QPainter& painter, const QRectF& box, int tint, PicturePattern pattern) const
{
    // Of the ground and the ink: a pattern has to be seen, and a word on it to be read.
    const QColor line = blended(m_surface, ink(tint), std::min(1.0, m_strength + 0.3));
    painter.setPen(QPen(line, 1.2));
    if (pattern == PicturePattern::Hatch || pattern == PicturePattern::Cross)
        hatch(painter, box, true);
    if (pattern == PicturePattern::Cross)
        hatch(painter, box, false);
    if (pattern == PicturePattern::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(line);
        dots(painter, box);
    }
}

void FloorPicture::fill(QPainter& painter, const QRectF& box, int tint, PicturePattern pattern) const
{
    const QColor full = ink(tint);
    painter.save();
    painter.setClipRect(box);
    painter.fillRect(box, blended(m_surface, full, tint == 0 ? m_strength / 3 : m_strength));
    this->pattern(painter, box, tint, pattern);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_outline, 1));
    painter.drawRect(box);
}

void FloorPicture::drawRoom(QPainter& painter, const QRectF& box, std::size_t floor, std::size_t room) const
{
    const LegendEntry& entry = m_view->entryOf(floor, room);
    fill(painter, box, entry.tint, entry.pattern);
    drawWords(painter, box, floor, room);
}

void FloorPicture::drawSheet(QPainter& painter, std::size_t floor)
{
    const FloorSheet& sheet = m_view->sheetOf(floor);
    const PictureFloor& one = m_view->picture().floors[floor];
    const QRectF page(QPointF(), sheet.size);
    const QString wanted = QString::fromStdString(one.plan.hash) + m_surface.name() + m_text.name()
        + QString::number(sheet.size.width());
    if (m_groundOf != wanted) {
        m_ground = inkedPlan(m_view->drawingOf(floor), page.size().toSize(), m_surface, m_text);
        m_groundOf = m_ground.isNull() ? QString() : wanted;
    }
    painter.fillRect(page, m_surface);
    if (!m_ground.isNull())
        painter.drawImage(page, m_ground);
    const qreal scale = sheet.size.width() / static_cast<qreal>(one.plan.width);
    for (std::size_t i = 0; i < sheet.outlines.size(); ++i) {
        if (sheet.outlines[i].isEmpty())
            continue;
        const LegendEntry& entry = m_view->entryOf(floor, i);
        QPainterPath outline;
        outline.addPolygon(sheet.outlines[i]);
        outline.closeSubpath();
        painter.save();
        painter.setClipPath(outline);
        QColor ground = ink(entry.tint);
        ground.setAlphaF(static_cast<float>(entry.tint == 0 ? m_strength / 3 : m_strength));
        painter.fillPath(outline, ground);
        pattern(painter, outline.boundingRect(), entry.tint, entry.pattern);
        painter.restore();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_outline, 1.5));
        painter.drawPath(outline);
        const PlanSpot spot = labelSpot(one.rooms[i].mark);
        drawWords(painter,
            QRectF((spot.x - spot.width / 2) * scale, (spot.y - spot.height / 2) * scale, spot.width * scale,
                spot.height * scale),
            floor, i);
    }
    painter.setPen(QPen(m_outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5));
}

void FloorPicture::drawWords(QPainter& painter, const QRectF& box, std::size_t floor, std::size_t room) const
{
    const PictureRoom& one = m_view->picture().floors[floor].rooms[room];
    const LegendEntry& entry = m_view->entryOf(floor, room);
    QFont font(m_family);
    // As large as it should be, or as small as the room makes it.
    const qreal fitting = std::min(box.width() / 3.2, (box.height() - 4) / 1.3);
    font.setPixelSize(std::clamp(static_cast<int>(fitting), kSmallest, m_pixelSize));
    font.setWeight(QFont::DemiBold);
    const qreal pad = box.width() < 40 ? 2 : kPad;
    const QRectF inside = box.adjusted(pad, 2, -2, -2);
    painter.setPen(m_text);
    painter.setClipRect(box);
    qreal top = inside.y();
    const auto line = [&](const QString& words, Qt::TextElideMode mode) {
        const QFontMetricsF metrics(font);
        if (words.isEmpty() || (top > inside.y() && top + metrics.height() > inside.bottom()))
            return;
        painter.setFont(font);
        painter.drawText(QRectF(inside.x(), top, inside.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(words, mode, inside.width()));
        top += metrics.height();
    };
    const QString number = QString::fromStdString(one.label);
    const QString mark = entry.mark.empty() ? QString() : u' ' + QString::fromStdString(entry.mark);
    // The number is what people look for: it is made smaller first, and the mark left out, before it is cut.
    const auto fits = [&](const QString& words) {
        return QFontMetricsF(font).horizontalAdvance(words) <= inside.width();
    };
    while (!fits(number) && font.pixelSize() > kSmallest)
        font.setPixelSize(font.pixelSize() - 1);
    line(fits(number + mark) ? number + mark : number, Qt::ElideLeft);
    font.setWeight(QFont::Normal);
    font.setPixelSize(std::max(kSmallest, font.pixelSize() - 2));
    if (box.width() >= 44)
        line(QString::fromStdString(one.usable.toString()), Qt::ElideRight);
    if (box.width() >= 52) {
        // Names of units are long: as many lines as there is room for, three at most.
        QString rest = m_view->noteOf(floor, room);
        const QFontMetricsF metrics(font);
        for (int lines = 0; lines < 3 && !rest.isEmpty(); ++lines) {
            qsizetype fits = rest.size();
            while (fits > 1 && metrics.horizontalAdvance(rest.first(fits)) > inside.width())
                --fits;
            const bool isLast = lines == 2 || top + 2 * metrics.height() > inside.bottom();
            line(isLast ? rest : rest.first(fits), Qt::ElideRight);
            rest = isLast ? QString() : rest.sliced(fits);
        }
    }
    painter.setClipping(false);
}

void FloorPicture::paint(QPainter* painter)
{
    if (!m_entry.isEmpty()) {
        const QRectF box = boundingRect().adjusted(0.5, 0.5, -0.5, -0.5);
        fill(*painter, box, m_entry[u"tint"_s].toInt(),
            static_cast<PicturePattern>(m_entry[u"pattern"_s].toInt()));
        QFont font(m_family);
        font.setPixelSize(m_pixelSize);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(m_text);
        painter->drawText(box, Qt::AlignCenter, m_entry[u"mark"_s].toString());
        return;
    }
    if (!m_view || m_floor < 0 || m_floor >= m_view->floorCount())
        return;
    const auto floor = static_cast<std::size_t>(m_floor);
    const FloorLayout& plan = m_view->layoutOf(floor);
    const FloorSheet& sheet = m_view->sheetOf(floor);
    if (!sheet.size.isEmpty())
        drawSheet(*painter, floor);
    for (const PlanBox& corridor : plan.corridors)
        painter->fillRect(QRectF(corridor.x, corridor.y, corridor.width, corridor.height),
            blended(m_surface, m_outline, 0.16));
    QPainterPath chosen;
    const std::string selected = m_view->selected().toStdString();
    for (std::size_t i = 0; i < plan.rooms.size(); ++i) {
        const PlanBox& box = plan.rooms[i];
        const QRectF rect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
        const bool isMarked = i < sheet.outlines.size() && !sheet.outlines[i].isEmpty();
        if (!isMarked)
            drawRoom(*painter, rect, floor, i);
        if (!selected.empty() && m_view->picture().floors[floor].rooms[i].room.code == selected) {
            if (isMarked) {
                chosen.addPolygon(sheet.outlines[i]);
                chosen.closeSubpath();
            } else
                chosen.addRect(rect);
        }
    }
    if (!chosen.isEmpty()) {
        // Inside its edge: what is beside it stays whole.
        painter->setClipPath(chosen);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_surface, 11, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawPath(chosen);
        painter->setPen(QPen(m_ring, 6, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawPath(chosen);
        painter->setClipping(false);
    }
}

} // namespace guanwu

#include "moc_floor_picture.cpp"
