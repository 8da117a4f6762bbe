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
    /// All of it, even where that leaves empty stripes.
    Q_PROPERTY(bool whole READ isWhole WRITE setWhole NOTIFY pictureRectChanged)
    /// Where the picture lies in the item, cut parts included.
    Q_PROPERTY(QRectF pictureRect READ pictureRect NOTIFY pictureRectChanged)

public:
    explicit CameraPicture(QQuickItem* parent = nullptr);

    [[nodiscard]] LiveCamera* camera() const { return m_camera; }
    void setCamera(LiveCamera* camera);
    [[nodiscard]] bool isWhole() const { return m_whole; }
    void setWhole(bool whole);
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
    bool m_whole = false;
};

} // namespace guanwu
