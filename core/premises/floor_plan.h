#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// A point of a floor plan, in pixels of its picture from the upper left.
struct PlanPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;

    bool operator==(const PlanPoint&) const = default;
};

/// Where a room lies on the plan of its floor: a polygon, of which most are rectangles.
struct RoomMark {
    std::string room; ///< code
    std::vector<PlanPoint> corners;

    bool operator==(const RoomMark&) const = default;
};

/// The drawing of a floor. What is kept is a grey PNG that the product made of what was sent.
struct FloorPlan {
    std::string hash; ///< of the attachment; empty = there is none
    std::int64_t width = 0; ///< pixels
    std::int64_t height = 0;
    std::int64_t revision = 0; ///< of picture and marks together; 0 = there is none

    bool operator==(const FloorPlan&) const = default;
};

inline constexpr int kPlanLongestSide
    = 3200; ///< pixels, about what paper of A4 shows; what is larger is made smaller
inline constexpr std::size_t kMostMarkCorners = 60;
inline constexpr std::size_t kMostMarks = 1000; ///< rooms on a floor
/// Below this a mark can neither be seen nor tapped.
inline constexpr std::int64_t kLeastMarkSide = 4;

/// Whether the mark may stand on a plan of that size. Errors: space.mark_corners (fewer than three, or too
/// many), space.mark_outside, space.mark_shape (no area, or edges that cross).
[[nodiscard]] Result<void> checkMark(const RoomMark& mark, std::int64_t width, std::int64_t height);
/// All marks of a plan. Errors: those of checkMark(), space.mark_twice, space.too_many_marks.
[[nodiscard]] Result<void> checkMarks(
    std::span<const RoomMark> marks, std::int64_t width, std::int64_t height);

/// Twice the area of a polygon, which is whole.
[[nodiscard]] std::int64_t twiceArea(std::span<const PlanPoint> corners);

/// "10,20 110,20 110,90 10,90", as it is stored and as the command line takes it. A mark of two points is the
/// rectangle between them. Errors: space.mark_form.
[[nodiscard]] std::string cornersText(std::span<const PlanPoint> corners);
[[nodiscard]] Result<std::vector<PlanPoint>> parseCorners(std::string_view text);

/// The marks on another picture of the same floor, which may have another size.
void rescale(std::vector<PlanPoint>& corners, const FloorPlan& from, const FloorPlan& to);

} // namespace guanwu
