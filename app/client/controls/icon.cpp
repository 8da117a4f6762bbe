#include "app/client/controls/icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace guanwu {

Icon::Icon(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(24, 24);
    setAntialiasing(true);
}

void Icon::setName(const QString& name)
{
    if (name == m_name)
        return;
    m_name = name;
    update();
    Q_EMIT changed();
}

void Icon::setColor(const QColor& color)
{
    if (color == m_color)
        return;
    m_color = color;
    update();
    Q_EMIT changed();
}

void Icon::paint(QPainter* painter)
{
    QFile file(u":/qt/qml/Guanwu/Controls/icons/"_s + m_name + u".svg"_s);
    if (m_name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", m_color.name().toLatin1());
    QSvgRenderer(svg).render(painter, boundingRect());
}

} // namespace guanwu

#include "moc_icon.cpp"
