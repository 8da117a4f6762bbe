#pragma once

#include "scanner/photo_canvas.h"
#include "scanner/photograph.h"

namespace guanwu {

/// What lies between a scene and the picture of it, in the order in which light passes: uneven light,
/// defocus, motion, sensor noise, 8 bits.
[[nodiscard]] LumImage exposed(Canvas scene, const PhotoConditions& conditions, PhotoRandom& random);

/// The reflection of a lamp somewhere on the label: an oval so bright that the sensor saturates over about
/// `share` of the label's area.
void addGlare(Canvas& scene, const Corners& label, double share, PhotoRandom& random);

} // namespace guanwu
