#pragma once

#include "scanner/bar_strips.h"

#include <array>
#include <cstdint>
#include <vector>

namespace guanwu {

/// The bars of one region over several frames: each frame's profile is laid over the mean of those before, by
/// shift, stretch and the bend that perspective gives, and averaged. Noise goes down with the root of the
/// number of frames, and the blur of a hand that moves another way in every frame evens out.
class FusedBars {
public:
    /// `across`: the reading direction of the region, which may point either way from frame to frame.
    void add(const BarStrips& bars, PointF across, std::int64_t frame);

    /// How many frames lie over each other.
    [[nodiscard]] int frames() const { return static_cast<int>(m_layers.size()); }
    /// Their mean as two strips, the upper and the lower half of the bars, which must agree on what is read,
    /// and the mean of their levelled halves. The quadrilateral is that of the last frame. Only when there
    /// are frames().
    [[nodiscard]] BarStrips mean() const;

private:
    /// One frame, laid over the first one.
    struct Layer {
        std::array<Profile, 2> halves; ///< the upper and the lower one
        std::array<Profile, 2> levelled;
        double weight = 1;
    };

    [[nodiscard]] std::array<Profile, 2> meanOf(std::array<Profile, 2> Layer::*part) const;

    std::vector<Layer> m_layers; ///< the newest last
    Quad m_quad {};
    double m_step = 1;
    double m_quiet = 0;
    PointF m_across {};
    std::int64_t m_frame = -1;
    int m_misfits = 0; ///< frames in a row that did not lie over the others
};

} // namespace guanwu
