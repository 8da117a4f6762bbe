#include "reports/writers/column_strips.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

namespace guanwu {

namespace {

    /// End of the block that begins at `from`: columns under one heading; a column without a block is a
    /// block.
    std::size_t blockEnd(const std::vector<Column>& columns, std::size_t from)
    {
        std::size_t end = from + 1;
        while (
            end < columns.size() && !columns[from].group.empty() && columns[end].group == columns[from].group)
            ++end;
        return end;
    }

    constexpr double kWideCharacter = 1.85; ///< a Chinese character in digits
    constexpr double kPadding = 1.2;

    constexpr double kCapital = 1.2; ///< a Latin one, in digits
    constexpr double kLongestWord = 24; ///< a longer one is divided

    double lengthOf(char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xC0 ? kWideCharacter : byte >= 0x80 ? 0 : c >= 'A' && c <= 'Z' ? kCapital : 1;
    }

    /// Digits that a text takes in one line, about.
    double lengthOf(std::string_view text)
    {
        return std::accumulate(
            text.begin(), text.end(), 0.0, [](double sum, char c) { return sum + lengthOf(c); });
    }

    /// The longest number in a text, with a character that it hangs on: FW2007000001 and 湘NA0001 are not read well
    /// from two lines.
    double longestWord(std::string_view text)
    {
        double longest = 0;
        double word = 0;
        for (const char c : text) {
            const bool isWide = static_cast<unsigned char>(c) >= 0x80;
            const bool isInside = c > ' ' && !isWide;
            word = isInside ? word + lengthOf(c) : isWide ? kWideCharacter : 0;
            if (isInside)
                longest = std::max(longest, word);
        }
        return longest > kLongestWord ? 0 : longest;
    }

    /// The least width at which a heading still reads well: over four lines, of two characters at least.
    double widthOfHeading(const Column& column)
    {
        constexpr double kLines = 4;
        const double length = std::max(lengthOf(column.heading) / kLines, 2 * kWideCharacter);
        const double unit = column.unit.empty() ? 0 : lengthOf(column.unit) + 2 * kWideCharacter;
        return std::max(std::ceil(length / kWideCharacter) * kWideCharacter, unit) + kPadding;
    }

    /// How hard the columns are pressed together, a step after the other. 0.867 is 6.5 points (小六), the
    /// smallest size of printed forms.
    struct Squeeze {
        double scale;
        double text; ///< of the width that a text asks for
    };
    constexpr std::array<Squeeze, 6> kSqueezes {
        {{1, 1}, {1, 0.85}, {0.967, 0.8}, {0.933, 0.75}, {0.9, 0.7}, {0.867, 0.65}}};

} // namespace

std::vector<ColumnStrip> columnStrips(
    const Report& report, const std::vector<double>& widths, double capacity)
{
    const auto widthOf = [&](std::size_t from, std::size_t end) {
        return std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(from),
            widths.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
    };
    const auto& columns = report.columns;
    ColumnStrip repeated;
    double repeatedWidth = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].repeat == Repeat::EveryPage) {
            repeated.push_back(i);
            repeatedWidth += widths[i];
        }
    }

    std::vector<ColumnStrip> strips {repeated};
    double used = repeatedWidth;
    const auto place = [&](std::size_t from, std::size_t end, double width) {
        if (used + width > capacity && strips.back().size() > repeated.size()) {
            strips.push_back(repeated);
            used = repeatedWidth;
        }
        for (std::size_t i = from; i < end; ++i)
            strips.back().push_back(i);
        used += width;
    };
    for (std::size_t from = 0; from < columns.size();) {
        const std::size_t end
            = columns[from].repeat == Repeat::EveryPage ? from + 1 : blockEnd(columns, from);
        const double width = widthOf(from, end);
        const bool fits = repeatedWidth + width <= capacity;
        if (columns[from].repeat == Repeat::Once && fits)
            place(from, end, width);
        else if (columns[from].repeat == Repeat::Once)
            for (std::size_t i = from; i < end; ++i)
                place(i, i + 1, widths[i]);
        from = end;
    }
    // Only where columns go on beside the page do the repeated ones come first: the layouts are official.
    std::sort(strips.front().begin(), strips.front().end());
    return strips;
}

ColumnFit::ColumnFit(const Report& report)
    : m_report(report)
    , m_content(report.columns.size())
    , m_words(report.columns.size())
    , m_isSaid(report.columns.size())
{
}

void ColumnFit::add(const std::vector<Cell>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!std::holds_alternative<std::monostate>(cells[i]))
            m_isSaid[i] = true;
    addTotal(cells);
}

void ColumnFit::addTotal(const std::vector<Cell>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto* text = std::get_if<std::string>(&cells[i]);
        m_content[i] = std::max(
            m_content[i], text ? lengthOf(*text) : lengthOf(printedText(cells[i], m_report.moneyUnit)));
        if (text)
            m_words[i] = std::max(m_words[i], longestWord(*text));
    }
}

ColumnLayout ColumnFit::layout() const
{
    std::vector<double> needed;
    for (std::size_t i = 0; i < m_content.size(); ++i) {
        const Column& column = m_report.columns[i];
        const double content = m_content[i] + kPadding;
        // A text is wrapped: what says more than its column asks for does not make that wider.
        needed.push_back(std::max(column.kind == CellKind::Text ? std::min(content, column.width) : content,
            widthOfHeading(column)));
    }
    ColumnLayout all = layoutOf(needed);
    if (all.strips.size() == 1)
        return all;
    std::vector<std::size_t> empty;
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (m_report.columns[i].mayStayOut && !m_isSaid[i]) {
            needed[i] = 0;
            empty.push_back(i);
        }
    ColumnLayout less = layoutOf(needed);
    if (empty.empty() || less.strips.size() > 1)
        return all;
    std::erase_if(less.strips.front(),
        [&](std::size_t i) { return std::find(empty.begin(), empty.end(), i) != empty.end(); });
    less.leftOut = std::move(empty);
    return less;
}

ColumnLayout ColumnFit::withoutRows(const Report& report)
{
    std::vector<double> widths;
    for (const Column& column : report.columns)
        widths.push_back(column.width);
    return ColumnFit(report).layoutOf(widths);
}

ColumnLayout ColumnFit::layoutOf(const std::vector<double>& needed) const
{
    ColumnLayout best;
    for (const Column& column : m_report.columns)
        best.widths.push_back(column.width);
    best.strips = columnStrips(m_report, best.widths, kPageCapacity);
    for (const Squeeze& squeeze : kSqueezes) {
        if (best.strips.size() == 1)
            break;
        ColumnLayout tried {{}, {}, squeeze.scale};
        for (std::size_t i = 0; i < needed.size(); ++i) {
            const Column& column = m_report.columns[i];
            const bool isText = column.kind == CellKind::Text;
            const double least = std::min(std::max(widthOfHeading(column), m_words[i] + kPadding), needed[i]);
            tried.widths.push_back(isText ? std::max(needed[i] * squeeze.text, least) : needed[i]);
        }
        tried.strips = columnStrips(m_report, tried.widths, kPageCapacity / squeeze.scale);
        if (tried.strips.size() < best.strips.size())
            best = std::move(tried);
    }
    return best;
}

} // namespace guanwu
