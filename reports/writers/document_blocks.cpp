#include "reports/writers/document_blocks.h"

#include "reports/writers/pdf_symbol.h"
#include "reports/writers/report_head.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr double kBodySize = 11.5;
    constexpr double kHeadingSize = 14;
    constexpr double kSmallSize = 8.5;
    constexpr double kSmallestSize = 5.5; ///< of names of bars, before they are cut
    constexpr double kCaptionSize = 9.5;
    constexpr double kPadding = 3.5;
    constexpr double kRowPadding = 5;
    constexpr double kGridWidth = 0.45;
    constexpr double kBarPitch = 20; ///< from one bar to the next
    constexpr double kBarHeight = 12;
    constexpr double kBarNames = 120; ///< room for the names left of the bars
    constexpr double kBarValues = 150; ///< and for the values right of them
    constexpr double kHeadingGrey = 0.92;
    constexpr double kTotalGrey = 0.965;
    constexpr int kMostLinesInRow = 12;
    constexpr double kTogether = 260; ///< height of a table that still moves to the next page as a whole

    constexpr double kIndentWidth = 2 * kBodySize;
    constexpr std::string_view kIndent = "　　"; ///< two characters, as Chinese paragraphs begin

    /// A number stays with its unit (25,298.50 ㎡), and the mark of a source with what it is of.
    std::string keptTogether(const std::string& text)
    {
        constexpr std::string_view kNoBreakSpace = "\u00A0";
        constexpr std::string_view kJoiner = "\u2060";
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isBehindDigit = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
            const bool isBeforeWide = i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80;
            if (text[i] == ' ' && isBehindDigit && isBeforeWide) {
                out += kNoBreakSpace;
                continue;
            }
            if (text[i] == '[')
                out += kJoiner;
            out += text[i];
        }
        return out;
    }

} // namespace

std::vector<std::size_t> pageStarts(
    const std::vector<DocumentBlock>& blocks, double firstHeight, double height)
{
    std::vector<std::size_t> starts {0};
    double left = firstHeight;
    for (std::size_t i = 0; i < blocks.size();) {
        // What has to stand together: headings, and the first block that is none.
        std::size_t end = i + 1;
        double needed = blocks[i].height;
        while (blocks[end - 1].staysWithNext && end < blocks.size())
            needed += blocks[end++].height;
        if (needed > left && i != starts.back()) {
            starts.push_back(i);
            left = height - (blocks[i].again ? blocks[i].again->height : 0);
        }
        left -= needed;
        i = end;
    }
    return starts;
}

void BlockMaker::add(const DocumentSection& section)
{
    addHeading(section.heading);
    for (const std::string& paragraph : section.paragraphs)
        addParagraph(paragraph);
    for (std::size_t i = 0; i < std::max(section.tables.size(), section.charts.size()); ++i) {
        if (i < section.tables.size())
            addTable(section.tables[i]);
        if (i < section.charts.size())
            addChart(section.charts[i]);
    }
    addSymbol(section.symbol);
}

void BlockMaker::addSymbol(const DocumentSymbol& symbol)
{
    if (symbol.modules.empty())
        return;
    constexpr double kSide = 62; // 22 mm: the size it has on a tag
    constexpr double kAbove = 8;
    m_blocks.push_back({kAbove + kSide + PdfText::lineHeight(kSmallSize) + 4, false,
        [this, symbol](double top) {
            drawSymbol(m_context, symbol, kLeft + kIndentWidth, top + kAbove, kSide);
            m_text.drawLine(symbol.text, {kSmallSize},
                {kLeft + kIndentWidth, top + kAbove + kSide + 4, kWidth - kIndentWidth,
                    PdfText::lineHeight(kSmallSize)});
        },
        {}});
}

