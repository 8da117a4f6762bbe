#include "core/inventory/seq_ranges.h"

#include <algorithm>
#include <limits>

namespace guanwu {

namespace {

    constexpr std::int64_t kLastSeq = std::numeric_limits<std::int64_t>::max();

} // namespace

void SeqRanges::add(Range range)
{
    // As a rule the next number comes next.
    if (m_ranges.empty() || m_ranges.back().last < range.first - 1) {
        m_ranges.push_back(range);
        return;
    }
    // Those from `begin` to `end` touch the new one and become one with it.
    const auto begin = std::find_if(
        m_ranges.begin(), m_ranges.end(), [&](const Range& one) { return one.last >= range.first - 1; });
    const auto end = std::find_if(begin, m_ranges.end(),
        [&](const Range& one) { return one.first > range.last && one.first - 1 > range.last; });
    if (begin == end) {
        m_ranges.insert(begin, range);
        return;
    }
    begin->first = std::min(begin->first, range.first);
    begin->last = std::max((end - 1)->last, range.last);
    m_ranges.erase(begin + 1, end);
}

bool SeqRanges::contains(std::int64_t seq) const
{
    const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), seq,
        [](std::int64_t wanted, const Range& one) { return wanted < one.first; });
    return after != m_ranges.begin() && (after - 1)->last >= seq;
}

std::int64_t SeqRanges::contiguous() const
{
    return !m_ranges.empty() && m_ranges.front().first <= 1 ? m_ranges.front().last : 0;
}

std::vector<SeqRanges::Range> SeqRanges::gaps() const
{
    std::vector<Range> out;
    std::int64_t next = 0;
    for (const Range& range : m_ranges) {
        if (range.first > next)
            out.push_back({next, range.first - 1});
        if (range.last == kLastSeq)
            return out;
        next = range.last + 1;
    }
    out.push_back({next, kLastSeq});
    return out;
}

} // namespace guanwu
