#pragma once

#include "app/exchange/tables/table_reader.h"

#include <span>
#include <string>
#include <variant>

namespace guanwu {

/// What the child that reads a spreadsheet tells its parent, which is always the same build: frames on a
/// pipe, each the length of what follows (32 bits, as the machine has them) and a body. The parent trusts no
/// frame.
struct SheetRow {
    std::int64_t row = 0;
    std::uint64_t bytesRead = 0; ///< of the packed file so far
    std::vector<std::string_view> cells; ///< in the body
};
struct SheetEnd {
    std::string otherSheets; ///< names of further sheets with content, which were not read; empty = none
};
using SheetFrame = std::variant<SheetRow, SheetEnd, Error>;

/// A body longer than this comes from a child that somebody else has taken over.
inline constexpr std::uint32_t kMaxSheetFrame = kMaxRowBytes + (kMaxRowCells + 8) * sizeof(std::uint32_t);

/// Appends one whole frame to `out`. `lengths` are those of the cells, whose texts stand one after another in
/// `text`.
void appendRowFrame(std::string& out, std::int64_t row, std::uint64_t bytesRead,
    std::span<const std::uint32_t> lengths, std::string_view text);
void appendEndFrame(std::string& out, std::string_view otherSheets);
void appendErrorFrame(std::string& out, const Error& error);

/// Reads a body into `frame`, reusing its cells; false when it is no frame, or holds what is not UTF-8.
[[nodiscard]] bool decodeSheetFrame(std::string_view body, SheetFrame& frame);

} // namespace guanwu
