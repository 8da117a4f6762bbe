#include "core/reference/reference_table.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// Takes one record, with its line end, off the front of the text.
    std::vector<std::string> takeRecord(std::string_view& text)
    {
        std::vector<std::string> cells(1);
        bool quoted = false;
        std::size_t i = 0;
        for (; i < text.size(); ++i) {
            const char c = text[i];
            if (quoted) {
                if (c != '"')
                    cells.back() += c;
                else if (i + 1 < text.size() && text[i + 1] == '"')
                    cells.back() += text[++i];
                else
                    quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.emplace_back();
            } else if (c == '\n') {
                ++i;
                break;
            } else if (c != '\r') {
                cells.back() += c;
            }
        }
        text.remove_prefix(i);
        return cells;
    }

} // namespace

ReferenceTable::ReferenceTable(std::string_view csv)
    : m_columns(takeRecord(csv))
{
    while (!csv.empty())
        m_rows.push_back(takeRecord(csv));
}

std::string_view ReferenceTable::cell(std::size_t row, std::string_view column) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    const auto index = static_cast<std::size_t>(found - m_columns.begin());
    return index < m_rows[row].size() ? std::string_view(m_rows[row][index]) : std::string_view();
}

} // namespace guanwu
