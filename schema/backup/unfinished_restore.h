#pragma once

namespace guanwu {

class Session;

/// While a backup is being restored the database is no registry, and says so by a table.
[[nodiscard]] bool isRestoreUnfinished(Session& session);
/// Of whatever name: a restore fills an empty database only.
[[nodiscard]] bool hasAnyTable(Session& session);

/// Removes whatever an unfinished restore has left, and marks the beginning of one.
void beginRestore(Session& session);
void endRestore(Session& session);

} // namespace guanwu
