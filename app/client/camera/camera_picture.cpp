#include "app/client/camera/camera_picture.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace guanwu {

CameraPicture::CameraPicture(QQuickItem* parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
}

void CameraPicture::setCamera(LiveCamera* camera)
{
    if (camera == m_camera)
        return;
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (camera)
        connect(camera, &LiveCamera::pictureChanged, this, [this] {
            const QSize before = m_picture.size();
            m_picture = m_camera->picture();
            if (m_picture.size() != before)
                Q_EMIT pictureRectChanged();
            update();
        });
    Q_EMIT cameraChanged();
}

void CameraPicture::setWhole(bool whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    update();
    Q_EMIT pictureRectChanged();
}

QRectF CameraPicture::pictureRect() const
{
    if (m_picture.isNull())
        return boundingRect();
    const QSizeF size
        = QSizeF(m_picture.size())
              .scaled(this->size(), m_whole ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding);
    return {(width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height()};
}

void CameraPicture::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        Q_EMIT pictureRectChanged();
}

QSGNode* CameraPicture::updatePaintNode(QSGNode* old, UpdatePaintNodeData* data)
{
    Q_UNUSED(data)
    auto* node = static_cast<QSGImageNode*>(old);
    if (m_picture.isNull() || width() <= 0 || height() <= 0) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
    }
    node->setTexture(window()->createTextureFromImage(m_picture, QQuickWindow::TextureIsOpaque));
    node->setRect(pictureRect());
    return node;
}

} // namespace guanwu

#include "moc_camera_picture.cpp"
