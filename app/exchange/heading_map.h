#pragma once

#include "app/exchange/heading_names.h"
#include "app/exchange/problems.h"

#include <string>
#include <vector>

namespace guanwu {

/// Which cell of a row holds which column.
class HeadingMap {
public:
    static constexpr int kNoCell = -1;

    [[nodiscard]] int cellOf(int column) const { return m_cellOf[static_cast<std::size_t>(column)]; }
    /// The heading as the file spells it; when the file lacks the column, our name for it in the language of
    /// the file's own headings.
    [[nodiscard]] const std::string& headingOf(int column) const
    {
        return m_headingOf[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] std::int64_t headingRow() const { return m_row; }

private:
    friend class HeadingFinder;
    std::vector<int> m_cellOf;
    std::vector<std::string> m_headingOf;
    std::int64_t m_row = 0;
};

/// Finds the heading row among the first rows of a sheet: titles above it and merged group headings over it
/// are passed over; a cell that is empty because the one above was merged downwards takes that one's text.
class HeadingFinder {
public:
    /// What `names` says of a heading goes before what it looks like.
    HeadingFinder(std::span<const ColumnSpec> columns, const HeadingNames& names)
        : m_columns(columns)
        , m_names(names)
    {
    }
    static constexpr int kRowsLookedAt = 10;

    void addRow(std::int64_t row, const std::vector<std::string>& cells);
    /// Errors: import.no_heading (no row looks like one), import.columns_missing (named in detail),
    /// import.column_twice. Unknown headings are warnings in `problems`.
    [[nodiscard]] Result<HeadingMap> find(ProblemSink& problems) const;

private:
    struct Candidate {
        std::int64_t row = 0;
        std::vector<std::string> cells;
        int known = 0;
    };
    [[nodiscard]] int columnOf(const std::string& heading) const;
    [[nodiscard]] int knownIn(const std::vector<std::string>& cells) const;

    std::span<const ColumnSpec> m_columns;
    const HeadingNames& m_names;
    std::vector<Candidate> m_rows;
};

} // namespace guanwu
