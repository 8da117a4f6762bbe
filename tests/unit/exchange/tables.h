#pragma once

#include "app/exchange/tables/table_reader.h"

#include <string>
#include <vector>

namespace guanwu::test {

struct ReadRow {
    std::int64_t row = 0;
    std::vector<std::string> cells;

    bool operator==(const ReadRow&) const = default;
};
std::ostream& operator<<(std::ostream& out, const ReadRow& row);

/// guanwu-reader of this build.
[[nodiscard]] std::filesystem::path readerProgram();

/// Writes the bytes to a file of that name in a folder of its own, and reads it as a table to its end.
[[nodiscard]] Result<std::vector<ReadRow>> readTable(
    const std::string& name, std::string_view bytes, std::optional<TextEncoding> encoding = {});
[[nodiscard]] Result<std::vector<ReadRow>> readTable(
    const std::filesystem::path& file, std::optional<TextEncoding> encoding = {});
[[nodiscard]] Result<std::vector<ReadRow>> readToEnd(TableReader& reader);

/// "table.formula Sheet1!C7", or "read" when there was no error.
[[nodiscard]] std::string verdict(const Result<std::vector<ReadRow>>& table);
/// The subject alone.
[[nodiscard]] std::string subjectOf(const Result<std::vector<ReadRow>>& table);

void writeFile(const std::filesystem::path& file, std::string_view bytes);
[[nodiscard]] std::string fileBytes(const std::filesystem::path& file);

} // namespace guanwu::test
