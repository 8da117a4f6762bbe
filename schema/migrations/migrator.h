#pragma once

#include "core/base/error.h"
#include "schema/migrations/migration_list.h"

#include <span>

namespace guanwu {

class Session;

/// Brings the registry to the newest version. Every statement can be run again, and the row of a version is
/// written last, so a run that was killed anywhere goes on when it is repeated. Returns the number of steps
/// it applied. Errors: schema.edited (an applied file differs from the program's), schema.newer (the registry
/// is ahead of the program), and of the second schema.unfinished_restore.
[[nodiscard]] Result<int> migrate(Session& session, std::span<const Migration> migrations);
[[nodiscard]] Result<int> migrate(Session& session);

/// Errors: schema.missing (no registry here: run init), schema.outdated (run init), schema.edited,
/// schema.newer, schema.unfinished_restore.
[[nodiscard]] Result<void> requireCurrent(Session& session);

} // namespace guanwu
