#pragma once

#include "app/exchange/columns.h"
#include "core/base/error.h"

#include <filesystem>
#include <functional>

namespace guanwu {

class Session;

/// Writes everything of a kind with the columns that import takes, so that an import of it into an empty
/// registry and another export give the same bytes. Both .csv and .xlsx are streamed. Returns the rows.
/// Errors: export.format, export.too_many_rows (more than a sheet of .xlsx holds), report.folder,
/// report.target, report.create.
[[nodiscard]] Result<std::int64_t> exportFile(Session& session, ImportKind kind,
    const std::filesystem::path& file,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress);

} // namespace guanwu
