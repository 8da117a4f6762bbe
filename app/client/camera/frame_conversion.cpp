#include "app/client/camera/frame_conversion.h"

#include <QtConcurrentRun>
#include <cstring>

namespace guanwu {

namespace {

    /// Whether the first plane is one byte of luminance a pixel.
    bool beginsWithLuminance(QVideoFrameFormat::PixelFormat format)
    {
        switch (format) {
        case QVideoFrameFormat::Format_YUV420P:
        case QVideoFrameFormat::Format_YUV422P:
        case QVideoFrameFormat::Format_YV12:
        case QVideoFrameFormat::Format_NV12:
        case QVideoFrameFormat::Format_NV21:
        case QVideoFrameFormat::Format_Y8:
            return true;
        default:
            return false;
        }
    }

    QImage luminanceOf(QVideoFrame& frame)
    {
        if (!beginsWithLuminance(frame.pixelFormat()) || !frame.map(QVideoFrame::ReadOnly))
            return {};
        QImage grey(frame.size(), QImage::Format_Grayscale8);
        for (int y = 0; y < grey.height(); ++y)
            std::memcpy(grey.scanLine(y), frame.bits(0) + std::ptrdiff_t {y} * frame.bytesPerLine(0),
                static_cast<std::size_t>(grey.width()));
        frame.unmap();
        return grey;
    }

} // namespace

CameraFrame cameraFrameOf(QVideoFrame frame)
{
    CameraFrame out;
    out.grey = luminanceOf(frame);
    out.picture = frame.toImage();
    if (out.grey.isNull() || out.grey.size() != out.picture.size())
        out.grey = out.picture.convertToFormat(QImage::Format_Grayscale8);
    return out;
}

void FrameConversion::offer(const QVideoFrame& frame)
{
    if (m_busy || !frame.isValid())
        return;
    m_busy = true;
    QtConcurrent::run([frame] { return cameraFrameOf(frame); }).then(this, [this](const CameraFrame& done) {
        m_busy = false;
        if (!done.picture.isNull())
            Q_EMIT converted(done);
    });
}

} // namespace guanwu

#include "moc_frame_conversion.cpp"
