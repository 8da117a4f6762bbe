#pragma once

#include "app/demo/city_plan.h"
#include "app/demo/table_file.h"

namespace guanwu {

/// How many cards the city has at least: the idle ones, the vehicles, the buildings and the land.
[[nodiscard]] std::int64_t leastAssets(const City& city);

/// Writes city.options.assets rows, unit by unit; the headline cards of a unit stand first. The rest is
/// shared out by the number of people.
void writeAssets(const City& city, TableFile& out, const CityProgress& progress);

} // namespace guanwu
