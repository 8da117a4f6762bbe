#pragma once

#include "reports/premises/building_drawing.h"
#include "scanner/grey_picture.h"
#include "schema/premises/floor_plans.h"

#include <filesystem>

namespace guanwu {

/// A stranger's floor plan as light and dark: a PNG, a JPEG or an SVG, opened by guanwu-reader under its
/// limits and no larger than kPlanLongestSide. Errors: attachment.empty, attachment.too_large,
/// space.plan_type (also when the reader broke off or took longer than 20 s), table.reader, and what
/// drawSvg(), readSvg() and decodeImage() refuse.
[[nodiscard]] Result<LumImage> readPlan(std::string_view bytes, const std::filesystem::path& readerProgram);

/// The plans of a building for who prints it. Where one cannot be opened its floor is drawn without it.
[[nodiscard]] PlanGrounds planGrounds(
    Session& session, const Scope& scope, const std::filesystem::path& readerProgram);

} // namespace guanwu
