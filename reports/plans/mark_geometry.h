#pragma once

#include "core/premises/floor_plan.h"

namespace guanwu {

[[nodiscard]] bool isInside(std::span<const PlanPoint> corners, double x, double y);
/// The middle of where its words go: of the polygon where that lies in it, else of its widest part.
struct PlanSpot {
    double x = 0;
    double y = 0;
    double width = 0; ///< of a rectangle round that point that lies in the polygon
    double height = 0;
};
[[nodiscard]] PlanSpot labelSpot(std::span<const PlanPoint> corners);

} // namespace guanwu
