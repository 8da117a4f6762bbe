#pragma once

#include "core/premises/title_gaps.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// Certificates and gaps, as the command line and the API tell them.
[[nodiscard]] nlohmann::ordered_json titleJson(const TitleLine& title);
[[nodiscard]] nlohmann::ordered_json gapJson(const TitleGap& gap);
[[nodiscard]] nlohmann::ordered_json custodyJson(const TitleCustody& step);

} // namespace guanwu
