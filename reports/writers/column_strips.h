#pragma once

#include "reports/model/report.h"

namespace guanwu {

/// The columns that are printed side by side on one page, as indexes into Report::columns.
using ColumnStrip = std::vector<std::size_t>;

/// Divides wide reports into strips of at most `capacity` (sum of `widths`, one a column) that are printed
/// one after the other. The first has its columns in the order of the report; those behind begin with the
/// columns that repeat. They break between blocks where a block fits on one strip. At least one strip.
[[nodiscard]] std::vector<ColumnStrip> columnStrips(
    const Report& report, const std::vector<double>& widths, double capacity);

/// What fits across A4 landscape at the usual size, in digits of the body font.
inline constexpr double kPageCapacity = 176;

/// How the columns of a report stand on its pages.
struct ColumnLayout {
    std::vector<double> widths; ///< one a column, against each other
    std::vector<ColumnStrip> strips;
    double scale = 1; ///< of the text against its usual size
    std::vector<std::size_t> leftOut {}; ///< columns without anything in them that are on no strip
};

/// Finds the fewest pages across. The official layouts are one page wide, so where the columns do not fit as
/// the report asks for them they take what their content needs, texts are wrapped earlier, and letters shrink
/// a little, no further than what can be read.
class ColumnFit {
public:
    explicit ColumnFit(const Report& report);
    /// A row of the report.
    void add(const std::vector<Cell>& cells);
    /// Its total: it needs room, and says nothing where the rows say nothing.
    void addTotal(const std::vector<Cell>& cells);
    [[nodiscard]] ColumnLayout layout() const;
    /// For whoever cannot wait for the rows: the columns are as wide as the report asks for.
    [[nodiscard]] static ColumnLayout withoutRows(const Report& report);

private:
    [[nodiscard]] ColumnLayout layoutOf(const std::vector<double>& needed) const;

    const Report& m_report;
    std::vector<double> m_content; ///< the longest of each column, in digits
    std::vector<double> m_words; ///< the longest number within a text of it
    std::vector<bool> m_isSaid; ///< a row says something in it
};

} // namespace guanwu
