#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanwu {

/// A code table of the program: UTF-8 CSV with a heading row, quotes as in RFC 4180. The last column names
/// the source of each row. Not for files of users: those come through app/exchange.
class ReferenceTable {
public:
    explicit ReferenceTable(std::string_view csv);
    /// Of a file that app/exchange has read.
    ReferenceTable(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows)
        : m_columns(std::move(columns))
        , m_rows(std::move(rows))
    {
    }

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    /// A cell by row and column name; empty for a column that is not there.
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const;

private:
    std::vector<std::string> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace guanwu
