#include "reports/writers/pdf_page.h"

#include "reports/writers/pdf_symbol.h"
#include "reports/writers/report_head.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr int kMaxRowsOnPage = 25;
    constexpr int kHeadingLines = 8;
    constexpr double kTallestRow = 0.75; ///< of the room for rows
    constexpr double kSmallestSize = 4; ///< of a text that is longer than the tallest row, before it is cut
    constexpr double kMargin = 28;
    constexpr double kUsableWidth = PdfPages::kPageWidth - 2 * kMargin;
    constexpr double kPadding = 2.5;
    constexpr double kBodySize = 7.5;
    constexpr double kInfoSize = 8.5;
    constexpr double kTitleSize = 16;
    constexpr double kTitleHeight = 27;
    constexpr double kInfoHeight = 15;
    constexpr double kHeadGap = 3;
    constexpr double kMinRowHeight = 14.4;
    constexpr double kRowPadding = 3.4;
    constexpr double kFootHeight = 24;
    constexpr double kAnchorSide = 62; ///< 22 mm: 57 modules of 0.38 mm
    constexpr double kAnchorGap = 8; ///< above it, and to what it says
    constexpr double kGridWidth = 0.45;
    constexpr std::size_t kBoxesInRow = 5;
    constexpr double kMinBoxHeight = 46;
    constexpr double kHeadingGrey = 0.92;
    constexpr double kTotalGrey = 0.965;

    const TextStyle kInfoStyle {kInfoSize, TextSide::Left, TextWeight::Regular};

    /// Amounts stand to the right; serial numbers and other plain numbers in the middle.
    bool isAmount(const Column& column)
    {
        return column.total != Total::None || column.kind == CellKind::Money || column.kind == CellKind::Area
            || column.kind == CellKind::Percent;
    }

} // namespace

bool Paginator::rowBeginsPage(double height, std::uint32_t sheet)
{
    const bool full = m_rows == kMaxRowsOnPage
        || (m_rows > 0 && (m_used + height > m_bodyHeight || sheet != m_sheet));
    m_sheet = sheet;
    if (full) {
        m_rows = 0;
        m_used = 0;
    }
    ++m_rows;
    m_used += height;
    return full;
}

PdfPages::PdfPages(const Report& report, const ColumnLayout& layout, Cairo::RefPtr<Cairo::Context> context)
    : m_report(report)
    , m_context(context)
    , m_text(std::move(context))
    , m_bodySize(kBodySize * layout.scale)
{
    m_text.gather();
    layOutStrips(layout);
    for (const auto& note : report.notes)
        for (std::string& line : noteLines(note))
            m_notes.push_back(std::move(line));
    std::string leftOut;
    for (const std::size_t column : layout.leftOut)
        leftOut += (leftOut.empty() ? "各行均无内容、未印的栏目：" : "、") + report.columns[column].heading;
    if (!leftOut.empty())
        m_notes.push_back(std::move(leftOut));
    measureHead();
}

/// Each strip is stretched over the whole width, so that all pages of a report have the same frame.
void PdfPages::layOutStrips(const ColumnLayout& layout)
{
    m_textWidths.assign(m_report.columns.size(), 0);
    for (const ColumnStrip& columns : layout.strips) {
        double total = 0;
        for (const auto column : columns)
            total += layout.widths[column];
        Strip strip {columns, {kMargin}};
        for (const auto column : strip.columns) {
            const double width = kUsableWidth * layout.widths[column] / total;
            strip.edges.push_back(strip.edges.back() + width);
            // A repeated column is not equally wide everywhere; the narrowest decides how tall its text is.
            double& inside = m_textWidths[column];
            inside = inside == 0 ? width - 2 * kPadding : std::min(inside, width - 2 * kPadding);
        }
        m_strips.push_back(std::move(strip));
    }
}

double PdfPages::heightOfLines(int lines) const
{
    return std::max(kMinRowHeight, lines * PdfText::lineHeight(m_bodySize) + kRowPadding);
}

