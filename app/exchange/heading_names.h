#pragma once

#include "app/exchange/columns.h"
#include "app/exchange/tables/table_reader.h"

#include <filesystem>
#include <map>
#include <string>

namespace guanwu {

/// What a file calls the columns, where it does not use our headings: heading → column name, empty = leave
/// out.
using HeadingNames = std::map<std::string, std::string>;

/// Reads a table of two columns, heading and column name, one a row; a first row that says `heading,column`
/// is passed over. Errors: those of openTable(), import.map_column (no such column), import.map_heading (the
/// same heading twice).
[[nodiscard]] Result<HeadingNames> readHeadingNames(
    const std::filesystem::path& file, std::span<const ColumnSpec> columns, const TableOptions& options);

} // namespace guanwu
