#include "app/client/review/remote_photo.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// Null when it is no picture, or a larger one than the server takes.
    QImage decoded(QByteArray bytes, int most)
    {
        constexpr qint64 kMostPixels = 40'000'000;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        reader.setAutoTransform(true);
        const QByteArray format = reader.format();
        const QSize size = reader.size();
        if ((format != "jpeg" && format != "png") || !size.isValid()
            || qint64(size.width()) * size.height() > kMostPixels)
            return {};
        if (std::max(size.width(), size.height()) > most)
            reader.setScaledSize(size.scaled(most, most, Qt::KeepAspectRatio));
        return reader.read();
    }

} // namespace

RemotePhoto::RemotePhoto(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void RemotePhoto::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT inputChanged();
    load();
}

void RemotePhoto::setHash(const QString& hash)
{
    if (hash == m_hash)
        return;
    m_hash = hash;
    Q_EMIT inputChanged();
    load();
}

void RemotePhoto::setStatus(Status status)
{
    m_status = status;
    update();
    Q_EMIT statusChanged();
}

void RemotePhoto::load()
{
    m_image = {};
    if (!m_calls || m_hash.isEmpty())
        return setStatus(Status::Empty);
    setStatus(Status::Loading);
    m_calls->get(callPath({u"attachments"_s, m_hash}))
        .then(this,
            [most = m_most](const CallAnswer& answer) {
                return answer.isOk() ? QtConcurrent::run(decoded, answer.bytes, most)
                                     : QtFuture::makeReadyFuture(QImage());
            })
        .unwrap()
        .then(this, [this, hash = m_hash](const QImage& image) {
            if (hash != m_hash)
                return;
            m_image = image;
            setStatus(image.isNull() ? Status::Missing : Status::Shown);
        });
}

void RemotePhoto::paint(QPainter* painter)
{
    if (m_image.isNull())
        return;
    const QSizeF size = QSizeF(m_image.size()).scaled(boundingRect().size(), Qt::KeepAspectRatio);
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(corner, size), m_image);
}

} // namespace guanwu
