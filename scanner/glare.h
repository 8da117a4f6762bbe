#pragma once

#include "scanner/image.h"

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

} // namespace guanwu