void PdfPages::measureHead()
{
    for (const auto& note : m_notes)
        m_notesHeight += m_text.lineCount(note, kInfoStyle, kUsableWidth) * PdfText::lineHeight(kInfoSize);
    int lines = 1;
    for (std::size_t i = 0; i < m_report.columns.size(); ++i)
        if (m_textWidths[i] > 0) // else it is on no page
            lines = std::max(
                lines, m_text.lineCount(headingText(m_report.columns[i]), headingStyle(), m_textWidths[i]));
    m_headingHeight = heightOfLines(lines);
    m_groupHeight = hasGroups(m_report) ? kMinRowHeight : 0;
    m_maxLines
        = static_cast<int>((kTallestRow * bodyHeight() - kRowPadding) / PdfText::lineHeight(m_bodySize));
}

std::vector<std::string> PdfPages::noteLines(const std::string& note)
{
    constexpr std::string_view kGap = "　　";
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= note.size();) {
        const std::size_t end = std::min(note.find(kGap, from), note.size());
        const std::string part = note.substr(from, end - from);
        std::string longer = out.empty() ? part : out.back() + std::string(kGap) + part;
        if (!out.empty() && m_text.lineCount(longer, kInfoStyle, kUsableWidth) == 1)
            out.back() = std::move(longer);
        else
            out.push_back(part);
        from = end + kGap.size();
    }
    return out;
}

double PdfPages::rowHeight(const ReportRow& row)
{
    const TextWeight weight = isSum(row.role) ? TextWeight::Bold : TextWeight::Regular;
    int lines = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto* text = std::get_if<std::string>(&row.cells[i]))
            lines = std::max(
                lines, m_text.lineCount(*text, {m_bodySize, TextSide::Left, weight}, m_textWidths[i]));
    return heightOfLines(std::min(lines, m_maxLines));
}

double PdfPages::closingHeight(const ReportClosing& closing)
{
    double height = closing.total.height + kRowPadding;
    for (const auto& check : closing.checks)
        height
            += m_text.lineCount(checkText(check), kInfoStyle, kUsableWidth) * PdfText::lineHeight(kInfoSize);
    for (std::size_t i = 0; i < m_report.boxes.size(); i += kBoxesInRow)
        height += boxesHeight(i);
    return height + (m_report.anchor.modules.empty() ? 0 : kAnchorGap + kAnchorSide);
}

double PdfPages::boxesHeight(std::size_t first)
{
    const double inside = kUsableWidth / static_cast<double>(kBoxesInRow) - 2 * kPadding;
    double height = kMinBoxHeight;
    for (std::size_t i = first; i < std::min(first + kBoxesInRow, m_report.boxes.size()); ++i)
        height = std::max(height,
            kMinRowHeight + kRowPadding
                + m_text.lineCount(m_report.boxes[i].text, {kBodySize}, inside)
                    * PdfText::lineHeight(kBodySize));
    return height;
}

double PdfPages::drawBoxes(double top)
{
    const double width = kUsableWidth / static_cast<double>(kBoxesInRow);
    for (std::size_t first = 0; first < m_report.boxes.size(); first += kBoxesInRow) {
        const double height = boxesHeight(first);
        const std::size_t end = std::min(first + kBoxesInRow, m_report.boxes.size());
        for (std::size_t i = first; i < end; ++i) {
            const Box box {kMargin + static_cast<double>(i - first) * width, top, width, height};
            m_context->set_line_width(kGridWidth);
            m_context->rectangle(box.x, box.y, box.width, box.height);
            m_context->stroke();
            const Box inside = box.inset(kPadding);
            m_text.drawLine(m_report.boxes[i].heading, {kBodySize, TextSide::Left, TextWeight::Bold},
                {inside.x, top, inside.width, kMinRowHeight});
            const int lines = m_text.lineCount(m_report.boxes[i].text, {kBodySize}, inside.width);
            m_text.drawWrapped(m_report.boxes[i].text, {kBodySize},
                {inside.x, top + kMinRowHeight, inside.width, lines * PdfText::lineHeight(kBodySize)}, lines);
        }
        top += height;
    }
    return top;
}

void PdfPages::drawAnchor(double top)
{
    if (m_report.anchor.modules.empty())
        return;
    const double left = kMargin + kUsableWidth - kAnchorSide;
    drawSymbol(m_context, m_report.anchor, left, top + kAnchorGap, kAnchorSide);
    m_text.drawLine(m_report.anchor.text, {kInfoSize, TextSide::Right},
        {kMargin, top + kAnchorGap + kAnchorSide - kInfoHeight, kUsableWidth - kAnchorSide - kAnchorGap,
            kInfoHeight});
}

