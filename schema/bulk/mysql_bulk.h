#pragma once

#include "schema/bulk/bulk.h"
#include "schema/connection/database_url.h"

namespace guanwu {

/// A connection of its own over MySQL Connector/C++. It is the only one with LOCAL INFILE on, and it only
/// ever offers memory of this process to the server, never a file that the server names.
[[nodiscard]] std::unique_ptr<Bulk> makeMysqlBulk(const DatabaseUrl& url, const std::string& password);

} // namespace guanwu
