#pragma once

#include "reports/writers/report_writer.h"

#include "core/base/error.h"

#include <filesystem>
#include <functional>

namespace guanwu {

/// Takes a report with its rows: a file, or a screen.
using ReportOutput = std::function<Result<WrittenReport>(const Report& report, RowSource& rows)>;

/// Writes a report as .xlsx, .csv or .pdf, whichever the path ends in. The file appears complete or not at
/// all.
///
/// CSV holds the column names, the lines and the row 合计, nothing else, so checks that do not hold are not
/// in it: the caller says them from the returned WrittenReport. Errors: report.format (another ending),
/// report.folder, report.target, report.create (see ReplacingFile). A disk that fills up and whatever the row
/// source throws are exceptions; the target is then as it was.
[[nodiscard]] Result<WrittenReport> writeReport(
    const Report& report, RowSource& rows, const std::filesystem::path& target);
/// The same as an output.
[[nodiscard]] ReportOutput toFile(const std::filesystem::path& target);
/// Whether the format that a file ends in prints a head: CSV holds columns, lines and total alone.
[[nodiscard]] bool printsHead(const std::filesystem::path& target);

} // namespace guanwu
