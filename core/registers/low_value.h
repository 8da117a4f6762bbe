#pragma once

#include "core/registers/register_type.h"

namespace guanwu {

/// 低值品: kept by unit and department, counted in and out with a running balance, and never fixed assets.
[[nodiscard]] std::vector<RegisterType> lowValueTypes();

} // namespace guanwu
