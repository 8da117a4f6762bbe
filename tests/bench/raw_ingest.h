#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guanwu::bench {

/// One row of scan_event as the database gave it: texts, and \N for NULL.
using RawRow = std::vector<std::string>;

/// Commits the rows, so many a transaction, as fast as the bare database does it: one prepared INSERT on
/// SQLite, whole batches bound as arrays over several connections on MariaDB. Returns the rows.
std::int64_t commitBatches(
    const std::string& url, const std::vector<RawRow>& rows, std::size_t batch, int connections);

/// Looks the cards up one after the other with the statement, prepared, that takes a number; returns the
/// microseconds of each, sorted.
[[nodiscard]] std::vector<std::int64_t> lookUp(
    const std::string& url, const std::string& sql, const std::vector<std::string>& assetNos);

} // namespace guanwu::bench
