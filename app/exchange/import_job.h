#pragma once

#include "app/exchange/heading_names.h"
#include "app/exchange/problems.h"
#include "app/exchange/tables/table_reader.h"
#include "core/access/scope.h"
#include "core/values/ids.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

namespace guanwu {

class Session;

struct ImportOutcome {
    BatchId batch; ///< 0 when nothing was stored
    std::int64_t rows = 0; ///< data rows of the file
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
};

struct ImportRequest {
    ImportKind kind = ImportKind::Assets;
    std::filesystem::path file;
    std::string name; ///< what the batch remembers; empty = the name of the file
    TableOptions table;
    HeadingNames headings; ///< where the file does not use our headings
    bool dryRun = false;
    Scope scope = Scope::everything(); ///< whose units may be named: others are not there
    std::chrono::year_month_day today;
    std::optional<std::chrono::year_month> opening; ///< default: the month before today's
    /// Switches the batch in, which is the last thing done; what else is done in that transaction goes with
    /// it. Empty = `apply` alone.
    std::function<void(const ImportOutcome& outcome, const std::function<void()>& apply)> lastStep;
};

enum class ImportStage : std::uint8_t { Check, Load };
using ImportProgress = std::function<void(ImportStage stage, std::int64_t done, std::int64_t total)>;

/// Imports a file: all of it or nothing. It is read once and checked whole; only then is what was checked
/// loaded, in pieces that stay hidden until the last is there. Every problem is told to `problems` with row,
/// column and value; the outcome counts them. An Error is returned only for what concerns the file as a
/// whole.
[[nodiscard]] Result<ImportOutcome> importFile(Session& session, const ImportRequest& request,
    const ProblemSink::Listener& problems, const ImportProgress& progress);

} // namespace guanwu
