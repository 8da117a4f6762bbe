#pragma once

#include "core/registers/register_type.h"

namespace guanwu {

/// 房屋安全: the grade A to D of buildings, and what was found wrong with them until it is put right.
[[nodiscard]] std::vector<RegisterType> buildingSafetyTypes();

} // namespace guanwu
