#pragma once

#include "schema/bulk/bulk.h"

struct sqlite3;

namespace guanwu {

/// Works on the connection that the SOCI session owns, so that both see one transaction. `db` must outlive
/// it.
[[nodiscard]] std::unique_ptr<Bulk> makeSqliteBulk(sqlite3* db);

/// A session belongs to one thread at a time, so SQLite need not lock in every call, nor count its memory
/// under a lock. Only heard before the first connection of the process.
void spareSqliteLocks();

} // namespace guanwu
