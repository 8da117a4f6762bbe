#include "app/client/records/call_picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QtConcurrentRun>

namespace guanwu {

namespace {

    constexpr qint64 kMostPixels = 40'000'000;
    constexpr auto kPng = "\x89PNG";
    constexpr auto kJpeg = "\xFF\xD8\xFF";

} // namespace

QImage callImage(QByteArray bytes, int longestSide)
{
    // The kind is named, so that no other decoder of the system ever sees the bytes.
    const QByteArray kind = bytes.startsWith(kPng) ? "png" : bytes.startsWith(kJpeg) ? "jpeg" : "";
    QBuffer buffer(&bytes);
    if (kind.isEmpty() || !buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, kind);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64 {size.width()} * size.height() > kMostPixels)
        return {};
    if (std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    return reader.read();
}

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
    m_calls->get(m_path)
        .then(this,
            [most = m_longestSide](const CallAnswer& answer) {
                return answer.isOk() ? QtConcurrent::run(callImage, answer.bytes, most)
                                     : QtFuture::makeReadyFuture(QImage());
            })
        .unwrap()
        .then(this, [this, generation = m_generation](const QImage& picture) {
            if (generation == m_generation)
                take(picture);
        });
}

void CallPicture::take(const QImage& picture)
{
    m_picture = picture;
    m_isRefused = m_picture.isNull();
    if (!m_isRefused)
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

#include "moc_call_picture.cpp"
