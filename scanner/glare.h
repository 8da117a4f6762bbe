#pragma once

#include "scanner/image.h"
#include "scanner/regions.h"
#include "scanner/zxing_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guanwu {

/// A picture of which a reflection bleached a part.
struct Bleached {
    LumImage image; ///< half way between light and dark where it is lost
    std::vector<std::uint8_t> lost; ///< 1 for those pixels

    [[nodiscard]] LumView view() const
    {
        LumView view(image);
        view.lost = lost.data();
        return view;
    }
};

/// The picture without the light that a reflection adds to a part of it; nothing where there is none: what it
/// bleached says nothing instead of something wrong. For a region and little around it: paper is what most of
/// it is.
[[nodiscard]] std::optional<Bleached> withoutGlare(LumView region);

/// A region and what lies `reach` pixels about it, without reflections.
struct ClearRegion {
    Bleached picture;
    PointF origin; ///< in the picture that it was cut from
    Region region; ///< in it
};
/// Nothing where there is no reflection: then the picture is read as it is.
[[nodiscard]] std::optional<ClearRegion> clearRegion(LumView picture, const Region& region, double reach);

/// What `read(picture, region)` finds in the region without the reflections on it.
template <class Read>
[[nodiscard]] std::vector<RawRead> readClear(LumView picture, const Region& region, double reach, Read read)
{
    const auto clear = clearRegion(picture, region, reach);
    if (!clear)
        return read(picture, region);
    std::vector<RawRead> reads = read(clear->picture.view(), clear->region);
    for (RawRead& one : reads) {
        Quad quad = quadOf(one.symbol.corners);
        for (PointF& corner : quad)
            corner = corner + clear->origin;
        one.symbol.corners = rounded(quad);
    }
    return reads;
}

} // namespace guanwu
