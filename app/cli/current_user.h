#pragma once

#include <string>

namespace guanwu {

/// Who runs the command, as the system knows him.
[[nodiscard]] std::string currentUser();

} // namespace guanwu
