#pragma once

#include <string_view>

namespace guanwu {

/// All of it to standard output; false when the other end is gone.
bool writeWhole(std::string_view bytes);

} // namespace guanwu
