#pragma once

#include "core/base/error.h"
#include "reports/model/cell.h"

#include <functional>
#include <string>
#include <string_view>

namespace guanwu {

/// A cell of a summary: the row by its key, the column by its place. Said as ROW@COLUMN, the first column
/// being 1.
struct CellKey {
    std::string row;
    std::size_t column = 0; ///< from 0

    bool operator==(const CellKey&) const = default;
};

/// Key of the row 合计 of every summary.
inline constexpr std::string_view kTotalKey = "total";

/// Errors: report.cell_text.
[[nodiscard]] Result<CellKey> parseCellKey(std::string_view text);
[[nodiscard]] std::string cellKeyText(std::string_view row, std::size_t column);
[[nodiscard]] inline std::string cellKeyText(const CellKey& key) { return cellKeyText(key.row, key.column); }

/// One of the lines behind a cell, and what it adds to the cell.
struct CellLine {
    std::string no; ///< of the asset, the room, the certificate, the document
    std::string name;
    std::string unit;
    std::string note;
    Cell value;
    Cell whole; ///< of a rate: of what `value` is the part
};

/// The lines behind a cell, one at a time. Of a rate their parts and their wholes add up, and `kind` is what
/// both are.
struct CellLines {
    std::function<bool(CellLine& line)> next;
    CellKind kind = CellKind::Integer;
};

/// Lines that are few enough to be held. Those that add nothing to the cell are left out.
[[nodiscard]] CellLines heldLines(std::vector<CellLine> lines, CellKind kind = CellKind::Integer);

/// Whether a line adds anything to a cell.
[[nodiscard]] bool addsNothing(const CellLine& line);

} // namespace guanwu
