#pragma once

#include "core/reference/classification.h"

#include <string_view>
#include <vector>

namespace guanwu {

/// Classes of the 2022 edition to choose from, in the order of their codes: those right below `parent` (empty
/// = all) whose code begins with the text or whose name holds it (empty = all).
[[nodiscard]] std::vector<const ClassCode*> classes2022(std::string_view parent, std::string_view text);

} // namespace guanwu
