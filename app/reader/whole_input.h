#pragma once

#include <cstddef>
#include <string_view>

namespace guanwu {

/// The file on standard input, as it lies on the disk; empty when it is no file, holds nothing or more than so many
/// bytes.
[[nodiscard]] std::string_view wholeInput(std::size_t most);

} // namespace guanwu
