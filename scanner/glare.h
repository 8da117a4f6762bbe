#pragma once

#include "scanner/image.h"

#include <optional>

namespace guanwu {

/// The picture without the light that a reflection adds to a part of it; nothing where there is none. What
/// the reflection bleached is half way between light and dark, so that it says nothing instead of something
/// wrong. For a region and little around it: paper is what most of it is.
[[nodiscard]] std::optional<LumImage> withoutGlare(LumView region);

} // namespace guanwu
