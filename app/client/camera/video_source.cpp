#include "app/client/camera/video_source.h"

#include <QFileInfo>
#include <QUrl>

namespace guanwu {

VideoSource::VideoSource(QString file, QObject* parent)
    : FrameSource(parent)
    , m_file(std::move(file))
{
    m_player.setVideoSink(&m_sink);
    m_player.setLoops(QMediaPlayer::Infinite);
    connect(&m_sink, &QVideoSink::videoFrameChanged, &m_conversion, &FrameConversion::offer);
    connect(&m_conversion, &FrameConversion::converted, this, &FrameSource::frame);
    connect(&m_player, &QMediaPlayer::errorOccurred, this,
        [this] { Q_EMIT failed(tr("The video cannot be played: %1").arg(m_file)); });
}

void VideoSource::start()
{
    // The player says nothing of a file that is not there.
    if (!QFileInfo(m_file).isFile()) {
        Q_EMIT failed(tr("There is neither a folder of pictures nor a video at %1").arg(m_file));
        return;
    }
    m_player.setSource(QUrl::fromLocalFile(m_file));
    m_player.play();
}

void VideoSource::stop() { m_player.stop(); }

} // namespace guanwu

#include "moc_video_source.cpp"
