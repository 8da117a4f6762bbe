#pragma once

#include "schema/backup/registry_tables.h"

#include <optional>

namespace guanwu {

/// A row as a line, in the text format of SQL's COPY: cells apart by tabs, NULL as \N, and the bytes that would be
/// mistaken escaped. It loses nothing, whatever the bytes are, and `zcat` shows it.
void appendRowText(std::string& out, const RowStream& row, const RegistryTable& table);

/// The cells of such a line. False when an escape is none.
[[nodiscard]] bool readRowText(std::string_view line, std::vector<std::optional<std::string>>& cells);

} // namespace guanwu
