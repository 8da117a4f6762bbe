#pragma once

#include <string>

namespace guanwu {

/// Who runs the command, as the system knows him.
[[nodiscard]] std::string currentUser();
/// The same as the audit trail and the archive know him.
[[nodiscard]] std::string localActor();

} // namespace guanwu
