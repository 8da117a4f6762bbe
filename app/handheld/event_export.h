#pragma once

#include "core/base/error.h"
#include "schema/handheld/outbox.h"

#include <filesystem>

namespace guanwu {

/// Writes the own events of a task as a file for `guanwu task ingest`, for units without a network. The same
/// lines that a sync would send; nothing counts as acknowledged by it. Returns their number. Errors:
/// handheld.no_sheet, those of ReplacingFile::create().
[[nodiscard]] Result<std::int64_t> exportEvents(
    HandheldStore& store, const std::string& task, const std::filesystem::path& file);

} // namespace guanwu
