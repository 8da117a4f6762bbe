#pragma once

#include "app/campaign/open_task.h"

#include <filesystem>

namespace guanwu {

/// The result of contract section 3 for the given units (empty = all). The same events give the same bytes.
/// Errors: inventory.no_sheet, those of ReplacingFile::create().
[[nodiscard]] Result<void> writeTaskResult(const OpenTask& task, std::span<const std::string> units,
    const std::filesystem::path& file, const ProgressCallback& progress);

} // namespace guanwu
