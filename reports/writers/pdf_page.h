#pragma once

#include "reports/writers/column_strips.h"
#include "reports/writers/pdf_text.h"

#include <array>
#include <vector>

namespace guanwu {

/// A row with its height, as it will stand on a page.
struct PlacedRow {
    ReportRow row;
    double height = 0;
};

/// What stands below the last row of a report.
struct ReportClosing {
    PlacedRow total;
    std::vector<CheckLine> checks;
};

/// Decides how many rows a page takes: at most 25, and no more than there is room for.
class Paginator {
public:
    explicit Paginator(double bodyHeight)
        : m_bodyHeight(bodyHeight)
    {
    }
    /// Takes a row; true = it begins a new page, as the first of a sheet does. The first row never does.
    [[nodiscard]] bool rowBeginsPage(double height, std::uint32_t sheet = 0);
    /// The same for what follows the last row; it does not count as one of the 25.
    [[nodiscard]] bool closingBeginsPage(double height) const
    {
        return m_used + height > m_bodyHeight && m_used > 0;
    }

private:
    double m_bodyHeight;
    double m_used = 0;
    int m_rows = 0;
    std::uint32_t m_sheet = 0;
};

/// Draws the pages of one report, A4 landscape. A set is the same rows over all strips of columns, one page
/// each.
class PdfPages {
public:
    static constexpr double kPageWidth = 841.89;
    static constexpr double kPageHeight = 595.28;

    PdfPages(const Report& report, const ColumnLayout& layout, Cairo::RefPtr<Cairo::Context> context);

    [[nodiscard]] double rowHeight(const ReportRow& row);
    [[nodiscard]] double closingHeight(const ReportClosing& closing);
    /// Room for rows between the headings and the foot.
    [[nodiscard]] double bodyHeight() const;
    [[nodiscard]] std::size_t pagesPerSet() const { return m_strips.size(); }
    /// `set` counts from 0; `closing` only with the last set.
    void drawSet(
        const std::vector<PlacedRow>& rows, const ReportClosing* closing, std::size_t set, std::size_t sets);

private:
    struct Strip {
        ColumnStrip columns;
        std::vector<double> edges; ///< x of the left side of each column, and of the right side of the last
    };

    [[nodiscard]] TextStyle headingStyle() const { return {m_bodySize, TextSide::Centre, TextWeight::Bold}; }
    [[nodiscard]] double heightOfLines(int lines) const;
    void layOutStrips(const ColumnLayout& layout);
    void measureHead();
    /// A note that holds several things, apart by two wide spaces, breaks between them.
    [[nodiscard]] std::vector<std::string> noteLines(const std::string& note);
    void drawHead(std::uint32_t sheet, std::size_t page, std::size_t pages, bool continued);
    double drawHeadings(const Strip& strip, double top);
    double drawRow(const Strip& strip, const PlacedRow& placed, double top, TextWeight weight);
    double drawTotal(const Strip& strip, const PlacedRow& total, double top);
    void drawCell(std::size_t column, const Cell& cell, const Box& box, TextWeight weight);
    void drawHeading(const Column& column, const Box& box);
    /// Wrapped text in the size of the head; returns where the next may begin.
    double drawParagraph(const std::string& text, double top);
    /// Both return where the next may begin.
    double drawChecks(const std::vector<CheckLine>& checks, double top);
    double drawBoxes(double top);
    void drawAnchor(double top);
    /// Of the row of boxes that begins with this one.
    double boxesHeight(std::size_t first);
    void drawFoot();
    /// Of the grid; drawn with all others of the page at its end, which is a fifth of the work.
    void line(double x1, double y1, double x2, double y2);
    void drawLines();
    void fill(const Box& box, double grey);

    const Report& m_report;
    Cairo::RefPtr<Cairo::Context> m_context;
    PdfText m_text;
    double m_bodySize; ///< of the text in the table, in points
    int m_maxLines = 1; ///< of a text in a row
    std::vector<Strip> m_strips;
    std::vector<double> m_textWidths; ///< inside of each column, on the strip where it is first printed
    std::vector<std::array<double, 4>> m_lines; ///< of the page that is being drawn, from and to
    std::vector<std::string> m_notes; ///< of the head, as they are broken
    double m_notesHeight = 0;
    double m_groupHeight = 0;
    double m_headingHeight = 0;
};

} // namespace guanwu
