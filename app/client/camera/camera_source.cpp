#include "app/client/camera/camera_source.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// A tag at arm's length has modules of several pixels in it, and the decoder keeps up.
    constexpr QSize kWanted(1280, 720);

    int distance(const QSize& size)
    {
        return qAbs(size.width() - kWanted.width()) + qAbs(size.height() - kWanted.height());
    }

    QCameraDevice chosen()
    {
        const QList<QCameraDevice> all = QMediaDevices::videoInputs();
        for (const QCameraDevice& device : all)
            if (device.position() == QCameraDevice::BackFace)
                return device;
        return all.isEmpty() ? QCameraDevice() : QMediaDevices::defaultVideoInput();
    }

} // namespace

CameraSource::CameraSource(QObject* parent)
    : FrameSource(parent)
{
    m_capture.setVideoSink(&m_sink);
    connect(&m_sink, &QVideoSink::videoFrameChanged, &m_conversion, &FrameConversion::offer);
    connect(&m_conversion, &FrameConversion::converted, this, &FrameSource::frame);
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, [this] {
        if (m_started)
            take();
    });
}

void CameraSource::take()
{
    const QCameraDevice device = chosen();
    m_camera.reset();
    if (device.isNull()) {
        Q_EMIT failed(tr("There is no camera on this device."));
        return;
    }
    m_camera = std::make_unique<QCamera>(device);
    const auto formats = device.videoFormats();
    const auto best = std::min_element(formats.begin(), formats.end(),
        [](const auto& a, const auto& b) { return distance(a.resolution()) < distance(b.resolution()); });
    if (best != formats.end())
        m_camera->setCameraFormat(*best);
    if (m_camera->isFocusModeSupported(QCamera::FocusModeAuto))
        m_camera->setFocusMode(QCamera::FocusModeAuto);
    connect(m_camera.get(), &QCamera::errorOccurred, this,
        [this] { Q_EMIT failed(tr("The camera does not start. Another program may be using it.")); });
    m_capture.setCamera(m_camera.get());
    m_camera->start();
    Q_EMIT changed();
}

void CameraSource::start()
{
    m_started = true;
    take();
}

void CameraSource::stop()
{
    m_started = false;
    if (m_camera)
        m_camera->stop();
    m_camera.reset(); // free for other programs
}

QString CameraSource::name() const { return m_camera ? m_camera->cameraDevice().description() : QString(); }

bool CameraSource::hasTorch() const { return m_camera && m_camera->isTorchModeSupported(QCamera::TorchOn); }

void CameraSource::setTorch(bool on)
{
    if (m_camera)
        m_camera->setTorchMode(on ? QCamera::TorchOn : QCamera::TorchOff);
}

} // namespace guanwu

#include "moc_camera_source.cpp"
