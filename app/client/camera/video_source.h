#pragma once

#include "app/client/camera/frame_conversion.h"

#include <QMediaPlayer>
#include <QVideoSink>

namespace guanwu {

/// A video file played as a camera, over and over.
class VideoSource final : public FrameSource {
    Q_OBJECT

public:
    explicit VideoSource(QString file, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] QString name() const override { return m_file; }

private:
    QString m_file;
    QMediaPlayer m_player;
    QVideoSink m_sink;
    FrameConversion m_conversion;
};

} // namespace guanwu
