#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace guanwu {

/// A code before the camera is acted on once: while it stays in view, and for a while after it left, it is
/// the same aim. A code that nothing but scan lines vouch for must be read twice in a row first.
class CodeCooldown {
public:
    static constexpr qint64 kMs = 3000;

    struct Read {
        QString text;
        bool isSure = true; ///< covered by error correction or a check character
    };

    /// The codes of one frame; answers those to act on now, in their order.
    [[nodiscard]] QStringList act(const QList<Read>& frame, qint64 ms);
    /// The next sight of anything counts as new: another room was entered.
    void forget() { m_codes.clear(); }

private:
    struct Code {
        qint64 lastSeen = 0;
        quint64 lastFrame = 0;
        bool acted = false;
    };
    QHash<QString, Code> m_codes;
    quint64 m_frame = 0;
};

} // namespace guanwu
