#pragma once

#include "app/cli/task_context.h"

#include <filesystem>
#include <iosfwd>
#include <span>

namespace guanwu {

/// A line a unit: code, state, lines of the book, and the counters; JSON when asked for.
void printStatus(const CliContext& context, TaskContext& task, std::ostream& out);

/// The result of contract section 3 for the given units (empty = all), written beside the target and renamed, so that
/// a half-written file never bears its name. The same events give the same bytes.
[[nodiscard]] Result<void> writeTaskResult(TaskContext& task, std::span<const std::string> units,
    const std::filesystem::path& file, const ProgressCallback& progress);

} // namespace guanwu
