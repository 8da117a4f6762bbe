#pragma once

#include "app/client/camera/frame_conversion.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

namespace guanwu {

/// The camera of this device. One that is plugged in later is taken when it comes.
class CameraSource final : public FrameSource {
    Q_OBJECT

public:
    explicit CameraSource(QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool hasTorch() const override;
    void setTorch(bool on) override;

private:
    void take();

    QMediaDevices m_devices;
    QMediaCaptureSession m_capture;
    QVideoSink m_sink;
    FrameConversion m_conversion;
    std::unique_ptr<QCamera> m_camera;
    bool m_started = false;
};

} // namespace guanwu
