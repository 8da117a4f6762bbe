#include "app/exchange/heading_names.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

Result<HeadingNames> readHeadingNames(
    const std::filesystem::path& file, std::span<const ColumnSpec> columns, const TableOptions& options)
{
    auto table = openTable(file, options);
    if (!table)
        return fail(table.error());
    HeadingNames names;
    TableRow row;
    for (;;) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            return names;
        const auto cell = [&](std::size_t i) {
            return i < row.cells.size() ? trimmed(row.cells[i]) : std::string_view();
        };
        const std::string heading(cell(0));
        const std::string column(cell(1));
        if (heading.empty() || (row.row == 1 && heading == "heading"))
            continue;
        const auto where = [&] {
            return std::to_string(row.row).append(": ").append(heading).append(" → ").append(column);
        };
        if (!column.empty() && std::none_of(columns.begin(), columns.end(), [&](const ColumnSpec& known) {
                return known.name == column;
            }))
            return fail(ErrorCode::InvalidArgument, "import.map_column", where());
        if (!names.emplace(heading, column).second)
            return fail(ErrorCode::InvalidArgument, "import.map_heading", where());
    }
}

} // namespace guanwu
