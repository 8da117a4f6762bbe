#pragma once

#include "app/client/camera/frame_source.h"
#include "scanner/frame_reader.h"

#include <QPolygonF>
#include <QThread>

namespace guanwu {

/// A code in a frame; corners as fractions of the frame.
struct CodeInFrame {
    QString text;
    bool isSure = true; ///< covered by error correction or a check character
    QPolygonF corners;
    QString format {}; ///< its name, the same in all languages
};

/// All that is known of a frame that was read.
struct FrameReadout {
    QList<CodeInFrame> codes;
    std::vector<RegionInView> regions; ///< in pixels of the frame
    QSize size; ///< of the frame
    StageTimes times {}; ///< of work
};

/// Reads frames on a thread of its own, in a child process that may crash or hang on any of them without
/// harm. One at a time: a frame that comes while it reads is dropped.
class FrameDecoder : public QObject {
    Q_OBJECT

public:
    /// `readerProgram` is guanwu-reader.
    explicit FrameDecoder(QString readerProgram, QObject* parent = nullptr);
    ~FrameDecoder() override;

    /// False: it was dropped.
    bool offer(const CameraFrame& frame);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// From the next frame on.
    void setOptions(FrameOptions options) { m_options = options; }

Q_SIGNALS:
    void decoded(const guanwu::FrameReadout& readout);
    /// No frame will be read until the program is there again.
    void failed(const QString& problem);

private:
    class Reader;
    QThread m_thread;
    Reader* m_reader; ///< lives on the thread and ends with it
    FrameOptions m_options;
    bool m_busy = false;
};

} // namespace guanwu
