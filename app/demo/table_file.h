#pragma once

#include "app/exchange/columns.h"
#include "app/exchange/csv_file.h"

#include <charconv>
#include <chrono>

namespace guanwu {

/// Position of a column, found when the program is compiled.
template <std::size_t N>
[[nodiscard]] consteval std::size_t position(const ColumnSpec (&columns)[N], std::string_view name)
{
    return static_cast<std::size_t>(columnIndex(columns, name));
}

/// A CSV file with the English headings of an import, filled cell by cell in any order.
class TableFile {
public:
    /// Errors: those of CsvFile::create().
    [[nodiscard]] static Result<TableFile> create(
        const std::filesystem::path& path, std::span<const ColumnSpec> columns)
    {
        auto file = CsvFile::create(path);
        if (!file)
            return fail(file.error());
        TableFile out(std::move(*file), columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            out.text(i, columns[i].name);
        out.endRow();
        out.m_rows = 0;
        return out;
    }

    void text(std::size_t column, std::string_view value) { m_cells[column] = value; }
    void number(std::size_t column, std::int64_t value)
    {
        char digits[24];
        m_cells[column].assign(digits, std::to_chars(digits, std::end(digits), value).ptr);
    }
    /// Fen or 0.01 m2, none negative, with two decimals.
    void hundredths(std::size_t column, std::int64_t value)
    {
        number(column, value / 100);
        m_cells[column] += {'.', char('0' + value % 100 / 10), char('0' + value % 10)};
    }
    void day(std::size_t column, std::chrono::year_month_day value)
    {
        const auto two = [](unsigned part, char* to) {
            to[0] = char('0' + part / 10);
            to[1] = char('0' + part % 10);
        };
        const auto year = unsigned(int(value.year()));
        char out[] = "0000-00-00";
        two(year / 100, out);
        two(year % 100, out + 2);
        two(unsigned(value.month()), out + 5);
        two(unsigned(value.day()), out + 8);
        m_cells[column].assign(out, 10);
    }
    void yesNo(std::size_t column, bool value) { text(column, value ? "true" : "false"); }
    template <class Enum, std::size_t N>
    void token(std::size_t column, const TokenTable<Enum, N>& table, Enum value)
    {
        text(column, tokenRow(table, value).token);
    }

    /// Writes the row; the cells of the next one are empty.
    void endRow()
    {
        CsvWriter& csv = m_file->csv();
        for (std::string& cell : m_cells) {
            csv.appendText(cell);
            cell.clear();
        }
        csv.endRow();
        ++m_rows;
    }
    void commit() { m_file->commit(); }
    [[nodiscard]] std::int64_t rows() const { return m_rows; }

private:
    TableFile(std::unique_ptr<CsvFile> file, std::size_t columns)
        : m_file(std::move(file))
        , m_cells(columns)
    {
    }
    std::unique_ptr<CsvFile> m_file;
    std::vector<std::string> m_cells;
    std::int64_t m_rows = 0;
};

} // namespace guanwu
