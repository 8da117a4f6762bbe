#pragma once

#include "app/client/camera/frame_source.h"

#include <QElapsedTimer>
#include <QTimer>

namespace guanwu {

/// The PNG and JPEG files of a folder, or one of them, played as a camera, by name: for machines without one,
/// for tests and demonstrations. Each stands still for a while, as before a steady hand, then the next comes;
/// after the last the first. A picture that is put into the folder later is shown in its turn.
class PictureSource final : public FrameSource {
    Q_OBJECT

public:
    struct Pace {
        int framesPerSecond = 15;
        int framesAPicture = 15; ///< for how many frames each stands still
    };

    explicit PictureSource(QString folder, QObject* parent = nullptr);
    PictureSource(QString folder, Pace pace, QObject* parent = nullptr);

    /// By its name.
    [[nodiscard]] static bool isPicture(const QString& file);

    void start() override;
    void stop() override;
    [[nodiscard]] QString name() const override { return m_folder; }

private:
    void tick();
    [[nodiscard]] bool showNext();

    QString m_folder;
    Pace m_pace;
    QTimer m_timer;
    QString m_shown; ///< name of the file
    CameraFrame m_frame;
    int m_left = 0; ///< frames for which the picture still stands
};

} // namespace guanwu
