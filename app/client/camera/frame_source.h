#pragma once

#include <QImage>
#include <QObject>
#include <memory>

namespace guanwu {

/// One picture of a camera: what people see and what the decoder reads. Shared, never copied.
struct CameraFrame {
    QImage picture;
    QImage grey; ///< the same, one byte of luminance a pixel
};

/// Where frames come from: a camera, or something that plays one.
class FrameSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// For people.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual bool hasTorch() const { return false; }
    virtual void setTorch(bool on) { Q_UNUSED(on) }

    /// By what `--camera` says: "default" is the camera of this device, else a folder of pictures, one
    /// picture or a video file that is played as one, also as an address; empty or "none" is no camera.
    [[nodiscard]] static std::unique_ptr<FrameSource> of(const QString& choice);

Q_SIGNALS:
    void frame(const guanwu::CameraFrame& frame);
    /// What can be done, or learnt of it, has changed (a torch was found).
    void changed();
    /// There will be no frames: why, for people.
    void failed(const QString& problem);
};

} // namespace guanwu

Q_DECLARE_METATYPE(guanwu::CameraFrame)
