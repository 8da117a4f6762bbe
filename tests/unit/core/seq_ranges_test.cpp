#include "core/inventory/seq_ranges.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace guanwu;
using Ranges = std::vector<SeqRanges::Range>;

namespace {

SeqRanges of(std::initializer_list<std::int64_t> seqs)
{
    SeqRanges out;
    for (const std::int64_t seq : seqs)
        out.add(seq);
    return out;
}

} // namespace

TEST_CASE("Numbers that follow each other are one range, whatever the order in which they came", "[seq]")
{
    CHECK(of({1, 2, 3}).ranges() == Ranges {{1, 3}});
    CHECK(of({3, 1, 2}).ranges() == Ranges {{1, 3}});
    CHECK(of({1, 3, 3, 5, 4}).ranges() == Ranges {{1, 1}, {3, 5}});
    CHECK(of({9, 1, 5}).ranges() == Ranges {{1, 1}, {5, 5}, {9, 9}});
}

TEST_CASE("The contiguous number is the last before which none is missing", "[seq]")
{
    CHECK(of({}).contiguous() == 0);
    CHECK(of({2, 3}).contiguous() == 0);
    CHECK(of({1, 2, 4}).contiguous() == 2);
    CHECK(of({0, 1, 2}).contiguous() == 2);
}

TEST_CASE("Gaps and ranges together are every number, and no number twice", "[seq]")
{
    std::mt19937 random(Catch::rngSeed());
    for (int round = 0; round < 200; ++round) {
        std::set<std::int64_t> numbers;
        SeqRanges ranges;
        for (int i = 0; i < 30; ++i) {
            const auto seq = static_cast<std::int64_t>(random() % 50);
            numbers.insert(seq);
            ranges.add(seq);
        }
        const auto gaps = ranges.gaps();
        for (std::int64_t seq = 0; seq < 60; ++seq) {
            const bool missing = std::any_of(gaps.begin(), gaps.end(),
                [&](const SeqRanges::Range& gap) { return gap.first <= seq && seq <= gap.last; });
            CAPTURE(seq);
            CHECK(ranges.contains(seq) == numbers.contains(seq));
            CHECK(missing != numbers.contains(seq));
        }
        for (std::size_t i = 1; i < ranges.ranges().size(); ++i)
            CHECK(ranges.ranges()[i - 1].last + 1 < ranges.ranges()[i].first);
    }
}
