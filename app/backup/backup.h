#pragma once

#include "app/backup/backup_file.h"

#include <functional>

namespace guanwu {

class Session;

enum class BackupStage { Writing, Restoring, Comparing };
using BackupProgress = std::function<void(BackupStage stage, std::int64_t rows, std::int64_t total)>;

/// Writes every row of the registry as it is at one instant, while others go on working, and proves the copy: it is
/// restored into a throwaway registry and every row is read back and compared, before the file gets its name. Errors:
/// those of ReplacingFile; backup.not_proven.
[[nodiscard]] Result<BackupSummary> makeBackup(
    Session& session, const std::filesystem::path& file, Instant now, const BackupProgress& progress);

/// Reads a backup through and restores it aside; no registry is touched. Errors: those of restoreBackup().
[[nodiscard]] Result<BackupSummary> checkBackup(const std::filesystem::path& file, const BackupProgress& progress);

/// Fills an empty database, of either dialect, with a backup, also one of an older schema, and reads every row back.
/// Nobody's log-in and no unused enrolment code comes back with it. Until it is complete the database is no registry;
/// restoring again begins anew. Errors: backup.format, backup.damaged, backup.newer (the program is older),
/// backup.target_not_empty, backup.not_proven.
[[nodiscard]] Result<BackupSummary> restoreBackup(
    const std::filesystem::path& file, Session& target, const BackupProgress& progress);

} // namespace guanwu
