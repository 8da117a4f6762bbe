#pragma once

#include "scanner/photo_canvas.h"
#include "scanner/photograph.h"

namespace guanwu {

/// What lies between a scene and the picture of it, in the order in which light passes: uneven light,
/// defocus, motion, sensor noise, 8 bits.
[[nodiscard]] LumImage exposed(Canvas scene, const PhotoConditions& conditions, PhotoRandom& random);

} // namespace guanwu
