#pragma once

#include <QByteArray>
#include <QStringList>

namespace guanwu {

/// Makes codes of the bytes of a serial scanner. Only an end (CR, LF or ETX) makes a code: what a pulled
/// cable or a wrong speed leaves behind must never be taken for one. Knows bytes and times only.
class SerialCollector {
public:
    static constexpr qint64 kStallMs = 250; ///< as for a scanner that types
    static constexpr qsizetype kFewest = 4; ///< characters; fewer are noise on the line
    static constexpr qsizetype kMost = 200;

    /// The codes that end in these bytes: none, one, or several that came together.
    [[nodiscard]] QStringList take(const QByteArray& bytes, qint64 ms);
    /// Time went by without a byte. True: what came has no end, and is dropped.
    bool expire(qint64 ms);
    /// The line was opened or lost.
    void clear();

    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty() || m_spoilt; }
    /// Codes dropped because something in them is no text.
    [[nodiscard]] int garbled() const { return m_garbled; }

private:
    [[nodiscard]] QString end();

    QByteArray m_held; ///< UTF-8
    bool m_spoilt = false;
    qint64 m_last = 0;
    int m_garbled = 0;
};

} // namespace guanwu
