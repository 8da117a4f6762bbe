#pragma once

#include "core/base/error.h"
#include "core/premises/building_picture.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What stands beside the plan.
struct PictureHead {
    std::string preparer; ///< 编制单位
    Day asOf {};
};

/// The drawing of a floor as light and dark: a byte a pixel, rows from the top.
struct PlanGround {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> light;
};
/// The drawing of a floor that has one; asked once a floor, so that one is in memory at a time.
using PlanGrounds = std::function<std::optional<PlanGround>(const PictureFloor& floor)>;

/// The picture of a building as a PDF: a page of A4 landscape a floor, with the legend of the colouring.
/// Where rooms are marked on a plan of the floor they are drawn on it, and those that are not are named
/// below; else they are drawn to area by layOutFloor(). The same picture gives the same bytes. Errors:
/// space.no_rooms.
[[nodiscard]] Result<std::string> buildingPicturePdf(const BuildingPicture& picture, PictureColour colour,
    const PictureHead& head, const PlanGrounds& grounds = {});

} // namespace guanwu