void BlockMaker::addText(const std::string& text, const TextStyle& style, double above, bool staysWithNext)
{
    const int lines = m_text.lineCount(text, style, kWidth);
    const double height = lines * PdfText::lineHeight(style.size);
    m_blocks.push_back({height + above, staysWithNext,
        [this, text, style, height, above, lines](double top) {
            m_text.drawWrapped(text, style, {kLeft, top + above, kWidth, height}, lines);
        },
        {}});
}

void BlockMaker::addHeading(const std::string& text)
{
    addText(text, {kHeadingSize, TextSide::Left, TextWeight::Bold}, 14, true);
    addSpace(4);
    m_blocks.back().staysWithNext = true;
}

void BlockMaker::addParagraph(const std::string& text)
{
    addText(std::string(kIndent) + keptTogether(text), {kBodySize}, 3, false);
}

void BlockMaker::addCaption(const std::string& text)
{
    addText(text, {kCaptionSize, TextSide::Centre, TextWeight::Bold}, 9, true);
    addSpace(3);
    m_blocks.back().staysWithNext = true;
}

void BlockMaker::addSpace(double height)
{
    m_blocks.push_back({height, false, [](double) {}, {}});
}

void BlockMaker::addCheck(const CheckLine& check)
{
    // The check lines and the names below them belong together.
    addText(checkText(check),
        {kCaptionSize, TextSide::Left, check.holds ? TextWeight::Regular : TextWeight::Bold}, 0, true);
    if (check.holds)
        return;
    m_blocks.back().draw = [this, draw = std::move(m_blocks.back().draw)](double top) {
        m_context->set_source_rgb(0.75, 0, 0);
        draw(top);
        m_context->set_source_rgb(0, 0, 0);
    };
}

void BlockMaker::addSignatures(const std::vector<std::string>& fields)
{
    constexpr std::size_t kInRow = 3;
    constexpr double kRow = 24;
    const double rows = static_cast<double>((fields.size() + kInRow - 1) / kInRow);
    m_blocks.push_back({rows * kRow + 10, false,
        [this, fields](double top) {
            const double width = kWidth / static_cast<double>(kInRow);
            for (std::size_t i = 0; i < fields.size(); ++i)
                m_text.drawLine(fields[i] + "：", {kCaptionSize},
                    {kLeft + static_cast<double>(i % kInRow) * width,
                        top + 10 + static_cast<double>(i / kInRow) * kRow, width, kRow});
        },
        {}});
}

void BlockMaker::addTable(const DocumentTable& table)
{
    if (table.rows.empty())
        return;
    if (!table.caption.empty())
        addCaption(table.caption);
    std::vector<std::string> headings;
    for (const DocumentColumn& column : table.columns)
        headings.push_back(column.heading);
    const auto heading
        = std::make_shared<const DocumentBlock>(tableRow(table, std::move(headings), true, false));
    m_blocks.push_back(*heading);
    m_blocks.back().staysWithNext = true;
    const std::size_t firstRow = m_blocks.size();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        m_blocks.push_back(
            tableRow(table, table.rows[i], false, table.endsInTotal && i + 1 == table.rows.size()));
        m_blocks.back().again = heading;
        // The total does not stand alone on a page.
        m_blocks.back().staysWithNext = table.endsInTotal && i + 2 == table.rows.size();
    }
    double height = 0;
    for (std::size_t i = firstRow; i < m_blocks.size(); ++i)
        height += m_blocks[i].height;
    // A short table is not torn in two.
    if (height <= kTogether)
        for (std::size_t i = firstRow; i + 1 < m_blocks.size(); ++i)
            m_blocks[i].staysWithNext = true;
    addSpace(6);
}

