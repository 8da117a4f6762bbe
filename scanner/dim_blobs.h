#pragma once

#include "scanner/geometry.h"
#include "scanner/image.h"

#include <vector>

namespace guanwu {

/// Quadrilaterals around what is dimmer than its surroundings at `seed`, dark modules and the light ones
/// between them taken together: small and soft modules do not hang together as darkBlobs() asks, but paper
/// around them is lighter than their mean. Of several levels of grey those where the outline changes least
/// (J. Matas and others, 2002), the steadiest first.
[[nodiscard]] std::vector<Quad> dimBlobs(
    const LumImage& image, PointF seed, double leastSide, std::size_t most);

} // namespace guanwu
