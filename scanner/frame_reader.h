#pragma once

#include "scanner/frame_motion.h"
#include "scanner/region_tracks.h"
#include "scanner/scan_stage.h"
#include "scanner/sightings.h"
#include "scanner/work_clock.h"

#include <chrono>

namespace guanwu {

/// How much work one frame of a camera is worth; work of this thread, not time on the wall.
struct FrameOptions {
    /// While something is unread that may be a tag, no new try begins after this long.
    std::chrono::milliseconds budget {25};
    /// The same where only what was tried in vain is left.
    std::chrono::milliseconds idleBudget {8};
};

/// A region of the frame as the reader sees it, for people who tune.
struct RegionInView {
    enum class State : std::uint8_t {
        Waiting, ///< not all efforts have been tried yet
        Hopeless, ///< all were, more than once: tried again when there is nothing else to do
        Read, ///< in this frame
        Tracked, ///< read before, and still in view: costs nothing
    };
    Corners corners {};
    Region::Kind kind {};
    State state {};
    ScanStage stage {}; ///< that it was read by; Search where it was not
};

struct FrameReading {
    std::vector<Symbol> symbols; ///< in view now, whether read in this frame or before
    std::vector<RegionInView> regions;
    StageTimes times {}; ///< of work on this frame
};

/// Reads the frames of one camera one after the other. Regions are followed from frame to frame: what was
/// read costs nothing any more, what was tried in vain is tried again only when there is nothing better to
/// do, and what a frame's budget leaves waits for the next one. The pass over the whole frame, which finds
/// what is no region, is cut in slices of a few milliseconds, one a frame. Crashes as decode() does.
class FrameReader {
public:
    explicit FrameReader(FrameOptions options = {})
        : m_options(options)
    {
    }

    void set(FrameOptions options) { m_options = options; }
    [[nodiscard]] FrameReading read(LumView frame);

private:
    struct Frame;
    void readRegions(const Frame& frame, bool isQuick, WorkClock::time_point until);
    void readHopeless(const Frame& frame, WorkClock::time_point until);
    void tryRegion(const Frame& frame, RegionTrack& track, WorkClock::time_point until);
    void readNextSlice(const Frame& frame);
    void readSlice(const Frame& frame, int number);
    void add(
        const Frame& frame, std::vector<RawRead> reads, ScanStage stage, double scale, PointF origin = {});
    void addTime(ScanStage stage, WorkClock::time_point since);
    /// Whether nothing was read for so long that there may be nothing.
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] bool isHopeless(const RegionTrack& track) const;
    [[nodiscard]] std::vector<RegionInView> regionsInView(const Frame& frame) const;

    FrameOptions m_options;
    std::int64_t m_frame = 0;
    FrameMotion m_motion;
    RegionTracks m_tracks;
    SeenSymbols m_sightings;
    int m_rounds = 0; ///< of all efforts that a region is worth now
    int m_slice = 0; ///< the next one, counted on for ever
    std::optional<int> m_unconfirmed; ///< the slice with a read that another frame has to confirm
    StageTimes m_times {}; ///< of the frame that is being read
    std::int64_t m_lastRead = 0; ///< frame in which something was read, or the scene was new
    int m_slicesSinceCut = 0; ///< since the last frame that had nothing in common with the one before
};

} // namespace guanwu
