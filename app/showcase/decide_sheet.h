#pragma once

#include "app/campaign/open_task.h"

namespace guanwu {

/// Decides whatever keeps a sheet of the demo from being signed: its doubts and its surplus. What is decided
/// is not asked again.
[[nodiscard]] Result<void> decideSheet(const OpenTask& task, const CountSheet& sheet);

} // namespace guanwu
