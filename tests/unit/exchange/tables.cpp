#include "tests/unit/exchange/tables.h"

#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <iterator>
#include <ostream>

namespace guanwu::test {

std::ostream& operator<<(std::ostream& out, const ReadRow& row)
{
    out << row.row << ':';
    for (const std::string& cell : row.cells)
        out << " [" << cell << ']';
    return out;
}

std::filesystem::path readerProgram() { return programsFolder() / "guanwu-reader"; }

Result<std::vector<ReadRow>> readToEnd(TableReader& reader)
{
    std::vector<ReadRow> rows;
    TableRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            return rows;
        rows.push_back({row.row, {row.cells.begin(), row.cells.end()}});
    }
}

Result<std::vector<ReadRow>> readTable(
    const std::filesystem::path& file, std::optional<TextEncoding> encoding)
{
    auto reader = openTable(file, {encoding, readerProgram()});
    if (!reader)
        return fail(reader.error());
    return readToEnd(**reader);
}

Result<std::vector<ReadRow>> readTable(
    const std::string& name, std::string_view bytes, std::optional<TextEncoding> encoding)
{
    const TempFolder folder;
    writeFile(folder.path() / name, bytes);
    return readTable(folder.path() / name, encoding);
}

std::string verdict(const Result<std::vector<ReadRow>>& table)
{
    if (table)
        return "read";
    return table.error().detail.empty() ? table.error().subject
                                        : table.error().subject + ' ' + table.error().detail;
}

std::string subjectOf(const Result<std::vector<ReadRow>>& table)
{
    return table ? "read" : table.error().subject;
}

void writeFile(const std::filesystem::path& file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string fileBytes(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace guanwu::test
