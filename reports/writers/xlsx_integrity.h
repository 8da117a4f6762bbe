#pragma once

#include <filesystem>

namespace guanwu {

/// Whether every part of a workbook is there to its last byte. The spreadsheet library does not look at the
/// result of every write: on a full disk it can finish "without error" a file whose sheet ends in the middle
/// of a row.
[[nodiscard]] bool isWholeWorkbook(const std::filesystem::path& path);

} // namespace guanwu
