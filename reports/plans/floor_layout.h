#pragma once

#include "core/values/area.h"

#include <span>
#include <vector>

namespace guanwu {

/// A rectangle of a plan; y grows downwards. Lengths are those of whoever draws: pixels or points.
struct PlanBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] bool contains(double atX, double atY) const
    {
        return atX >= x && atX < x + width && atY >= y && atY < y + height;
    }
};

inline constexpr double kFlattestFloor = 3.2; ///< a small floor is drawn narrower rather than as a thin line

struct PlanScale {
    double perSquareMetre = 1; ///< area on the plan of a square metre
    double widest = 0;
    double corridor = 0; ///< width of a corridor, which is of no area and only parts what faces it
};

/// A floor without a drawing: where its rooms stand on the plan, in their order.
struct FloorLayout {
    std::vector<PlanBox> rooms;
    std::vector<PlanBox> corridors;
    double width = 0;
    double height = 0;
};

/// Rooms in strips along corridors, in the order in which they come: every room is as large as its area says,
/// none lies on another, and the strips are cut where the rooms are nearest to squares. The same rooms in the
/// same width always lie the same. A room without an area is drawn as one square metre, so that it is seen.
[[nodiscard]] FloorLayout layOutFloor(std::span<const Area> areas, const PlanScale& scale);

/// The scale at which the floor, corridors included, is just as high as this.
[[nodiscard]] double scaleToFit(std::span<const Area> areas, double width, double height, double corridor);

} // namespace guanwu
