#pragma once

#include "app/campaign/open_task.h"

#include <filesystem>

namespace guanwu {

/// The result of contract section 3 for the given units (empty = all). The same events give the same bytes.
/// Returns how many lines. Errors: result.format, inventory.no_sheet, inventory.not_frozen, those of
/// ReplacingFile::create().
[[nodiscard]] Result<std::int64_t> writeTaskResult(const OpenTask& task, std::span<const std::string> units,
    const std::filesystem::path& file, const ProgressCallback& progress);

} // namespace guanwu
