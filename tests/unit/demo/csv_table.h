#pragma once

#include "app/exchange/tables/table_reader.h"
#include "core/values/area.h"
#include "core/values/money.h"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace guanwu::test {

/// Reads a CSV the way imports do, row by row, with cells by heading.
class CsvTable {
public:
    explicit CsvTable(const std::filesystem::path& file)
    {
        auto reader = openTable(file, {});
        if (!reader)
            throw std::runtime_error(reader.error().subject);
        m_reader = std::move(*reader);
        next();
        for (std::size_t i = 0; i < m_row.cells.size(); ++i)
            m_columns.emplace(m_row.cells[i], i);
    }
    bool next()
    {
        const auto more = m_reader->next(m_row);
        if (!more)
            throw std::runtime_error(more.error().subject + " " + more.error().detail);
        return *more;
    }
    std::string_view operator[](std::string_view column) const
    {
        const auto found = m_columns.find(column);
        if (found == m_columns.end())
            throw std::runtime_error("no column " + std::string(column));
        return found->second < m_row.cells.size() ? m_row.cells[found->second] : std::string_view();
    }
    std::int64_t fen(std::string_view column) const
    {
        return Money::parseYuan((*this)[column]).value().fen();
    }
    std::int64_t area(std::string_view column) const
    {
        return Area::parse((*this)[column]).value().hundredths();
    }

private:
    std::unique_ptr<TableReader> m_reader;
    TableRow m_row;
    std::map<std::string, std::size_t, std::less<>> m_columns;
};

/// The parts of "a;b;c".
inline std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace guanwu::test
