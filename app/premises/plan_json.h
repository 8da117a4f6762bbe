#pragma once

#include "schema/premises/floor_plans.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// What a picture says of the plan of a floor; null where there is none.
[[nodiscard]] nlohmann::ordered_json planJson(const FloorPlan& plan);
/// [[x,y],…]
[[nodiscard]] nlohmann::ordered_json cornersJson(const std::vector<PlanPoint>& corners);
/// A floor with its plan and marks.
[[nodiscard]] nlohmann::ordered_json plannedFloorJson(const PlannedFloor& floor);
/// [{"room","corners":[[x,y],…]},…]; two corners are a rectangle. Errors: space.mark_form.
[[nodiscard]] Result<std::vector<RoomMark>> marksOf(const nlohmann::json& marks);

} // namespace guanwu
