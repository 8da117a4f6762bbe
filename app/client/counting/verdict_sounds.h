#pragma once

#include <QObject>
#include <QThread>
#include <qqmlregistration.h>

namespace guanwu {

/// A sound for each kind of verdict, made of tones, so that a clerk need not look. Without a device for sound
/// it is silent. Played on a thread of its own: a sound never holds up a scan.
class VerdictSounds : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool enabled MEMBER m_enabled NOTIFY changed)

public:
    explicit VerdictSounds(QObject* parent = nullptr);
    ~VerdictSounds() override;

    /// By VerdictStyle::key.
    Q_INVOKABLE void play(const QString& key);

Q_SIGNALS:
    void changed();

private:
    class Player;
    QThread m_thread;
    Player* m_player = nullptr; ///< lives on the thread; made with the first sound
    bool m_enabled = true;
};

/// 16-bit mono samples of a kind; empty for a key that has no sound.
[[nodiscard]] QByteArray verdictTones(const QString& key, int samplesPerSecond);

} // namespace guanwu
