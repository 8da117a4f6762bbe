#pragma once

#include "app/client/camera/live_camera.h"

#include <QPointer>
#include <QQuickItem>

namespace guanwu {

/// Shows the picture of a camera: whole, as large as it fits, or filling the item and cut at its edges.
class CameraPicture : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::LiveCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged)
    /// Where the picture lies in the item, cut parts included.
    Q_PROPERTY(QRectF pictureRect READ pictureRect NOTIFY pictureRectChanged)

public:
    explicit CameraPicture(QQuickItem* parent = nullptr);

    [[nodiscard]] LiveCamera* camera() const { return m_camera; }
    void setCamera(LiveCamera* camera);
    [[nodiscard]] QRectF pictureRect() const;

Q_SIGNALS:
    void cameraChanged();
    void pictureRectChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    QPointer<LiveCamera> m_camera;
    QImage m_picture;
};

} // namespace guanwu
