#include "app/client/records/call_picture.h"

#include "app/exchange/tables/told_picture.h"

#include <QCoreApplication>
#include <QPainter>
#include <QtConcurrentRun>
#include <system_error>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kColours = 3; ///< bytes a pixel

    std::string_view viewOf(const QByteArray& bytes)
    {
        return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
    }

    std::filesystem::path reader()
    {
        return (QCoreApplication::applicationDirPath() + u"/guanwu-reader"_s).toStdString();
    }

    QImage imageOf(const std::optional<ToldPicture>& told, int bytesAPixel, QImage::Format format)
    {
        if (!told)
            return {};
        // Its pixels are the told one's until they are copied.
        return QImage(
            told->pixels.data(), told->width, told->height, qsizetype {told->width} * bytesAPixel, format)
            .convertToFormat(bytesAPixel == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB32)
            .copy();
    }

} // namespace

QImage callPhoto(const QByteArray& bytes, int longestSide)
{
    try {
        QImage out = imageOf(openPicture(viewOf(bytes), reader()), kColours, QImage::Format_RGB888);
        if (std::max(out.width(), out.height()) > longestSide)
            out = out.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        return out;
    } catch (const std::system_error&) {
        return {}; // no process, no memory: as a photo that cannot be opened
    }
}

QImage callDrawing(const QByteArray& bytes)
{
    try {
        return imageOf(openDrawing(viewOf(bytes), reader()), 1, QImage::Format_Grayscale8);
    } catch (const std::system_error&) {
        return {};
    }
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
                return answer.isOk() ? QtConcurrent::run(callPhoto, answer.bytes, most)
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
