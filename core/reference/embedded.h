#pragma once

#include <string_view>

namespace guanwu {

/// The text of core/reference/data/<name>.csv as it was when the program was built; empty for an unknown
/// name.
[[nodiscard]] std::string_view embeddedTable(std::string_view name);

} // namespace guanwu
