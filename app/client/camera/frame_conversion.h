#pragma once

#include "app/client/camera/frame_source.h"

#include <QVideoFrame>

namespace guanwu {

/// Makes frames of what a media sink gives, on another thread and one at a time: frames that come meanwhile
/// are dropped, so a slow machine shows fewer pictures and never old ones.
class FrameConversion : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void offer(const QVideoFrame& frame);

Q_SIGNALS:
    void converted(const guanwu::CameraFrame& frame);

private:
    bool m_busy = false;
};

/// The luminance plane as it lies in the frame, where there is one; else worked out of the picture.
[[nodiscard]] CameraFrame cameraFrameOf(QVideoFrame frame);

} // namespace guanwu