double PdfPages::bodyHeight() const
{
    const double head
        = kTitleHeight + kInfoHeight + m_notesHeight + kHeadGap + m_groupHeight + m_headingHeight;
    return kPageHeight - 2 * kMargin - head - kFootHeight;
}

void PdfPages::drawSet(
    const std::vector<PlacedRow>& rows, const ReportClosing* closing, std::size_t set, std::size_t sets)
{
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        const Strip& strip = m_strips[i];
        const std::uint32_t sheet = rows.empty() ? closing->total.row.sheet : rows.front().row.sheet;
        drawHead(sheet, set * m_strips.size() + i + 1, sets * m_strips.size(), i > 0);
        const double headingTop = kMargin + kTitleHeight + kInfoHeight + m_notesHeight + kHeadGap;
        const double bodyTop = drawHeadings(strip, headingTop);
        double y = bodyTop;
        for (const auto& placed : rows)
            y = isSum(placed.row.role) ? drawTotal(strip, placed, y)
                                       : drawRow(strip, placed, y, TextWeight::Regular);
        if (closing && !closing->total.row.cells.empty())
            y = drawTotal(strip, closing->total, y);
        for (const double x : strip.edges)
            line(x, bodyTop, x, y);
        if (closing && i + 1 == m_strips.size())
            drawAnchor(drawBoxes(drawChecks(closing->checks, y + kRowPadding)));
        drawFoot();
        drawLines();
        m_text.drawGathered();
        m_context->show_page();
    }
}

double PdfPages::drawTotal(const Strip& strip, const PlacedRow& total, double top)
{
    fill({kMargin, top, kUsableWidth, total.height}, kTotalGrey);
    line(kMargin, top, kMargin + kUsableWidth, top);
    return drawRow(strip, total, top, TextWeight::Bold);
}

void PdfPages::drawHead(std::uint32_t sheet, std::size_t page, std::size_t pages, bool continued)
{
    const std::string title = sheetTitle(m_report, sheet) + (continued ? "（续）" : "");
    m_text.drawLine(title, {kTitleSize, TextSide::Centre, TextWeight::Bold},
        {kMargin, kMargin, kUsableWidth, kTitleHeight});
    const double y = kMargin + kTitleHeight;
    const double third = kUsableWidth / 3;
    const std::string number = "第 " + std::to_string(page) + " 页　共 " + std::to_string(pages) + " 页";
    m_text.drawLine(preparerLine(m_report), kInfoStyle, {kMargin, y, third, kInfoHeight});
    m_text.drawLine(m_report.period, {kInfoSize, TextSide::Centre}, {kMargin + third, y, third, kInfoHeight});
    m_text.drawLine(moneyUnitLine(m_report) + "　　" + number, {kInfoSize, TextSide::Right},
        {kMargin + 2 * third, y, third, kInfoHeight});
    double noteTop = y + kInfoHeight;
    for (const auto& note : m_notes)
        noteTop = drawParagraph(note, noteTop);
}

double PdfPages::drawParagraph(const std::string& text, double top)
{
    const int lines = m_text.lineCount(text, kInfoStyle, kUsableWidth);
    const double height = lines * PdfText::lineHeight(kInfoSize);
    m_text.drawWrapped(text, kInfoStyle, {kMargin, top, kUsableWidth, height}, lines);
    return top + height;
}

double PdfPages::drawHeadings(const Strip& strip, double top)
{
    const double height = m_groupHeight + m_headingHeight;
    const double bottom = top + height;
    fill({kMargin, top, kUsableWidth, height}, kHeadingGrey);
    line(kMargin, top, kMargin + kUsableWidth, top);
    for (std::size_t from = 0; from < strip.columns.size();) {
        const std::string& group = m_report.columns[strip.columns[from]].group;
        std::size_t end = from + 1;
        while (!group.empty() && end < strip.columns.size()
            && m_report.columns[strip.columns[end]].group == group)
            ++end;
        const double left = strip.edges[from];
        double headingTop = top;
        if (!group.empty()) {
            headingTop += m_groupHeight;
            m_text.drawLine(group, headingStyle(), {left, top, strip.edges[end] - left, m_groupHeight});
            line(left, headingTop, strip.edges[end], headingTop);
        }
        line(left, top, left, bottom);
        for (std::size_t i = from; i < end; ++i) {
            line(strip.edges[i], headingTop, strip.edges[i], bottom);
            drawHeading(m_report.columns[strip.columns[i]],
                {strip.edges[i], headingTop, strip.edges[i + 1] - strip.edges[i], bottom - headingTop});
        }
        from = end;
    }
    line(kMargin + kUsableWidth, top, kMargin + kUsableWidth, bottom);
    line(kMargin, bottom, kMargin + kUsableWidth, bottom);
    return bottom;
}

