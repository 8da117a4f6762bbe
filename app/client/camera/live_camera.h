#pragma once

#include "app/client/camera/code_cooldown.h"
#include "app/client/camera/tags_in_view.h"

#include <QElapsedTimer>
#include <qqmlregistration.h>

namespace guanwu {

/// A camera that is looked through: its picture, the tags in it, and each code once when it is aimed at.
class LiveCamera : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// As in FrameSource::of().
    Q_PROPERTY(QString choice READ choice WRITE setChoice NOTIFY changed)
    /// Frames flow only while it is wanted; nothing is opened before.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed)
    /// A picture has come, and no problem since.
    Q_PROPERTY(bool live READ isLive NOTIFY changed)
    /// Of work for a frame, in ms.
    Q_PROPERTY(int budget READ budget WRITE setBudget NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY changed)
    Q_PROPERTY(bool torch READ torch WRITE setTorch NOTIFY changed)
    Q_PROPERTY(guanwu::TagsInView* tags READ tags CONSTANT)

public:
    explicit LiveCamera(QObject* parent = nullptr);

    [[nodiscard]] QString choice() const { return m_choice; }
    void setChoice(const QString& choice);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] int budget() const { return static_cast<int>(m_options.budget.count()); }
    void setBudget(int ms);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool hasTorch() const { return m_source && m_source->hasTorch(); }
    [[nodiscard]] bool torch() const { return m_torch; }
    void setTorch(bool on);
    [[nodiscard]] TagsInView* tags() { return &m_tags; }

    /// The picture that is shown now.
    [[nodiscard]] QImage picture() const { return m_picture; }
    /// What is in view counts as new, and nothing is said of it yet.
    void forgetCodes();

Q_SIGNALS:
    void changed();
    void pictureChanged();
    /// Somebody aims at this code; comes once for each aim.
    void aimed(const QString& code);
    /// A frame was read; aimed() of its codes comes after.
    void decoded(const guanwu::FrameReadout& readout);

private:
    void restart();
    void take(const CameraFrame& frame);
    void read(const FrameReadout& readout);
    void fail(const QString& problem);

    QString m_choice;
    bool m_active = false;
    bool m_live = false;
    bool m_torch = false;
    QString m_problem;
    FrameOptions m_options;
    QImage m_picture;
    TagsInView m_tags;
    CodeCooldown m_cooldown;
    QElapsedTimer m_clock;
    std::unique_ptr<FrameSource> m_source;
    std::unique_ptr<FrameDecoder> m_decoder;
};

} // namespace guanwu
