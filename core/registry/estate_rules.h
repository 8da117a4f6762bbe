#pragma once

#include "core/registry/card_rules.h"
#include "core/registry/problem_list.h"

namespace guanwu {

/// The rules of fields 1b: areas within the floor area, six uses that add up to it, papers of a title.
void checkBuilding(const BuildingPart& building, const CardContext& context, ProblemList& problems);

/// The rules of fields 1c.
void checkLand(const LandPart& land, const CardContext& context, ProblemList& problems);

} // namespace guanwu
