#pragma once

#include "schema/bulk/bulk.h"

struct st_mysql;

namespace guanwu {

/// Small batches over a connection that somebody else keeps open: rows are sent as arrays bound to a prepared
/// INSERT, a message for all of them. Up to some thousands of rows that costs MariaDB less than LOAD DATA,
/// which has them made text and read again. Null when the server cannot (MySQL cannot).
[[nodiscard]] std::unique_ptr<BulkWrites> makeMysqlBatches(st_mysql* connection);

} // namespace guanwu
