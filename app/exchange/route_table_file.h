#pragma once

#include "core/documents/route_table.h"

#include <filesystem>

namespace guanwu {

/// Reads a route table with the columns of document_routes.csv from a CSV, XLSX or ODS file. Errors: those of
/// opening and reading a table, and those of readRouteTable().
[[nodiscard]] Result<RouteTable> readRouteTableFile(
    const std::filesystem::path& file, const std::filesystem::path& readerProgram);

} // namespace guanwu
