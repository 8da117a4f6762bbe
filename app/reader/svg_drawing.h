#pragma once

#include "app/reader/svg_tree.h"
#include "scanner/image.h"

namespace guanwu {

inline constexpr std::size_t kMostSvgDrawn = 400'000; ///< elements, those counted anew that are used again
inline constexpr std::size_t kMostSvgPoints = 4'000'000; ///< of all paths together

/// Opens the font of drawings, for which the process must still be allowed to open files. Without it, or
/// where the system has none, a drawing is drawn without its words.
void openSvgFont();

/// The drawing on white paper, as light and dark, its longer side as long as that. Gradients, patterns,
/// filters and clips are left out: what they would fill is light grey. Errors: space.svg_no_size,
/// space.svg_many, and space.svg_damaged where a path or a transform is none.
[[nodiscard]] Result<LumImage> drawSvg(const SvgTree& tree, int longestSide);

} // namespace guanwu
