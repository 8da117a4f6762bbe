#pragma once

#include "reports/labels/label_face.h"

#include <cairomm/context.h>

namespace guanwu {

/// Size of a label and where things stand on it, in mm.
struct LabelGeometry {
    double width = 0;
    double height = 0;
    double margin = 0; ///< nothing is printed nearer to the edge
    double symbolSpace = 0; ///< side of the square for the symbol and its quiet zone
    bool headingAcross = false; ///< the heading runs over the whole width; else beside the symbol
};

[[nodiscard]] const LabelGeometry& tapeGeometry(TapeSize size);
/// A sticker of the A4 sheet. Sheets of stickers slip by a millimetre or two, hence the wide margin.
[[nodiscard]] const LabelGeometry& stickerGeometry();

inline constexpr double kPointsPerMm = 72.0 / 25.4;

/// Draws the label with its top left at (left, top), both mm; the context's unit is the point. Modules are a
/// multiple of 0.25 mm, whole dots on printers of 8 and 12 dots a millimetre. Error: label.symbol when they
/// would be less than 0.5 mm, which a handheld at arm's length no longer reads.
[[nodiscard]] Result<void> drawLabel(const Cairo::RefPtr<Cairo::Context>& context, const LabelFace& face,
    const LabelGeometry& geometry, double left, double top);

} // namespace guanwu
