#pragma once

#include "reports/model/cell_lines.h"
#include "reports/writers/write_report.h"

namespace guanwu {

/// Takes a summary and hands on, in its place, the lines behind one of its figures as a report of their own:
/// it says of what it is, adds the lines up, and whether they come to the figure. Errors: report.cell (no
/// such row, no figure in it), report.no_lines, and those of the output.
[[nodiscard]] ReportOutput linesOfCell(const CellKey& cell, ReportOutput output);

/// A figure of a summary that opens lines.
struct OpenCell {
    std::string key;
    std::string row; ///< its names
    std::string column;
    Cell value;
};
/// Every figure of a report that opens lines, in the order of its rows.
[[nodiscard]] ReportOutput toOpenCells(std::vector<OpenCell>& cells);

/// What opening every figure of a report showed.
struct CheckedCells {
    std::int64_t cells = 0;
    std::vector<std::string> wrong; ///< figures that their lines do not come to, each with what they come to
};
/// Opens every figure of a report and adds its lines up. `told` hears how many of them are done.
[[nodiscard]] ReportOutput toCheckedCells(
    CheckedCells& checked, std::function<void(std::int64_t done, std::int64_t total)> told = {});

} // namespace guanwu
