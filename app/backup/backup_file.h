#pragma once

#include "app/packing/packed_lines.h"
#include "app/security/running_digest.h"
#include "core/base/error.h"
#include "core/values/instant.h"
#include "reports/writers/replacing_file.h"
#include "schema/backup/registry_tables.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

// A backup is a packed text that the program and `zcat` can read: a head, and for each table its name and columns, its
// rows as of SQL's COPY, "\." and its tally; the last line is the tally of all. What lacks its last line is no backup.

struct BackupHead {
    int schema = 0; ///< number of the newest step of the schema
    std::string madeAt; ///< ISO 8601
};

/// Of a table, or of a whole backup.
struct BackupTally {
    std::int64_t rows = 0;
    std::string sm3; ///< over the lines of the rows

    bool operator==(const BackupTally&) const = default;
};

struct BackupSummary {
    BackupHead head;
    std::map<std::string, BackupTally> tables;
    BackupTally whole; ///< its digest is over those of the tables
};

class BackupWriter {
public:
    BackupWriter(ReplacingFile& file, BackupHead head);
    void beginTable(const RegistryTable& table);
    void row(const RowStream& row);
    void endTable();
    [[nodiscard]] BackupSummary finish();

private:
    void line(const std::string& text);

    GzipStream m_packed;
    BackupSummary m_summary;
    const RegistryTable* m_table = nullptr;
    BackupTally m_tally;
    RunningDigest m_digest;
    RunningDigest m_wholeDigest;
    std::string m_line;
};

/// What comes of a backup while it is read, one table after the other.
class BackupVisitor {
public:
    virtual ~BackupVisitor() = default;
    [[nodiscard]] virtual Result<void> begin(const BackupHead& head) = 0;
    [[nodiscard]] virtual Result<void> table(const std::string& name, const std::vector<std::string>& columns) = 0;
    [[nodiscard]] virtual Result<void> row(const std::vector<std::optional<std::string>>& cells) = 0;
    [[nodiscard]] virtual Result<void> endTable() = 0;
};

/// Reads a backup to its last line and checks every tally. Errors, besides the visitor's: backup.no_file, backup.format
/// (it is none), backup.damaged (where it broke off or differs from its own tally).
[[nodiscard]] Result<BackupSummary> readBackup(const std::filesystem::path& file, BackupVisitor& visitor);
/// The same without doing anything with it.
[[nodiscard]] Result<BackupSummary> readBackup(const std::filesystem::path& file);

} // namespace guanwu
