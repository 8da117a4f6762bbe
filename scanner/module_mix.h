#pragma once

#include "scanner/module_greys.h"

namespace guanwu {

/// What the modules are most likely, where blur makes each one's grey a mix of itself and its neighbours.
/// What is believed of the others is taken out of each grey, what is left of it says what each module is, and
/// so on in turns; how the greys are mixed is learnt along the way (soft interference cancellation). An
/// equaliser lifts the noise with the detail, this does not: half as many modules are wrong. `first`: what is
/// believed to begin with.
[[nodiscard]] ModuleGreys disentangled(
    const ModuleGreys& greys, const ModuleGreys& first, const GridModel& model);

} // namespace guanwu
