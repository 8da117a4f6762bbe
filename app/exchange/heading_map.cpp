#include "app/exchange/heading_map.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// A heading without what offices vary: blanks, full-width forms, case, a unit in brackets, a mark for
    /// "required".
    std::string tidyHeading(std::string_view heading)
    {
        std::string text = normalized(heading);
        std::string out;
        for (const char c : text)
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '*')
                out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return out;
    }

    std::string withoutBrackets(const std::string& heading)
    {
        const auto open = heading.find('(');
        return open == std::string::npos || open == 0 || heading.back() != ')' ? heading
                                                                               : heading.substr(0, open);
    }

    std::string_view firstHeading(const ColumnSpec& column)
    {
        return column.headings.substr(0, column.headings.find('|'));
    }

    bool isAscii(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    }

    bool isAlias(std::string_view aliases, const std::string& heading)
    {
        while (!aliases.empty()) {
            const auto end = aliases.find('|');
            if (tidyHeading(aliases.substr(0, end)) == heading)
                return true;
            aliases.remove_prefix(end == std::string_view::npos ? aliases.size() : end + 1);
        }
        return false;
    }

} // namespace

int HeadingFinder::columnOf(const std::string& heading) const
{
    if (const auto named = m_names.find(std::string(trimmed(heading))); named != m_names.end()) {
        const auto column = std::find_if(m_columns.begin(), m_columns.end(),
            [&](const ColumnSpec& candidate) { return candidate.name == named->second; });
        return column == m_columns.end() ? HeadingMap::kNoCell : static_cast<int>(column - m_columns.begin());
    }
    const std::string tidy = tidyHeading(heading);
    if (tidy.empty())
        return HeadingMap::kNoCell;
    for (const std::string& form : {tidy, withoutBrackets(tidy)})
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (form == m_columns[i].name || isAlias(m_columns[i].headings, form))
                return static_cast<int>(i);
    return HeadingMap::kNoCell;
}

int HeadingFinder::knownIn(const std::vector<std::string>& cells) const
{
    return static_cast<int>(std::count_if(cells.begin(), cells.end(),
        [&](const std::string& cell) { return columnOf(cell) != HeadingMap::kNoCell; }));
}

void HeadingFinder::addRow(std::int64_t row, const std::vector<std::string>& cells)
{
    m_rows.push_back({row, cells, knownIn(cells)});
    if (m_rows.size() < 2)
        return;
    // Under a heading merged over two rows the lower cell is empty.
    const std::vector<std::string>& above = m_rows[m_rows.size() - 2].cells;
    Candidate merged = m_rows.back();
    for (std::size_t i = 0; i < above.size(); ++i) {
        if (i >= merged.cells.size())
            merged.cells.emplace_back();
        if (merged.cells[i].empty())
            merged.cells[i] = above[i];
    }
    merged.known = knownIn(merged.cells);
    if (m_rows.back().known > 0 && merged.known > m_rows.back().known)
        m_rows.back() = std::move(merged);
}

Result<HeadingMap> HeadingFinder::find(ProblemSink& problems) const
{
    const auto best = std::max_element(m_rows.begin(), m_rows.end(),
        [](const Candidate& a, const Candidate& b) { return a.known < b.known; });
    if (best == m_rows.end() || best->known == 0)
        return fail(ErrorCode::InvalidArgument, "import.no_heading");

    HeadingMap map;
    map.m_row = best->row;
    map.m_cellOf.assign(m_columns.size(), HeadingMap::kNoCell);
    const bool isChinese = std::any_of(
        best->cells.begin(), best->cells.end(), [](const std::string& cell) { return !isAscii(cell); });
    for (const ColumnSpec& column : m_columns)
        map.m_headingOf.emplace_back(isChinese ? firstHeading(column) : column.name);
    for (std::size_t i = 0; i < best->cells.size(); ++i) {
        const std::string& heading = best->cells[i];
        const int column = columnOf(heading);
        if (column == HeadingMap::kNoCell) {
            if (!trimmed(heading).empty() && !m_names.contains(std::string(trimmed(heading))))
                problems.report({Severity::Warning, best->row, heading, "",
                    {ErrorCode::InvalidArgument, "import.column_unknown", heading}});
            continue;
        }
        const auto at = static_cast<std::size_t>(column);
        if (map.m_cellOf[at] != HeadingMap::kNoCell)
            return fail(ErrorCode::InvalidArgument, "import.column_twice", heading);
        map.m_cellOf[at] = static_cast<int>(i);
        map.m_headingOf[at] = std::string(trimmed(heading));
    }

    std::string missing;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].required && map.m_cellOf[i] == HeadingMap::kNoCell)
            missing.append(missing.empty() ? "" : ", ")
                .append(m_columns[i].name)
                .append(" ")
                .append(firstHeading(m_columns[i]));
    if (!missing.empty())
        return fail(ErrorCode::InvalidArgument, "import.columns_missing", missing);
    return map;
}

} // namespace guanwu
