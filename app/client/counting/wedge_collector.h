#pragma once

#include <QString>
#include <optional>

namespace guanwu {

/// Tells a scanner in keyboard mode from fingers by its pace: a scanner types a code with hardly a gap
/// between the keys and ends it with Enter. Knows characters and times only.
class WedgeCollector {
public:
    static constexpr qint64 kGapMs = 50; ///< between the keys of a scanner
    static constexpr qint64 kStallMs = 250; ///< a scanner that stops for longer has broken off
    /// Fewer characters than this are no code, and fingers sometimes hit two keys at once.
    static constexpr qsizetype kFewest = 4;
    static constexpr qsizetype kMost = 200;

    /// A character came. False: what was held before it is no scan, and goes on first, as it was typed.
    [[nodiscard]] bool take(QChar character, qint64 ms);
    /// Enter came: the code, if a scanner typed it. Else what was held goes on, as it was typed.
    [[nodiscard]] std::optional<QString> end(qint64 ms);
    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty(); }
    /// What is held was too fast for fingers.
    [[nodiscard]] bool looksLikeScanner() const { return m_held.size() >= kFewest; }
    /// For how long the next key may still belong to what is held; 0 = no longer.
    [[nodiscard]] qint64 patience(qint64 ms) const;
    void clear() { m_held.clear(); }

private:
    [[nodiscard]] qint64 allowedGap() const { return looksLikeScanner() ? kStallMs : kGapMs; }

    QString m_held;
    qint64 m_last = 0;
};

} // namespace guanwu
