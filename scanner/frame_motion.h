#pragma once

#include "scanner/geometry.h"
#include "scanner/gradient_cells.h"

#include <optional>
#include <vector>

namespace guanwu {

/// How far the picture of a moving camera shifts from frame to frame, from the amount of edges in each cell:
/// less than a millisecond for 1920 x 1080, true to a few pixels.
class FrameMotion {
public:
    /// The shift since the frame before; nothing for the first frame and where two frames have little in
    /// common: the camera was turned away, or the light went out.
    [[nodiscard]] std::optional<PointF> next(const Cells& cells);

private:
    struct Map {
        int size = 0; ///< pixels of a place
        int columns = 0;
        int rows = 0;
        std::vector<float> values;
        [[nodiscard]] const float* row(int y) const { return values.data() + std::ptrdiff_t {y} * columns; }
    };

    [[nodiscard]] static std::vector<Map> mapsOf(const Cells& cells);
    [[nodiscard]] static Map coarser(const Map& fine);
    /// Mean difference where the new map, moved back by (dx, dy), lies over the old one.
    [[nodiscard]] static float difference(const Map& before, const Map& now, int dx, int dy);

    std::vector<Map> m_before; ///< the finest first
};

} // namespace guanwu
