#pragma once

#include "scanner/region_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guanwu {

/// A region that is followed from frame to frame, with what has been tried on it.
struct RegionTrack {
    Region region; ///< where it lies in this frame
    double promise = 0;
    std::int64_t firstSeen = 0; ///< frame
    std::int64_t lastSeen = 0;
    std::int64_t lastTried = -1;
    int tries = 0; ///< without a read, over all frames; efforts come in turn
    int triesNow = 0; ///< in this frame
    RegionMemory memory {};

    /// Whole rounds of all efforts.
    [[nodiscard]] int rounds() const;
    [[nodiscard]] int nextEffort() const;
};

/// The regions of the frames of one camera. A region that is found again where the picture's shift lets
/// expect it is the same one, so its tries go on where they stood in the frame before.
class RegionTracks {
public:
    /// `shift` of the picture since the last frame; without one nothing is known any more.
    void follow(const std::vector<Region>& found, std::optional<PointF> shift, std::int64_t frame);

    [[nodiscard]] std::vector<RegionTrack>& all() { return m_tracks; }
    [[nodiscard]] const std::vector<RegionTrack>& all() const { return m_tracks; }

private:
    std::vector<RegionTrack> m_tracks;
};

} // namespace guanwu
