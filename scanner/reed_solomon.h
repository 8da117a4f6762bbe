#pragma once

#include <span>
#include <vector>

namespace guanwu {

/// The finite field of words of so many bits, by tables of the powers of one element. Adding is exclusive or.
class FiniteField {
public:
    /// `polynomial`: the bits of a primitive one.
    FiniteField(int bits, int polynomial);

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int times(int a, int b) const
    {
        return a == 0 || b == 0 ? 0
                                : m_powers[static_cast<std::size_t>(m_logs[static_cast<std::size_t>(a)]
                                    + m_logs[static_cast<std::size_t>(b)])];
    }
    /// `b` is not 0.
    [[nodiscard]] int over(int a, int b) const
    {
        return a == 0 ? 0
                      : m_powers[static_cast<std::size_t>(m_logs[static_cast<std::size_t>(a)] + m_size - 1
                          - m_logs[static_cast<std::size_t>(b)])];
    }
    /// Of the generator; `exponent` from 0 on.
    [[nodiscard]] int power(int exponent) const
    {
        return m_powers[static_cast<std::size_t>(exponent % (m_size - 1))];
    }

private:
    int m_size;
    std::vector<int> m_powers; ///< twice over, so that two logarithms may be added
    std::vector<int> m_logs;
};

/// Corrects a word of a Reed-Solomon code, highest power first, of which the last `checks` are check words.
/// `erased`: places whose values say nothing; each costs one check word, each error elsewhere two. The roots
/// are the powers from `firstRoot` on. False, and the word as it was, where there are more errors than that;
/// a word with as many errors as it has checks for may come out as another one, so whoever leaves no check
/// word over needs other evidence.
[[nodiscard]] bool correctErrors(const FiniteField& field, std::span<int> word, int checks, int firstRoot,
    std::span<const int> erased = {});

} // namespace guanwu
