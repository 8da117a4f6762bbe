#include "core/inventory/recount_sample.h"

#include "core/values/natural.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

using namespace guanwu;

TEST_CASE("Possibilities are counted exactly, however many there are", "[recount]")
{
    CHECK(waysToChoose(5, 0) == Natural(1));
    CHECK(waysToChoose(5, 2) == Natural(10));
    CHECK(waysToChoose(5, 6).isZero());
    CHECK(waysToChoose(33, 16) == Natural(1'166'803'110U));
    // Pascal: what is drawn holds the last one or does not.
    for (const std::int64_t all : {10, 100, 1'000, 20'000}) {
        CAPTURE(all);
        Natural sum = waysToChoose(all - 1, 59);
        sum += waysToChoose(all - 1, 58);
        CHECK(sum == waysToChoose(all, 59));
        CHECK(waysToChoose(all - 1, 59) <= waysToChoose(all, 59));
    }
    Natural small(7);
    small *= 0;
    CHECK(small.isZero());
    CHECK(Natural(0).isZero());
}

TEST_CASE("The same seed draws the same lines for ever, another seed others", "[recount]")
{
    CHECK(sampleOf(1'000, 5, 42) == std::vector<std::int64_t> {24, 57, 126, 598, 867});
    CHECK(sampleOf(1'000, 59, 42) == sampleOf(1'000, 59, 42));
    CHECK(sampleOf(1'000, 59, 42) != sampleOf(1'000, 59, 43));
    CHECK(sampleOf(3, 10, 1) == std::vector<std::int64_t> {0, 1, 2});
    CHECK(sampleOf(0, 10, 1).empty());
}

TEST_CASE("Every line is drawn as often as any other", "[recount]")
{
    constexpr std::int64_t kLines = 20;
    std::vector<int> drawn(kLines);
    for (std::uint64_t seed = 0; seed < 20'000; ++seed)
        for (const std::int64_t line : sampleOf(kLines, 5, seed))
            ++drawn[static_cast<std::size_t>(line)];
    const auto [least, most] = std::minmax_element(drawn.begin(), drawn.end());
    CHECK(*least > 4'750); // 5,000 are expected, 61 is the standard deviation
    CHECK(*most < 5'250);
}

TEST_CASE("A sample of a task takes lines of every unit, in proportion", "[recount]")
{
    const std::vector<std::int64_t> lines {1'000, 0, 3, 500, 497};
    CHECK(allocated(lines, 100) == std::vector<std::int64_t> {50, 0, 1, 25, 24});
    CHECK(allocated(lines, 2) == std::vector<std::int64_t> {1, 0, 1, 1, 1});
    CHECK(allocated(lines, 5'000) == lines);
    CHECK(allocated({}, 10).empty());
    for (std::int64_t size = 4; size <= 2'000; size += 7) {
        CAPTURE(size);
        const auto shares = allocated(lines, size);
        const auto sum = std::accumulate(shares.begin(), shares.end(), std::int64_t {0});
        CHECK(sum >= size);
        CHECK(sum <= size + 2); // units that have one line only because each has one
        for (std::size_t i = 0; i < lines.size(); ++i)
            CHECK((shares[i] <= lines[i] && (shares[i] > 0) == (lines[i] > 0)));
    }
}

TEST_CASE("The bound is the one that counting every possibility gives", "[recount]")
{
    // Of 10 lines 4 looked at, none wrong: with 4 wrong ones C(6,4)/C(10,4) = 15/210 = 7.1 % would show none,
    // with 5 of them 5/210 = 2.4 %.
    CHECK(mostWrong(10, 4, 0, 95'00) == 4);
    CHECK(mostWrong(10, 4, 0, 90'00) == 3);
    CHECK(mostWrong(10, 10, 3, 95'00) == 3);
    CHECK(mostWrong(10, 0, 0, 95'00) == 10);
    CHECK(mostWrong(10, 4, 4, 95'00) == 10);
    CHECK(mostWrong(0, 0, 0, 95'00) == 0);
    // Small enough to look at every sample there is.
    constexpr int kLines = 12;
    constexpr int kSize = 5;
    for (int wrong = 0; wrong <= kSize; ++wrong)
        for (const HundredthsOfPercent confidence : {80'00, 95'00, 99'00}) {
            int bound = 0;
            for (int bad = wrong; bad <= kLines - (kSize - wrong); ++bad) {
                int fewer = 0;
                int all = 0;
                for (unsigned sample = 0; sample < (1U << kLines); ++sample)
                    if (__builtin_popcount(sample) == kSize) {
                        ++all;
                        fewer += __builtin_popcount(sample & ((1U << bad) - 1)) <= wrong;
                    }
                if (std::int64_t {fewer} * 10'000 > all * (10'000 - confidence))
                    bound = bad;
            }
            CAPTURE(wrong, confidence);
            CHECK(mostWrong(kLines, kSize, wrong, confidence) == bound);
        }
}

TEST_CASE("In 1,000 recounts the truth lies under the bound as often as it is said", "[recount]")
{
    struct World {
        std::int64_t lines, size, bad;
        HundredthsOfPercent confidence;
    };
    const auto world = GENERATE(World {1'000, 58, 10, 95'00}, World {1'000, 58, 50, 95'00},
        World {1'000, 58, 120, 95'00}, World {300, 52, 45, 95'00}, World {300, 40, 3, 90'00},
        World {5'000, 150, 500, 99'00}, World {40, 20, 7, 95'00});
    CAPTURE(world.lines, world.size, world.bad, world.confidence);
    std::map<std::int64_t, std::int64_t> bounds;
    int covered = 0;
    for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
        const auto sample = sampleOf(world.lines, world.size, seed * 7'919);
        // Which lines are wrong is nothing to the draw: say the first ones.
        const std::int64_t wrong
            = std::count_if(sample.begin(), sample.end(), [&](auto line) { return line < world.bad; });
        auto [bound, isNew] = bounds.try_emplace(wrong);
        if (isNew)
            bound->second = mostWrong(world.lines, world.size, wrong, world.confidence);
        covered += world.bad <= bound->second;
    }
    CHECK(covered * 10 >= world.confidence);
}

TEST_CASE("A sample is as large as the goal needs and no larger", "[recount]")
{
    CHECK(recountSize(1'000'000, {}) == 59); // what the binomial says: 0.95^59 < 0.05
    CHECK(recountSize(10, {}) == 10);
    CHECK(recountSize(0, {}) == 0);
    for (const std::int64_t lines : {1, 20, 100, 1'000, 20'000})
        for (const RecountGoal goal :
            {RecountGoal {}, RecountGoal {90'00, 10'00}, RecountGoal {99'00, 2'00}}) {
            CAPTURE(lines, goal.confidence, goal.wrongShare);
            const std::int64_t size = recountSize(lines, goal);
            CHECK(mostWrong(lines, size, 0, goal.confidence) * 10'000 <= goal.wrongShare * lines);
            if (size > 0)
                CHECK(mostWrong(lines, size - 1, 0, goal.confidence) * 10'000 > goal.wrongShare * lines);
        }
}

TEST_CASE("A bound is never told smaller than it is", "[recount]")
{
    CHECK(shareRoundedUp(0, 0) == 0);
    CHECK(shareRoundedUp(1, 3) == 33'34);
    CHECK(shareRoundedUp(49, 1'000) == 4'90);
    CHECK(shareRoundedUp(3, 3) == 100'00);
}
