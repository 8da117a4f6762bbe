#pragma once

#include "core/base/error.h"
#include "core/premises/building_picture.h"

#include <string>

namespace guanwu {

/// What stands beside the plan.
struct PictureHead {
    std::string preparer; ///< 编制单位
    Day asOf {};
};

/// The picture of a building as a PDF: a page of A4 landscape a floor, its rooms drawn to area by
/// layOutFloor(), with the legend of the colouring. The same picture gives the same bytes. Errors:
/// space.no_rooms.
[[nodiscard]] Result<std::string> buildingPicturePdf(
    const BuildingPicture& picture, PictureColour colour, const PictureHead& head);

} // namespace guanwu
