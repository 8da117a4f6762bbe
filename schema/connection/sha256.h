#pragma once

#include <string>
#include <string_view>

namespace guanwu {

/// In lower-case hex.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace guanwu
