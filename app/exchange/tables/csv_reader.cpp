#include "app/exchange/tables/csv_reader.h"

#include <algorithm>

namespace guanwu {

CsvReader::CsvReader(TextSource source)
    : m_source(std::move(source))
{
}

Error CsvReader::rowError(const char* subject) const
{
    return {ErrorCode::InvalidArgument, subject, std::to_string(m_row + 1)};
}

void CsvReader::chooseSeparator()
{
    const std::string_view line = std::string_view(m_text).substr(0, m_text.find('\n'));
    m_separator = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(line.begin(), line.end(), candidate)
            > std::count(line.begin(), line.end(), m_separator))
            m_separator = candidate;
}

Result<bool> CsvReader::next(TableRow& row)
{
    for (;;) {
        if (m_position < m_text.size()) {
            if (m_separator == '\0')
                chooseSeparator();
            const auto taken = takeRecord(row);
            if (!taken)
                return fail(taken.error());
            if (*taken)
                return true;
            if (m_text.size() - m_position > kMaxRowBytes)
                return fail(rowError("table.record_too_long"));
        } else if (m_atEnd) {
            return false;
        }
        m_text.erase(0, m_position);
        m_position = 0;
        const auto more = m_source.read(m_text);
        if (!more)
            return fail(more.error());
        m_atEnd = !*more;
    }
}

Result<std::optional<std::size_t>> CsvReader::recordEnd() const
{
    bool quoted = false;
    for (std::size_t i = m_position; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == '\n')
            return std::optional(i);
        else if (!quoted && c == '\r' && (i + 1 < m_text.size() || m_atEnd))
            return std::optional(i);
        else if (c == '\0')
            return fail(rowError("table.nul"));
    }
    if (!m_atEnd)
        return std::optional<std::size_t>();
    if (quoted)
        return fail(rowError("table.unclosed_quote"));
    return std::optional(m_text.size());
}

/// Takes the quoted cell that begins at `i`, drawing doubled quotes together in place; leaves `i` behind its
/// last quote.
std::string_view CsvReader::takeQuoted(std::size_t& i, std::size_t end)
{
    const std::size_t start = ++i;
    std::size_t kept = start;
    for (; i < end; ++i) {
        if (m_text[i] == '"') {
            if (i + 1 >= end || m_text[i + 1] != '"')
                break;
            ++i;
        }
        m_text[kept++] = m_text[i];
    }
    ++i;
    return std::string_view(m_text).substr(start, kept - start);
}

Result<bool> CsvReader::takeRecord(TableRow& row)
{
    const auto found = recordEnd();
    if (!found)
        return fail(found.error());
    if (!*found)
        return false;
    const std::size_t end = **found;
    if (end - m_position > kMaxRowBytes)
        return fail(rowError("table.record_too_long"));
    row.cells.clear();
    for (std::size_t i = m_position;; ++i) {
        if (i < end && m_text[i] == '"') {
            row.cells.push_back(takeQuoted(i, end));
            if (i < end && m_text[i] != m_separator)
                return fail(rowError("table.stray_quote"));
        } else {
            const std::size_t start = i;
            while (i < end && m_text[i] != m_separator && m_text[i] != '"')
                ++i;
            if (i < end && m_text[i] == '"')
                return fail(rowError("table.stray_quote"));
            row.cells.push_back(std::string_view(m_text).substr(start, i - start));
        }
        if (row.cells.size() > kMaxRowCells)
            return fail(rowError("table.too_many_cells"));
        if (i >= end)
            break;
    }
    m_position = end;
    if (m_position < m_text.size() && m_text[m_position] == '\r')
        ++m_position;
    if (m_position < m_text.size() && m_text[m_position] == '\n')
        ++m_position;
    row.row = ++m_row;
    return true;
}

} // namespace guanwu
