#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guanwu {

/// Spreads the bits of a number over all 64 (the finish of splitmix64).
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31);
}

/// Chance in whole numbers (splitmix64): the same on every machine, which the distributions of the standard
/// library are not. Each thing that is invented has a sequence of its own, named by stream and index, so that
/// one more draw here changes nothing there.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed, std::uint64_t stream = 0, std::uint64_t index = 0)
        : m_state(mixBits(mixBits(seed ^ (stream * 0xD1342543DE82EF95ULL)) + index))
    {
    }
    constexpr std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mixBits(m_state);
    }
    /// 0 to n - 1, for n from 1 to 2^31.
    constexpr std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
    }
    /// Both ends counted.
    constexpr std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + below(most - least + 1);
    }
    constexpr bool chance(int perTenThousand) { return below(10'000) < perTenThousand; }
    template <class Items> constexpr const auto& pick(const Items& items)
    {
        return items[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(items))))];
    }

private:
    std::uint64_t m_state;
};

/// `count` numbers whose sum is (count - 1) * mean + last, however they scatter: pairs lie as far above the
/// mean as below it, by `spread` at most.
[[nodiscard]] std::vector<std::int64_t> scattered(
    Random& random, std::size_t count, std::int64_t mean, std::int64_t spread, std::int64_t last);

} // namespace guanwu