DocumentBlock BlockMaker::tableRow(
    const DocumentTable& table, std::vector<std::string> cells, bool isHeading, bool isTotal)
{
    double sum = 0;
    for (const DocumentColumn& column : table.columns)
        sum += column.width;
    std::vector<double> edges {kLeft};
    for (const DocumentColumn& column : table.columns)
        edges.push_back(edges.back() + kWidth * column.width / sum);
    const auto weight = isHeading || isTotal ? TextWeight::Bold : TextWeight::Regular;
    int lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (isHeading || !table.columns[i].isNumber)
            lines = std::max(lines,
                m_text.lineCount(
                    cells[i], {kSmallSize, TextSide::Left, weight}, edges[i + 1] - edges[i] - 2 * kPadding));
    lines = std::min(lines, kMostLinesInRow);
    const double height = lines * PdfText::lineHeight(kSmallSize) + kRowPadding;
    std::vector<bool> isNumber;
    for (const DocumentColumn& column : table.columns)
        isNumber.push_back(column.isNumber);
    const double grey = isHeading ? kHeadingGrey : isTotal ? kTotalGrey : 1;
    return {height, false,
        [this, cells = std::move(cells), edges = std::move(edges), isNumber = std::move(isNumber), height,
            weight, grey, isHeading](double top) {
            for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
                const Box box {edges[i], top, edges[i + 1] - edges[i], height};
                m_context->rectangle(box.x, box.y, box.width, box.height);
                m_context->set_source_rgb(grey, grey, grey);
                m_context->fill_preserve();
                m_context->set_source_rgb(0, 0, 0);
                m_context->set_line_width(kGridWidth);
                m_context->stroke();
                const Box inside = box.inset(kPadding);
                if (isHeading)
                    m_text.drawWrapped(
                        cells[i], {kSmallSize, TextSide::Centre, weight}, inside, kMostLinesInRow);
                else if (isNumber[i])
                    m_text.drawLine(cells[i], {kSmallSize, TextSide::Right, weight}, inside);
                else
                    m_text.drawWrapped(
                        cells[i], {kSmallSize, TextSide::Left, weight}, inside, kMostLinesInRow);
            }
        },
        {}};
}

void BlockMaker::addChart(const DocumentChart& chart)
{
    if (chart.bars.empty())
        return;
    addCaption(chart.caption);
    std::int64_t longest = 1;
    for (const ChartBar& bar : chart.bars)
        longest = std::max(longest, bar.length);
    // One block: a picture that goes on overleaf compares nothing.
    m_blocks.push_back({static_cast<double>(chart.bars.size()) * kBarPitch + 8, false,
        [this, bars = chart.bars, longest](double top) {
            for (std::size_t i = 0; i < bars.size(); ++i)
                drawBar(bars[i], longest, top + static_cast<double>(i) * kBarPitch);
            m_context->set_source_rgb(0.35, 0.35, 0.35);
            m_context->set_line_width(0.8);
            m_context->move_to(kLeft + kBarNames, top - 1);
            m_context->line_to(kLeft + kBarNames, top + static_cast<double>(bars.size()) * kBarPitch + 1);
            m_context->stroke();
            m_context->set_source_rgb(0, 0, 0);
        },
        {}});
}

void BlockMaker::drawBar(const ChartBar& bar, std::int64_t longest, double top)
{
    const double room = kWidth - kBarNames - kBarValues;
    const double length
        = room * static_cast<double>(std::max<std::int64_t>(bar.length, 0)) / static_cast<double>(longest);
    const double x = kLeft + kBarNames;
    const Box line {kLeft, top, kBarNames - 6, kBarPitch};
    const FittedText name
        = m_text.fitted(bar.name, {kSmallSize, TextSide::Right}, line.width, line.height, kSmallestSize);
    m_text.drawWrapped(bar.name, name.style, line, name.lines);
    // Okabe and Ito's blue: dark enough to print in grey.
    m_context->set_source_rgb(0, 0x72 / 255.0, 0xb2 / 255.0);
    m_context->rectangle(x, top + (kBarPitch - kBarHeight) / 2, length, kBarHeight);
    m_context->fill();
    m_context->set_source_rgb(0, 0, 0);
    m_text.drawLine(bar.value, {kSmallSize}, {x + length + 5, top, kBarValues - 5, kBarPitch});
}

} // namespace guanwu
