#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace guanwu::bench {

/// The database itself, without any of our code: the yardstick. Throws std::runtime_error with the database's
/// message.
class RawStore {
public:
    virtual ~RawStore() = default;
    /// Writes every row of a table to a file: a line a row, cells apart by tabs, \N for NULL. For texts
    /// without tabs and line breaks.
    virtual void dump(const std::string& table, const std::filesystem::path& file) = 0;
    /// Inserts the rows of such a file, one transaction: LOAD DATA on MariaDB, one prepared INSERT on SQLite.
    /// Returns them.
    virtual std::int64_t load(const std::string& table, const std::filesystem::path& file) = 0;
    /// Runs one statement; returns the rows it changed.
    virtual std::int64_t run(const std::string& sql) = 0;
    /// Reads every row of a query, one at a time, all cells as text. Returns the rows.
    virtual std::int64_t stream(const std::string& sql) = 0;
};

/// `url` as the programs take it.
[[nodiscard]] std::unique_ptr<RawStore> openRaw(const std::string& url);

} // namespace guanwu::bench
