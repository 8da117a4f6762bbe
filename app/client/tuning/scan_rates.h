#pragma once

#include "app/client/camera/frame_decoder.h"

#include <QList>
#include <deque>

namespace guanwu {

/// How fast frames come and what each costs, over the last seconds. Knows frames and times only.
class ScanRates {
public:
    static constexpr qint64 kSpanMs = 5000;

    void clear();
    /// A frame was shown.
    void shown(qint64 ms);
    /// One was read: its codes and its work.
    void read(const FrameReadout& readout, qint64 ms);

    [[nodiscard]] double shownPerSecond(qint64 now) const;
    [[nodiscard]] double readPerSecond(qint64 now) const;
    /// Codes that were read in a frame, again or for the first time, a second.
    [[nodiscard]] double codesPerSecond(qint64 now) const;
    /// Of the work of a frame, in ms; 0 while none was read.
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double ninetyFifth() const { return quantile(0.95); }
    /// Mean work of a frame in this stage, in ms.
    [[nodiscard]] double mean(ScanStage stage) const;
    [[nodiscard]] int frames() const { return static_cast<int>(m_reads.size()); }

private:
    struct Read {
        qint64 ms = 0;
        int codes = 0; ///< read in this frame
        StageTimes times {};
    };
    [[nodiscard]] double quantile(double part) const;
    [[nodiscard]] double perSecond(qint64 now, double count) const;

    std::deque<qint64> m_shown;
    std::deque<Read> m_reads;
    qint64 m_begin = -1;
};

} // namespace guanwu
