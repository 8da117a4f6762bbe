#include "reports/model/cell_lines.h"

#include <charconv>

namespace guanwu {

Result<CellKey> parseCellKey(std::string_view text)
{
    // Keys of rows hold codes that may hold anything but are followed by the last @.
    const auto at = text.rfind('@');
    std::size_t column = 0;
    if (at != std::string_view::npos && at > 0) {
        const auto end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + at + 1, end, column);
        if (read.ec == std::errc() && read.ptr == end && column > 0)
            return CellKey {std::string(text.substr(0, at)), column - 1};
    }
    return fail(ErrorCode::InvalidArgument, "report.cell_text", std::string(text));
}

std::string cellKeyText(std::string_view row, std::size_t column)
{
    return std::string(row) + "@" + std::to_string(column + 1);
}

bool addsNothing(const CellLine& line) { return amountOf(line.value) == 0 && amountOf(line.whole) == 0; }

CellLines heldLines(std::vector<CellLine> lines, CellKind kind)
{
    return {[lines = std::move(lines), next = std::size_t {0}](CellLine& line) mutable {
                while (next < lines.size()) {
                    line = lines[next++];
                    if (!addsNothing(line))
                        return true;
                }
                return false;
            },
        kind};
}

} // namespace guanwu
