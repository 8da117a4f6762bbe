#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace guanwu {

/// A share, in hundredths of a percent: 500 is 5 %.
using HundredthsOfPercent = std::int64_t;

/// What the bureau wants to be able to say of a sheet after it has looked at a few of its lines: "with 95 %
/// confidence at most 5 % of the lines are wrong". Ours; auditors work with the same two figures.
struct RecountGoal {
    HundredthsOfPercent confidence = 95'00;
    HundredthsOfPercent wrongShare = 5'00;
};

/// At most so many lines are drawn of a sheet: more than that is a second count, not a sample.
inline constexpr std::int64_t kMostRecounted = 2'000;

/// Which of `lines` lines are looked at: `size` of them, ascending, every choice as likely as any other. The
/// same seed gives the same lines for ever and on every machine, so that whoever doubts the draw can draw
/// again.
[[nodiscard]] std::vector<std::int64_t> sampleOf(std::int64_t lines, std::int64_t size, std::uint64_t seed);

/// How many lines of each unit are drawn for a sample of a whole task: in proportion to their lines, at least
/// one of each that has any, so that no unit knows beforehand that nobody comes. More than `size` if there
/// are more units. What is left over by rounding goes to the largest remainders, the first unit of those that
/// are equal.
[[nodiscard]] std::vector<std::int64_t> allocated(std::span<const std::int64_t> lines, std::int64_t size);

/// The exact upper confidence bound: the most lines of the sheet that may be wrong, when `wrong` of `size`
/// sampled lines were.
///
/// Lines are drawn without replacement, so with M wrong ones among `lines` the number found follows the
/// hypergeometric distribution. The bound is the greatest M under which finding so few has a probability
/// above 1 - confidence (Clopper and Pearson's construction, one-sided). Whatever the true M, it lies above
/// the bound in at most 1 - confidence of all samples: no approximation, no assumption but the random draw.
/// Reckoned in whole numbers of possibilities.
[[nodiscard]] std::int64_t mostWrong(
    std::int64_t lines, std::int64_t size, std::int64_t wrong, HundredthsOfPercent confidence);

/// The smallest sample that reaches the goal if nothing wrong is found in it; all lines where no smaller one
/// does.
[[nodiscard]] std::int64_t recountSize(std::int64_t lines, const RecountGoal& goal);

/// part of whole in hundredths of a percent, rounded up: a bound must not be told smaller than it is. 0 of
/// nothing is 0.
[[nodiscard]] HundredthsOfPercent shareRoundedUp(std::int64_t part, std::int64_t whole);

} // namespace guanwu
