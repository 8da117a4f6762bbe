#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guanwu {

/// After how many characters the name of an office is best broken in two, the best first: where a part of it
/// ends, near the middle (怀化市机关 | 事务管理局).
[[nodiscard]] std::vector<std::size_t> nameBreaks(std::u32string_view text);

} // namespace guanwu
