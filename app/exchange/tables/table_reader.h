#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace guanwu {

enum class TextEncoding : std::uint8_t { Utf8, Gb18030, Utf16Le, Utf16Be };

inline constexpr TokenTable<TextEncoding, 4> kTextEncodings {{
    {TextEncoding::Utf8, "utf-8", "utf8", "UTF-8"},
    {TextEncoding::Gb18030, "gb18030", "gbk", "GB18030"},
    {TextEncoding::Utf16Le, "utf-16le", "utf-16", "UTF-16 little endian"},
    {TextEncoding::Utf16Be, "utf-16be", "utf16be", "UTF-16 big endian"},
}};
static_assert(isDense(kTextEncodings));

/// What one row may hold, in every kind of file; more comes from a broken file or a hostile one.
inline constexpr std::size_t kMaxRowCells = 4096;
inline constexpr std::size_t kMaxRowBytes = 1 << 20;

/// One row of a table. Views live until the next row is asked for; empty cells at the end may be absent.
struct TableRow {
    std::int64_t row = 0; ///< as a spreadsheet program numbers it, from 1, blank rows counted
    std::vector<std::string_view> cells;
};

struct TableOptions {
    std::optional<TextEncoding> encoding; ///< of a CSV; detected when not given
    std::filesystem::path readerProgram; ///< guanwu-reader, which reads spreadsheets under limits
};

/// A table of an untrusted file, read row by row: memory does not grow with the file.
class TableReader {
public:
    virtual ~TableReader() = default;
    /// false = the end. An error ends the reading; its detail says where in the file.
    [[nodiscard]] virtual Result<bool> next(TableRow& row) = 0;
    [[nodiscard]] virtual std::uint64_t bytesRead() const = 0;
    [[nodiscard]] virtual std::uint64_t bytesTotal() const = 0;
    /// Known at the end: names of sheets with content that were not read. A workbook is read to its first
    /// such sheet.
    [[nodiscard]] virtual std::string otherSheets() const { return {}; }
};

/// Opens .csv and .txt (UTF-8, GB18030, UTF-16, detected), .xlsx and .ods. Errors: file.unreadable,
/// table.folder, table.kind, table.old_xls, table.empty, table.reader.
[[nodiscard]] Result<std::unique_ptr<TableReader>> openTable(
    const std::filesystem::path& file, const TableOptions& options);

} // namespace guanwu
