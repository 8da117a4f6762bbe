#include "app/client/registry/call_picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace guanwu {

namespace {

    constexpr qint64 kMostPixels = 40'000'000;
    constexpr int kLongestSide = 1600; ///< as it is kept: more than a screen shows of it
    constexpr auto kPng = "\x89PNG";
    constexpr auto kJpeg = "\xFF\xD8\xFF";

} // namespace

CallPicture::CallPicture(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
}

void CallPicture::setCalls(Calls* calls)
{
    m_calls = calls;
    ask();
}

void CallPicture::setPath(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    ask();
}

void CallPicture::ask()
{
    ++m_generation;
    m_picture = {};
    m_isRefused = false;
    update();
    Q_EMIT changed();
    if (!m_calls || m_path.isEmpty())
        return;
    m_calls->get(m_path).then(this, [this, generation = m_generation](const CallAnswer& answer) {
        if (generation == m_generation)
            take(answer);
    });
}

void CallPicture::take(const CallAnswer& answer)
{
    QByteArray bytes = answer.bytes;
    QBuffer buffer(&bytes);
    // The kind is named, so that no other decoder of the system ever sees the bytes.
    const QByteArray kind = bytes.startsWith(kPng) ? "png" : bytes.startsWith(kJpeg) ? "jpeg" : "";
    if (answer.isOk() && !kind.isEmpty() && buffer.open(QIODevice::ReadOnly)) {
        QImageReader reader(&buffer, kind);
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        if (size.isValid() && qint64 {size.width()} * size.height() <= kMostPixels) {
            if (size.width() > kLongestSide || size.height() > kLongestSide)
                reader.setScaledSize(size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio));
            m_picture = reader.read();
        }
    }
    m_isRefused = m_picture.isNull();
    if (!m_picture.isNull())
        setImplicitSize(m_picture.width(), m_picture.height());
    update();
    Q_EMIT changed();
}

void CallPicture::paint(QPainter* painter)
{
    if (m_picture.isNull())
        return;
    QRectF target(QPointF(), QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatio));
    target.moveCenter(boundingRect().center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform, !m_isSharp);
    painter->drawImage(target, m_picture);
}

} // namespace guanwu
