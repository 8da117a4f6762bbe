#pragma once

#include <cstdint>
#include <vector>

namespace guanwu {

/// Which running numbers of an install are there, as ranges: in the order in which a handheld makes them
/// there is one, and each event that is still missing splits it.
class SeqRanges {
public:
    struct Range {
        std::int64_t first = 0;
        std::int64_t last = 0; ///< included
        bool operator==(const Range&) const = default;
    };

    /// In any order; what is there already changes nothing.
    void add(std::int64_t seq) { add(Range {seq, seq}); }
    void add(Range range);
    [[nodiscard]] bool contains(std::int64_t seq) const;
    /// Ascending, with at least one missing number between two of them.
    [[nodiscard]] const std::vector<Range>& ranges() const { return m_ranges; }
    /// The last number before which none is missing; an install counts from 1. 0 = the first one is missing.
    [[nodiscard]] std::int64_t contiguous() const;
    /// What is missing; behind the last one everything.
    [[nodiscard]] std::vector<Range> gaps() const;

    bool operator==(const SeqRanges&) const = default;

private:
    std::vector<Range> m_ranges;
};

} // namespace guanwu
