#include "app/exchange/route_table_file.h"

#include "app/exchange/tables/table_reader.h"

namespace guanwu {

Result<RouteTable> readRouteTableFile(
    const std::filesystem::path& file, const std::filesystem::path& readerProgram)
{
    auto reader = openTable(file, {std::nullopt, readerProgram});
    if (!reader)
        return fail(reader.error());
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    TableRow row;
    while (true) {
        const auto more = (*reader)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        std::vector<std::string> cells(row.cells.begin(), row.cells.end());
        if (columns.empty())
            columns = std::move(cells);
        else
            rows.push_back(std::move(cells));
    }
    return readRouteTable(ReferenceTable(std::move(columns), std::move(rows)));
}

} // namespace guanwu
