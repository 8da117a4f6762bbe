#include "scanner/region_tracks.h"

#include <algorithm>
#include <cmath>

namespace guanwu {

namespace {

    // Noise moves a region's border by a cell or two, and hides it now and then.
    constexpr std::int64_t kFramesHidden = 4;

    /// How far apart they are, below 1 where they may be one region.
    double distance(const Region& expected, const Region& found)
    {
        constexpr double kMostLarger = 1.8;
        if (expected.kind != found.kind)
            return 1;
        const double width = std::max(expected.width, found.width) / std::min(expected.width, found.width);
        const double height = std::max(expected.height, found.height) / std::min(expected.height, found.height);
        if (width > kMostLarger || height > kMostLarger)
            return 1;
        const double near = kCell + 0.35 * std::min(expected.width, expected.height);
        return length(expected.middle - found.middle) / near;
    }

} // namespace

int RegionTrack::rounds() const { return tries / effortsFor(region); }
int RegionTrack::nextEffort() const { return tries % effortsFor(region); }

void RegionTracks::follow(
    const std::vector<Region>& found, std::optional<PointF> shift, std::int64_t frame)
{
    if (!shift)
        m_tracks.clear();
    for (RegionTrack& track : m_tracks) {
        track.region.middle = track.region.middle + *shift;
        track.triesNow = 0;
    }
    const std::size_t known = m_tracks.size();
    for (const Region& region : found) {
        RegionTrack* nearest = nullptr;
        double least = 1;
        for (std::size_t i = 0; i < known; ++i) {
            RegionTrack& track = m_tracks[i];
            if (track.lastSeen == frame)
                continue; // another region is this one already
            if (const double apart = distance(track.region, region); apart < least) {
                least = apart;
                nearest = &track;
            }
        }
        if (nearest != nullptr) {
            nearest->region = region;
            nearest->promise = promiseOf(region);
            nearest->lastSeen = frame;
        } else {
            m_tracks.push_back({region, promiseOf(region), frame, frame});
        }
    }
    std::erase_if(m_tracks, [&](const RegionTrack& track) { return track.lastSeen < frame - kFramesHidden; });
}

} // namespace guanwu
