#pragma once

#include "reports/model/report.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace guanwu::test {

[[nodiscard]] std::string readFile(const std::filesystem::path& path);

/// The bytes of a report as a file; checks that it ties, or that it does not.
std::string written(const StreamedReport& report, const std::filesystem::path& path, bool ties = true);

/// Compares bytes with approved/<name>. If they differ, writes them as <name>.received into the working
/// folder, where the message of the failed check points to, for a human to compare and approve.
[[nodiscard]] bool isApproved(std::string_view name, const std::string& bytes);

/// Opens every figure of a report and demands that its lines come to it; how many there were.
[[nodiscard]] std::int64_t openedCells(const std::function<StreamedReport()>& report);

} // namespace guanwu::test
