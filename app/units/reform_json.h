#pragma once

#include "core/cards/unit_reform.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// What an order moves and what stands in its way, as the API and `--json` show it.
[[nodiscard]] nlohmann::ordered_json reformJson(
    const ReformOrder& order, const ReformPlan& plan, const std::vector<Error>& problems);

} // namespace guanwu
