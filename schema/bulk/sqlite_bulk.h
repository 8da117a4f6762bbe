#pragma once

#include "schema/bulk/bulk.h"

struct sqlite3;

namespace guanwu {

/// Works on the connection that the SOCI session owns, so that both see one transaction. `db` must outlive it.
[[nodiscard]] std::unique_ptr<Bulk> makeSqliteBulk(sqlite3* db);

} // namespace guanwu
