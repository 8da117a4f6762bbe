#pragma once

#include "app/client/camera/frame_source.h"
#include "scanner/symbol.h"

#include <QPolygonF>
#include <QThread>

namespace guanwu {

/// A code in a frame; corners as fractions of the frame.
struct CodeInFrame {
    QString text;
    bool isSure = true; ///< covered by error correction or a check character
    QPolygonF corners;
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

Q_SIGNALS:
    void decoded(const QList<guanwu::CodeInFrame>& codes);
    /// No frame will be read until the program is there again.
    void failed(const QString& problem);

private:
    class Reader;
    QThread m_thread;
    Reader* m_reader; ///< lives on the thread and ends with it
    bool m_busy = false;
};

} // namespace guanwu
