#pragma once

#include "reports/writers/report_writer.h"

#include <filesystem>

namespace guanwu {

/// Rows a sheet of the format can hold.
inline constexpr std::uint32_t kXlsxRowLimit = 1'048'576;

/// An office workbook, written row by row: frozen headings, numbers as numbers, text always as text cells and
/// never as formulas or links, A4 landscape with repeated headings. What goes beyond `rowLimit` (at least
/// 100) goes on further sheets. end() throws std::system_error when the disk is full; a text beyond 32,767
/// characters is cut there, the most a cell can hold.
[[nodiscard]] std::unique_ptr<ReportWriter> makeXlsxReport(
    const Report& report, const std::filesystem::path& path, std::uint32_t rowLimit = kXlsxRowLimit);

} // namespace guanwu
