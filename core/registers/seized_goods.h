#pragma once

#include "core/registers/register_type.h"

namespace guanwu {

/// 移交涉案物资: goods that the discipline commission hands over, item by item, with their custody log
/// (lifecycle 6.2). They are nobody's fixed assets: no total of the books looks here.
[[nodiscard]] std::vector<RegisterType> seizedGoodsTypes();

} // namespace guanwu