/// The unit stands on a line of its own, so that it does not keep the heading from being divided evenly.
void PdfPages::drawHeading(const Column& column, const Box& box)
{
    const Box inside = box.inset(kPadding);
    const double width = m_text.balancedWidth(column.heading, headingStyle(), inside.width);
    const double line = PdfText::lineHeight(m_bodySize);
    const double height = m_text.lineCount(column.heading, headingStyle(), inside.width) * line;
    const double top = inside.y + (inside.height - height - (column.unit.empty() ? 0 : line)) / 2;
    m_text.drawWrapped(column.heading, headingStyle(),
        {inside.x + (inside.width - width) / 2, top, width, height}, kHeadingLines);
    m_text.drawLine(unitText(column), headingStyle(), {inside.x, top + height, inside.width, line});
}

double PdfPages::drawRow(const Strip& strip, const PlacedRow& placed, double top, TextWeight weight)
{
    for (std::size_t i = 0; i < strip.columns.size(); ++i) {
        const std::size_t column = strip.columns[i];
        const Box box {strip.edges[i], top, strip.edges[i + 1] - strip.edges[i], placed.height};
        drawCell(column, placed.row.cells[column], box.inset(kPadding), weight);
    }
    const double bottom = top + placed.height;
    line(kMargin, bottom, kMargin + kUsableWidth, bottom);
    return bottom;
}

void PdfPages::drawCell(std::size_t column, const Cell& cell, const Box& box, TextWeight weight)
{
    const Column& described = m_report.columns[column];
    const auto* text = std::get_if<std::string>(&cell);
    if (text && described.kind == CellKind::Text) {
        const TextStyle style {m_bodySize, TextSide::Left, weight, true};
        const bool isLong = m_text.lineCount(*text, style, box.width) > m_maxLines;
        const FittedText fit = isLong ? m_text.fitted(*text, style, box.width, box.height, kSmallestSize)
                                      : FittedText {style, m_maxLines};
        m_text.drawWrapped(*text, fit.style, box, fit.lines);
        return;
    }
    const TextSide side = !text && isAmount(described) ? TextSide::Right : TextSide::Centre;
    m_text.drawLine(printedText(cell, m_report.moneyUnit), {m_bodySize, side, weight}, box);
}

double PdfPages::drawChecks(const std::vector<CheckLine>& checks, double top)
{
    for (const auto& check : checks) {
        m_text.drawGathered();
        if (!check.holds)
            m_context->set_source_rgb(0.75, 0, 0);
        top = drawParagraph(checkText(check), top);
        m_text.drawGathered();
        m_context->set_source_rgb(0, 0, 0);
    }
    return top;
}

void PdfPages::drawFoot()
{
    const auto& fields = m_report.signatures;
    const double width = kUsableWidth / static_cast<double>(std::max<std::size_t>(fields.size(), 1));
    const double top = kPageHeight - kMargin - kInfoHeight;
    for (std::size_t i = 0; i < fields.size(); ++i)
        m_text.drawLine(fields[i] + "：", kInfoStyle,
            {kMargin + static_cast<double>(i) * width, top, width, kInfoHeight});
}

void PdfPages::line(double x1, double y1, double x2, double y2) { m_lines.push_back({x1, y1, x2, y2}); }

void PdfPages::drawLines()
{
    m_context->set_line_width(kGridWidth);
    for (const auto& [x1, y1, x2, y2] : m_lines) {
        m_context->move_to(x1, y1);
        m_context->line_to(x2, y2);
    }
    m_context->stroke();
    m_lines.clear();
}

void PdfPages::fill(const Box& box, double grey)
{
    m_context->set_source_rgb(grey, grey, grey);
    m_context->rectangle(box.x, box.y, box.width, box.height);
    m_context->fill();
    m_context->set_source_rgb(0, 0, 0);
}

} // namespace guanwu
