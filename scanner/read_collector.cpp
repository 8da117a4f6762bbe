#include "scanner/read_collector.h"

#include <algorithm>

namespace guanwu {

namespace {

    struct Box {
        int left, top, right, bottom;
    };

    Box boxOf(const Corners& corners)
    {
        const auto [left, right] = std::minmax_element(
            corners.begin(), corners.end(), [](PixelPoint a, PixelPoint b) { return a.x < b.x; });
        const auto [top, bottom] = std::minmax_element(
            corners.begin(), corners.end(), [](PixelPoint a, PixelPoint b) { return a.y < b.y; });
        return {left->x, top->y, right->x, bottom->y};
    }

    bool overlap(const Corners& one, const Corners& other)
    {
        const Box a = boxOf(one);
        const Box b = boxOf(other);
        return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
    }

} // namespace

bool ReadCollector::add(RawRead read)
{
    const auto same = std::find_if(m_reads.begin(), m_reads.end(), [&](const RawRead& other) {
        return other.symbol.format == read.symbol.format && other.symbol.text == read.symbol.text;
    });
    if (same != m_reads.end()) {
        same->lines += read.lines;
        return false;
    }
    m_reads.push_back(std::move(read));
    return true;
}

bool ReadCollector::isBelieved(const RawRead& read) const
{
    if (!isWeakFormat(read.symbol.format))
        return true;
    if (read.lines < kNeededLines)
        return false;
    return std::none_of(m_reads.begin(), m_reads.end(), [&](const RawRead& rival) {
        return rival.symbol.format == read.symbol.format && rival.lines > read.lines
            && overlap(rival.symbol.corners, read.symbol.corners);
    });
}

std::vector<Symbol> ReadCollector::symbols() const
{
    std::vector<Symbol> believed;
    for (const auto& read : m_reads)
        if (isBelieved(read))
            believed.push_back(read.symbol);
    return believed;
}

} // namespace guanwu
