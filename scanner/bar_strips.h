#pragma once

#include "scanner/regions.h"

#include <array>
#include <vector>

namespace guanwu {

/// Greys along one reading line, evenly spaced.
using Profile = std::vector<float>;

/// A bar code turned upright: each strip is the mean of many rows along the bars, so noise is averaged away
/// while edges stay sharp. Slanted bars make the samples fall between pixels: modules of one pixel stay
/// readable, which no single row of the picture allows.
struct BarStrips {
    double step = 1; ///< pixels of the picture between two samples
    std::vector<Profile> strips; ///< from one end of the bars to the other
    /// The upper and the lower half of the bars with light and contrast levelled: a reflection hides other
    /// bars on every line, and what is hidden on one line is taken from the others. Not of stacked codes.
    std::array<Profile, 2> levelled {};
    /// A reflection left no line of some of the bars: what they are is not known.
    bool hasGap = false;
    double quiet = 0; ///< samples before and behind the bars, about
    Quad quad {}; ///< what the strips cover, in the picture

    /// The mean of strips `first` to `last` - 1.
    [[nodiscard]] Profile mean(std::size_t first, std::size_t last) const;
    /// The same bars as two strips, the levelled halves.
    [[nodiscard]] BarStrips evened() const
    {
        return {step, {levelled[0], levelled[1]}, levelled, hasGap, quiet, quad};
    }
    /// How alike the upper and the lower half are where greys change: 1 for bars, about 0 for print.
    [[nodiscard]] double agreement() const;
};

/// The region, a quiet zone wider on both sides, as `count` strips.
[[nodiscard]] BarStrips barStrips(LumView picture, const Region& region, int count);

/// The profile with blur of about `radius` samples undone by unsharp masking.
[[nodiscard]] Profile sharpened(const Profile& profile, int radius, float strength);

} // namespace guanwu
