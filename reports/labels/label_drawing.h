#pragma once

#include "reports/labels/label_face.h"

#include <cairomm/context.h>

namespace guanwu {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

/// Draws the label with its top left at (left, top), both mm; the context's unit is the point. Modules are a
/// multiple of 0.25 mm, whole dots on printers of 8 and 12 dots a millimetre. Error: label.symbol when they
/// would be less than 0.5 mm (of bars 0.25 mm), which a handheld at arm's length no longer reads.
[[nodiscard]] Result<void> drawLabel(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
    const LabelDesign& design, double left, double top);

} // namespace guanwu
