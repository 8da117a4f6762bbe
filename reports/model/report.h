#pragma once

#include "reports/model/cell.h"
#include "reports/model/cell_lines.h"
#include "reports/model/report_document.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What the total row holds for a column: nothing; the sum, where an empty cell adds nothing; or the sum of
/// what is known, where empty cells are unknown and nothing but empty cells is unknown too.
enum class Total : std::uint8_t { None, Sum, SumOfKnown };

/// Whether a column is printed again when the columns of a report go on beside the page.
enum class Repeat : std::uint8_t { Once, EveryPage };

struct Column {
    std::string group; ///< block heading above; empty = none
    std::string heading; ///< as the official layout prints it
    std::string
        csvHeading; ///< where `heading` alone would be unclear in a single heading row; empty = `heading`
    std::string unit; ///< printed under the heading, never in a cell, for example ㎡; empty = none
    CellKind kind = CellKind::Text;
    double width = 10; ///< in digits of the body font
    Total total = Total::None;
    Repeat repeat = Repeat::Once;
    /// Paper leaves it out where no row says anything in it, if the report is one page wide then.
    bool mayStayOut = false;
    /// The sheets of a spreadsheet that show it, a bit each from the lowest; where sheets differ in what they hold.
    std::uint32_t onSheets = ~std::uint32_t {0};

    [[nodiscard]] bool isOnSheet(std::uint32_t sheet) const { return (onSheets >> sheet & 1U) != 0; }
    [[nodiscard]] const std::string& nameInCsv() const { return csvHeading.empty() ? heading : csvHeading; }
    /// Its cells say how much or how many; serial numbers and the like do not.
    [[nodiscard]] bool isFigure() const
    {
        return kind == CellKind::Integer
            ? total != Total::None
            : kind == CellKind::Money || kind == CellKind::Area || kind == CellKind::Percent;
    }
};

/// A box below the table of a form, for an opinion and its signature. CSV has none.
struct FormBox {
    std::string heading;
    std::string text; ///< lines
};

/// Everything of a report but its rows.
struct Report {
    std::string title;
    std::string preparer; ///< 编制单位
    std::string period; ///< base date or period, as printed: 基准日：2022-09-30
    /// Day the figures stand for; also the only date inside a PDF file, so that the same figures are the same
    /// bytes.
    std::chrono::year_month_day asOf {};
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
    std::vector<std::string> notes; ///< further lines of the head, for example 应报 n 家，实报 m 家
    std::vector<Column> columns;
    std::vector<FormBox> boxes; ///< behind the total
    /// Parts with a sheet and pages of their own and a 小计; the last ends with the 合计 of all. Empty = one part.
    std::vector<std::string> sheets;
    std::vector<std::string> signatures; ///< fields of the foot; they stay blank in print
    DocumentSymbol anchor; ///< of the audit trail, at the end of paper that is signed; empty = none
    std::optional<ReportDocument> document; ///< what a PDF prints in place of the rows
    bool isPlainTable = false; ///< headings and rows alone, for programs: no head, no total row, no foot
};

/// The foot of a table that no form prescribes another for.
[[nodiscard]] std::vector<std::string> usualSignatures();

/// An identity of a report. One that does not hold is said on the report's face.
struct CheckLine {
    bool holds = true;
    std::string text;

    bool operator==(const CheckLine&) const = default;
};

/// Of-which rows repeat part of another row, and the sum of a group the rows above it, so they are never
/// added to a total. What a sheet comes to is added by whoever passes the rows on.
enum class RowRole : std::uint8_t { Line, OfWhich, GroupSum, SheetTotal };

/// Whether a row repeats what other rows say.
[[nodiscard]] constexpr bool isRepeating(RowRole role)
{
    return role == RowRole::OfWhich || role == RowRole::GroupSum;
}
/// Whether a row is printed as a total.
[[nodiscard]] constexpr bool isSum(RowRole role)
{
    return role == RowRole::GroupSum || role == RowRole::SheetTotal;
}

struct ReportRow {
    std::vector<Cell> cells; ///< one for each column
    RowRole role = RowRole::Line;
    std::uint32_t sheet = 0; ///< of Report::sheets; never less than that of the row before
    std::string
        key {}; ///< of a row of a summary, whose figures open the lines behind them; empty = they open none
};

/// What only a whole pass over the rows can tell.
struct ReportEnd {
    std::vector<Cell> totals; ///< the row 合计, one cell for each column; none where nothing is totalled
    std::vector<CheckLine> checks;
};

/// Rows of a report, one at a time, so that a report of a million rows needs no more memory than one of ten.
class RowSource {
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    /// Overwrites every cell of `row` with the next line; false = there is none. `row` comes with one cell a
    /// column.
    [[nodiscard]] virtual bool next(ReportRow& row) = 0;
    /// Asked once, after the last row. `end.totals` holds the sums already; here come checks, and totals that
    /// are no sums.
    virtual void close(ReportEnd& end);
    /// The lines behind a figure of a row with a key, or of the total; asked after the last row. nullopt =
    /// none are known. What they read is read while the source lives.
    [[nodiscard]] virtual std::optional<CellLines> linesOf(const CellKey& cell);
};

/// A report together with its rows, still unread.
struct StreamedReport {
    Report report;
    std::unique_ptr<RowSource> rows;
};

/// Adds the summed columns, unrounded, while the rows go by.
class TotalsAccumulator {
public:
    explicit TotalsAccumulator(const Report& report);
    void add(const ReportRow& row);
    /// Nothing was added yet.
    [[nodiscard]] bool isEmpty() const { return !m_anyRow; }
    /// What they are called in the first cell, sums in the summed columns, the rest empty.
    [[nodiscard]] std::vector<Cell> totals(std::string_view name = "合计") const;

private:
    struct Sum {
        std::size_t column;
        CellKind kind;
        Total total;
        std::int64_t value = 0;
        bool known = false;
    };
    std::size_t m_columns;
    bool m_anyRow = false;
    std::vector<Sum> m_sums;
};

} // namespace guanwu
