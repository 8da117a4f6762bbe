#include "reports/writers/column_strips.h"

#include <algorithm>

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

    double widthOf(const std::vector<Column>& columns, std::size_t from, std::size_t end)
    {
        double width = 0;
        for (std::size_t i = from; i < end; ++i)
            width += columns[i].width;
        return width;
    }

} // namespace

std::vector<ColumnStrip> columnStrips(const Report& report, double capacity)
{
    const auto& columns = report.columns;
    ColumnStrip repeated;
    double repeatedWidth = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].repeat == Repeat::EveryPage) {
            repeated.push_back(i);
            repeatedWidth += columns[i].width;
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
        const double width = widthOf(columns, from, end);
        const bool fits = repeatedWidth + width <= capacity;
        if (columns[from].repeat == Repeat::Once && fits)
            place(from, end, width);
        else if (columns[from].repeat == Repeat::Once)
            for (std::size_t i = from; i < end; ++i)
                place(i, i + 1, columns[i].width);
        from = end;
    }
    // Only where columns go on beside the page do the repeated ones come first: the layouts are official.
    std::sort(strips.front().begin(), strips.front().end());
    return strips;
}

} // namespace guanwu
